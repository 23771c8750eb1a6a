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
  const cells = cellsOf(groupsOf(table).map(spannedRows));
  return [...captions, { type: 'drawn', cells, origin: { on: 'markup', path: table.path } }];
}

/**
 * Row spans end with their group. But LibreOffice writes a group for each row and lets spans cross them: where that
 * reading leaves fewer holes in the grid, it is what was meant.
 */
function cellsOf(groups: readonly (readonly SpannedRow[])[]): readonly DrawnCell[] {
  let top = 0;
  const apart = groups.flatMap((rows) => {
    const cells = placedCells(rows, top);
    top += rows.length;
    return cells;
  });
  if (groups.length < 2 || holesIn(apart) === 0) return apart;
  const across = placedCells(groups.flat(), 0);
  return holesIn(across) < holesIn(apart) ? across : apart;
}

/** Slots that no cell covers, or (as many less) that two cells cover. */
function holesIn(cells: readonly DrawnCell[]): number {
  const rows = cells.reduce((most, cell) => Math.max(most, cell.row + cell.rowSpan), 0);
  const columns = cells.reduce((most, cell) => Math.max(most, cell.column + cell.columnSpan), 0);
  return Math.abs(rows * columns - cells.reduce((slots, cell) => slots + cell.rowSpan * cell.columnSpan, 0));
}

/** Row groups in the order in which they are drawn: a thead first, a tfoot last, wherever they stand in the source. */
function groupsOf(table: Placed): readonly Placed[] {
  const rank = (group: Placed) => ['thead', 'tbody', 'tfoot'].indexOf(group.element.tagName);
  return [...shownChildren(table, GROUPS)].sort((a, b) => rank(a) - rank(b));
}

function spannedRows(group: Placed): readonly SpannedRow[] {
  const rows = shownChildren(group, ROWS);
  return rows.map((row, index) => spannedRow(row, rows.length - index));
}

/** `left` is how many rows the group still has, which is what a row span of 0 means. */
function spannedRow(row: Placed, left: number): SpannedRow {
  const cells = shownChildren(row, CELLS).map((cell) => ({
    rowSpan: rowSpanOf(cell.element) || left,
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

function rowSpanOf(element: HtmlElement): number {
  return Math.min(numberIn(element, 'rowspan'), MOST_ROWS);
}

function numberIn(element: HtmlElement, name: string): number {
  const digits = /^\s*\+?(\d{1,15})/.exec(attributeOf(element, name) ?? '')?.[1];
  return digits === undefined ? 1 : Number(digits);
}
