// The places of print in a cell → its lines of text, in reading order.
// Surprise: the places come from `ingest`, which saw rules and dirt; a line is those that share a height, whatever the gaps between them.

import type { Box, Word } from '../tree/nodes.ts';

/** One line of text in a box, in points. */
export type TextLine = Box;

/** Share of the lower of two boxes that must overlap in y for them to stand on one line. */
const SAME_LINE = 0.5;
/** In heights of the cell's highest line: what is smaller in both directions is dirt above or below print. 。 on a line of its own is about 0.33. */
const SPECK = 0.3;

export function linesIn(box: Box, words: readonly Word[]): TextLine[] {
  const lines: Box[] = [];
  for (const place of placesIn(box, words).sort((a, b) => a[1] - b[1])) {
    const at = lines.findIndex((line) => sameLine(line, place));
    const line = lines[at];
    if (line) lines[at] = around(line, place);
    else lines.push(place);
  }
  return withoutSpecks(lines).sort((a, b) => a[1] - b[1]);
}

function withoutSpecks(lines: readonly Box[]): Box[] {
  const highest = Math.max(...lines.map(([, y0, , y1]) => y1 - y0));
  return lines.filter(([x0, y0, x1, y1]) => Math.max(x1 - x0, y1 - y0) >= SPECK * highest);
}

function placesIn(box: Box, words: readonly Word[]): Box[] {
  const places: Box[] = [];
  for (const { origin } of words) {
    if (origin.on !== 'page') continue;
    const [x0, y0, x1, y1] = origin.box;
    const [x, y] = [(x0 + x1) / 2, (y0 + y1) / 2];
    if (box[0] < x && x < box[2] && box[1] < y && y < box[3]) places.push(origin.box);
  }
  return places;
}

function sameLine(a: Box, b: Box): boolean {
  const overlap = Math.min(a[3], b[3]) - Math.max(a[1], b[1]);
  return overlap > SAME_LINE * Math.min(a[3] - a[1], b[3] - b[1]);
}

function around(a: Box, b: Box): Box {
  return [Math.min(a[0], b[0]), Math.min(a[1], b[1]), Math.max(a[2], b[2]), Math.max(a[3], b[3])];
}

/** The usual height of print on a page, in points: the median of its places, the flat ones (dashes) left out. */
export function printHeight(words: readonly Word[]): number {
  const heights = words
    .flatMap(({ origin }) => (origin.on === 'page' ? [origin.box] : []))
    .filter(([x0, y0, x1, y1]) => y1 - y0 > (x1 - x0) * 0.12)
    .map(([, y0, , y1]) => y1 - y0)
    .sort((a, b) => a - b);
  return heights[Math.floor(heights.length * 0.6)] ?? 10;
}
