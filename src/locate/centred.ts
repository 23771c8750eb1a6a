// Headings that stand over several columns with no rule to say so, and section titles set in the middle of a table → chunks as wide as what they are centred over.
// Surprise: a heading of several lines looks like one heading above another; only its place tells them apart, so that whatever stands in line with the print right below stays as it is.

import { boxOfRows, type Chunk, type TextRow } from './chunks.ts';
import { spanOf } from './columns.ts';
import { isWrapped } from './wrapped.ts';

/** Share of the width of columns by which a heading may stand off their middle, and points that are always let pass. */
const OFF = 0.07;
const LEAST_OFF = 4;
/** Points within which the ends or the middles of two lines are in line. */
const IN_LINE = 2.5;
/** Heights of a row between two lines of one heading at most. */
const TIGHT = 0.45;

interface Extent {
  readonly x0: number;
  readonly x1: number;
}

/** `heading`: rows of print above the first row of the body. */
export function withCentredSpans(
  rows: readonly TextRow[],
  gaps: readonly number[],
  heading: number,
): readonly TextRow[] {
  const columns = extentsOf(rows, gaps);
  const [left, , right] = boxOfRows(rows);
  return rows.map((row, at) => {
    if (at >= heading)
      return isWrapped(row, rows[at - 1], rows)
        ? row
        : withCentredTitle(row, rows[at + 1], [left, right], columns);
    const below = rows.slice(at + 1, heading);
    return { ...row, chunks: row.chunks.map((chunk) => spread(chunk, row, { below, gaps, columns })) };
  });
}

/** How far the print of each column reaches. */
function extentsOf(rows: readonly TextRow[], gaps: readonly number[]): readonly Extent[] {
  const chunks = rows.flatMap((row) => row.chunks).map((chunk) => ({ chunk, span: spanOf(chunk, gaps) }));
  return Array.from({ length: gaps.length + 1 }, (_, column) => {
    const own = chunks.filter(({ span: [first, last] }) => first === column && last === column);
    return {
      x0: own.reduce((least, { chunk }) => Math.min(least, chunk.x0), Number.POSITIVE_INFINITY),
      x1: own.reduce((most, { chunk }) => Math.max(most, chunk.x1), Number.NEGATIVE_INFINITY),
    };
  });
}

interface Setting {
  readonly below: readonly TextRow[];
  readonly gaps: readonly number[];
  readonly columns: readonly Extent[];
}

function spread(chunk: Chunk, row: TextRow, setting: Setting): Chunk {
  if (isUpperLine(chunk, row, setting)) return chunk;
  const run = bestRun(chunk, row, setting);
  if (!run) return chunk;
  const { x0, x1 } = extentOf(run, setting.columns);
  return { ...chunk, x0: Math.min(chunk.x0, x0), x1: Math.max(chunk.x1, x1) };
}

/** The next line of the same heading stands right below it. */
function isUpperLine(chunk: Chunk, row: TextRow, { below, gaps }: Setting): boolean {
  const [column, last] = spanOf(chunk, gaps);
  if (last > column) return false;
  const next = below.find((lower) =>
    lower.chunks.some((other) => other.x0 < chunk.x1 && other.x1 > chunk.x0),
  );
  if (!next || next.y0 - row.y1 > TIGHT * (row.y1 - row.y0)) return false;
  return next.chunks.some((other) => {
    const ends = [other.x0 - chunk.x0, other.x1 - chunk.x1, (other.x0 + other.x1 - chunk.x0 - chunk.x1) / 2];
    return other.x0 < chunk.x1 && other.x1 > chunk.x0 && ends.some((end) => Math.abs(end) <= IN_LINE);
  });
}

type Run = readonly [number, number];

/** The columns that a chunk is centred over, the most that are as near: each has a heading of its own below, and none beside the chunk. */
function bestRun(chunk: Chunk, row: TextRow, setting: Setting): Run | null {
  const [first, last] = spanOf(chunk, setting.gaps);
  const count = setting.columns.length;
  const isFree = (column: number) =>
    column > 0 && isHeaded(column, setting) && !isTaken(column, chunk, row, setting.gaps);
  let best: Run | null = null;
  for (let from = first; from > 0 && (from === first || isFree(from)); from--) {
    for (let to = last; to < count && (to === last || isFree(to)); to++) {
      if (to === from || !isHeaded(first, setting)) continue;
      if (isCentred(chunk, extentOf([from, to], setting.columns)) && (!best || to - from > best[1] - best[0]))
        best = [from, to];
    }
  }
  return best;
}

function isHeaded(column: number, { below, gaps }: Setting): boolean {
  return below.some((row) => row.chunks.some((chunk) => spanOf(chunk, gaps).every((end) => end === column)));
}

function isTaken(column: number, chunk: Chunk, row: TextRow, gaps: readonly number[]): boolean {
  return row.chunks.some((other) => {
    const [first, last] = spanOf(other, gaps);
    return other !== chunk && first <= column && last >= column;
  });
}

function extentOf([from, to]: Run, columns: readonly Extent[]): Extent {
  return { x0: columns[from]?.x0 ?? 0, x1: columns[to]?.x1 ?? 0 };
}

function isCentred(chunk: Pick<Chunk, 'x0' | 'x1'>, { x0, x1 }: Extent): boolean {
  return Math.abs(chunk.x0 + chunk.x1 - x0 - x1) / 2 <= Math.max(LEAST_OFF, OFF * (x1 - x0));
}

/** A row of the body in one piece above a label, set in the middle of the table or of all columns beside the first. */
function withCentredTitle(
  row: TextRow,
  next: TextRow | undefined,
  [x0, x1]: readonly [number, number],
  columns: readonly Extent[],
): TextRow {
  const [only] = row.chunks;
  const label = next?.chunks[0];
  if (!only || row.chunks.length > 1 || /^\p{Ll}/u.test(only.text)) return row;
  if (!label || label.x0 >= (columns[1]?.x0 ?? x1) || only.x0 < x0 + SET_IN * (x1 - x0)) return row;
  const whole = [
    { x0, x1 },
    { x0: columns[1]?.x0 ?? x0, x1 },
  ].find((extent) => Math.abs(only.x0 + only.x1 - extent.x0 - extent.x1) / 2 <= MIDDLE);
  return whole ? { ...row, chunks: [{ ...only, ...whole }] } : row;
}

/** Share of the table's width from which a title is set in further than any label. */
const SET_IN = 0.15;
/** Points. */
const MIDDLE = 4;
