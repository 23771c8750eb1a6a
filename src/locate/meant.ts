// Columns and rows that only white space shows → the lines that a ruling would have drawn, so that one way of finding cells serves all tables.
// Surprise: a line is left out where a chunk of print crosses it; that is all that spans need.

import type { Band } from './bands.ts';
import { boxOfRows, type Chunk } from './chunks.ts';
import { spanOf } from './columns.ts';
import type { Lattice } from './crossings.ts';
import type { Segment } from './segments.ts';

/** Points that the outer lines stand off the print. */
const MARGIN = 1.5;

export function meantLattice(bands: readonly Band[], gaps: readonly number[]): Lattice {
  const [x0, y0, x1, y1] = boxOfRows(bands.flatMap((band) => band.rows));
  const sides = { left: x0 - MARGIN, right: x1 + MARGIN };
  const heights = [y0 - MARGIN, ...inner(bands), y1 + MARGIN];
  const xs = [sides.left, ...gaps, sides.right];
  const plumb = xs.flatMap((x, at) =>
    bands.flatMap((band, row) => upright(x, band, { heights, row, gap: at - 1 }, gaps)),
  );
  const level = heights.flatMap((y, row) =>
    across(y, { above: bands[row - 1], below: bands[row] }, xs, gaps),
  );
  return { level, plumb };
}

function inner(bands: readonly Band[]): readonly number[] {
  return bands.slice(1).map((band, at) => {
    const [, , , above] = boxOfRows(bands[at]?.rows ?? []);
    const [, below] = boxOfRows(band.rows);
    return (above + below) / 2;
  });
}

interface Where {
  readonly heights: readonly number[];
  readonly row: number;
  readonly gap: number;
}

/** The piece of an upright line beside one band; none where its print crosses the gap. */
function upright(
  x: number,
  band: Band,
  { heights, row, gap }: Where,
  gaps: readonly number[],
): readonly Segment[] {
  const crossed = gap >= 0 && gap < gaps.length && chunksOf(band).some((chunk) => crosses(chunk, gap, gaps));
  if (crossed) return [];
  return [{ at: x, from: heights[row] ?? 0, to: heights[row + 1] ?? 0 }];
}

function chunksOf(band: Band): readonly Chunk[] {
  return band.rows.flatMap((row) => row.chunks);
}

function crosses(chunk: Chunk, gap: number, gaps: readonly number[]): boolean {
  const [first, last] = spanOf(chunk, gaps);
  return first <= gap && last > gap;
}

/** The pieces of a level line between two bands; none in a column whose heading goes on from one to the other. */
function across(
  y: number,
  { above, below }: { above: Band | undefined; below: Band | undefined },
  xs: readonly number[],
  gaps: readonly number[],
): readonly Segment[] {
  return xs.slice(0, -1).flatMap((from, column) => {
    const joined = above && below && headingGoesOn(above, below, column, gaps);
    return joined ? [] : [{ at: y, from, to: xs[column + 1] ?? from }];
  });
}

/** A column's heading of several lines beside a heading over other columns: its lines are one cell. */
function headingGoesOn(above: Band, below: Band, column: number, gaps: readonly number[]): boolean {
  if (!above.isHeader || !below.isHeader) return false;
  const upper = above.rows.at(-1);
  const lower = below.rows[0];
  if (!upper || !lower || lower.y0 - upper.y1 > 0.6 * (lower.y1 - lower.y0)) return false;
  const only = (chunk: Chunk) => spanOf(chunk, gaps)[0] === column && spanOf(chunk, gaps)[1] === column;
  return upper.chunks.some(only) && lower.chunks.some(only);
}
