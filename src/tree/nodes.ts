// The nodes of the tree: what is on the paper, never what it means. SPEC.md specifies them one by one.
// Surprise: cells are the truth; the dense grid is only a view (grid.ts), so a merged cell exists once.

import type { Box, Origin } from './origin.ts';

/** Another likely reading of a picture, with its probability in 0..1. */
export interface Reading {
  readonly text: string;
  readonly probability: number;
}

/** A run of text with its place. `confidence` is 1 where nothing had to be recognized. */
export interface Word {
  readonly text: string;
  readonly origin: Origin;
  readonly confidence: number;
  readonly readings: readonly Reading[];
}

/** A line of text outside tables (a title, a unit line, a page footer). */
export interface Line {
  readonly type: 'line';
  readonly text: string;
  readonly words: readonly Word[];
  readonly origin: Origin;
}

/** `row` and `column` are 0-based in the dense grid; spans are at least 1. `text` has layout breaks removed. */
export interface Cell {
  readonly type: 'cell';
  readonly row: number;
  readonly column: number;
  readonly rowSpan: number;
  readonly columnSpan: number;
  readonly text: string;
  readonly words: readonly Word[];
  readonly origin: Origin;
}

/**
 * `placement` says how far a cell's column can be trusted: `grid` where the carrier draws cells,
 * `ragged` where they are only separated, so that a dropped blank moves the rest of its row to the left.
 */
export interface Table {
  readonly type: 'table';
  readonly rows: number;
  readonly columns: number;
  readonly placement: 'grid' | 'ragged';
  readonly cells: readonly Cell[];
  readonly origin: Origin;
}

/** A straight rule on the page, in points. `x0 === x1` for a vertical one. */
export interface Ruling {
  readonly x0: number;
  readonly y0: number;
  readonly x1: number;
  readonly y1: number;
  readonly width: number;
}

/** Grey pixels, 0 black, row by row. `scale` is points per pixel, so that pixel (x, y) stands at (x·scale, y·scale). */
export interface Picture {
  readonly width: number;
  readonly height: number;
  readonly scale: number;
  readonly pixels: Uint8Array;
}

/**
 * One page (a sheet, or the whole of a carrier without pages). `number` is 1-based; `width` and `height` in points, 0 where a carrier has no pages.
 * `words`, `rulings` and `picture` are what `locate` and `recognize` work from; `children` is what they found, in reading order.
 */
export interface Page {
  readonly type: 'page';
  readonly number: number;
  readonly width: number;
  readonly height: number;
  readonly words: readonly Word[];
  readonly rulings: readonly Ruling[];
  readonly picture: Picture | null;
  readonly children: readonly (Line | Table)[];
}

export const CARRIERS = [
  'text',
  'csv',
  'markdown',
  'html',
  'docx',
  'doc',
  'xlsx',
  'xls',
  'pdf',
  'scan',
  'ofd',
] as const;
export type Carrier = (typeof CARRIERS)[number];

export interface Document {
  readonly type: 'document';
  readonly carrier: Carrier;
  readonly pages: readonly Page[];
}

export type Block = Line | Table;
export type Node = Document | Page | Block | Cell | Word;
export type { Box, Origin };
