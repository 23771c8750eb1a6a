// What kind of form it is, and where a funding line's money comes from: both told by words.

import type { ColumnName } from '../form/form.ts';
import { conceptIn } from '../form/vocabulary.ts';
import type { FormClass, FundingSource } from '../record/evaluation.ts';
import { folded } from '../text/label.ts';

/** A transfer form asks for no scores and calls itself a form of goals; a department form says 部门整体 or 整体支出. */
export function classOf(title: string, project: string, columns: readonly ColumnName[]): FormClass {
  const words = folded(title + project);
  const scored = columns.includes('weight') || columns.includes('score');
  if (/部门整体|整体支出|整体绩效/.test(words)) return 'department';
  if (/转移支付/.test(folded(title)) || (/绩效目标自评/.test(words) && !scored)) return 'transfer';
  if (/项目|专项|绩效目标/.test(words)) return 'project';
  return columns.length > 0 ? 'project' : 'other';
}

export function sourceOf(label: string): FundingSource {
  return (
    conceptIn('fundingLine', label) ??
    (conceptIn('block', label) === 'fundingBlock' || conceptIn('fundingColumn', label) !== null
      ? 'total'
      : 'unknown')
  );
}
