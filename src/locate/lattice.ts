// One lattice of rulings and the page's words → the table that it draws, or null where it draws none.
// Surprise: a side without a line is closed where words stand beyond the last line: many forms have no outer rules, and a page break takes the top one away.

import { tableOf } from '../tree/build.ts';
import type { Cell, Table, Word } from '../tree/nodes.ts';
import { boxOf, type Place, type Ruled, ruledOf, type Tracks, trackOf } from './cells.ts';
import type { Lattice } from './crossings.ts';
import { boxOfWord, textOf } from './fill.ts';
import { NEAR } from './segments.ts';

export interface Located {
  readonly table: Table;
  readonly tracks: Tracks;
  /** The words that went into its cells. */
  readonly words: readonly Word[];
}

/** Cells with text that make a table: fewer is a frame around a text, or a drawing. */
const FEWEST = 2;
/** Cells of a cut row at most. */
const REST = 12;
/** Share of cells that hold text at least: diagrams and graph paper stay far below. */
const FILLED = 0.04;

export function latticeTable(lattice: Lattice, words: readonly Word[], page: number): Located | null {
  if (lattice.level.length < 2 || lattice.plumb.length < 2) return null;
  const ruled = ruledOf(lattice, openSides(lattice, words));
  if (ruled.places.length < FEWEST) return null;
  const filled = filledCells(ruled, words, page);
  const full = filled.cells.filter((cell) => cell.words.length > 0).length;
  if (!isWritten(full, filled.cells.length)) return null;
  const { xs, ys } = ruled.tracks;
  const box = [xs[0] ?? 0, ys[0] ?? 0, xs.at(-1) ?? 0, ys.at(-1) ?? 0] as const;
  const table = tableOf(filled.cells, { on: 'page', page, box }, 'grid');
  return { table, tracks: ruled.tracks, words: filled.words };
}

/** One text in a few cells is the rest of a row that a page break cut. */
function isWritten(full: number, cells: number): boolean {
  return full >= FILLED * cells && (full >= FEWEST || (full === 1 && cells > FEWEST && cells <= REST));
}

/** Where lines of one direction stick out beyond the last line of the other, with words beside them. */
function openSides({ level, plumb }: Lattice, words: readonly Word[]): Tracks {
  const xs = plumb.map((line) => line.at);
  const ys = level.map((line) => line.at);
  const [left, right] = [leastOf(level.map((line) => line.from)), mostOf(level.map((line) => line.to))];
  const [top, bottom] = [leastOf(plumb.map((line) => line.from)), mostOf(plumb.map((line) => line.to))];
  const across = { from: leastOf(ys), to: mostOf(ys) };
  const along = { from: leastOf(xs), to: mostOf(xs) };
  const stands = (x0: number, y0: number, x1: number, y1: number) =>
    words.some((word) => isIn(word, [x0, y0, x1, y1]));
  return {
    xs: [
      ...(along.from - left > NEAR && stands(left, across.from, along.from, across.to) ? [left] : []),
      ...(right - along.to > NEAR && stands(along.to, across.from, right, across.to) ? [right] : []),
    ],
    ys: [
      ...(across.from - top > NEAR && stands(along.from, top, along.to, across.from) ? [top] : []),
      ...(bottom - across.to > NEAR && stands(along.from, across.to, along.to, bottom) ? [bottom] : []),
    ],
  };
}

function leastOf(values: readonly number[]): number {
  return values.reduce((least, value) => Math.min(least, value), Number.POSITIVE_INFINITY);
}

function mostOf(values: readonly number[]): number {
  return values.reduce((most, value) => Math.max(most, value), Number.NEGATIVE_INFINITY);
}

function isIn(word: Word, [x0, y0, x1, y1]: readonly [number, number, number, number]): boolean {
  const [x, y] = middleOf(word);
  return x > x0 && x < x1 && y > y0 && y < y1;
}

function middleOf(word: Word): readonly [number, number] {
  const [x0, y0, x1, y1] = boxOfWord(word);
  return [(x0 + x1) / 2, (y0 + y1) / 2];
}

function filledCells({ tracks, places }: Ruled, words: readonly Word[], page: number) {
  const owners = ownersOf(tracks, places);
  const taken: Word[] = [];
  const inside = places.map(() => [] as Word[]);
  for (const word of words) {
    const [x, y] = middleOf(word);
    const owner = owners[trackOf(tracks.ys, y)]?.[trackOf(tracks.xs, x)];
    if (owner === undefined) continue;
    inside[owner]?.push(word);
    taken.push(word);
  }
  const cells = places.map((place, at): Cell => {
    const held = inside[at] ?? [];
    return {
      type: 'cell',
      ...place,
      text: textOf(held),
      words: held,
      origin: { on: 'page', page, box: boxOf(tracks, place) },
    };
  });
  return { cells, words: taken };
}

/** Per slot, the index of the place that covers it. */
function ownersOf({ xs, ys }: Tracks, places: readonly Place[]): readonly (readonly number[])[] {
  const owners = Array.from({ length: ys.length - 1 }, () => new Array<number>(xs.length - 1).fill(-1));
  for (const [at, place] of places.entries()) {
    for (let row = place.row; row < place.row + place.rowSpan; row++) {
      owners[row]?.fill(at, place.column, place.column + place.columnSpan);
    }
  }
  return owners;
}
