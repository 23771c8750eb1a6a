// What a row's own arithmetic says for or against an alignment: a small weight, after types and neighbours.
// Surprise: totals are never asked. A row that explains itself is evidence of where its cells stand; a total that fits is not.

import type { ColumnName } from './column.ts';
import { compareText } from './numbers.ts';

export type Values = ReadonlyMap<ColumnName, string>;

/** Below 0 speaks for the alignment. */
export function arithmeticCost(values: Values, points: string | null): number {
  return values.has('label') ? fundingCost(values, points) : indicatorCost(values);
}

/** No score is above its weight. */
const MORE_THAN_FULL = 4;

function fundingCost(values: Values, points: string | null): number {
  const budget = values.get('adjustedBudget') ?? values.get('budget') ?? values.get('initialBudget');
  const rate = compareText.quotient(values.get('executed'), budget, values.get('executionRate'));
  const weight = values.get('fundingWeight') ?? points ?? undefined;
  const score = compareText.share({
    part: values.get('executed'),
    whole: budget,
    weight,
    stated: values.get('fundingScore'),
  });
  const same = budget !== undefined && budget === values.get('executed') ? -0.3 : 0;
  const over = compareText.exceeds(values.get('fundingScore'), weight) ? MORE_THAN_FULL : 0;
  return over + judged(rate, 1.2) + judged(score, 1) + same;
}

function indicatorCost(values: Values): number {
  const { score, weight } = { score: values.get('score'), weight: values.get('weight') };
  const over = compareText.exceeds(score, weight) ? MORE_THAN_FULL : 0;
  const full = score !== undefined && score === weight ? -0.4 : 0;
  const basis = values.get('adjustedTarget') ?? values.get('target');
  const part = compareText.share({ part: values.get('actual'), whole: basis, weight, stated: score });
  const met = basis !== undefined && basis === values.get('actual') ? -0.8 : 0;
  const lone = values.has('comparator') && !values.has('target') ? SIGN_ALONE : 0;
  return over + full + met + lone + (part === true ? -0.8 : 0) + twinCost(values);
}

/** ≥ stands before what it compares with. */
const SIGN_ALONE = 1;

/** 项目数量一 | 项目数量二 are two names of a list, not a name and its value. */
function twinCost(values: Values): number {
  const texts = [values.get('level3'), values.get('target'), values.get('actual')];
  return texts.some((text, at) => texts.slice(at + 1).some((other) => areTwins(text, other))) ? 4 : 0;
}

function areTwins(text: string | undefined, other: string | undefined): boolean {
  if (!text || !other || text.length < 4 || text.length !== other.length || /\d/.test(text)) return false;
  return text !== other && text.slice(0, -1) === other.slice(0, -1);
}

/** A quotient that comes out is strong evidence; one that does not is weak: the paper may be wrong. */
function judged(fits: boolean | null, strength: number): number {
  if (fits === null) return 0;
  return fits ? -strength : strength / 2;
}
