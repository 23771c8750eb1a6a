// A printed execution rate in percent: 71.25, 71.25% and 0.7125 are the same rate.
// Surprise: without a sign only the amounts tell whether 1 is 1 % or 100 %; the nearer of the two wins. Above 1 a fraction must agree with them.

import { type Decimal, exact, ratioOf, shifted, ulpOf } from '../number/index.ts';
import type { Stated } from '../record/stated.ts';

export interface Amounts {
  readonly budget: Stated<Decimal> | null;
  readonly executed: Stated<Decimal> | null;
}

const ONE = exact.ratio(1n);

export function percentOf(
  rate: Stated<Decimal> | null,
  { budget, executed }: Amounts,
): Stated<Decimal> | null {
  if (!rate || /[%％]/.test(rate.text)) return rate;
  if (!budget || !executed || budget.value.units === 0n) return rate;
  const quotient = exact.divide(ratioOf(executed.value), ratioOf(budget.value));
  const printed = ratioOf(rate.value);
  const asFraction = exact.absolute(exact.subtract(printed, quotient));
  const isAgreed = exact.compare(asFraction, ulpOf(rate.value.places)) < 0;
  if (exact.compare(printed, ONE) > 0 && !isAgreed) return rate;
  const asPercent = exact.absolute(exact.subtract(printed, exact.multiply(quotient, exact.ratio(100n))));
  return exact.compare(asFraction, asPercent) < 0 ? { ...rate, value: shifted(rate.value, 2) } : rate;
}
