// A page's words → the streams in which they are read: one, or, where prose is set in two columns, what stands left and right of the gutter apart.

import type { Word } from '../tree/nodes.ts';
import { type Chunk, median, readWords, rowsOfText, type TextRow } from './chunks.ts';

/** Words in a chunk of prose at least. */
const PROSE = 4;
/** Rows of prose beside prose that make two columns. */
const FEWEST = 5;
/** Share of the text's width that each side takes at least. */
const SIDE = 0.3;
/** Heights of a row around a stretch of double prose within which rows still belong to it. */
const AROUND = 1.6;

/** Rows of print, stream by stream. */
export function flowsOf(words: readonly Word[]): readonly (readonly TextRow[])[] {
  const rows = rowsOfText(words);
  const double = rows.filter((row) => isDouble(row, widthOf(rows)));
  const gutter = double.length >= FEWEST ? gutterOf(double) : null;
  if (gutter === null) return [rows];
  const columns = columnsOf(double);
  const sure = (row: TextRow) =>
    !isBridged(row, gutter) && (hasProse(row, columns) || (row.chunks.length < 3 && isNear(row, double)));
  const split = withRowsBetween(rows, sure, gutter);
  const side = (keeps: (chunk: Chunk) => boolean) =>
    rowsOfText([...split].flatMap((row) => row.chunks.filter(keeps).flatMap((chunk) => chunk.words)));
  return [
    rows.filter((row) => !split.has(row)),
    side((chunk) => chunk.x1 <= gutter),
    side((chunk) => chunk.x1 > gutter),
  ].filter((flow) => flow.length > 0);
}

/** Heights of a row between two rows of double print within which whatever stands there is double too: the lines of a small table beside a paragraph's end. */
const BETWEEN = 4;

function withRowsBetween(
  rows: readonly TextRow[],
  sure: (row: TextRow) => boolean,
  gutter: number,
): ReadonlySet<TextRow> {
  const split = new Set<TextRow>();
  let waiting: TextRow[] = [];
  let last: TextRow | null = null;
  for (const row of rows) {
    if (isBridged(row, gutter)) last = null;
    else if (sure(row)) {
      if (last && row.y0 - last.y1 < BETWEEN * (row.y1 - row.y0)) for (const each of waiting) split.add(each);
      split.add(row);
      last = row;
    } else {
      waiting.push(row);
      continue;
    }
    waiting = [];
  }
  return split;
}

function isBridged({ chunks }: TextRow, gutter: number): boolean {
  return chunks.some((chunk) => isAcross(chunk, gutter));
}

function widthOf(rows: readonly TextRow[]): number {
  const xs = rows.flatMap((row) => row.chunks);
  return (
    xs.reduce((most, chunk) => Math.max(most, chunk.x1), 0) -
    xs.reduce((least, chunk) => Math.min(least, chunk.x0), Number.POSITIVE_INFINITY)
  );
}

function isDouble({ chunks }: TextRow, width: number): boolean {
  const [left, right] = chunks;
  return (
    chunks.length === 2 &&
    left !== undefined &&
    right !== undefined &&
    isProse(left, width) &&
    isProse(right, width)
  );
}

/** The sides of both columns of prose. */
function columnsOf(double: readonly TextRow[]): readonly Pick<Chunk, 'x0' | 'x1'>[] {
  return [0, 1].map((side) => {
    const chunks = double.flatMap((row) => row.chunks[side] ?? []);
    return {
      x0: Math.min(...chunks.map((chunk) => chunk.x0)),
      x1: Math.max(...chunks.map((chunk) => chunk.x1)),
    };
  });
}

/** Share of its column's width that a line of prose fills; long labels of a table beneath the prose end anywhere. */
const FULL = 0.75;
/** Points by which a line may stick out of its column. */
const STICKING = 3;

/** Prose that fills its column on one side tells the two sides apart, whatever stands on the other. */
function hasProse({ chunks }: TextRow, columns: readonly Pick<Chunk, 'x0' | 'x1'>[]): boolean {
  const fills = (chunk: Chunk) =>
    columns.some(
      ({ x0, x1 }) =>
        chunk.x0 > x0 - STICKING && chunk.x1 < x1 + STICKING && chunk.x1 - chunk.x0 > FULL * (x1 - x0),
    );
  return chunks.some((chunk) => readWords(chunk).length > PROSE && fills(chunk));
}

function isProse(chunk: Chunk, width: number): boolean {
  return readWords(chunk).length >= PROSE && chunk.x1 - chunk.x0 >= SIDE * width;
}

/** The middle of the white space that all but a few double rows leave; null where there is none. */
function gutterOf(double: readonly TextRow[]): number | null {
  const left = median(double.map((row) => row.chunks[0]?.x1 ?? 0));
  const right = median(double.map((row) => row.chunks[1]?.x0 ?? 0));
  const gutter = (left + right) / 2;
  const kept = double.filter((row) => !isBridged(row, gutter)).length;
  return kept >= 0.9 * double.length ? gutter : null;
}

function isAcross(chunk: Chunk, gutter: number): boolean {
  return chunk.x0 < gutter && chunk.x1 > gutter;
}

function isNear(row: TextRow, double: readonly TextRow[]): boolean {
  return double.some((other) => {
    const height = other.y1 - other.y0;
    return row.y0 < other.y1 + AROUND * height && row.y1 > other.y0 - AROUND * height;
  });
}
