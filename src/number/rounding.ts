// What a printed number stands for: the interval of exact values that one way of rounding would print so.
// Surprise: nearest is closed at both ends, so a tie fits both neighbours (forms print 0.535 as 0.53 and 0.075 as 0.08);
// truncation goes towards 0 and ceiling away from it, so that a negative number mirrors its positive.

import { Decimal, ratioOf } from './decimal.ts';
import { absolute, add, compare, multiply, type Ratio, ratio, subtract } from './ratio.ts';

/** In the order in which a mismatch is tried. */
export const ROUNDINGS = ['nearest', 'tie', 'truncated', 'ceiling', 'coarser'] as const;
export type Rounding = (typeof ROUNDINGS)[number];

/** `lowOpen`/`highOpen`: the end itself does not belong to the interval. */
export interface Interval {
  readonly low: Ratio;
  readonly high: Ratio;
  readonly lowOpen: boolean;
  readonly highOpen: boolean;
}

const HALF = ratio(1n, 2n);

/** One unit of the last place: 10^-places. */
export function ulpOf(places: number): Ratio {
  return ratio(1n, 10n ** BigInt(places));
}

/** The exact values that a number printed with `places` decimals stands for under one way of rounding. */
export function intervalOf(
  stated: Decimal,
  rounding: 'nearest' | 'truncated' | 'ceiling',
  places = stated.places,
): Interval {
  const value = ratioOf(stated);
  const ulp = ulpOf(places);
  if (rounding === 'nearest') return closed(value, multiply(ulp, HALF));
  if (stated.units === 0n) return aroundZero(rounding, ulp);
  const outwards = (rounding === 'truncated') === stated.units > 0n;
  return outwards
    ? { low: value, high: add(value, ulp), lowOpen: false, highOpen: true }
    : { low: subtract(value, ulp), high: value, lowOpen: true, highOpen: false };
}

function closed(value: Ratio, radius: Ratio): Interval {
  return { low: subtract(value, radius), high: add(value, radius), lowOpen: false, highOpen: false };
}

/** Whatever is nearer to 0 than one unit is truncated to 0; only 0 itself has the ceiling 0. */
function aroundZero(rounding: 'truncated' | 'ceiling', ulp: Ratio): Interval {
  if (rounding === 'ceiling') return closed(ratio(0n), ratio(0n));
  return { low: ratio(-ulp.numerator, ulp.denominator), high: ulp, lowOpen: true, highOpen: true };
}

export function contains(interval: Interval, value: Ratio): boolean {
  const low = compare(interval.low, value);
  const high = compare(value, interval.high);
  return (interval.lowOpen ? low < 0 : low <= 0) && (interval.highOpen ? high < 0 : high <= 0);
}

/**
 * The ways of rounding that turn the exact value into the printed one, in the order of ROUNDINGS; empty when none does.
 * `places` is what the number's column shows, where that is more than the number itself shows (7.30 printed 7.3).
 */
export function roundingsGiving(exact: Ratio, stated: Decimal, places = stated.places): readonly Rounding[] {
  const fits: Readonly<Record<Rounding, () => boolean>> = {
    nearest: () => contains(intervalOf(stated, 'nearest', places), exact),
    tie: () => isTie(exact, stated, places),
    truncated: () => fitsAt(exact, stated, 'truncated', places),
    ceiling: () => fitsAt(exact, stated, 'ceiling', places),
    coarser: () => isCoarser(exact, stated, places),
  };
  return ROUNDINGS.filter((rounding) => fits[rounding]());
}

function fitsAt(exact: Ratio, stated: Decimal, rounding: 'truncated' | 'ceiling', places: number): boolean {
  return contains(intervalOf(stated, rounding, places), exact);
}

/** Exactly half a unit away: either neighbour may be printed. */
function isTie(exact: Ratio, stated: Decimal, places: number): boolean {
  const gap = absolute(subtract(exact, ratioOf(stated)));
  return compare(gap, multiply(ulpOf(places), HALF)) === 0;
}

/** Rounded at fewer decimals than the column shows: 8.62 printed 9, 9.0 or 9.00. */
function isCoarser(exact: Ratio, stated: Decimal, places: number): boolean {
  const fewest = significantPlaces(stated);
  return fewest < places && contains(intervalOf(stated, 'nearest', fewest), exact);
}

/** The decimals that remain without trailing zeros: 7.30 has 1. */
export function significantPlaces(stated: Decimal): number {
  let { units, places } = stated;
  while (places > 0 && units % 10n === 0n) {
    units /= 10n;
    places -= 1;
  }
  return places;
}

/** The decimals of a column: the most that any of its numbers shows, since a dropped trailing zero makes one look coarser. */
export function columnPlaces(column: readonly Decimal[]): number {
  return column.reduce((most, { places }) => Math.max(most, places), 0);
}

/** The decimal nearest to an exact value at so many places; a tie goes away from 0. For showing what a sum works out as. */
export function nearestDecimal(exact: Ratio, places: number): Decimal {
  const scaled = exact.numerator * 10n ** BigInt(places) * 2n;
  const sign = scaled < 0n ? -1n : 1n;
  const units = (scaled * sign + exact.denominator) / (exact.denominator * 2n);
  return new Decimal(units * sign, places);
}
