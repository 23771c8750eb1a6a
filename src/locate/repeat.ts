// How many rows at the head of a table's second part only repeat rows of the first: its header, printed again on the new page.

import { type Cell, cellsOfRow, gridOf, type Table } from '../tree/index.ts';

/** Cells with text that a header row has at least. */
const FEWEST = 2;

/** The rows of `next`, from its first, that stand alike and in one run somewhere in `table`; a title only where the table does not begin anew below it. */
export function repeatedRows(table: Table, next: Table): number {
  const [ours, theirs] = [rowTexts(table), rowTexts(next)];
  const starts = ours.flatMap((row, at) => (row === theirs[0] ? [at] : []));
  const runs = starts
    .filter((start) => isHeader(next, 0) || (start === 0 && !beginsAnew(ours, theirs)))
    .map((start) => runLength(ours.slice(start), theirs));
  return Math.max(0, ...runs);
}

/** Below the same title the first label is the same again. */
function beginsAnew(ours: readonly string[], theirs: readonly string[]): boolean {
  const run = runLength(ours, theirs);
  const label = (rows: readonly string[]) => rows[run]?.split('\t')[0];
  return label(ours) === label(theirs);
}

function runLength(ours: readonly string[], theirs: readonly string[]): number {
  const end = theirs.findIndex((row, at) => row === '' || row !== ours[at]);
  return end < 0 ? theirs.length : end;
}

function rowTexts(table: Table): readonly string[] {
  const grid = gridOf(table);
  return grid.map((_, row) => cellsOfRow(grid, row).map(textOf).join('\t').trim());
}

function textOf(cell: Cell): string {
  return cell.text.replace(/\s+/g, '');
}

/** Labels, no amounts. */
function isHeader(table: Table, row: number): boolean {
  const texts = cellsOfRow(gridOf(table), row)
    .map(textOf)
    .filter((text) => text !== '');
  return texts.length >= FEWEST && texts.every((text) => !/^[\d.,%≥≤=~+-]+$/.test(text));
}
