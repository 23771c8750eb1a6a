// The glyphs of a line → the same, with a % whose thin stroke a fax has lost put together again from its two rings.
// Surprise: rings are small zeros; what tells them from digits is that one hangs from the digits' tops and the other stands on their feet.

import type { Choice } from '../engine.ts';
import { type Extent, extentOf, type Glyph } from '../glyphs.ts';

/** A glyph of a line and what the classifier makes of it. */
export interface Seen {
  readonly glyph: Glyph;
  readonly choices: readonly Choice[];
}

/** In heights of the line's digits: a digit is no lower … */
const DIGIT = 0.85;
/** … a ring is no higher, no lower and no wider … */
const HIGHEST = 0.68;
const LOWEST = 0.35;
const WIDEST = 0.62;
/** … and its outer edge is this near to the digits' top or foot. */
const LEVEL = 0.15;
/** Pieces of rings and of their stroke, at most. */
const MOST_PIECES = 8;

const PERCENT: readonly Choice[] = [
  { char: '%', probability: 0.97 },
  { char: '', probability: 0.03 },
];

export function withRingsJoined(seen: readonly Seen[]): readonly Seen[] {
  const highest = digitHeight(seen);
  const last = seen.findLastIndex((one) => isDigit(one) && heightOf(one.glyph) >= DIGIT * highest);
  const digit = seen[last];
  const behind = seen.slice(last + 1);
  if (!digit || behind.length < 2 || behind.length > MOST_PIECES || !areRings(behind, digit.glyph))
    return seen;
  const first = behind[0] as Seen;
  const glyph = { ...extentOf(behind.map((one) => one.glyph)), features: first.glyph.features };
  return [...seen.slice(0, last + 1), { glyph, choices: PERCENT }];
}

/** One high on the left and one low on the right, whole or in pieces; what lies between is left of the stroke. */
function areRings(behind: readonly Seen[], digit: Extent): boolean {
  const height = heightOf(digit);
  const glyphs = behind.map(({ glyph }) => glyph);
  const high = glyphs.filter(
    ({ y0, y1 }) => y0 <= digit.y0 + LEVEL * height && y1 <= digit.y0 + HIGHEST * height,
  );
  const low = glyphs.filter(
    ({ y0, y1 }) => y1 >= digit.y1 - LEVEL * height && y0 >= digit.y1 - HIGHEST * height,
  );
  if (high.length === 0 || low.length === 0) return false;
  const [left, right] = [extentOf(high), extentOf(low)];
  if (left.x1 > right.x0 || ![left, right].every((ring) => isRing(ring, height))) return false;
  return glyphs.every(
    (one) => high.includes(one) || low.includes(one) || (one.x0 >= left.x0 && one.x1 <= right.x1),
  );
}

function isRing(ring: Extent, digit: number): boolean {
  const width = ring.x1 - ring.x0;
  return heightOf(ring) >= LOWEST * digit && width <= WIDEST * digit && width * 4 >= heightOf(ring);
}

export function isDigit({ choices }: Seen): boolean {
  return /\d/.test(choices[0]?.char ?? '');
}

/** A broken digit is too low, never too high. Zero where there is none. */
export function digitHeight(seen: readonly Seen[]): number {
  return Math.max(0, ...seen.filter(isDigit).map(({ glyph }) => heightOf(glyph)));
}

function heightOf({ y0, y1 }: Extent): number {
  return y1 - y0;
}
