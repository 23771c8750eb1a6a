// How far a page's text layer can be believed: it decides whether the page is read from its text or from its picture.
// Surprise: an invisible text layer over a picture is somebody's recognition, with its errors; the picture is read instead.

import { isGuessed, type Tally } from './mapping.ts';
import type { Glyph, Marks, Placed } from './marks.ts';

/** `usable`: read the text. `empty`: nothing to read at all. Everything else is a reason to read the picture. */
export type Trust =
  | 'usable'
  | 'empty'
  | 'picture only'
  | 'recognized before'
  | 'unmapped glyphs'
  | 'outlines only';

/** Share of glyphs without a meaning from which a text layer is worth less than recognition. Forms with symbol bullets stay below 0.05. */
const MOST_UNMAPPED = 0.15;
/** Share of print that came out as nothing: numbers lost from a form are a tenth of it and more, a list's bullets less. */
const MOST_LOST = 0.05;
/** Share of the page under pictures from which it is a scan … */
const COVERED = 0.5;
/** … unless it has this many visible characters beside: a stamp line or page number has fewer, a form more. */
const FEW = 60;
/** Curved pieces on a page without text from which it is text turned into outlines. */
const MANY_CURVES = 400;
/** Scanned pages have no drawn rules. */
const FEW_RULES = 8;

const UNMAPPED = /[\uE000-\uF8FF\uFFFD\u{F0000}-\u{10FFFF}]/u;

export function trustOf(marks: Marks, area: number): Trust {
  const printed = marks.glyphs.filter((glyph) => !glyph.isSpace);
  const visible = printed.filter((glyph) => !glyph.hidden);
  const covered = coveredShare(marks.pictures, area) >= COVERED;
  if (visible.length < FEW && covered && marks.rulings.length < FEW_RULES) {
    return printed.length - visible.length > FEW ? 'recognized before' : 'picture only';
  }
  const meaning = meaningOf(visible, marks.faces.values());
  if (meaning !== null) return meaning;
  if (visible.length === 0) return marks.counts.curves > MANY_CURVES ? 'outlines only' : 'empty';
  return 'usable';
}

/** Where too many visible characters have none or a guessed meaning, or too much print came out as no character at all. */
function meaningOf(visible: readonly Glyph[], faces: Iterable<Tally>): Trust | null {
  const tallies = [...faces];
  const lost = sumOf(tallies.map((tally) => tally.lost));
  const guessed = sumOf(tallies.filter(isGuessed).map((tally) => tally.shown));
  const unmapped = visible.filter((glyph) => UNMAPPED.test(glyph.text)).length + guessed;
  const all = visible.length + lost;
  const isTooMuch = (count: number, share: number) => count > share * all && count > 3;
  return isTooMuch(unmapped, MOST_UNMAPPED) || isTooMuch(lost, MOST_LOST) ? 'unmapped glyphs' : null;
}

function sumOf(counts: readonly number[]): number {
  return counts.reduce((sum, count) => sum + count, 0);
}

/** Strips of one scan add up; overlaps do not matter here. */
export function coveredShare(pictures: readonly Placed[], area: number): number {
  const sum = pictures.reduce(
    (total, { box }) => total + Math.max(0, box[2] - box[0]) * Math.max(0, box[3] - box[1]),
    0,
  );
  return area > 0 ? sum / area : 0;
}
