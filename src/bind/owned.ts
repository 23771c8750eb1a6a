// Whether a paragraph tells of the form that it stands below: its amounts and rates against those of the fund block.

import { type Decimal, decimalOf, exact, printedDecimal, ratioOf, shifted, ulpOf } from '../number/index.ts';
import { folded } from '../text/index.ts';
import type { Draft } from './draft.ts';

const CLAIM = /(\d[\d,]*(?:\.\d+)?)\s*(?:[万亿]?元|%)/g;

/** What the fund block prints. */
export function figuresOf(draft: Draft): readonly Decimal[] {
  const funding = draft.form().bindings.filter(({ field }) => field.startsWith('/funding/'));
  return funding.flatMap(({ pieces }) => pieces.flatMap(({ text }) => printedDecimal(text) ?? []));
}

/** Most of its figures are the form's own; of two, one that is not so by chance is enough, since the other may be the slip. */
export function isOwn(paragraph: string, own: readonly Decimal[]): boolean {
  const figures = [...folded(paragraph).matchAll(CLAIM)].map(([, figure = '']) => figure);
  const claims = figures.flatMap((figure) => decimalOf(figure.replaceAll(',', '')) ?? []);
  const told = claims.filter((claim) => own.some((one) => isTelling(one, claim)));
  const known = claims.filter((claim) => told.includes(claim) || own.some((one) => isNear(one, claim)));
  const twice = 2 * known.length;
  return claims.length === 0 || twice > claims.length || (told.length > 0 && twice === claims.length);
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
  const gap = exact.absolute(exact.subtract(ratioOf(one), ratioOf(other)));
  return one.units !== 0n && exact.compare(gap, ulpOf(Math.min(one.places, other.places))) < 0;
}
