// Every stated value of an evaluation, and the same evaluation with one printed thing read otherwise.
// Surprise: a merged cell is one printed thing that stands in several fields; all of them change together.

import { Decimal, printedDecimal, quantityOf, shifted } from '../number/index.ts';
import type { Evaluation, Indicator } from '../record/evaluation.ts';
import type { Stated } from '../record/stated.ts';
import { isNothing } from '../text/nothing.ts';
import { originKey } from '../tree/origin.ts';

/** Every value that the record states, in no order that matters. */
export function statementsOf(evaluation: Evaluation): readonly Stated<unknown>[] {
  const { funding, indicators, narrative, goal, total, columns, remarks, ...header } = evaluation;
  const groups: readonly object[] = [header, ...funding, goal, ...indicators, total, ...narrative];
  return groups.flatMap((group) => Object.values(group).filter(isStated));
}

function isStated(value: unknown): value is Stated<unknown> {
  return typeof value === 'object' && value !== null && 'readings' in value;
}

function isOnePrinting(a: Stated<unknown>, b: Stated<unknown>): boolean {
  return a.text === b.text && originKey(a.origin) === originKey(b.origin);
}

/** The first of the statements that each printed thing makes. */
export function printedOnce(stated: readonly Stated<unknown>[]): readonly Stated<unknown>[] {
  return stated.filter((one, at) => stated.findIndex((other) => isOnePrinting(one, other)) === at);
}

/** One printed thing and what it may say instead. */
export interface Change {
  readonly stated: Stated<unknown>;
  readonly text: string;
}

/** The evaluation as it would be if the changed cells said so; null where a new text is no such value (a word for a number). A dash is no value, as ever. */
export function reread(evaluation: Evaluation, changes: readonly Change[]): Evaluation | null {
  if (changes.some(({ stated, text }) => !isDash(stated, text) && valueReadAs(stated, text) === null))
    return null;
  const anew = <T extends object>(group: T): T => rereadGroup(group, changes);
  const { funding, indicators, narrative, goal, total } = evaluation;
  return {
    ...anew(evaluation),
    funding: funding.map(anew),
    indicators: indicators.map((row) => withQuantities(anew(row))),
    narrative: narrative.map(anew),
    goal: anew(goal),
    total: anew(total),
  };
}

function rereadGroup<T extends object>(group: T, changes: readonly Change[]): T {
  const entries = Object.entries(group).map(([key, value]: [string, unknown]) => {
    if (!isStated(value)) return [key, value];
    const change = changes.find(({ stated }) => isOnePrinting(stated, value));
    return [key, change ? changed(value, change.text) : value];
  });
  return Object.fromEntries(entries) as T;
}

function isDash({ value }: Stated<unknown>, text: string): boolean {
  return value instanceof Decimal && text !== '' && isNothing(text);
}

function changed(stated: Stated<unknown>, text: string): Stated<unknown> | null {
  if (isDash(stated, text)) return null;
  return { ...stated, text, value: valueReadAs(stated, text) ?? stated.value };
}

/** A rate that was printed as a fraction (0.7125) was kept in percent; its other readings are too. */
function valueReadAs({ value, text: before }: Stated<unknown>, text: string): unknown {
  if (typeof value === 'string') return text;
  if (!(value instanceof Decimal)) return null;
  const decimal = printedDecimal(text);
  const printed = printedDecimal(before);
  const isFraction = printed !== null && String(shifted(printed, 2)) === String(value) && value.units !== 0n;
  return decimal && isFraction ? shifted(decimal, 2) : decimal;
}

function withQuantities(row: Indicator): Indicator {
  return {
    ...row,
    targetQuantity: row.target && quantityOf(row.target.value),
    adjustedTargetQuantity: row.adjustedTarget && quantityOf(row.adjustedTarget.value),
    actualQuantity: row.actual && quantityOf(row.actual.value),
  };
}
