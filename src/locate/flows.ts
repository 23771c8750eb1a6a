// A page's words → the streams in which they are read: one, or, where prose is set in two columns, what stands left and right of the gutter apart.

import type { Word } from '../tree/nodes.ts';
import { type Chunk, median, rowsOfText, type TextRow } from './chunks.ts';

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
  const width = widthOf(rows);
  const apart = (row: TextRow) =>
    !row.chunks.some((chunk) => isAcross(chunk, gutter)) &&
    (hasProse(row, width) || (row.chunks.length < 3 && isNear(row, double)));
  const split = rows.filter(apart);
  const side = (keeps: (chunk: Chunk) => boolean) =>
    rowsOfText(split.flatMap((row) => row.chunks.filter(keeps).flatMap((chunk) => chunk.words)));
  return [
    rows.filter((row) => !apart(row)),
    side((chunk) => chunk.x1 <= gutter),
    side((chunk) => chunk.x1 > gutter),
  ].filter((flow) => flow.length > 0);
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

/** Prose on one side tells the two sides apart, whatever stands on the other. */
function hasProse({ chunks }: TextRow, width: number): boolean {
  return chunks.length > 1 && chunks.some((chunk) => chunk.words.length > PROSE && isProse(chunk, width));
}

function isProse(chunk: Chunk, width: number): boolean {
  return chunk.words.length >= PROSE && chunk.x1 - chunk.x0 >= SIDE * width;
}

/** The middle of the white space that all but a few double rows leave; null where there is none. */
function gutterOf(double: readonly TextRow[]): number | null {
  const left = median(double.map((row) => row.chunks[0]?.x1 ?? 0));
  const right = median(double.map((row) => row.chunks[1]?.x0 ?? 0));
  const gutter = (left + right) / 2;
  const kept = double.filter((row) => !row.chunks.some((chunk) => isAcross(chunk, gutter))).length;
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
