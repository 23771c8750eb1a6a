// One error of a known code put into a form that adds up, and the field where a checker must point first.
// Surprise: everything that the error does not concern stays true (a wrong execution score is added up as it is printed), so that there is exactly one.

import { type Chance, chanceOf } from '../scan/random.ts';
import { indexOf } from './draw/indicators.ts';
import { drawn } from './draw.ts';
import { atPlaces, type Fixed, fixed, isLess, minus, plus, printedIn, textOf } from './exact.ts';
import type {
  DrawnForm,
  FundingColumn,
  Plan,
  PlannedLine,
  PlannedProse,
  PlannedRow,
  Pointer,
} from './plan.ts';
import { filledIn, moreExact } from './prose.ts';

export const ERROR_CODES = [
  'execution-rate-mismatch',
  'execution-score-mismatch',
  'funding-sum-mismatch',
  'total-score-mismatch',
  'total-weight-mismatch',
  'score-exceeds-weight',
  'narrative-mismatch',
] as const;
export type ErrorCode = (typeof ERROR_CODES)[number];

export interface Injected {
  readonly form: DrawnForm;
  readonly code: ErrorCode;
  readonly field: Pointer;
}

interface Change {
  readonly plan: Plan;
  readonly field: Pointer;
}

type Injector = (plan: Plan, chance: Chance) => Change | null;

/** The form with one such error, or null where the form has no place for it. */
export function withError(form: DrawnForm, code: ErrorCode, seed: number): Injected | null {
  const change = INJECTORS[code](form.plan, chanceOf(Math.imul(seed + 7, 0x85ebca6b)));
  return change && { form: drawn(change.plan), code, field: change.field };
}

const INJECTORS: Readonly<Record<ErrorCode, Injector>> = {
  'execution-rate-mismatch': wrongRate,
  'execution-score-mismatch': wrongScore,
  'funding-sum-mismatch': wrongFunds,
  'total-score-mismatch': wrongTotal,
  'total-weight-mismatch': wrongWeight,
  'score-exceeds-weight': tooHighScore,
  'narrative-mismatch': wrongProse,
};

function prints(plan: Plan, name: FundingColumn): boolean {
  return plan.layout.fundingColumns.some((column) => column.name === name);
}

function withTexts(plan: Plan, at: number, texts: Partial<PlannedLine['texts']>): Plan {
  const funding = plan.funding.map((line, index) =>
    index === at ? { ...line, texts: { ...line.texts, ...texts } } : line,
  );
  return { ...plan, funding };
}

function withRow(plan: Plan, at: number, change: Partial<PlannedRow>): Plan {
  return { ...plan, rows: plan.rows.map((row, index) => (index === at ? { ...row, ...change } : row)) };
}

function number(text: string): Fixed {
  const value = printedIn(text);
  if (value === null) throw new RangeError(`no number: ${text}`);
  return value;
}

/** The same text with another number in it: its sign of percent and its unit stay. */
function renumbered(text: string, value: Fixed): string {
  return `${textOf(value)}${/(?:%|万元|元)$/.exec(text)?.[0] ?? ''}`;
}

const isPositive = (text: string) => (printedIn(text)?.units ?? 0n) > 0n;

/** Off by two to nine points: no rounding, not even to whole percents, is off by one. */
function wrongRate(plan: Plan, chance: Chance): Change | null {
  if (!['adjustedBudget', 'executed', 'executionRate'].every((name) => prints(plan, name as FundingColumn)))
    return null;
  const lines = plan.funding.flatMap(({ texts }, at) =>
    isPositive(texts.adjustedBudget) && isPositive(texts.executed) && isPositive(texts.executionRate)
      ? [at]
      : [],
  );
  if (lines.length === 0) return null;
  const at = chance.pick(lines);
  const text = plan.funding[at]?.texts.executionRate ?? '';
  const points = fixed(chance.whole(2, 9), plan.rateIsFraction ? 2 : 0);
  const executionRate = renumbered(text, minus(number(text), points));
  return { plan: withTexts(plan, at, { executionRate }), field: `/funding/${at}/executionRate` };
}

function totalAt(plan: Plan): number {
  return plan.funding.findIndex(({ source }) => source === 'total');
}

/** Two or three points off, and the total of all scores with it. */
function wrongScore(plan: Plan, chance: Chance): Change | null {
  const at = totalAt(plan);
  const score = printedIn(plan.funding[at]?.texts.score ?? '');
  const by = fixed(chance.whole(2, 3));
  const isTestable = prints(plan, 'score') && prints(plan, 'adjustedBudget');
  if (!score || !isTestable || isLess(score, by)) return null;
  const changed = withTexts(plan, at, { score: textOf(minus(score, by)) });
  return { plan: withTotal(changed, fixed(-by.units)), field: `/funding/${at}/score` };
}

function withTotal(plan: Plan, by: Fixed): Plan {
  const score = printedIn(plan.total.score);
  return score ? { ...plan, total: { ...plan.total, score: textOf(plus(score, by)) } } : plan;
}

/** The total of the initial budgets; without that column, the adjusted budget of a part, whose rate is left blank. */
function wrongFunds(plan: Plan, chance: Chance): Change | null {
  const total = totalAt(plan);
  const column = prints(plan, 'initialBudget') ? 'initialBudget' : 'adjustedBudget';
  const texts = plan.funding.map((line) => line.texts[column]);
  if (texts.length < 3 || texts.some((text) => printedIn(text) === null)) return null;
  const parts = texts.flatMap((_, at) => (at === total ? [] : [at]));
  const at = column === 'initialBudget' ? total : chance.pick(parts);
  const by = fixed(chance.whole(2, 60));
  if (at === total && plan.funding.some((line) => isBudgetedTwice(line, by))) return null;
  const wrong = plus(number(texts[at] ?? ''), by);
  const others = at === total ? {} : { executionRate: '', weight: '', score: '' };
  const changed = withTexts(plan, at, { ...others, [column]: renumbered(texts[at] ?? '', wrong) });
  return { plan: changed, field: `/funding/${total}/${column}` };
}

/** A total that is off by what one line changed by is as well explained by that line's other budget, and either cell may be the wrong one. */
function isBudgetedTwice({ texts }: Plan['funding'][number], by: Fixed): boolean {
  const [initial, adjusted] = [printedIn(texts.initialBudget), printedIn(texts.adjustedBudget)];
  return initial !== null && adjusted !== null && minus(plus(initial, by), adjusted).units === 0n;
}

/** More than all roundings of all rows together. */
function wrongTotal(plan: Plan, chance: Chance): Change | null {
  const score = printedIn(plan.total.score);
  if (!score || plan.layout.totalAt === 'none') return null;
  const by = fixed(chance.whole(5, 9) + (score.places === 0 ? Math.ceil(plan.rows.length / 2) : 0));
  if (isLess(score, by)) return null;
  return {
    plan: { ...plan, total: { ...plan.total, score: textOf(minus(score, by)) } },
    field: '/total/score',
  };
}

/** The printed total, or the weight of one row, which its score then does not exceed. */
function wrongWeight(plan: Plan, chance: Chance): Change | null {
  const rows = weighedRows(plan);
  const weight = printedIn(plan.total.weight);
  const hasTotal =
    plan.layout.totalAt === 'row' && plan.layout.indicatorColumns.some(({ name }) => name === 'weight');
  if (!weight || !hasTotal || rows.length === 0) return null;
  const by = fixed(chance.whole(1, 5));
  if (chance.next() < 0.5) {
    const total = { ...plan.total, weight: textOf(minus(weight, by)) };
    const isCovered = !isLess(minus(weight, by), printedIn(plan.total.score) ?? fixed(0));
    if (isCovered) return { plan: { ...plan, total }, field: '/total/weight' };
  }
  const at = chance.pick(rows);
  const changed = withRow(plan, at, { weight: textOf(plus(number(plan.rows[at]?.weight ?? ''), by), false) });
  return { plan: changed, field: '/total/weight' };
}

function weighedRows(plan: Plan): readonly number[] {
  const shown = (['weight', 'score'] as const).every((name) =>
    plan.layout.indicatorColumns.some((column) => column.name === name),
  );
  if (!shown) return [];
  return plan.rows.flatMap((row, at) => (isCounted(row) ? [at] : []));
}

function isCounted(row: PlannedRow): boolean {
  return (
    !row.isResidue &&
    !row.shares &&
    row.partOf === null &&
    isPositive(row.weight) &&
    printedIn(row.score) !== null
  );
}

/** One row gets a point or two too much, which another loses: the total stays true. */
function tooHighScore(plan: Plan, chance: Chance): Change | null {
  const rows = weighedRows(plan);
  if (rows.length < 2) return null;
  const at = chance.pick(rows);
  const row = plan.rows[at];
  const gap = plus(minus(number(row?.weight ?? ''), number(row?.score ?? '')), fixed(chance.whole(1, 2)));
  const other = rows.find((index) => index !== at && !isLess(number(plan.rows[index]?.score ?? ''), gap));
  if (row === undefined || other === undefined) return null;
  const higher = withRow(plan, at, { score: textOf(plus(number(row.score), gap), false) });
  const lower = textOf(minus(number(plan.rows[other]?.score ?? ''), gap), false);
  const changed = withRow(higher, other, { score: lower, deviation: '核查后扣分' });
  return { plan: changed, field: `/indicators/${indexOf(plan.rows, at)}/score` };
}

/** Another rate or another amount in a sentence on the money; 下达 and 已支付 may mean another sum than the table's, so there only the rate. */
function wrongProse(plan: Plan, chance: Chance): Change | null {
  const at = plan.narrative.findIndex(({ template }) => /\{(?:rate|executed|adjusted)\}/.test(template));
  const prose = plan.narrative[at];
  if (prose === undefined) return null;
  const firm = prose.template.includes('下达') ? ['rate'] : ['rate', 'executed', 'adjusted'];
  const told = firm.filter((name) => prose.template.includes(`{${name}}`));
  const name = chance.pick(told);
  const first = chance.whole(1, 9);
  const texts = Array.from({ length: 9 }, (_, more) =>
    mistold(filledIn(plan, name), ((first + more - 1) % 9) + 1),
  );
  const text = texts.find((wrong) => !isTrueOtherwise(plan, prose, wrong));
  if (text === undefined) return null;
  const wrong = { [name]: text };
  const narrative = plan.narrative.map((other, index) => (index === at ? { ...other, wrong } : other));
  return { plan: { ...plan, narrative }, field: `/narrative/${at}/text` };
}

/** The number of another cell of the fund block, or a rate that other amounts give, is no error to whoever reads it so. */
function isTrueOtherwise(plan: Plan, prose: PlannedProse, text: string): boolean {
  const value = number(text);
  const isRate = text.endsWith('%');
  const cells = plan.funding.flatMap(({ texts }) =>
    isRate ? [texts.executionRate] : [texts.initialBudget, texts.adjustedBudget, texts.executed],
  );
  const told = cells.flatMap((cell) => printedIn(cell) ?? []);
  const scale = isRate && plan.rateIsFraction ? 2 : 0;
  const isToldThere = told.some((other) => isEqual(other, { ...value, places: value.places + scale }));
  return isToldThere || (isRate && isNearOtherRate(plan, prose, value));
}

function isEqual(a: Fixed, b: Fixed): boolean {
  return minus(a, b).units === 0n;
}

/** The rate of the initial budget, or of the amount that the sentence tells more exactly than the table. */
function isNearOtherRate(plan: Plan, { template }: PlannedProse, rate: Fixed): boolean {
  const total = plan.funding.find(({ source }) => source === 'total');
  const executed = printedIn(total?.texts.executed ?? '');
  const initial = printedIn(total?.texts.initialBudget ?? '');
  const adjusted = printedIn(total?.texts.adjustedBudget ?? '');
  const isOfInitial =
    initial && adjusted && !isEqual(initial, adjusted) && isNearRateOf(executed, initial, rate);
  const precise = template.includes('{executedPrecise}') ? moreExact(executed) : null;
  return isOfInitial === true || isNearRateOf(precise, adjusted, rate);
}

/** Nearer than one unit of its last place. */
function isNearRateOf(executed: Fixed | null, budget: Fixed | null, rate: Fixed): boolean {
  if (!executed || !budget) return false;
  const places = Math.max(executed.places, budget.places);
  const [part, whole] = [atPlaces(executed, places), atPlaces(budget, places)];
  const gap = part * 100n * 10n ** BigInt(rate.places) - rate.units * whole;
  return (gap < 0n ? -gap : gap) < whole;
}

/** The last digit is another one: as precise as the table, and not the same. */
function mistold(text: string, by: number): string {
  const value = number(text);
  const last = (value.units + BigInt(by)) % 10n;
  const units = value.units - (value.units % 10n) + last;
  return renumbered(text, { ...value, units });
}
