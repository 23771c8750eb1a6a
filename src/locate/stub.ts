// The labels beside a ruled table whose first column has no rules → the lines that would hold them.
// Surprise: they belong to the table only where nearly every row has one and none has two rows' worth.

import type { Table, Word } from '../tree/nodes.ts';
import { rowsOfText, type TextRow } from './chunks.ts';
import type { Lattice } from './crossings.ts';
import { boxOfWord } from './fill.ts';
import type { Located } from './lattice.ts';

/** Share of the table's rows that must have a label, and rows that a table must have for it to mean anything. */
const LABELLED = 0.6;
const FEWEST = 3;
/** Points between labels and table at most. */
const BESIDE = 120;
/** Points that the added line stands off the labels. */
const MARGIN = 2;

/** `lattice` with a first column for the labels, or itself. */
export function withStub(
  lattice: Lattice,
  { table, tracks: { xs, ys }, words }: Located,
  all: readonly Word[],
): Lattice {
  const left = xs[0] ?? 0;
  const taken = new Set(words);
  const beside = all.filter((word) => !taken.has(word) && isBeside(word, left, ys));
  const labels = rowsOfText(beside).map((row) => ({ row, track: trackOf(row, ys) }));
  const tracks = new Set(labels.map((label) => label.track));
  if (
    tracks.size < FEWEST ||
    tracks.size < LABELLED * writtenRows(table) ||
    labels.some((label) => isLoose(label.row)) ||
    labels.filter((label) => isInLine(label.row, words)).length < IN_LINE * labels.length
  )
    return lattice;
  const first = Math.min(...tracks);
  const last = Math.max(...tracks);
  const x = Math.min(...beside.map((word) => boxOfWord(word)[0])) - MARGIN;
  const heights = ys.slice(first, last + 2);
  const [from = 0, to = 0] = [heights[0], heights.at(-1)];
  return {
    level: [...lattice.level, ...heights.map((at) => ({ at, from: x, to: left }))],
    plumb: [...lattice.plumb, { at: x, from, to }, { at: left, from, to }],
  };
}

function isBeside(word: Word, left: number, ys: readonly number[]): boolean {
  const [x0, y0, x1, y1] = boxOfWord(word);
  const middle = (y0 + y1) / 2;
  return (
    x1 <= left + MARGIN &&
    x0 > left - 2 * BESIDE &&
    x1 > left - BESIDE - (x1 - x0) &&
    middle > (ys[0] ?? 0) &&
    middle < (ys.at(-1) ?? 0)
  );
}

function trackOf({ y0, y1 }: TextRow, ys: readonly number[]): number {
  return ys.findLastIndex((y) => y <= (y0 + y1) / 2);
}

/** Share of labels that stand at the height of a line of their table: those of prose do by chance. */
const IN_LINE = 0.8;

function isInLine({ y0, y1 }: TextRow, words: readonly Word[]): boolean {
  return words.some((word) => {
    const [, top, , bottom] = boxOfWord(word);
    return Math.abs(top + bottom - y0 - y1) / 2 < OFF * (y1 - y0);
  });
}

/** Heights of print. */
const OFF = 0.3;

/** Prose beside a table, or two columns of it, is no label. */
function isLoose({ chunks }: TextRow): boolean {
  return chunks.length > 1 || chunks.some((chunk) => chunk.words.length > 8);
}

function writtenRows(table: Table): number {
  return new Set(table.cells.filter((cell) => cell.words.length > 0).map((cell) => cell.row)).size;
}
