// What was painted over later → gone from the marks: glyphs become hidden, rulings lose the covered part.
// Surprise: a page that is tiled by strips of a scan hides a glyph by none of them alone, so that points of the glyph are asked, each for any cover.

import type { Ruling } from '../../tree/nodes.ts';
import type { Box } from '../../tree/origin.ts';
import type { Glyph, Marks, Surface } from './marks.ts';

/** Shares of a glyph's box, within the ink of digits and of Chinese. */
const ACROSS = [0.2, 0.5, 0.8];
const DOWN = [0.25, 0.5, 0.75];
/** Of these nine points so many must be covered: a whole row left in sight is still read. */
const MOSTLY = 7;
/** Points that a ruling must lie within a cover: one on its edge is the border of the cell that is shaded. */
const INSIDE = 0.5;
/** Points of ruling that are worth keeping beside a cover. */
const REST = 2;

export function uncovered(marks: Marks): Marks {
  const covers = marks.surfaces.filter(({ over }) => over !== null && over.glyphs + over.rulings > 0);
  if (covers.length === 0) return marks;
  const rows = rowsOf(covers);
  return {
    ...marks,
    glyphs: marks.glyphs.map((glyph, at) =>
      isCovered(glyph, at, rows) ? { ...glyph, hidden: true } : glyph,
    ),
    rulings: marks.rulings.flatMap((ruling, at) => restOf(ruling, at, covers)),
  };
}

/** Covers by the rows of the page that they reach, in the order of painting. */
type Rows = readonly (readonly Surface[])[];

/** Points. Half as high as two lines of print, so that a glyph's points lie in its own row or the next. */
const ROW = 16;
/** Rows of the largest page that there is, of 14,400 points. */
const MOST_ROWS = 900;

function rowOf(y: number): number {
  return Math.min(MOST_ROWS, Math.max(0, Math.floor(y / ROW)));
}

function rowsOf(covers: readonly Surface[]): Rows {
  const rows: Surface[][] = Array.from({ length: MOST_ROWS + 1 }, () => []);
  for (const cover of covers) {
    const last = Math.min(MOST_ROWS, rowOf(cover.box[3]) + 1);
    for (let row = Math.max(0, rowOf(cover.box[1]) - 1); row <= last; row++) rows[row]?.push(cover);
  }
  return rows;
}

function isCovered({ box, hidden }: Glyph, at: number, rows: Rows): boolean {
  if (hidden) return false;
  const row = rows[rowOf((box[1] + box[3]) / 2)] ?? [];
  let points = 0;
  // From the last cover back to the first that came after the glyph: most pages are painted from the ground up, and have none.
  for (let last = row.length - 1; last >= 0; last--) {
    const cover = row[last];
    if (!cover?.over || cover.over.glyphs <= at) break;
    if (meets(cover.box, box)) points |= pointsUnder(cover.box, box);
  }
  return points !== 0 && countOf(points) >= MOSTLY;
}

/** The points of a glyph that lie under a cover, one bit each. */
function pointsUnder([x0, y0, x1, y1]: Box, glyph: Box): number {
  let [points, bit] = [0, 1];
  for (const down of DOWN) {
    const y = glyph[1] + down * (glyph[3] - glyph[1]);
    for (const across of ACROSS) {
      const x = glyph[0] + across * (glyph[2] - glyph[0]);
      if (x0 <= x && x <= x1 && y0 <= y && y <= y1) points |= bit;
      bit <<= 1;
    }
  }
  return points;
}

function countOf(bits: number): number {
  let count = 0;
  for (let left = bits; left > 0; left >>= 1) count += left & 1;
  return count;
}

function meets(a: Box, b: Box): boolean {
  return a[0] <= b[2] && b[0] <= a[2] && a[1] <= b[3] && b[1] <= a[3];
}

function restOf(ruling: Ruling, at: number, covers: readonly Surface[]): readonly Ruling[] {
  const box: Box = [ruling.x0, ruling.y0, ruling.x1, ruling.y1];
  let rest: readonly Ruling[] = [ruling];
  for (let last = covers.length - 1; last >= 0; last--) {
    const cover = covers[last];
    if (!cover?.over || cover.over.rulings <= at) break;
    if (meets(cover.box, box)) rest = rest.flatMap((piece) => beside(piece, cover.box));
  }
  return rest;
}

/** What is left of a ruling beside a cover. */
function beside(ruling: Ruling, [left, top, right, bottom]: Box): readonly Ruling[] {
  const { x0, y0, x1, y1, width } = ruling;
  const edge = width / 2 + INSIDE;
  if (y0 === y1) {
    if (y0 - edge < top || y0 + edge > bottom || x1 < left || x0 > right) return [ruling];
    const parts = [
      { ...ruling, x1: left },
      { ...ruling, x0: right },
    ];
    return parts.filter((part) => part.x1 - part.x0 > REST);
  }
  if (x0 - edge < left || x0 + edge > right || y1 < top || y0 > bottom) return [ruling];
  const parts = [
    { ...ruling, y1: top },
    { ...ruling, y0: bottom },
  ];
  return parts.filter((part) => part.y1 - part.y0 > REST);
}
