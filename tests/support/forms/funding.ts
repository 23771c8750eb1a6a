// The fund block of one form: parts first, their sums as totals, rates and execution score from the unrounded quotient.

import type { Chance } from '../scan/random.ts';
import { type Fixed, fixed, roundedRatio, textOf } from './exact.ts';
import type { Family } from './family.ts';
import type { PlannedLine } from './plan.ts';
import { amountIn, chancesOf, type Style, scoreIn } from './style.ts';

/** In units of the last place that the form prints. */
export interface Money {
  readonly initial: bigint;
  readonly adjusted: bigint;
  readonly executed: bigint;
}

export interface Funded {
  readonly lines: readonly PlannedLine[];
  readonly total: Money;
  readonly score: Fixed | null;
}

const NO_MONEY: Money = { initial: 0n, adjusted: 0n, executed: 0n };

export function fundedOf(chance: Chance, family: Family, style: Style): Funded {
  const labels = family.fundingLines.map(([source, words]) => ({ source, label: chance.pick(words) }));
  const parts = partsOf(chance, { family, style, count: labels.length - 1 });
  const total = totalOf(parts, family, style);
  const ordered = family.totalLast ? [...parts, total] : [total, ...(labels.length > 1 ? parts : [])];
  const lines = labels.map((label, at) => ({
    ...label,
    texts: textsOf(ordered[at] ?? NO_MONEY, { family, style, isTotal: label.source === 'total', at }),
  }));
  return { lines, total, score: executionScore(total, family, style) };
}

/** The sum of the parts; or, where two of them or more were rounded, that of what they were before. */
function totalOf(parts: readonly Money[], family: Family, style: Style): Money {
  const sum = parts.reduce(together, NO_MONEY);
  const one = 10n ** BigInt(style.amountPlaces);
  const areRounded = (column: keyof Money) => parts.filter((part) => part[column] % one !== 0n).length > 1;
  if (family.units.includes('元') || !(['initial', 'adjusted', 'executed'] as const).every(areRounded))
    return sum;
  return together(sum, { initial: style.fundsOff, adjusted: style.fundsOff, executed: style.fundsOff });
}

function together(a: Money, b: Money): Money {
  return {
    initial: a.initial + b.initial,
    adjusted: a.adjusted + b.adjusted,
    executed: a.executed + b.executed,
  };
}

function partsOf(
  chance: Chance,
  { family, style, count }: { family: Family; style: Style; count: number },
): readonly Money[] {
  const filled = chance.whole(0, Math.max(0, count - 1));
  return Array.from({ length: Math.max(1, count) }, (_, at) => {
    if (at !== filled && chancesOf(chance, 0.6)) return NO_MONEY;
    return style.rateCustom === 'tie' && count <= 1
      ? tiedMoney(chance, style)
      : someMoney(chance, family, style);
  });
}

function someMoney(chance: Chance, family: Family, style: Style): Money {
  const whole = chance.whole(3, family.units.includes('元') ? 900_000 : 1500);
  const rest = style.amountPlaces === 0 ? 0 : chance.whole(0, 99);
  const adjusted = BigInt(whole * 100 + rest) * 10n ** BigInt(Math.max(0, style.amountPlaces - 2));
  const units = style.amountPlaces === 0 ? BigInt(whole) : adjusted;
  const changes = family.habits.includes('changes') && chancesOf(chance, 0.3);
  const initial = changes ? (units * BigInt(chance.whole(60, 140))) / 100n : units;
  return { initial: initial === 0n ? units : initial, adjusted: units, executed: executedOf(chance, units) };
}

function executedOf(chance: Chance, adjusted: bigint): bigint {
  const kind = chance.next();
  if (kind < 0.35) return adjusted;
  if (kind < 0.38) return (adjusted * BigInt(chance.whole(1001, 1040))) / 1000n;
  return (adjusted * BigInt(chance.whole(5200, 9999))) / 10_000n;
}

/** Of 80000 units, 8·r + 4 are r.5 hundredths of a percent: half way between two printed rates. */
function tiedMoney(chance: Chance, style: Style): Money {
  const step = style.ratePlaces === 1 ? 10 : 1;
  const executed = BigInt(
    8 * step * chance.whole(Math.ceil(6000 / step), Math.floor(9900 / step)) + 4 * step,
  );
  return { initial: 80_000n, adjusted: 80_000n, executed };
}

interface About {
  readonly family: Family;
  readonly style: Style;
  readonly isTotal: boolean;
  readonly at: number;
}

function textsOf(money: Money, about: About): PlannedLine['texts'] {
  const { family, style, isTotal } = about;
  const amount = (units: bigint) =>
    units === 0n && !isTotal ? style.zero : amountIn(style, fixed(units, style.amountPlaces));
  const isScored =
    isTotal || (family.habits.includes('scoredParts') && money.adjusted > 0n && style.ratesOfParts);
  const score = isScored ? executionScore(money, family, style) : null;
  return {
    initialBudget: amount(money.initial),
    adjustedBudget: amount(money.adjusted),
    arrived: amount(money.adjusted),
    executed: amount(money.executed),
    weight: isScored && family.executionPoints !== null ? String(family.executionPoints) : style.nothing,
    executionRate: isTotal || style.ratesOfParts ? rateText(money, style) : style.nothing,
    score: score ? scoreIn(style, score) : style.nothing,
    reason: '',
  };
}

function rateText({ adjusted, executed }: Money, style: Style): string {
  if (adjusted === 0n) return style.rateOfNothing;
  const isFraction = style.rate === 'fraction';
  const places = style.ratePlaces + (isFraction ? 2 : 0);
  const rate = roundedRatio(executed * (isFraction ? 1n : 100n), adjusted, {
    places,
    custom: style.rateCustom,
  });
  return `${textOf(rate, style.rateKeepsZeros)}${style.rate === 'percent' ? '%' : ''}`;
}

function executionScore({ adjusted, executed }: Money, family: Family, style: Style): Fixed | null {
  if (family.executionPoints === null || adjusted === 0n) return null;
  const points = BigInt(family.executionPoints);
  if (executed >= adjusted) return fixed(points);
  const exact = { places: style.scorePlaces, custom: style.scoreCustom };
  const score = roundedRatio(executed * points, adjusted, exact);
  return score.units > points * 10n ** BigInt(score.places) ? fixed(points) : score;
}

/** The score of an indicator row that scores the execution rate itself. */
export function rateScore({ adjusted, executed }: Money, points: bigint, style: Style): Fixed {
  if (executed >= adjusted) return fixed(points);
  return roundedRatio(executed * points, adjusted, { places: style.scorePlaces, custom: style.scoreCustom });
}
