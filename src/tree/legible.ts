// How well the print of each page can be read, as far as its reader's confidence tells: the lower quartile of its lines.
// Surprise: one number a page tells more than the confidence of a cell: where strokes are lost, even sure readings are often wrong.

import type { Cell, Document, Line, Word } from './nodes.ts';
import { blocksOf } from './walk.ts';

/**
 * Below it a page is illegible. Measured on 66 pages of office, fax and photo: 6 faxes of 9 and 9.5 points at 150 dots per inch lay at 0.11 to 0.92 and
 * held 109 of 112 misread numbers; the others lay from 0.98, and their three were unsure. Lower, misreadings are told as errors; higher, errors as doubts.
 */
const ILLEGIBLE = 0.95;

/** The pages that can hardly be read, by their numbers, each with its quartile. Words count where they stand: a table may go on over the page. */
export function illegiblePages(document: Document): ReadonlyMap<number, number> {
  const words = blocksOf(document)
    .flatMap((block): readonly (Cell | Line)[] => (block.type === 'line' ? [block] : block.cells))
    .flatMap((node) => node.words);
  const pages = [...Map.groupBy(words, ({ origin }) => (origin.on === 'page' ? origin.page : 0))];
  const quartiles = pages.map(([page, all]) => [page, quartileOf(all)] as const);
  return new Map(quartiles.filter(([, quartile]) => quartile < ILLEGIBLE));
}

function quartileOf(words: readonly Word[]): number {
  const sure = words.map(({ confidence }) => confidence).sort((a, b) => a - b);
  return sure[sure.length >> 2] ?? 1;
}
