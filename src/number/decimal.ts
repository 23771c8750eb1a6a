// Decimals as printed: digits and the number of places. 7.3 and 7.30 are equal values and different statements.
// Surprise: JSON.stringify writes a Decimal as a bare number with its printed places, through JSON.rawJSON.

import { compare, type Ratio, ratio } from './ratio.ts';

declare global {
  interface JSON {
    rawJSON(text: string): object;
  }
}

/** The value is `units / 10^places`; `places` is 0 or more and at most MOST_PLACES. */
export class Decimal {
  readonly units: bigint;
  readonly places: number;

  constructor(units: bigint, places: number) {
    this.units = units;
    this.places = places;
  }

  toString(): string {
    const digits = (this.units < 0n ? -this.units : this.units).toString().padStart(this.places + 1, '0');
    const whole = digits.slice(0, digits.length - this.places);
    const sign = this.units < 0n ? '-' : '';
    return this.places === 0 ? `${sign}${whole}` : `${sign}${whole}.${digits.slice(-this.places)}`;
  }

  toJSON(): object {
    return JSON.rawJSON(this.toString());
  }
}

/** Digits beyond these are no amounts: a cap, so that a megabyte of nines cannot become a bigint. */
const MOST_DIGITS = 40;
export const MOST_PLACES = 20;

const PLAIN = /^([+-]?)(\d+)(?:\.(\d+))?$/;
const GROUPED = /^([+-]?)(\d{1,3}(?:,\d{3})+)(?:\.(\d+))?$/;

/** The decimal that a plain ASCII text prints (`378.65`, `-3`, `1,234.50`), or null. */
export function decimalOf(text: string): Decimal | null {
  const match = PLAIN.exec(text) ?? GROUPED.exec(text);
  if (!match) return null;
  const whole = (match[2] ?? '').replaceAll(',', '');
  const places = match[3] ?? '';
  if (whole.length + places.length > MOST_DIGITS || places.length > MOST_PLACES) return null;
  const units = BigInt(whole + places);
  return new Decimal(match[1] === '-' ? -units : units, places.length);
}

export function ratioOf(decimal: Decimal): Ratio {
  return ratio(decimal.units, 10n ** BigInt(decimal.places));
}

/** As values: 7.3 equals 7.30. */
export function sameValue(a: Decimal, b: Decimal): boolean {
  return compare(ratioOf(a), ratioOf(b)) === 0;
}

/** The same value times 10^power, exactly: a shift of the point (0.7125 → 71.25 with 2 fewer places). */
export function shifted(decimal: Decimal, power: number): Decimal {
  const places = decimal.places - power;
  if (places >= 0) return new Decimal(decimal.units, places);
  return new Decimal(decimal.units * 10n ** BigInt(-places), 0);
}
