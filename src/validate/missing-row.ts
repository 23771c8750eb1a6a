// Whether one absent row would explain why both totals fall short, and which item of the goal text it may be.

import { exact, type Ratio, ratioOf } from '../number/index.ts';
import type { Evaluation } from '../record/evaluation.ts';
import { type GoalItem, goalListOf, itemsWithoutRow } from './goal.ts';
import { remembered } from './remembered.ts';
import { sumOf } from './terms.ts';
import { scoreSumOf, type TotalSum, weightSumOf } from './totals.ts';

export interface Shortfall {
  readonly weight: TotalSum;
  readonly score: TotalSum;
  readonly weightGap: Ratio;
  readonly scoreGap: Ratio;
  readonly candidates: readonly GoalItem[];
}

/** Both totals fall short, the score by no more than the weight; and an item has no row, or the gaps are equal. */
export const shortfallOf = remembered((evaluation): Shortfall | null => {
  const weight = weightSumOf(evaluation);
  const score = scoreSumOf(evaluation);
  if (weight?.lacks !== 'nothing' || score?.lacks !== 'nothing') return null;
  const weightGap = gapOf(weight);
  const scoreGap = gapOf(score);
  if (scoreGap.numerator <= 0n || exact.compare(scoreGap, weightGap) > 0) return null;
  const list = goalListOf(evaluation);
  const candidates = list ? itemsWithoutRow(list) : [];
  const isLikely = candidates.length > 0 || exact.compare(scoreGap, weightGap) === 0;
  return isLikely ? { weight, score, weightGap, scoreGap, candidates } : null;
});

export function lacksRow(evaluation: Evaluation): boolean {
  return shortfallOf(evaluation) !== null;
}

function gapOf({ printed, terms }: TotalSum): Ratio {
  return exact.subtract(ratioOf(printed.value), sumOf(terms));
}
