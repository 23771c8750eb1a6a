// Whether a paragraph tells of the form that it stands below: its amounts and rates against those of the fund block.

import { type Decimal, decimalOf, shifted } from '../number/index.ts';
import { folded } from '../text/index.ts';
import type { Draft } from './draft.ts';

const FIGURE = /\d[\d,]*(?:\.\d+)?/g;
const CLAIM = /(\d[\d,]*(?:\.\d+)?)\s*(?:[万亿]?元|%)/g;

/** What the fund block prints. */
export function figuresOf(draft: Draft): readonly Decimal[] {
  const funding = draft.form().bindings.filter(({ field }) => field.startsWith('/funding/'));
  const texts = funding.flatMap(({ pieces }) => pieces.map(({ text }) => folded(text)));
  return decimalsIn(texts.flatMap((text) => [...text.matchAll(FIGURE)].map(([figure]) => figure)));
}

/** Most of its figures are the form's own; of two, one that is not so by chance is enough, since the other may be the slip. */
export function isOwn(paragraph: string, own: readonly Decimal[]): boolean {
  const claims = decimalsIn([...folded(paragraph).matchAll(CLAIM)].map(([, figure = '']) => figure));
  const told = claims.filter((claim) => own.some((one) => isTelling(one, claim)));
  const known = claims.filter((claim) => told.includes(claim) || own.some((one) => isNear(one, claim)));
  const twice = 2 * known.length;
  return claims.length === 0 || twice > claims.length || (told.length > 0 && twice === claims.length);
}

function decimalsIn(figures: readonly string[]): readonly Decimal[] {
  return figures.map((figure) => decimalOf(figure.replaceAll(',', ''))).filter((value) => value !== null);
}

/** Prose may be in another unit than the table, and a rate there a fraction. */
const SHIFTS = [0, 4, -4, 2, -2];
/** Fewer digits are shared by chance. */
const LEAST_TELLING = 3;

function isTelling(one: Decimal, other: Decimal): boolean {
  if (digitsOf(one) < LEAST_TELLING || digitsOf(other) < LEAST_TELLING) return false;
  return SHIFTS.some((power) => isNear(one, shifted(other, power)));
}

function digitsOf({ units }: Decimal): number {
  return String(units).replace(/0+$/, '').length;
}

/** Less than one unit of the coarser apart: 45.25 of 45. */
function isNear(one: Decimal, other: Decimal): boolean {
  const most = Math.max(one.places, other.places);
  const unitsOf = ({ units, places }: Decimal) => units * 10n ** BigInt(most - places);
  const gap = unitsOf(one) - unitsOf(other);
  const unit = 10n ** BigInt(most - Math.min(one.places, other.places));
  return one.units !== 0n && -unit < gap && gap < unit;
}
