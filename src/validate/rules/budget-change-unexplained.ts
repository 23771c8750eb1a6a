// 年初预算数与全年预算数不同，而全表没有任何调整、追加、调减、变更的字样。
// The initial budget differs from the adjusted one, and no word of an adjustment stands anywhere in the form.
// Source: usual practice of re-checking.

import { diagnosticOf } from '../../diagnostic/index.ts';
import { exact, ratioOf } from '../../number/index.ts';
import { wordsOf } from '../remarks.ts';
import { groundsOf, type Rule, totalLine } from '../subject.ts';
import { areInOneUnit } from '../terms.ts';

const ADJUSTED =
  /调整|追加|调[增减]|变更|核[增减]|压减|压缩|追减|收回|增[加拨列]预算|新增.{0,4}(?:预算|资金|经费|下达|安排|拨款)|年中|划转|结转/;

export const budgetChangeUnexplained: Rule = function* ({ evaluation }) {
  const line = totalLine(evaluation);
  if (!line?.initialBudget || !line.adjustedBudget) return;
  const { initialBudget: initial, adjustedBudget: adjusted } = line;
  if (exact.compare(ratioOf(initial.value), ratioOf(adjusted.value)) === 0) return;
  if (!areInOneUnit([initial, adjusted], evaluation)) return;
  if (wordsOf(evaluation).some((text) => ADJUSTED.test(text))) return;
  yield diagnosticOf('budget-change-unexplained', {
    fields: [adjusted.field, initial.field],
    stated: String(adjusted.value),
    because: groundsOf([adjusted, initial]),
    words: { initial: String(initial.value) },
  });
};
