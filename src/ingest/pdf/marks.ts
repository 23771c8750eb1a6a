// What a page's content stream leaves on the paper: glyphs, rulings, pictures.

import type { Ruling } from '../../tree/nodes.ts';
import type { Box } from '../../tree/origin.ts';
import type { Tally } from './mapping.ts';
import type { Face } from './state.ts';

/**
 * One character. `turn`: clockwise quarter turns of its reading direction; `tilt`: of the letter itself. They differ only in vertical writing.
 * `from`, `to` and `baseline` are its ends and its line, measured along and across its reading direction; `em` its size in points. `order`: how many were
 * painted before it; `string`: which of the strings shown it belongs to; `spacing`: points by which that string spaces its letters.
 */
export interface Glyph {
  readonly text: string;
  readonly box: Box;
  readonly turn: 0 | 1 | 2 | 3;
  readonly tilt: 0 | 1 | 2 | 3;
  readonly from: number;
  readonly to: number;
  readonly baseline: number;
  readonly em: number;
  readonly order: number;
  readonly string: number;
  readonly spacing: number;
  readonly isSpace: boolean;
  readonly hidden: boolean;
}

/** A picture as placed: `matrix` takes the unit square (y up) to the page; `name` finds its pixels. */
export interface Placed {
  readonly name: string;
  readonly box: Box;
  readonly matrix: readonly number[];
  readonly isMask: boolean;
}

/**
 * An area painted over, as far as it matters: `dark` ones show white print and white rules, opaque ones hide what was painted before. `over` counts the
 * marks of each kind that were there before an opaque one; it is null for one that lets them through.
 */
export interface Surface {
  readonly box: Box;
  readonly dark: boolean;
  readonly over: { readonly glyphs: number; readonly rulings: number; readonly pictures: number } | null;
}

/** `curves` counts curved pieces of paths: text turned into outlines has hundreds. `slanted` counts characters that stand aslant, `strings` operators that show text. */
export interface Marks {
  readonly glyphs: Glyph[];
  readonly rulings: Ruling[];
  readonly pictures: Placed[];
  readonly surfaces: Surface[];
  readonly faces: Map<Face, Tally>;
  readonly counts: { curves: number; slanted: number; strings: number };
}

/** Per page. A drawing with more lines is a map, not a table; a page of prose has 5,000 characters, a dense budget 15,000. */
export const MOST_RULINGS = 60_000;
export const MOST_SURFACES = 5_000;
export const MOST_GLYPHS = 200_000;

export function noMarks(): Marks {
  return {
    glyphs: [],
    rulings: [],
    pictures: [],
    surfaces: [],
    faces: new Map(),
    counts: { curves: 0, slanted: 0, strings: 0 },
  };
}

export interface SurfaceKind {
  readonly dark: boolean;
  readonly hides: boolean;
}

export function keepSurface(marks: Marks, box: Box, kind: SurfaceKind): void {
  if (marks.surfaces.length >= MOST_SURFACES) return;
  const { glyphs, rulings, pictures } = marks;
  const over = { glyphs: glyphs.length, rulings: rulings.length, pictures: pictures.length };
  marks.surfaces.push({ box, dark: kind.dark, over: kind.hides ? over : null });
}

/** Whether white ink within the box would stand on a surface that is not white: the last one painted there decides. */
export function isOnTint({ surfaces }: Marks, [x0, y0, x1, y1]: Box): boolean {
  const [x, y] = [(x0 + x1) / 2, (y0 + y1) / 2];
  const holds = ({ box }: Surface) => box[0] <= x && x <= box[2] && box[1] <= y && y <= box[3];
  return surfaces.findLast(holds)?.dark ?? false;
}
