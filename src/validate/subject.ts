// What every rule is asked about: one evaluation under one profile; and the parts of it that several rules look at.
// Surprise: a rule yields its diagnostics without the evaluation's index; index.ts adds it.

import type { Diagnostic, Ground, Message } from '../diagnostic/index.ts';
import type { Decimal } from '../number/index.ts';
import type { Evaluation, Funding, Indicator } from '../record/evaluation.ts';
import type { Profile } from '../record/profile.ts';
import type { Stated } from '../record/stated.ts';

export interface Subject {
  readonly evaluation: Evaluation;
  readonly profile: Profile;
}

export type Rule = (subject: Subject) => Generator<Diagnostic, void>;

export type Printed = Stated<Decimal>;

/** The printed texts on which a diagnostic rests, without those that are absent. */
export function groundsOf(stated: readonly (Stated<unknown> | null)[]): readonly Ground[] {
  return present(stated).map(({ field, text }) => ({ field, text }));
}

export function present<T>(values: readonly (T | null)[]): readonly T[] {
  return values.filter((value) => value !== null);
}

/** The fund block's own total: the line that says so, else the only line that there is. */
export function totalLine({ funding }: Evaluation): Funding | null {
  const total = funding.find(({ source }) => source === 'total');
  return total ?? (funding.length === 1 ? (funding[0] ?? null) : null);
}

/** The rows that count in sums: parts (其中) of another row do not. */
export function countedRows({ indicators }: Evaluation): readonly Indicator[] {
  return indicators.filter(({ partOf }) => partOf === null);
}

/** How a message calls a row. */
export function rowName(row: Indicator): string {
  return (row.level3 ?? row.level2 ?? row.level1)?.value ?? '—';
}

/** How a message calls a funding line: its label, without a closing colon. */
export function lineName(line: Funding): string {
  return line.label.value.replace(/[:：]\s*$/, '');
}

export function same(text: string): Message {
  return { zh: text, en: text };
}

const NOTHING_SAID = /^(无|没有|无偏差|不适用|[-—/\\*.。…\s])*$/;

/** True where a cell for reasons says nothing: blank, a dash, or 无. */
export function saysNothing(stated: Stated<string> | null): boolean {
  return stated === null || NOTHING_SAID.test(stated.value);
}
