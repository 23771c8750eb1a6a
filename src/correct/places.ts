// A place that a person pointed at → the cell or line of the tree that stands there.
// Surprise: another version of the program may draw a cell a little otherwise, so on a page the cell that covers nearly the same area is the one.

import { type Box, type Cell, type Document, type Line, type Origin, originKey } from '../tree/index.ts';

/** What can be pointed at: the cells of tables, and the lines outside them. */
export type Printed = Cell | Line;

export function printedBlocks(tree: Document): readonly Printed[] {
  return tree.pages.flatMap(({ children }) =>
    children.flatMap((block): readonly Printed[] => (block.type === 'line' ? [block] : block.cells)),
  );
}

/** Of two boxes' common area, as a share of what both cover: neighbours share an edge (0), one cell drawn twice nearly all (over 0.8). */
const SAME_FROM = 0.5;

export function blockAt(blocks: readonly Printed[], place: Origin): Printed | null {
  const key = originKey(place);
  return blocks.find(({ origin }) => originKey(origin) === key) ?? overlapping(blocks, place);
}

function overlapping(blocks: readonly Printed[], place: Origin): Printed | null {
  const shares = blocks.map((block) => ({ block, share: shareOf(block.origin, place) }));
  const best = shares.reduce((a, b) => (b.share > a.share ? b : a), { block: null, share: 0 } as Candidate);
  return best.share >= SAME_FROM ? best.block : null;
}

interface Candidate {
  readonly block: Printed | null;
  readonly share: number;
}

function shareOf(a: Origin, b: Origin): number {
  if (a.on !== 'page' || b.on !== 'page' || a.page !== b.page) return 0;
  const [left, top, right, bottom] = a.box;
  const width = Math.min(right, b.box[2]) - Math.max(left, b.box[0]);
  const height = Math.min(bottom, b.box[3]) - Math.max(top, b.box[1]);
  if (width <= 0 || height <= 0) return 0;
  const common = width * height;
  return common / (areaOf(a.box) + areaOf(b.box) - common);
}

function areaOf([left, top, right, bottom]: Box): number {
  return Math.max(0, right - left) * Math.max(0, bottom - top);
}

/** Whether a piece stands in a block: at its place, or within it, where a line of text was cut into columns. */
export function standsIn(origin: Origin, block: Printed): boolean {
  const { origin: place, text } = block;
  if (origin.on !== 'text' || place.on !== 'text') return originKey(origin) === originKey(place);
  const end = place.column + Math.max(1, text.length);
  return origin.line === place.line && origin.column >= place.column && origin.column < end;
}
