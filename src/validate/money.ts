// Amounts in different units and at different precisions: whether two of them can be statements of one and the same sum.
// Surprise: the coarser of the two decides; 269.7825万元 and 269.78万元 agree, 269.79 and 269.78 do not.

import { type Decimal, exact, nearestDecimal, type Ratio, ratioOf, ulpOf } from '../number/index.ts';

/** A printed number in a unit of 10^power (of 元, or of 1 for rates). */
export interface Measured {
  readonly value: Decimal;
  readonly power: number;
}

const UNIT_POWERS: Readonly<Record<string, number>> = {
  亿元: 8,
  千万元: 7,
  百万元: 6,
  万元: 4,
  千元: 3,
  元: 0,
};

const UNIT = /亿元|千万元|百万元|万元|千元|元/;

/** The unit of money that a text names. */
export function unitIn(text: string): string | null {
  return UNIT.exec(text)?.[0] ?? null;
}

/** The unit is 10^power 元; null for what is no unit of money. */
export function powerOfUnit(unit: string): number | null {
  return UNIT_POWERS[unit] ?? null;
}

function tenTo(power: number): Ratio {
  return power >= 0 ? exact.ratio(10n ** BigInt(power)) : ulpOf(-power);
}

export function baseValue({ value, power }: Measured): Ratio {
  return exact.multiply(ratioOf(value), tenTo(power));
}

function precision({ value, power }: Measured): number {
  return power - value.places;
}

/** Nearer than one unit of the coarser, which makes equally precise ones equal. Only 0 agrees with 0. */
export function agree(a: Measured, b: Measured): boolean {
  return match(a, b, (gap, unit) => exact.compare(gap, unit) < 0);
}

/** The finer of the two rounds to the coarser: 99.38 is no statement of 100, though it is nearer than one whole unit. */
export function rounds(a: Measured, b: Measured): boolean {
  return match(a, b, (gap, unit) => exact.compare(twice(gap), unit) <= 0);
}

/** `isSmall` judges the gap between a finer and a coarser statement by the last unit of the coarser. */
function match(a: Measured, b: Measured, isSmall: (gap: Ratio, unit: Ratio) => boolean): boolean {
  if (a.value.units === 0n || b.value.units === 0n) return a.value.units === b.value.units;
  const gap = exact.absolute(exact.subtract(baseValue(a), baseValue(b)));
  return isSmall(gap, tenTo(Math.max(precision(a), precision(b))));
}

function twice(value: Ratio): Ratio {
  return exact.multiply(value, exact.ratio(2n));
}

/** The two differ by exactly 元 against 万元. */
export function differByTenThousand(a: Measured, b: Measured): boolean {
  if (a.value.units === 0n) return false;
  return agree({ ...a, power: a.power + 4 }, b) || agree({ ...a, power: a.power - 4 }, b);
}

/** `value` in the unit and at the precision of `like`. */
function alike(value: Measured, like: Measured): Decimal {
  const scaled = exact.divide(baseValue(value), tenTo(like.power));
  return nearestDecimal(scaled, like.value.places);
}

/** One digit differs, or two neighbours are swapped: the same sum, written wrong once. */
export function isSlip(a: Measured, b: Measured): boolean {
  const right = String(b.value);
  const left = String(alike(a, b)).padStart(right.length, '0');
  if (left.length !== right.length) return false;
  const odd = [...left].flatMap((char, at) => (char === right[at] ? [] : [at]));
  if (odd.length === 1) return true;
  const [first = 0, second = 0] = odd;
  const isSwap = left[first] === right[second] && left[second] === right[first];
  return odd.length === 2 && second === first + 1 && isSwap;
}

/** Neither is more than twice the other: beyond that the words may mean another budget altogether. */
export function isNear(a: Measured, b: Measured): boolean {
  const [left, right] = [baseValue(a), baseValue(b)];
  return exact.compare(left, twice(right)) <= 0 && exact.compare(right, twice(left)) <= 0;
}
