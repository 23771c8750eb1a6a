// A seed → a made-up form that adds up, drawn and with the evaluation that reading it must give.
// Surprise: "adds up" includes every custom of rounding that clerks have; a clean form may earn warnings, never an error.

import { type Chance, chanceOf } from '../scan/random.ts';
import { drawn } from './draw.ts';
import { type Fixed, fixed, plus, roundedRatio, sumOf, textOf } from './exact.ts';
import { NOT_MEASURED } from './expected.ts';
import { FAMILIES } from './families.ts';
import type { Family } from './family.ts';
import { type Funded, fundedOf, rateScore } from './funding.ts';
import { headerOf } from './header.ts';
import { layoutOf } from './layout.ts';
import { measureOf } from './measures.ts';
import type { DrawnForm, Plan, PlannedRow } from './plan.ts';
import { type Asked, type Scored, scoredRows } from './rows.ts';
import { chancesOf, type Style, styleOf } from './style.ts';
import { goalOf, narrativeOf } from './tales.ts';

export function randomForm(seed: number, family?: string): DrawnForm {
  return drawn(randomPlan(seed, family));
}

export function familyOf(seed: number, name?: string): Family {
  const family =
    name === undefined ? FAMILIES[seed % FAMILIES.length] : FAMILIES.find((one) => one.name === name);
  if (family === undefined) throw new RangeError(`no family ${name}`);
  return family;
}

export function randomPlan(seed: number, name?: string): Plan {
  const family = familyOf(seed, name);
  const chance = chanceOf(Math.imul(seed + 1, 0x9e3779b1) ^ Math.imul(FAMILIES.indexOf(family), 0x27d4eb2f));
  const style = styleOf(chance, family, chanceOf(Math.imul(seed + 3, 0x27d4eb2f)));
  const funded = fundedOf(chance, family, style);
  const layout = layoutOf(chance, family);
  const asked = { family, style, drawing: drawingOf(chance, family, style) };
  const scored = shared(chance, { family, layout, rows: [...rateRow(asked, funded), ...scoredRows(asked)] });
  const rows = scored.map(({ row }) => row);
  const total = totalOf(chance, { family, style, funded, scored });
  const header = headerOf(chance, family);
  const draft: Plan = {
    seed,
    family: family.name,
    class: family.class,
    layout: { ...layout, fundingBlock: layout.fundingBlock.replace('{unit}', header.unit) },
    ...header,
    rateIsFraction: style.rate === 'fraction',
    executionWeight: family.executionPoints === null ? null : fixed(family.executionPoints),
    funding: funded.lines,
    goal: goalOf(chance, family, rows),
    rows,
    total,
    narrative: [],
    notCompared: family.notCompared,
  };
  return { ...draft, narrative: narrativeOf(chance, family, draft) };
}

function drawingOf(chance: Chance, family: Family, style: Style): Asked['drawing'] {
  const names = family.indicatorColumns.map(([name]) => name);
  return {
    chance,
    style,
    splitsTarget: names.includes('comparator'),
    adjusts: names.includes('adjustedTarget'),
    wordsActuals: family.habits.includes('wordedActuals'),
  };
}

const RATE_POINTS = 10n;

/** Where the execution rate is an indicator of its own. */
function rateRow({ family, style }: Asked, { total }: Funded): readonly Scored[] {
  if (!family.habits.includes('rateRow')) return [];
  const score = rateScore(total, RATE_POINTS, style);
  const rate = roundedRatio(total.executed * 100n, total.adjusted, { places: 2, custom: style.rateCustom });
  const row: PlannedRow = {
    level1: '预算执行率',
    level2: '预算执行率',
    level3: '预算执行率',
    target: measureOf('', '100', '%'),
    adjustedTarget: NOT_MEASURED,
    actual: measureOf('', textOf(rate, false), '%'),
    weight: String(RATE_POINTS),
    score: textOf(score, false),
    deviation: '',
    rule: '',
    factor: '',
    review: '',
    core: '',
    partOf: null,
    shares: false,
    isResidue: false,
  };
  return [{ row, weight: fixed(RATE_POINTS), score, unrounded: null }];
}

/** Now and then two neighbours share one merged cell of points. */
function shared(
  chance: Chance,
  { family, layout, rows }: { family: Family; layout: Plan['layout']; rows: readonly Scored[] },
): readonly Scored[] {
  if (!family.habits.includes('sharedScores') || layout.levels !== 'merged' || !chancesOf(chance, 0.2))
    return rows;
  const at = rows.findIndex((first, index) => canShare(first, rows[index + 1]));
  const [first, second] = [rows[at], rows[at + 1]];
  if (!first?.weight || !first.score || !second?.weight || !second.score) return rows;
  const weight = plus(first.weight, second.weight);
  const score = plus(first.score, second.score);
  const upper = {
    ...first,
    weight,
    score,
    unrounded: together(first, second),
    row: { ...first.row, weight: textOf(weight, false), score: textOf(score, false) },
  };
  const lower = { ...second, weight: null, score: null, row: { ...second.row, shares: true } };
  return [...rows.slice(0, at), upper, lower, ...rows.slice(at + 2)];
}

function together(first: Scored, second: Scored): Scored['unrounded'] {
  const [a, b] = [first.unrounded, second.unrounded];
  return a && b && [a[0] * b[1] + b[0] * a[1], a[1] * b[1]];
}

function canShare(first: Scored, second: Scored | undefined): boolean {
  return (
    first.score !== null &&
    second?.score != null &&
    first.row.level1 === second.row.level1 &&
    first.row.level2 === second.row.level2
  );
}

interface Totalled {
  readonly family: Family;
  readonly style: Style;
  readonly funded: Funded;
  readonly scored: readonly Scored[];
}

const GRADES = [
  [90n, '优'],
  [80n, '良'],
  [60n, '中'],
  [0n, '差'],
] as const;

function totalOf(chance: Chance, { family, style, funded, scored }: Totalled): Plan['total'] {
  const weights = scored.flatMap(({ weight }) => weight ?? []);
  const execution = family.executionPoints === null ? [] : [fixed(family.executionPoints)];
  const score = totalScore({ family, style, funded, scored });
  const whole = score.units / 10n ** BigInt(score.places);
  const grade = GRADES.find(([from]) => whole >= from)?.[1] ?? '';
  const grades = family.habits.includes('grade') && chancesOf(chance, 0.7);
  return {
    weight: textOf(sumOf([...execution, ...weights]), false),
    score: textOf(score, style.scoreKeepsZeros),
    grade: grades ? grade : '',
  };
}

/** The sum of what is printed; or of what was not yet rounded; or with fewer decimals. */
function totalScore({ style, funded, scored }: Totalled): Fixed {
  const printed = sumOf([
    ...(funded.score ? [funded.score] : []),
    ...scored.flatMap(({ score }) => score ?? []),
  ]);
  if (style.totalCustom === 'exact') return printed;
  if (style.totalCustom === 'coarser') {
    const denominator = 10n ** BigInt(printed.places);
    return roundedRatio(printed.units, denominator, { places: printed.places, custom: 'coarser' });
  }
  return accumulated({ funded, scored, places: style.scorePlaces });
}

function accumulated({
  funded,
  scored,
  places,
}: Pick<Totalled, 'funded' | 'scored'> & { places: number }): Fixed {
  const execution = funded.score ?? fixed(0);
  const terms = scored.flatMap(({ score, unrounded }) => (score ? [unrounded ?? ratioOf(score)] : []));
  const [n, d] = [ratioOf(execution), ...terms].reduce(([a, b], [c, e]) => [a * e + c * b, b * e], [0n, 1n]);
  return roundedRatio(n, d, { places, custom: 'nearest' });
}

function ratioOf({ units, places }: Fixed): readonly [bigint, bigint] {
  return [units, 10n ** BigInt(places)];
}
