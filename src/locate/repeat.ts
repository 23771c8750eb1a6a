// How many rows at the head of a table's second part only repeat rows of the first: its header, printed again on the new page.

import { type Cell, cellsOfRow, type Grid, gridOf, type Table } from '../tree/index.ts';

/** Cells with text that a header row has at least. */
const FEWEST = 2;

/** The rows of `next`, from its first, that stand alike and in one run somewhere in `table`; a title only where the table does not begin anew below it. */
export function repeatedRows(table: Table, next: Table): number {
  const [above, below] = [gridOf(table), gridOf(next)];
  const isTitle = !isHeader(below);
  if (isTitle && rowText(above, 0) !== rowText(below, 0)) return 0;
  const [ours, theirs] = [rowTexts(above), rowTexts(below)];
  const starts = ours.flatMap((row, at) => (row === theirs[0] ? [at] : []));
  const runs = starts
    .filter((start) => !isTitle || (start === 0 && !beginsAnew(ours, theirs)))
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

function rowTexts(grid: Grid): readonly string[] {
  return grid.map((_, row) => rowText(grid, row));
}

function rowText(grid: Grid, row: number): string {
  return cellsOfRow(grid, row).map(textOf).join('\t').trim();
}

function textOf(cell: Cell): string {
  return cell.text.replace(/\s+/g, '');
}

/** Whether its first row holds labels and no amounts. */
function isHeader(grid: Grid): boolean {
  const texts = cellsOfRow(grid, 0)
    .map(textOf)
    .filter((text) => text !== '');
  return texts.length >= FEWEST && texts.every((text) => !/^[\d.,%≥≤=~+-]+$/.test(text));
}
