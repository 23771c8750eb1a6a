// Printed numbers compared exactly, only to tell alignments apart. No diagnostic comes from here.

import { type Decimal, decimalOf, exact, ratioOf } from '../../number/index.ts';
import { folded } from '../../text/label.ts';

const LEADING = /^[≥≤><=]*(-?[\d,]+(?:\.\d+)?)/;

/** A row is aligned in hundreds of ways, and each asks for the same few numbers. */
const known = new Map<string, Decimal | null>();
const MOST_KNOWN = 20_000;

function numberIn(text: string | undefined): Decimal | null {
  if (!text) return null;
  let number = known.get(text);
  if (number === undefined) {
    const digits = LEADING.exec(folded(text))?.[1];
    number = digits ? decimalOf(digits) : null;
    if (known.size > MOST_KNOWN) known.clear();
    known.set(text, number);
  }
  return number;
}

export function decimalsIn(text: string): number {
  return /\.(\d+)/.exec(text)?.[1]?.length ?? 0;
}

/** Within one unit of the last printed place: any rounding. Null for a printed 0, which explains no cut: 0|0% comes out wherever digits end so. */
function near(value: exact.Ratio, printed: Decimal): boolean | null {
  if (printed.units === 0n) return null;
  const gap = exact.absolute(exact.subtract(value, ratioOf(printed)));
  return exact.compare(gap, exact.ratio(1n, 10n ** BigInt(printed.places))) <= 0;
}

interface Share {
  readonly part: string | undefined;
  readonly whole: string | undefined;
  readonly weight: string | undefined;
  readonly stated: string | undefined;
}

export const compareText = {
  /** Whether a/b prints as the rate, as a percentage or (1 and what has decimals) as a fraction; null when one is missing or b is 0. */
  quotient(a: string | undefined, b: string | undefined, rate: string | undefined): boolean | null {
    const [part, whole, stated] = [numberIn(a), numberIn(b), numberIn(rate)];
    if (!part || !whole || !stated || whole.units === 0n) return null;
    const value = exact.divide(ratioOf(part), ratioOf(whole));
    const percent = exact.multiply(value, exact.ratio(100n));
    const mayBeFraction = !/[%％]/.test(rate ?? '') && (stated.places > 0 || stated.units <= 1n);
    return (mayBeFraction && near(value, stated)) || near(percent, stated);
  },

  /** Whether min(1, part/whole) × weight prints as stated. */
  share({ part, whole, weight, stated }: Share): boolean | null {
    const [a, b, points, score] = [numberIn(part), numberIn(whole), numberIn(weight), numberIn(stated)];
    if (!a || !b || !points || !score || b.units === 0n) return null;
    const rate = exact.least(exact.ONE, exact.divide(ratioOf(a), ratioOf(b)));
    return near(exact.multiply(rate, ratioOf(points)), score);
  },

  exceeds(a: string | undefined, b: string | undefined): boolean {
    const [left, right] = [numberIn(a), numberIn(b)];
    return left !== null && right !== null && exact.compare(ratioOf(left), ratioOf(right)) > 0;
  },
};
