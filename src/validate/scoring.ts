// What an indicator's score should be: in full where the target is met, else in proportion. Unrounded.
// Surprise: for falling targets several formulas are in use, so there can be several right scores.

import { columnPlaces, type Decimal, exact, type Ratio, ratioOf } from '../number/index.ts';
import type { Evaluation, Indicator } from '../record/evaluation.ts';
import type { Profile } from '../record/profile.ts';
import { type Achievement, achievementOf } from './achievement.ts';
import { remembered } from './remembered.ts';
import { type Printed, present } from './subject.ts';
import { printingKey } from './terms.ts';
import { shown, verdictOf } from './verdict.ts';

/** A score that a formula gives, and how: a sum for a letter, or null where the target is met and all of the weight is due. */
interface RightScore {
  readonly value: Ratio;
  readonly sum: string | null;
}

/** The scores that the profile's formulas give, the usual one first; empty where the direction is not certain. */
export function rightScores(row: Indicator, profile: Profile): readonly RightScore[] {
  const achievement = row.weight && achievementOf(row);
  if (!row.weight || !achievement) return [];
  const weight = row.weight.value;
  return sharesOf(achievement, profile).map(({ share, written }) => {
    const value = exact.multiply(share, ratioOf(weight));
    return { value, sum: written && `${written} × ${weight} = ${shown(value)}` };
  });
}

/** Of the weight, 0 to 1; `written` is null for all of it. */
interface Share {
  readonly share: Ratio;
  readonly written: string | null;
}

const ALL: Share = { share: exact.ONE, written: null };

function sharesOf({ target, actual, direction }: Achievement, profile: Profile): readonly Share[] {
  const side = exact.compare(actual, target);
  if (direction === null) return [];
  if (side === 0) return [ALL];
  if (direction === 'exact' || target.numerator <= 0n || actual.numerator < 0n) return [];
  if (direction === 'rising') return [side > 0 ? ALL : quotient(actual, target)];
  return side < 0 ? [ALL] : profile.fallingFormulas.map((formula) => FALLING[formula](actual, target));
}

const FALLING: Readonly<Record<Profile['fallingFormulas'][number], (actual: Ratio, target: Ratio) => Share>> =
  {
    inverse: (actual, target) => quotient(target, actual),
    linear: (actual, target) => {
      const over = exact.divide(exact.subtract(actual, target), target);
      if (exact.compare(over, exact.ONE) > 0) return { share: exact.ZERO, written: '0' };
      const written = `(1 − (${shown(actual)} − ${shown(target)}) ÷ ${shown(target)})`;
      return { share: exact.subtract(exact.ONE, over), written };
    },
  };

function quotient(part: Ratio, whole: Ratio): Share {
  return { share: exact.divide(part, whole), written: `${shown(part)} ÷ ${shown(whole)}` };
}

/** The decimals of the form's scores: those of the fund block, of the rows and of the total are one column. */
export function scorePlaces({ funding, indicators, total }: Evaluation): number {
  const scores = present([...funding, ...indicators, total].map(({ score }) => score));
  return columnPlaces(scores.map(({ value }) => value));
}

export function hasFullScore(row: Indicator): row is Indicator & { weight: Printed; score: Printed } {
  return row.weight !== null && row.score !== null && compareScore(row.score, row.weight) === 0;
}

export function compareScore(score: Printed, weight: Printed): number {
  return exact.compare(ratioOf(score.value), ratioOf(weight.value));
}

function isRoundingOf(score: Ratio, value: Decimal, places: number): boolean {
  const { fits, explanation } = verdictOf(score, value, places);
  return fits || explanation !== null;
}

/** Rows whose weight or score is printed in a cell that covers other rows too: it says nothing about one of them alone. */
export const sharedRows = remembered(({ indicators }): ReadonlySet<Indicator> => {
  const groups = (['weight', 'score'] as const).flatMap((column) => {
    const printed = indicators.filter((row) => row[column] !== null);
    return [...Map.groupBy(printed, (row) => printingKey(row[column])).values()];
  });
  return new Set(groups.filter((rows) => rows.length > 1).flat());
});

/**
 * Whether a row's score is a rounded number. One that equals its weight is exact, as is one that its formula gives without rounding;
 * a whole number is a judgement, unless the formula rounds to it.
 */
export function isRounded(row: Indicator, profile: Profile, places: number): boolean {
  if (row.score === null || hasFullScore(row)) return false;
  const { value } = row.score;
  const right = rightScores(row, profile);
  if (right.some((score) => exact.compare(score.value, ratioOf(value)) === 0)) return false;
  if (value.places > 0) return true;
  return right.some((score) => isRoundingOf(score.value, value, places));
}
