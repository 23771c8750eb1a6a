// The rate that two amounts give: executed ÷ budget in percent, unrounded.

import { type Decimal, exact, type Ratio, ratioOf } from '../number/index.ts';

export const HUNDRED = exact.ratio(100n);

/** Null where there is no budget to divide by: 0/0 has no rate. */
export function percentOf(executed: Decimal, budget: Decimal): Ratio | null {
  return budget.units > 0n ? percentage(ratioOf(executed), ratioOf(budget)) : null;
}

export function percentage(part: Ratio, whole: Ratio): Ratio {
  return exact.multiply(exact.divide(part, whole), HUNDRED);
}
