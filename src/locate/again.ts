// Whether a page begins the same form again, or the table of the page before goes on.
// Surprise: both may begin with the same rows. What tells them apart stands below these: a form has its labels once more, with other texts beside them.

import type { Table } from '../tree/index.ts';
import { isFigure, isNaming, labelOf, type PrintedRow, printedRows } from './repeat.ts';

/** `repeated`: rows at the head of `next` that a header of `table` prints as well. */
export function isSameAgain(table: Table, next: Table, repeated: number): boolean {
  const [ours, theirs] = [printedRows(table), printedRows(next)];
  const first = theirs[repeated];
  if (isNaming(first)) return ours.some((row) => labelOf(row) === labelOf(first));
  const labels = sharedLabels(ours.slice(repeated), theirs.slice(repeated));
  return labels >= noChance(theirs.slice(0, repeated));
}

/** Labels one below another that are no chance: below the heading of a list its first group may begin once more, and with it the first part of that. */
function noChance(header: readonly PrintedRow[]): number {
  if (header.length > 0 && header.every((row) => row.texts.length === 1)) return 1;
  return header.some(isNaming) ? 2 : 3;
}

/** How many different labels stand first in both, row by row. */
function sharedLabels(ours: readonly PrintedRow[], theirs: readonly PrintedRow[]): number {
  const labels = theirs.map(labelOf);
  const end = labels.findIndex((label, at) => label === '' || isFigure(label) || label !== labelOf(ours[at]));
  return new Set(labels.slice(0, end < 0 ? labels.length : end)).size;
}
