// One page's words and rulings → its tables and the lines of text around them, in reading order.

import type { Block, Line, Page, Word } from '../tree/nodes.ts';
import { blocksOf } from './blocks.ts';
import { borderlessTable } from './borderless.ts';
import { type Lattice, latticesOf, withFlankers } from './crossings.ts';
import { withBoxesJoined } from './facing.ts';
import { boxOfWord, linesOf, lineText, unionOf } from './fill.ts';
import { flowsOf } from './flows.ts';
import { type Located, latticeTable } from './lattice.ts';
import { completed } from './missing.ts';
import { type Segment, type Segments, segmentsOf } from './segments.ts';
import { withStub } from './stub.ts';
import { inOneZone, zonesOf } from './zones.ts';

export function blocksIn(page: Page): readonly Block[] {
  const { level, plumb } = withBoxesJoined(segmentsOf(page.rulings));
  const ruled = ruledTables(page, { level, plumb });
  const rules = level.filter((rule) => !ruled.some((found) => isInside(rule, found)));
  const bare = bareTables(wordsBeside(page.words, ruled), rules, page.number);
  const located = [...ruled, ...bare];
  const lines = textLines(wordsBeside(page.words, located), page.number);
  return inReadingOrder([...located.map((found) => found.table), ...lines]);
}

function wordsBeside(words: readonly Word[], located: readonly Located[]): readonly Word[] {
  const taken = new Set(located.flatMap((found) => found.words));
  return words.filter((word) => !taken.has(word));
}

function isInside(rule: Segment, { tracks: { xs, ys } }: Located): boolean {
  const middle = (rule.from + rule.to) / 2;
  return (
    rule.at >= (ys[0] ?? 0) - 1 &&
    rule.at <= (ys.at(-1) ?? 0) + 1 &&
    middle >= (xs[0] ?? 0) &&
    middle <= (xs.at(-1) ?? 0)
  );
}

/** Smaller lattices first take their words, so that a frame around a table does not swallow it. */
function ruledTables(page: Page, segments: Segments): readonly Located[] {
  const all = latticesOf(segments);
  const loners = all.filter((lattice) => lattice.level.length === 0).flatMap((lattice) => lattice.plumb);
  const lattices = all.map((lattice) => (lattice.level.length > 1 ? withFlankers(lattice, loners) : lattice));
  const found: Located[] = [];
  for (const lattice of [...lattices].sort((a, b) => heightOf(a.plumb) - heightOf(b.plumb))) {
    const words = wordsBeside(page.words, found);
    const located = latticeTable(lattice, words, page.number);
    if (!located) continue;
    const whole = wholeTable(lattice, located, words, page.number);
    if (whole.table.columns > 1) found.push(whole);
  }
  return found;
}

/** With its missing lines: uprights come first, since rows show only between columns. */
function wholeTable(lattice: Lattice, located: Located, words: readonly Word[], page: number): Located {
  const columned = completed(lattice, located);
  const first = columned === lattice ? located : (latticeTable(columned, words, page) ?? located);
  const whole = withStub(columned === lattice ? lattice : completed(columned, first), first, words);
  return whole === lattice ? located : (latticeTable(whole, words, page) ?? located);
}

/** Tables that white space and level rules show. */
function bareTables(words: readonly Word[], rules: readonly Segment[], page: number): readonly Located[] {
  return flowsOf(words).flatMap((rows) => {
    const zones = zonesOf(rules, rows);
    return blocksOf(rows, zones).flatMap((block) => {
      const inZone = block.some((row, at) => inOneZone(zones, block[at - 1] ?? row, row));
      return borderlessTable({ rows: block, rules, inZone, page }) ?? [];
    });
  });
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
