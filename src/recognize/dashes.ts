// Dashes alone in a cell: told by the classifier of glyphs, or by the shape of their ink where they are so worn that no engine knows them.
// Surprise: a worn dash, dark at one end, is to every engine a 1 that lies down, and a 1 in an empty cell is an error of ours that nothing else shows.

import type { Reading } from '../tree/nodes.ts';
import { readingsOf } from './decode.ts';
import type { Choice, Crop, Lattice } from './engine.ts';
import { LEAST_OPINION, OTHER } from './engines/glyphs.ts';
import { inkRuns } from './ink.ts';

export type Dash = '-' | '—';

/** A glyph that is likelier than this something else is no sign. */
const MOST_OTHER = 0.75;
const BAR = /^[-—=═]$/;
const SPOT = /^[-—=═.*]$/;
/** As the general engine writes two hyphens. */
const TWO_SPOTS = /^[-.·*]{2}$/;
/** What the classifier is as sure of is one glyph. */
const SURE = 0.9;
/** In heights of print: a dash is no higher, so many times as wide as high, neither narrower nor wider; a long one is at least as wide. */
const FLAT = 0.25;
const SHAPE = 3;
const NARROWEST = 0.2;
const WIDEST = 2.2;
const LONG = 0.55;

/** Two spots or bars and nothing else: at 150 dots per inch the hyphens of -- are two pixels wide, and no form prints two points. */
export const TWO_DASHES: readonly Reading[] = [
  { text: '--', probability: 0.9 },
  { text: '..', probability: 0.1 },
];

/** Two glyphs; or one, of whose kind the classifier is not sure, in which the general engine sees two: the white between them is grey. */
export function areTwoDashes({ general, glyphs }: { general: Lattice; glyphs: Lattice }): boolean {
  if (areLike(glyphs, SPOT, 2)) return true;
  const isSure = glyphs.some(({ choices: [best] }) => best && best.char !== '' && best.probability >= SURE);
  const two = readingsOf(general).filter(({ text }) => TWO_SPOTS.test(text));
  return (
    isBar(glyphs) && !isSure && two.reduce((sum, { probability }) => sum + probability, 0) >= LEAST_OPINION
  );
}

export function isBar(glyphs: Lattice): boolean {
  return areLike(glyphs, BAR, 1);
}

/** The dash that is all the ink of a crop; null where there is other ink, or it is no bar. */
export function dashIn(crop: Crop): Dash | null {
  const [bar, ...others] = inkRuns(crop);
  if (!bar || others.length > 0) return null;
  const [width, height] = [bar.x1 - bar.x0, bar.y1 - bar.y0];
  if (height > FLAT * crop.print || width < SHAPE * height) return null;
  if (width < NARROWEST * crop.print || width > WIDEST * crop.print) return null;
  return width < LONG * crop.print ? '-' : '—';
}

/** What a bar of that shape may be. */
export function dashesLike(dash: Dash): readonly Reading[] {
  return [
    { text: dash, probability: 0.9 },
    { text: dash === '-' ? '—' : '-', probability: 0.1 },
  ];
}

/** So many glyphs, each of them likely one of these, whichever it is; one that may as well be dirt is the likeliest of the signs. */
function areLike(glyphs: Lattice, signs: RegExp, count: number): boolean {
  const seen = glyphs.filter(({ choices }) => choices[0]?.char !== '');
  const isLike = (choices: readonly Choice[]) => {
    const other = shareOf(choices, (char) => char === OTHER);
    return other < MOST_OTHER && shareOf(choices, (char) => signs.test(char)) >= LEAST_OPINION * (1 - other);
  };
  return seen.length === count && seen.every(({ choices }) => isLike(choices));
}

function shareOf(choices: readonly Choice[], holds: (char: string) => boolean): number {
  return choices.reduce((sum, { char, probability }) => sum + (holds(char) ? probability : 0), 0);
}
