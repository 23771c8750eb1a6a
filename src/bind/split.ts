// A document into the stretches that hold one form each: title lines, then rows.
// Surprise: the title may be missing, so that a form begins where a row names a project; the lines before that row belong to it.

import { isFundingHeading, isIndicatorHeading, startsForm, titleCell } from './role.ts';
import type { Item, Row } from './rows.ts';

/** The items of each form in document order. What comes before the first form is part of it; a stretch without a form is left out. */
export function formsIn(items: readonly Item[]): readonly (readonly Item[])[] {
  const starts = startsOf(items);
  const stretches = starts.map((start, at) => items.slice(start, starts[at + 1] ?? items.length));
  return stretches.filter(holdsForm);
}

function startsOf(items: readonly Item[]): readonly number[] {
  const starts: number[] = [];
  for (const [at, item] of items.entries()) {
    if (item.type !== 'row') continue;
    const begins = startsForm(item) || (isTitleRow(item) && !namedAfter(items, at));
    if (begins && !continuesTitle(items, starts, at)) starts.push(startBefore(items, at));
  }
  return starts.length > 0 ? starts : [0];
}

/** A title row followed by the row that names the project: the form begins once, at the title. */
function continuesTitle(items: readonly Item[], starts: readonly number[], at: number): boolean {
  const start = starts.at(-1);
  return (
    start !== undefined && items.slice(start, at).every((item) => item.type === 'line' || isPreamble(item))
  );
}

function namedAfter(items: readonly Item[], at: number): boolean {
  const next = items.slice(at + 1).find((item) => item.type === 'row' && !isPreamble(item));
  return next?.type === 'row' && startsForm(next);
}

function isTitleRow(row: Row): boolean {
  return titleCell(row) !== null;
}

/** Rows above the first label: titles, unit lines, blank rows. */
export function isPreamble(row: Row): boolean {
  const texts = new Set(row.fresh.map((cell) => cell.text.trim()).filter((text) => text !== ''));
  return texts.size <= 1 && !startsForm(row);
}

function startBefore(items: readonly Item[], at: number): number {
  let start = at;
  while (start > 0 && belongsAbove(items[start - 1])) start--;
  return start;
}

function belongsAbove(item: Item | undefined): boolean {
  if (!item) return false;
  return item.type === 'line' || (isPreamble(item) && !longText(item));
}

const LONGEST_PREAMBLE = 60;

function longText(row: Row): boolean {
  return row.fresh.some((cell) => cell.text.length > LONGEST_PREAMBLE);
}

function holdsForm(items: readonly Item[]): boolean {
  return items.some((item) => item.type === 'row' && (isFundingHeading(item) || isIndicatorHeading(item)));
}
