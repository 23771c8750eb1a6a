// A document into the stretches that hold one form each: title lines, then rows.
// Surprise: the title may be missing, so that a form begins where a row names a project; the lines before that row belong to it.

import { conceptIn } from '../form/vocabulary.ts';
import {
  isFundingHeading,
  isIndicatorHeading,
  isListHeading,
  isTitle,
  namesUnitAlone,
  startsForm,
  titleCell,
} from './role.ts';
import type { Item, Row } from './rows.ts';

/** The items of each form in document order, each from its title on. What stands before the first one, and a stretch without a form, are left out. */
export function formsIn(items: readonly Item[]): readonly (readonly Item[])[] {
  const starts = startsOf(items);
  const stretches = starts.map((start, at) => items.slice(start, starts[at + 1] ?? items.length));
  return stretches.filter(holdsForm);
}

function startsOf(items: readonly Item[]): readonly number[] {
  const starts: number[] = [];
  const named = namedAfter(items);
  // Nothing but titles since the last start: a title row and the row that names the project begin one form, at the title.
  let inTitles = false;
  // Nothing but a header since its unit was named: the row that names the project begins no form of its own.
  let inUnit = false;
  for (const [at, item] of items.entries()) {
    if (item.type !== 'row') continue;
    const goesOn = inUnit && startsForm(item) && !namesUnitAlone(item);
    const begins = !goesOn && (startsForm(item) || (isTitleRow(item) && !named[at]));
    const start = begins && !inTitles ? startOf(items, at) : undefined;
    if (start !== undefined && start !== starts.at(-1)) starts.push(start);
    inTitles = (begins || inTitles) && isPreamble(item);
    if (begins) inUnit = namesUnitAlone(item);
    else if (goesOn || isInside(item)) inUnit = false;
  }
  return starts.length > 0 ? starts : [0];
}

/** For each item, whether the first row after it that is no preamble names a project. */
function namedAfter(items: readonly Item[]): readonly boolean[] {
  const named = new Array<boolean>(items.length).fill(false);
  let next = false;
  for (let at = items.length - 1; at >= 0; at--) {
    const item = items[at];
    named[at] = next;
    if (item?.type === 'row' && !isPreamble(item)) next = startsForm(item);
  }
  return named;
}

function isTitleRow(row: Row): boolean {
  return titleCell(row) !== null;
}

/** Rows above the first label: titles, unit lines, blank rows. */
export function isPreamble(row: Row): boolean {
  const texts = new Set(row.fresh.map((cell) => cell.text.trim()).filter((text) => text !== ''));
  return texts.size <= 1 && !startsForm(row);
}

/** A row that names a project may stand some rows below its title: 填报单位 | 金额单位 come between. */
function startOf(items: readonly Item[], at: number): number {
  const start = startBefore(items, at);
  const item = items[start];
  const title = item?.type === 'row' && startsForm(item) ? titleAbove(items, start) : null;
  return title === null ? start : startBefore(items, title);
}

/** More rows and lines than this between a title and a project are another table. */
const MOST_BETWEEN = 3;

function titleAbove(items: readonly Item[], at: number): number | null {
  for (let above = at - 1; above >= Math.max(0, at - MOST_BETWEEN - 1); above--) {
    const item = items[above];
    if (!item || (item.type === 'row' && isInside(item))) return null;
    if (item.type === 'row' ? isTitleRow(item) : isTitle(item.text)) return above;
  }
  return null;
}

/** A row that stands in a form, below its header. */
function isInside(row: Row): boolean {
  return startsForm(row) || isFundingHeading(row) || isIndicatorHeading(row);
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

/** An application for funds (绩效目标申报表) has the same headings, but nothing that was done; a list of projects with their amounts is none. */
function holdsForm(items: readonly Item[]): boolean {
  const rows = items.filter((item) => item.type === 'row');
  const heads = (row: Row) => isIndicatorHeading(row) || (isFundingHeading(row) && !isListHeading(row));
  return rows.some(heads) && rows.some(tellsResults);
}

const RESULTS = new Set([
  'executed',
  'executionRate',
  'fundingScore',
  'actual',
  'score',
  'deviation',
  'goalAchieved',
]);

function tellsResults({ fresh }: Row): boolean {
  return fresh.some(({ text }) =>
    (['fundingColumn', 'indicatorColumn', 'goal'] as const).some((section) =>
      RESULTS.has(conceptIn(section, text) ?? ''),
    ),
  );
}
