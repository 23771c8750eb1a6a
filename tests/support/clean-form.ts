// A small form in which everything works out and nothing is missing, and the same form with single values changed.

import type { Evaluation } from '../../src/record/evaluation.ts';
import type { Json } from './shared-forms.ts';
import { evaluationOf } from './stated.ts';

export type Changes = Readonly<Record<string, Json>>;

const ROW = { adjustedTarget: null, deviation: null, partOf: null };

export const CLEAN: Json = {
  title: '项目支出绩效自评表',
  class: 'project',
  fiscalYear: 2022,
  projectName: '技能培训',
  projectCode: null,
  supervisor: '某某局',
  supervisorCode: null,
  implementer: '某某中心',
  amountUnit: '万元',
  funding: [
    {
      source: 'total',
      label: '年度资金总额',
      initialBudget: '378.65',
      adjustedBudget: '378.65',
      executed: '353.07',
      weight: '10',
      executionRate: '93.24',
      score: '9.32',
    },
    {
      source: 'currentAppropriation',
      label: '其中：当年财政拨款',
      initialBudget: '300.00',
      adjustedBudget: '300.00',
      executed: '280.00',
      executionRate: '93.33',
    },
    {
      source: 'carryover',
      label: '上年结转资金',
      initialBudget: '78.65',
      adjustedBudget: '78.65',
      executed: '73.07',
    },
    {
      source: 'other',
      label: '其他资金',
      initialBudget: '0',
      adjustedBudget: '0',
      executed: '0',
      executionRate: '0',
    },
  ],
  goal: { expected: '完成培训，提升技能', achieved: '已完成' },
  indicators: [
    {
      ...ROW,
      level1: '产出指标',
      level2: '数量指标',
      level3: '培训人数',
      target: '≥80人',
      actual: '52人',
      weight: '20',
      score: '13',
      deviation: '场地不足',
    },
    {
      ...ROW,
      level1: '产出指标',
      level2: '质量指标',
      level3: '结业率',
      target: '≥95%',
      actual: '98%',
      weight: '10',
      score: '10',
    },
    {
      ...ROW,
      level1: '产出指标',
      level2: '时效指标',
      level3: '按时开班率',
      target: '100%',
      actual: '100%',
      weight: '10',
      score: '10',
    },
    {
      ...ROW,
      level1: '产出指标',
      level2: '成本指标',
      level3: '教材',
      target: '≤50元/册',
      actual: '50元/册',
      weight: '10',
      score: '10',
    },
    {
      ...ROW,
      level1: '效益指标',
      level2: '社会效益指标',
      level3: '就业带动',
      target: '明显',
      actual: '明显',
      weight: '30',
      score: '30',
    },
    {
      ...ROW,
      level1: '满意度指标',
      level2: '服务对象满意度指标',
      level3: '学员满意度',
      target: '≥90%',
      actual: '96%',
      weight: '10',
      score: '10',
    },
  ],
  total: { weight: '100', score: '92.32', grade: '优' },
  narrative: [
    {
      heading: '项目实施和预算执行情况',
      text: '2022年年初预算为378.65万元，全年预算资金378.65万元，执行预算资金353.07万元，预算执行率93.24%。',
    },
  ],
};

/** A copy with the values at these JSON Pointers replaced (`/indicators/-` appends a row). */
export function changed(json: Json, changes: Changes): Json {
  const copy: Json = structuredClone(json);
  for (const [pointer, value] of Object.entries(changes)) put(copy, pointer.slice(1).split('/'), value);
  return copy;
}

function put(into: Json, [key = '', ...rest]: readonly string[], value: Json): void {
  const place = into as Record<string, Json>;
  if (Array.isArray(into) && key === '-') (into as Json[]).push(value);
  else if (rest.length === 0) place[key] = value;
  else put(place[key] ?? null, rest, value);
}

export function formWith(changes: Changes): Evaluation {
  return evaluationOf(changed(CLEAN, changes) as Readonly<Record<string, Json>>);
}
