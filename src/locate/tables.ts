// One page's words and rulings → its tables and the lines of text around them, in reading order.

import type { Block, Line, Page, Word } from '../tree/nodes.ts';
import { latticesOf, withFlankers } from './crossings.ts';
import { boxOfWord, linesOf, lineText, unionOf } from './fill.ts';
import { type Located, latticeTable } from './lattice.ts';
import { segmentsOf } from './segments.ts';

export function blocksIn(page: Page): readonly Block[] {
  const located = ruledTables(page);
  const taken = new Set(located.flatMap((found) => found.words));
  const rest = page.words.filter((word) => !taken.has(word));
  return inReadingOrder([...located.map((found) => found.table), ...textLines(rest, page.number)]);
}

/** Smaller lattices first take their words, so that a frame around a table does not swallow it. */
function ruledTables(page: Page): readonly Located[] {
  const all = latticesOf(segmentsOf(page.rulings));
  const loners = all.filter((lattice) => lattice.level.length === 0).flatMap((lattice) => lattice.plumb);
  const lattices = all.map((lattice) => (lattice.level.length > 1 ? withFlankers(lattice, loners) : lattice));
  const found: Located[] = [];
  let words = page.words;
  for (const lattice of [...lattices].sort((a, b) => heightOf(a.plumb) - heightOf(b.plumb))) {
    const located = latticeTable(lattice, words, page.number);
    if (!located) continue;
    found.push(located);
    const taken = new Set(located.words);
    words = words.filter((word) => !taken.has(word));
  }
  return found;
}

function heightOf(plumb: readonly { from: number; to: number }[]): number {
  return plumb.reduce((most, line) => Math.max(most, line.to - line.from), 0);
}

/** Heights of a word between two words of one line from which they are two lines beside one another. */
const APART = 2.2;

export function textLines(words: readonly Word[], page: number): readonly Line[] {
  return linesOf(words)
    .flatMap(partedAtGaps)
    .map((line) => lineFrom(line, page));
}

function partedAtGaps(line: readonly Word[]): readonly (readonly Word[])[] {
  const parts: Word[][] = [];
  for (const word of line) {
    const last = parts.at(-1)?.at(-1);
    if (last && gapOf(last, word) <= APART) parts.at(-1)?.push(word);
    else parts.push([word]);
  }
  return parts;
}

function gapOf(last: Word, word: Word): number {
  const [x0, y0, , y1] = boxOfWord(word);
  return (x0 - boxOfWord(last)[2]) / Math.max(1, y1 - y0);
}

function lineFrom(words: readonly Word[], page: number): Line {
  const box = unionOf(words.map(boxOfWord));
  return { type: 'line', text: lineText(words).trim(), words, origin: { on: 'page', page, box } };
}

/** From top to bottom; what begins at nearly the same height, from left to right. */
function inReadingOrder(blocks: readonly Block[]): readonly Block[] {
  const topOf = (block: Block) => (block.origin.on === 'page' ? block.origin.box[1] : 0);
  const leftOf = (block: Block) => (block.origin.on === 'page' ? block.origin.box[0] : 0);
  const row = (block: Block) => Math.round(topOf(block) / SAME_HEIGHT);
  return [...blocks].sort((a, b) => row(a) - row(b) || leftOf(a) - leftOf(b));
}

/** Points. */
const SAME_HEIGHT = 4;
