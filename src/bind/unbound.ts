// Rows of a form that print numbers and yet state no field of it: one doubt for each, in the row's own words.
// Surprise: rows of words alone are not told; a form is full of notes, signatures and headings that state nothing.

import { type Diagnostic, diagnosticOf, type Message } from '../diagnostic/index.ts';
import type { Form } from '../form/form.ts';
import { originKey } from '../tree/origin.ts';
import { isAmount, isSubtotal } from './role.ts';
import { printed, type Row } from './rows.ts';

export function* unboundRows(
  rows: readonly Row[],
  { bindings }: Form,
  evaluation: number,
): Generator<Diagnostic, void, void> {
  const stating = new Set(bindings.flatMap(({ pieces }) => pieces.map(({ origin }) => originKey(origin))));
  for (const row of rows) {
    if (!isOfNumbers(row) || isSubtotal(row)) continue;
    if (printed(row).some(({ origin }) => stating.has(originKey(origin)))) continue;
    yield diagnosticOf('unbound-cell', { evaluation, words: { what: wordsOf(row) } });
  }
}

/** Words of flattened text that no row of the form took. */
export function* lostWords(lost: readonly string[], evaluation: number): Generator<Diagnostic, void, void> {
  for (const text of lost)
    yield diagnosticOf('unbound-cell', { evaluation, words: { what: leftOut(excerpt([text])) } });
}

function leftOut(text: string): Message {
  return {
    zh: `“${text}”：此处文字不属于任何栏目，其中的数字未采用。`,
    en: `“${text}”: These words belong to no part of the form; none of their numbers was taken.`,
  };
}

/** A number beside the words that say what it is. */
function isOfNumbers(row: Row): boolean {
  const cells = printed(row);
  return cells.some(isAmount) && !cells.every(isAmount);
}

/** Characters of a row that are quoted. */
const LONGEST = 60;

/** Texts that stand beside each other, or the beginning of them. */
export function excerpt(texts: readonly string[]): string {
  const whole = texts.map((text) => text.trim()).join(' ');
  return whole.length > LONGEST ? `${whole.slice(0, LONGEST)}…` : whole;
}

function wordsOf(row: Row): Message {
  const text = excerpt(printed(row).map((cell) => cell.text));
  return {
    zh: `“${text}”一行不属于任何栏目，未采用。`,
    en: `The row “${text}” belongs to no part of the form and was left out.`,
  };
}
