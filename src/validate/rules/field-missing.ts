// 项目名称、主管部门、实施单位、年度，或指标行的指标值、完成值、分值、得分空白；表内没有的栏不检验。
// Project, supervisor, implementer or year are blank, or a row's target, actual value, weight or score is, where the form has such a column.
// Source: usual practice of re-checking.

import { diagnosticOf, type Message, type Pointer } from '../../diagnostic/index.ts';
import type { Evaluation, Indicator } from '../../record/evaluation.ts';
import { groundsOf, type Rule, rowName } from '../subject.ts';

const HEADER = {
  projectName: { zh: '项目名称', en: 'project name' },
  supervisor: { zh: '主管部门', en: 'supervisor' },
  implementer: { zh: '实施单位', en: 'implementer' },
  fiscalYear: { zh: '年度', en: 'year' },
} as const satisfies Partial<Record<keyof Evaluation, Message>>;

const COLUMNS = {
  target: { zh: '年度指标值', en: 'target' },
  actual: { zh: '实际完成值', en: 'actual value' },
  weight: { zh: '分值', en: 'weight' },
  score: { zh: '得分', en: 'score' },
} as const satisfies Partial<Record<keyof Indicator, Message>>;

const HEADER_FIELDS = ['projectName', 'supervisor', 'implementer', 'fiscalYear'] as const;
/** Not every family of forms prints these. */
const UNITS: ReadonlySet<string> = new Set(['supervisor', 'implementer']);
const ROW_FIELDS = ['target', 'actual', 'weight', 'score'] as const;

export const fieldMissing: Rule = function* ({ evaluation }) {
  const printed: ReadonlySet<string> = new Set(evaluation.columns);
  const wanted = HEADER_FIELDS.filter((field) => !UNITS.has(field) || printed.has(field));
  for (const name of wanted.filter((field) => evaluation[field] === null)) {
    yield diagnosticOf('field-missing', { fields: [`/${name}` as Pointer], words: { what: HEADER[name] } });
  }
  const asked = ROW_FIELDS.filter((field) => evaluation.columns.includes(field));
  for (const [at, row] of evaluation.indicators.entries()) {
    const blank = asked.filter((field) => row[field] === null && !(isPart(row) && isPoints(field)));
    if (blank.length === 0) continue;
    yield diagnosticOf('field-missing', {
      fields: blank.map((field) => `/indicators/${at}/${field}` as Pointer),
      because: groundsOf([row.level3]),
      words: { what: blankWords(rowName(row), blank) },
    });
  }
};

/** A part (其中) need have no points of its own. */
function isPart(row: Indicator): boolean {
  return row.partOf !== null;
}

function isPoints(field: (typeof ROW_FIELDS)[number]): boolean {
  return field === 'weight' || field === 'score';
}

function blankWords(name: string, blank: readonly (typeof ROW_FIELDS)[number][]): Message {
  return {
    zh: `指标“${name}”的${blank.map((field) => COLUMNS[field].zh).join('、')}`,
    en: `${blank.map((field) => COLUMNS[field].en).join(', ')} of the indicator “${name}”`,
  };
}
