// A printed number → the units of the column type DECIMAL(38,10).
// Surprise: more than ten places are rounded (half up, away from 0) in the value, never in the text beside it; load says how many there were.

import type { Decimal } from '../number/index.ts';

/** column.ts says why. */
export const DIGITS = 38;
export const PLACES = 10;

const MOST = 10n ** BigInt(DIGITS);

/** The number times 10^PLACES, or null where it has more digits before the point than any amount. */
export function unitsOf({ units, places }: Decimal): bigint | null {
  const scaled = places <= PLACES ? units * 10n ** BigInt(PLACES - places) : rounded(units, places - PLACES);
  return scaled < MOST && scaled > -MOST ? scaled : null;
}

function rounded(units: bigint, surplus: number): bigint {
  const divisor = 10n ** BigInt(surplus);
  const half = divisor / 2n;
  return (units < 0n ? units - half : units + half) / divisor;
}

/** Whether the column holds it exactly. */
export function isExact(decimal: Decimal): boolean {
  const units = unitsOf(decimal);
  if (units === null) return false;
  const surplus = decimal.places - PLACES;
  return surplus <= 0 || units * 10n ** BigInt(surplus) === decimal.units;
}

/** `3786500000000` → `378.6500000000`: how SQL writes it. */
export function digitsOf(units: bigint): string {
  const digits = (units < 0n ? -units : units).toString().padStart(PLACES + 1, '0');
  return `${units < 0n ? '-' : ''}${digits.slice(0, -PLACES)}.${digits.slice(-PLACES)}`;
}
