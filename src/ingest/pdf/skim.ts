// Which pages of a long document can hold a form, told from their text alone.
// Surprise: a page without text stays in: it may be a scanned form.

import { folded } from '../../text/label.ts';

/** Pages from which a document is skimmed: pages that cannot hold a form are left empty. In a shorter one everything is worked on. */
export const LONG = 24;

/** What only these forms print (绩效 with 自评), and what their tables print in their columns. */
const NAMES = /自评表|绩效自评|绩效目标(?:完成|自评)|自评得分/;
const LABELS = [
  /一级指标/,
  /二级指标/,
  /三级指标/,
  /年度指标值|年初目标值|指标值/,
  /实际完成值|完成值/,
  /年初预算数/,
  /全年预算数/,
  /全年执行数/,
  /执行率/,
  /偏差原因/,
  /得分/,
  /分值|权重/,
];
const ENOUGH_LABELS = 3;

export function canHoldForm(text: string): boolean {
  const plain = folded(text);
  if (plain === '') return true;
  if (NAMES.test(plain)) return true;
  return LABELS.filter((label) => label.test(plain)).length >= ENOUGH_LABELS;
}
