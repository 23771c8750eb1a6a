// 数量指标完成值为 0（并未购置），对应的成本指标却得分。
// A quantity indicator was done 0 times, nothing was bought, and yet the cost indicator of the same thing scored.
// Source: usual practice of re-checking.

import { diagnosticOf } from '../../diagnostic/index.ts';
import type { Indicator } from '../../record/evaluation.ts';
import { isCost } from '../achievement.ts';
import { bareName } from '../goal.ts';
import { groundsOf, type Rule, rowName } from '../subject.ts';

export const zeroQuantityCostScored: Rule = function* ({ evaluation }) {
  const nothing = evaluation.indicators
    .filter((row) => !isCost(row) && row.actualQuantity?.amount.units === 0n)
    .map((row) => ({ ...row, name: bareName(rowName(row)) }));
  for (const row of evaluation.indicators.filter(isCost)) {
    const priced = pricedThing(row);
    const bought = nothing.find(({ name }) => priced.length > 1 && name === priced);
    if (!bought?.actual || !row.score || row.score.value.units <= 0n) continue;
    yield diagnosticOf('zero-quantity-cost-scored', {
      fields: [row.score.field, bought.actual.field],
      stated: String(row.score.value),
      because: groundsOf([row.score, bought.actual, bought.level3, row.level3]),
      words: { row: rowName(row), bought: rowName(bought), actual: bought.actual.value },
    });
  }
};

/** What costs so much: 资料推车 of 资料推车单价, as bare as the name of the quantity 购置资料推车. */
function pricedThing(cost: Indicator): string {
  return bareName(rowName(cost)).replace(/(?:单价|价格|成本|费用?|采购价)$/, '');
}
