// Printed numbers of made-up forms, in exact decimals, and the customs of rounding by which clerks print them.
// Surprise: it shares nothing with src/number, so that a wrong sum there cannot agree with a wrong sum here.

/** `units / 10^places`, never negative in a clean form. */
export interface Fixed {
  readonly units: bigint;
  readonly places: number;
}

export const CUSTOMS = ['nearest', 'tie', 'truncated', 'ceiling', 'coarser'] as const;
export type Custom = (typeof CUSTOMS)[number];

export function fixed(units: bigint | number, places = 0): Fixed {
  return { units: BigInt(units), places };
}

export function atPlaces(value: Fixed, places: number): bigint {
  if (places < value.places) throw new RangeError(`${textOf(value)} does not fit ${places} places`);
  return value.units * 10n ** BigInt(places - value.places);
}

export function plus(a: Fixed, b: Fixed): Fixed {
  const places = Math.max(a.places, b.places);
  return { units: atPlaces(a, places) + atPlaces(b, places), places };
}

export function minus(a: Fixed, b: Fixed): Fixed {
  return plus(a, { ...b, units: -b.units });
}

export function sumOf(values: readonly Fixed[]): Fixed {
  return values.reduce(plus, fixed(0));
}

export function isLess(a: Fixed, b: Fixed): boolean {
  return minus(a, b).units < 0n;
}

/** The printed digits with all places, or without the zeros that end them. */
export function textOf({ units, places }: Fixed, keepsZeros = true): string {
  const digits = (units < 0n ? -units : units).toString().padStart(places + 1, '0');
  const sign = units < 0n ? '-' : '';
  const whole = digits.slice(0, digits.length - places);
  const rest = places === 0 ? '' : digits.slice(-places);
  const kept = keepsZeros ? rest : rest.replace(/0+$/, '');
  return kept === '' ? `${sign}${whole}` : `${sign}${whole}.${kept}`;
}

export function groupedText(text: string): string {
  const [whole = '', rest] = text.split('.');
  const grouped = whole.replaceAll(/(?<=\d)(?=(\d{3})+$)/g, ',');
  return rest === undefined ? grouped : `${grouped}.${rest}`;
}

/** The number that a cell prints, without its sign of percent, its unit and its separators; null for words, blanks and dashes. */
export function printedIn(text: string): Fixed | null {
  const [, sign, whole, rest = ''] = /^(-?)([\d,]+)(?:\.(\d+))?(?:%|万元|元)?$/.exec(text.trim()) ?? [];
  if (whole === undefined) return null;
  const units = BigInt(whole.replaceAll(',', '') + rest);
  return { units: sign === '-' ? -units : units, places: rest.length };
}

/** `numerator / denominator` as one custom prints it. A tie is printed downwards by `tie` and upwards by `nearest`. */
export function roundedRatio(
  numerator: bigint,
  denominator: bigint,
  { places, custom }: { places: number; custom: Custom },
): Fixed {
  const kept = custom === 'coarser' ? Math.max(0, places - 1) : places;
  const scaled = numerator * 10n ** BigInt(kept);
  const below = scaled / denominator;
  const left = scaled - below * denominator;
  return { units: below + (isUp(custom, left, denominator) ? 1n : 0n), places: kept };
}

function isUp(custom: Custom, left: bigint, denominator: bigint): boolean {
  if (custom === 'truncated') return false;
  if (custom === 'ceiling') return left > 0n;
  return custom === 'tie' ? 2n * left > denominator : 2n * left >= denominator;
}
