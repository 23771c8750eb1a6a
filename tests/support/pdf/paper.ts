// Pages made of words and rulings directly, for tests of `locate` that no carrier should disturb.

import type { Document, Page, Ruling, Table, Word } from '../../../src/tree/index.ts';
import { tablesOf, wordOf } from '../../../src/tree/index.ts';
import { located } from './read.ts';

/** Points: a letter of 10-pt print is 5 wide and 9 high. */
const LETTER = 5;
const HEIGHT = 9;

/** A word whose top left is at (x, y). */
export function word(x: number, y: number, text: string, page = 1): Word {
  const box = [x, y, x + LETTER * text.length, y + HEIGHT] as const;
  return wordOf(text, { on: 'page', page, box });
}

/** A line of words, blanks between them as printed. */
export function words(x: number, y: number, text: string, page = 1): readonly Word[] {
  return [...text.matchAll(/\S+/g)].map((match) => word(x + LETTER * match.index, y, match[0], page));
}

export const across = (y: number, x0: number, x1: number): Ruling => ({ x0, y0: y, x1, y1: y, width: 0.5 });
export const down = (x: number, y0: number, y1: number): Ruling => ({ x0: x, y0, x1: x, y1, width: 0.5 });

/** All lines of a grid. */
export function gridRulings(xs: readonly number[], ys: readonly number[]): readonly Ruling[] {
  const [left, right, top, bottom] = [xs[0] ?? 0, xs.at(-1) ?? 0, ys[0] ?? 0, ys.at(-1) ?? 0];
  return [...ys.map((y) => across(y, left, right)), ...xs.map((x) => down(x, top, bottom))];
}

export function pageOf(
  printed: readonly (Word | readonly Word[])[],
  rulings: readonly Ruling[] = [],
  number = 1,
): Page {
  return {
    type: 'page',
    number,
    width: 595,
    height: 842,
    words: printed.flat(),
    rulings,
    picture: null,
    children: [],
  };
}

export function locatedPages(...pages: readonly Page[]): Document {
  return located({ type: 'document', carrier: 'pdf', pages });
}

/** Each table as rows of texts, a cell's text standing once, in its first slot. */
export function textsOf(document: Document): readonly (readonly (readonly string[])[])[] {
  return tablesOf(document).map(rowsOf);
}

function rowsOf(table: Table): readonly (readonly string[])[] {
  return Array.from({ length: table.rows }, (_, row) =>
    Array.from(
      { length: table.columns },
      (_, column) => table.cells.find((cell) => cell.row === row && cell.column === column)?.text ?? '·',
    ),
  );
}
