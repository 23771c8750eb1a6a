// What a content stream has set when it draws: the transform, the clip, the paints and the text parameters.
// Surprise: of a paint only two things are kept: whether it shows (white and transparent ink draw nothing that a reader sees), and whether it hides what it
// is laid over.

import type { Box } from '../../tree/origin.ts';
import { IDENTITY, type Matrix } from './matrix.ts';

/** What is needed of a font to place its glyphs, in ems (`unit` is one em in glyph units). */
export interface Face {
  readonly vertical: boolean;
  readonly drawn: boolean;
  readonly unit: number;
  readonly ascent: number;
  readonly descent: number;
}

/**
 * `isRagged`: the clip is less than its box. `isBlended`: paint is mixed with what lies under it. `isLetThrough`: the same for a group around it all.
 * `veil`: that group's opacity, which its own settings are a share of.
 */
export interface State {
  readonly matrix: Matrix;
  readonly clip: Box;
  readonly isRagged: boolean;
  readonly isBlended: boolean;
  readonly isLetThrough: boolean;
  readonly veil: number;
  readonly mask: Mask;
  readonly fill: Paint;
  readonly stroke: Paint;
  readonly lineWidth: number;
  readonly isDashed: boolean;
  readonly face: Face;
  readonly fontSize: number;
  readonly charSpacing: number;
  readonly wordSpacing: number;
  readonly scale: number;
  readonly rise: number;
  readonly leading: number;
  readonly mode: number;
}

/** `plain`: one colour, not a pattern, which may have holes. */
export interface Paint {
  readonly dark: boolean;
  readonly plain: boolean;
  readonly alpha: number;
}

/** `picture`: the decoder's sign that the picture that follows brings a mask of its own. */
export type Mask = 'none' | 'soft' | 'picture';

/** Below this opacity nothing is seen on paper. */
const FAINT = 0.05;
/** From this opacity on nothing is read through. */
const OPAQUE = 0.95;
/** Each channel from here on is paper white; the lightest rule seen that separates is #E6E6E6. */
const WHITE = 0xf7;

export const PLAIN_FACE: Face = { vertical: false, drawn: false, unit: 0.001, ascent: 0.8, descent: 0.15 };

export function initialState(base: Matrix, page: Box): State {
  const ink = { dark: true, plain: true, alpha: 1 };
  return {
    matrix: base,
    clip: page,
    isRagged: false,
    isBlended: false,
    isLetThrough: false,
    veil: 1,
    mask: 'none',
    fill: ink,
    stroke: ink,
    lineWidth: 1,
    isDashed: false,
    face: PLAIN_FACE,
    fontSize: 0,
    charSpacing: 0,
    wordSpacing: 0,
    scale: 1,
    rise: 0,
    leading: 0,
    mode: 0,
  };
}

/** `onTint`: white ink is seen too. */
export function shows(paint: Paint, onTint = false): boolean {
  return (paint.dark || onTint) && paint.alpha > FAINT;
}

/** Whether what is painted with `paint` hides what was painted before. */
export function hides({ isRagged, isBlended, isLetThrough, mask }: State, paint: Paint): boolean {
  const isMixed = isRagged || isBlended || isLetThrough || mask === 'soft';
  return !isMixed && paint.plain && paint.alpha >= OPAQUE;
}

/** A group is painted as a whole: what is set around it holds for it all, and within it all begins anew. */
export function withinGroup(state: State): State {
  const { fill, stroke } = state;
  return {
    ...state,
    isLetThrough: state.isLetThrough || state.isBlended || state.mask === 'soft',
    isBlended: false,
    mask: 'none',
    veil: fill.alpha,
    stroke: { ...stroke, alpha: fill.alpha },
  };
}

/** `colour` is `#rrggbb`; anything else (a pattern, a shading) counts as dark. */
export function isDark(colour: unknown): boolean {
  const match = typeof colour === 'string' ? /^#(..)(..)(..)/.exec(colour) : null;
  if (!match) return true;
  return match.slice(1).some((channel) => Number.parseInt(channel, 16) < WHITE);
}

/** Where the next glyph stands within a text object. */
export interface Pen {
  readonly matrix: Matrix;
  readonly x: number;
  readonly y: number;
  readonly lineX: number;
  readonly lineY: number;
}

export const START: Pen = { matrix: IDENTITY, x: 0, y: 0, lineX: 0, lineY: 0 };

export function intersection(a: Box, b: Box): Box {
  return [Math.max(a[0], b[0]), Math.max(a[1], b[1]), Math.min(a[2], b[2]), Math.min(a[3], b[3])];
}
