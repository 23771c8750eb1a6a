// The table `form`: one row for each self-evaluation form.

import { FORM_CLASSES, type PublishedEvaluation } from '../../record/index.ts';
import { formId } from '../../write/index.ts';
import { type Column, type Loadable, tableOf, type Value } from '../column.ts';
import { printedText } from '../placed.ts';
import { powerOf } from '../yuan.ts';

interface Placed {
  readonly loadable: Loadable;
  readonly form: PublishedEvaluation;
  readonly position: number;
}

function text(name: string, comment: string, of: (form: PublishedEvaluation) => Value): Column<Placed> {
  return { name, type: 'text', comment, of: ({ form }) => of(form) };
}

/** A year of four digits is a year; anything else stays in `evidence` alone. */
function yearOf({ fiscalYear }: PublishedEvaluation): number | null {
  return fiscalYear !== null && fiscalYear >= 1000 && fiscalYear <= 9999 ? fiscalYear : null;
}

function lastDayOf(form: PublishedEvaluation): string | null {
  const year = yearOf(form);
  return year === null ? null : `${year}-12-31`;
}

const COLUMNS: readonly Column<Placed>[] = [
  {
    name: 'form_id',
    type: 'text',
    required: true,
    comment: '表编号 id of the form: source_id, a hyphen, position',
    of: ({ loadable, position }) => formId(loadable.sha256, position),
  },
  {
    name: 'source_id',
    type: 'text',
    required: true,
    comment: '所在文件 the document that holds it',
    of: ({ loadable }) => loadable.sourceId,
  },
  {
    name: 'position',
    type: 'integer',
    required: true,
    comment: '在文件中的次序，从 0 起 place in the document, from 0',
    of: ({ position }) => position,
  },
  text('title', '标题 title, as printed', ({ title }) => title),
  {
    name: 'class',
    type: 'text',
    required: true,
    oneOf: FORM_CLASSES,
    comment: '表类 project 项目支出, department 部门整体, transfer 转移支付, other',
    of: ({ form }) => form.class,
  },
  { name: 'fiscal_year', type: 'integer', comment: '年度 fiscal year', of: ({ form }) => yearOf(form) },
  {
    name: 'fiscal_year_end',
    type: 'date',
    comment: '年度末日 last day of the fiscal year, to join calendars by',
    of: ({ form }) => lastDayOf(form),
  },
  text('project_name', '项目名称 project', ({ projectName }) => projectName),
  text('project_code', '项目编码 project code', ({ projectCode }) => projectCode),
  text('supervisor', '主管部门 supervising department', ({ supervisor }) => supervisor),
  text('supervisor_code', '主管部门代码 its code', ({ supervisorCode }) => supervisorCode),
  text('implementer', '实施单位 implementing unit', ({ implementer }) => implementer),
  text('amount_unit', '金额单位，照印 unit of the amounts, as printed', ({ amountUnit }) => amountUnit),
  {
    name: 'yuan_power',
    type: 'integer',
    comment:
      '金额单位合 10 的几次方元 power of ten of 元 that the unit stands for; null where none is printed',
    of: ({ form }) => powerOf(form.amountUnit),
  },
  text('goal_expected', '预期目标 expected goal', ({ goal }) => goal.expected),
  text('goal_achieved', '实际完成情况 achieved goal', ({ goal }) => goal.achieved),
  {
    name: 'total_weight',
    type: 'exact',
    comment: '总分值 total of weights, as printed',
    of: ({ form }) => form.total.weight,
  },
  text('total_weight_text', '总分值原文 its printed text', (form) => printedText(form, '/total/weight')),
  {
    name: 'total_score',
    type: 'exact',
    comment: '总得分 total of scores, as printed',
    of: ({ form }) => form.total.score,
  },
  text('total_score_text', '总得分原文 its printed text', (form) => printedText(form, '/total/score')),
  text('grade', '评价等级 grade, as printed', ({ total }) => total.grade),
];

export const FORM = tableOf(
  {
    name: 'form',
    comment: '自评表 self-evaluation forms, one row each',
    key: ['form_id'],
    references: [{ column: 'source_id', table: 'source', key: 'source_id' }],
    indexes: [
      { column: 'source_id', by: 'order' },
      { column: 'fiscal_year', by: 'order' },
      { column: 'supervisor', by: 'hash' },
      { column: 'implementer', by: 'hash' },
    ],
  },
  COLUMNS,
  (loadable) => loadable.report.evaluations.map((form, position) => ({ loadable, form, position })),
);
