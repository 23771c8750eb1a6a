// A heading without inner lines over a table's columns → the lines that part it as the columns below are parted.
// Surprise: the columns are known, so that two lines of print are enough; a heading over several columns ends its row where theirs stand below it.

import type { Cell } from '../tree/nodes.ts';
import { type Chunk, rowsOfText, type TextRow } from './chunks.ts';
import { spanOf } from './columns.ts';
import type { Segment, Segments } from './segments.ts';

/** Columns from which one line of labels is enough: two texts side by side may be particulars above the table. */
const MANY = 3;

/** `xs` are the upright lines of the whole table. */
export function headingLines(cells: readonly Cell[], xs: readonly number[]): Segments {
  const parts = cells
    .filter((cell) => cell.row === 0 && cell.columnSpan > 1)
    .map((cell) => partsOf(cell, xs));
  return { level: parts.flatMap((part) => part.level), plumb: parts.flatMap((part) => part.plumb) };
}

const NONE: Segments = { level: [], plumb: [] };

function partsOf(cell: Cell, xs: readonly number[]): Segments {
  if (cell.origin.on !== 'page') return NONE;
  const rows = rowsOfText(cell.words).map((row) => ({ ...row, chunks: row.chunks.map(core) }));
  const gaps = xs.slice(cell.column + 1, cell.column + cell.columnSpan);
  if (!isHeading(rows, gaps)) return NONE;
  const bands = bandsOf(rows, gaps);
  const [left, top, right, bottom] = cell.origin.box;
  const middles = bands.slice(1).map((band, at) => (bottomOf(bands[at] ?? []) + (band[0]?.y0 ?? 0)) / 2);
  const heights = [top, ...middles, bottom];
  const sides = [left, ...gaps, right];
  return {
    plumb: gaps.flatMap((at) =>
      bands.flatMap((band, row) =>
        chunksOf(band).some((chunk) => chunk.x0 < at && chunk.x1 > at)
          ? []
          : [{ at, from: heights[row] ?? 0, to: heights[row + 1] ?? 0 }],
      ),
    ),
    level: middles.flatMap((at, row) => across(at, bands.slice(row, row + 2), { sides, gaps })),
  };
}

/** Points, and share of a label, by which it may stick out of its column: where a column's print leaves room, the line is anywhere in it. */
const STICKING = 8;
const SHARE = 0.25;

function core(chunk: Chunk): Chunk {
  const room = Math.min(STICKING, SHARE * (chunk.x1 - chunk.x0));
  return { ...chunk, x0: chunk.x0 + room, x1: chunk.x1 - room };
}

/** Its last line has one label in every column; more lines above, or several columns. */
function isHeading(rows: readonly TextRow[], gaps: readonly number[]): boolean {
  const spans = rows.at(-1)?.chunks.map((chunk) => spanOf(chunk, gaps)) ?? [];
  const columns = new Set(spans.filter(([first, last]) => first === last).map(([first]) => first));
  const isWhole = spans.length === gaps.length + 1 && columns.size === spans.length;
  return isWhole && (rows.length > 1 || columns.size >= MANY);
}

/** Lines of print that make one row of the heading: the next one begins where labels stand under a label of several columns. */
function bandsOf(rows: readonly TextRow[], gaps: readonly number[]): readonly (readonly TextRow[])[] {
  const bands: TextRow[][] = [];
  for (const row of rows) {
    const above = bands.at(-1);
    if (above && !chunksOf(above).some((chunk) => isParted(chunk, row, gaps))) above.push(row);
    else bands.push([row]);
  }
  return bands;
}

function isParted(upper: Chunk, row: TextRow, gaps: readonly number[]): boolean {
  const [from, to] = spanOf(upper, gaps);
  return (
    to > from && row.chunks.some((chunk) => spanOf(chunk, gaps)[0] > from && spanOf(chunk, gaps)[0] <= to)
  );
}

/** Pieces of a level line between two rows of the heading; none in a column whose label goes on from one to the other. */
function across(
  at: number,
  [above, below]: readonly (readonly TextRow[])[],
  { sides, gaps }: { readonly sides: readonly number[]; readonly gaps: readonly number[] },
): readonly Segment[] {
  const holds = (band: readonly TextRow[] | undefined, column: number) =>
    chunksOf(band ?? []).some((chunk) => spanOf(chunk, gaps).every((end) => end === column));
  return sides
    .slice(0, -1)
    .flatMap((from, column) =>
      holds(above, column) && holds(below, column) ? [] : [{ at, from, to: sides[column + 1] ?? from }],
    );
}

function chunksOf(band: readonly TextRow[]): readonly Chunk[] {
  return band.flatMap((row) => row.chunks);
}

function bottomOf(band: readonly TextRow[]): number {
  return band.reduce((most, row) => Math.max(most, row.y1), 0);
}
