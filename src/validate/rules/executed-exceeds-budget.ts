// 全年执行数超过全年预算数，逐行检验。
// Executed above the adjusted budget, line by line.
// Source: usual practice of re-checking.

import { diagnosticOf } from '../../diagnostic/index.ts';
import { exact, ratioOf } from '../../number/index.ts';
import { groundsOf, lineName, type Rule } from '../subject.ts';
import { areInOneUnit } from '../terms.ts';

/** Money that came back (a negative amount) exceeds nothing. */
export const executedExceedsBudget: Rule = function* ({ evaluation }) {
  for (const line of evaluation.funding) {
    const { executed, adjustedBudget: budget } = line;
    if (!executed || !budget || executed.value.units <= 0n) continue;
    if (exact.compare(ratioOf(executed.value), ratioOf(budget.value)) <= 0) continue;
    if (!areInOneUnit([executed, budget], evaluation)) continue;
    yield diagnosticOf('executed-exceeds-budget', {
      fields: [executed.field, budget.field],
      stated: String(executed.value),
      because: groundsOf([executed, budget]),
      words: { line: lineName(line), budget: String(budget.value) },
    });
  }
};
