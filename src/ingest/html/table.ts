// A `<table>` element → its caption and its cells, placed by the HTML standard's own algorithm.
// Surprise: a cell's rowspan ends with its row group, so that rowspan=999999999 is only as high as its tbody.

import type { DrawnCell, Flow } from '../flow.ts';
import { placedCells, type SpannedRow } from '../placement.ts';
import { attributeOf, type HtmlElement, type Placed, shownChildren } from './nodes.ts';
import { contentOf } from './walk.ts';

const CAPTION = new Set(['caption']);
const GROUPS = new Set(['thead', 'tbody', 'tfoot']);
const ROWS = new Set(['tr']);
const CELLS = new Set(['td', 'th']);

/** Caption first, then the table itself. */
export function drawnTable(table: Placed): Flow {
  const captions = shownChildren(table, CAPTION).flatMap(contentOf);
  const cells: DrawnCell[] = [];
  let top = 0;
  for (const group of groupsOf(table)) {
    const rows = shownChildren(group, ROWS);
    cells.push(
      ...placedCells(
        rows.map((row) => spannedRow(row)),
        top,
      ),
    );
    top += rows.length;
  }
  return [...captions, { type: 'drawn', cells, origin: { on: 'markup', path: table.path } }];
}

/** Row groups in the order in which they are drawn: a thead first, a tfoot last, wherever they stand in the source. */
function groupsOf(table: Placed): readonly Placed[] {
  const rank = (group: Placed) => ['thead', 'tbody', 'tfoot'].indexOf(group.element.tagName);
  return [...shownChildren(table, GROUPS)].sort((a, b) => rank(a) - rank(b));
}

function spannedRow(row: Placed): SpannedRow {
  const cells = shownChildren(row, CELLS).map((cell) => ({
    rowSpan: rowSpanOf(cell.element),
    columnSpan: columnSpanOf(cell.element),
    flow: contentOf(cell),
    origin: { on: 'markup', path: cell.path } as const,
  }));
  return { cells };
}

/** The standard's bounds; beyond them a value is cut, and 0 columns mean one. */
const MOST_COLUMNS = 1_000;
const MOST_ROWS = 65_534;

function columnSpanOf(element: HtmlElement): number {
  return Math.min(Math.max(numberIn(element, 'colspan'), 1), MOST_COLUMNS);
}

/** 0 means "to the end of the row group". */
function rowSpanOf(element: HtmlElement): number {
  const span = numberIn(element, 'rowspan');
  return span === 0 ? MOST_ROWS : Math.min(span, MOST_ROWS);
}

function numberIn(element: HtmlElement, name: string): number {
  const digits = /^\s*\+?(\d{1,15})/.exec(attributeOf(element, name) ?? '')?.[1];
  return digits === undefined ? 1 : Number(digits);
}
