// Sentences on the money with what the fund block prints filled in, so that prose and table agree unless told otherwise.

import { atPlaces, type Fixed, isLess, minus, printedIn, textOf } from './exact.ts';
import type { Plan, PlannedProse } from './plan.ts';

export function prosed(plan: Plan, { template, wrong }: PlannedProse): string {
  return template.replaceAll(/\{(\w+)\}/g, (_, name: string) => wrong[name] ?? filledIn(plan, name));
}

const TO_YUAN = 4;

/** What `{name}` stands for; throws for a name that the form cannot fill. */
export function filledIn(plan: Plan, name: string): string {
  const line = plan.funding.find(({ source }) => source === 'total');
  const amount = (column: 'initialBudget' | 'adjustedBudget' | 'executed') =>
    printedIn(line?.texts[column] ?? '');
  const { unit } = plan;
  if (name === 'rate') return rateText(plan, line?.texts.executionRate ?? '');
  if (name === 'initial') return withUnit(amount('initialBudget'), unit);
  if (name === 'adjusted') return withUnit(amount('adjustedBudget'), unit);
  if (name === 'executed') return withUnit(amount('executed'), unit);
  if (name === 'change') return withUnit(gapOf(amount('initialBudget'), amount('adjustedBudget')), unit);
  if (name === 'executedYuan') return inYuan(amount('executed'), unit);
  if (name === 'executedPrecise') return withUnit(moreExact(amount('executed')), unit);
  if (name === 'part') return withUnit(partOf(amount('executed')), unit);
  throw new RangeError(`no words for {${name}}`);
}

function withUnit(amount: Fixed | null, unit: string): string {
  if (amount === null) throw new RangeError('an amount that the form does not print');
  return `${textOf(amount)}${unit}`;
}

function rateText(plan: Plan, printed: string): string {
  const rate = printedIn(printed);
  if (rate === null) throw new RangeError('a rate that the form does not print');
  if (!plan.rateIsFraction) return `${textOf(rate)}%`;
  const places = Math.max(0, rate.places - 2);
  return `${textOf({ units: atPlaces(rate, places + 2), places })}%`;
}

function gapOf(a: Fixed | null, b: Fixed | null): Fixed | null {
  if (a === null || b === null) return null;
  return isLess(a, b) ? minus(b, a) : minus(a, b);
}

function inYuan(amount: Fixed | null, unit: string): string {
  if (amount === null || unit === '元') return withUnit(amount, unit);
  const places = Math.max(0, amount.places - TO_YUAN);
  const yuan = { units: atPlaces(amount, places + TO_YUAN), places };
  return withUnit(yuan, '元');
}

/** Two more digits that round to the printed ones. */
export function moreExact(amount: Fixed | null): Fixed | null {
  return amount && { units: amount.units * 100n + (amount.units > 0n ? 25n : 0n), places: amount.places + 2 };
}

/** A third or so: a part of what was spent, which no sum of the table tells. */
function partOf(amount: Fixed | null): Fixed | null {
  return amount && { units: amount.units / 3n, places: amount.places };
}
