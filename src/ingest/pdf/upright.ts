// The transform from a PDF page to ours: what a reader sees upright, in points, y growing downward.
// Surprise: pages are turned twice: by their /Rotate entry, and by us where most of their text still runs up or down the page.

import type { Glyph } from './marks.ts';
import { composed, type Matrix } from './matrix.ts';

export interface Frame {
  readonly width: number;
  readonly height: number;
  readonly base: Matrix;
}

/** The quarter by which most letters lie; 0 where none leads clearly. */
export function tiltOf(glyphs: readonly Glyph[]): 0 | 1 | 2 | 3 {
  const counts = [0, 0, 0, 0];
  for (const glyph of glyphs) {
    if (!glyph.isSpace && !glyph.hidden) counts[glyph.tilt] = (counts[glyph.tilt] ?? 0) + 1;
  }
  const most = Math.max(...counts);
  const tilt = counts.indexOf(most);
  return most > LEAD * counts.reduce((sum, count) => sum + count, 0) ? (tilt as 0 | 1 | 2 | 3) : 0;
}

/** Share of a page's letters that must lie one way before the page is turned; vertical headers over upright numbers stay below. */
const LEAD = 0.6;

/** The frame turned back by clockwise `quarters`, so that letters that lay that way stand upright. */
export function turnedBack(frame: Frame, quarters: 0 | 1 | 2 | 3): Frame {
  const { width, height, base } = frame;
  switch (quarters) {
    case 0:
      return frame;
    case 1:
      return { width: height, height: width, base: composed([0, -1, 1, 0, 0, width], base) };
    case 2:
      return { width, height, base: composed([-1, 0, 0, -1, width, height], base) };
    case 3:
      return { width: height, height: width, base: composed([0, 1, -1, 0, height, 0], base) };
  }
}
