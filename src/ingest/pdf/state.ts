// What a content stream has set when it draws: the transform, the clip, the paints and the text parameters.
// Surprise: a paint is only "shows or not". White and transparent ink draw nothing that a reader sees.

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

export interface State {
  readonly matrix: Matrix;
  readonly clip: Box;
  readonly fill: Paint;
  readonly stroke: Paint;
  readonly lineWidth: number;
  readonly face: Face;
  readonly fontSize: number;
  readonly charSpacing: number;
  readonly wordSpacing: number;
  readonly scale: number;
  readonly rise: number;
  readonly leading: number;
  readonly mode: number;
}

export interface Paint {
  readonly dark: boolean;
  readonly alpha: number;
}

/** Below this opacity nothing is seen on paper. */
const FAINT = 0.05;
/** Each channel from here on is paper white; the lightest rule seen that separates is #E6E6E6. */
const WHITE = 0xf7;

export const PLAIN_FACE: Face = { vertical: false, drawn: false, unit: 0.001, ascent: 0.8, descent: 0.15 };

export function initialState(base: Matrix, page: Box): State {
  const ink = { dark: true, alpha: 1 };
  return {
    matrix: base,
    clip: page,
    fill: ink,
    stroke: ink,
    lineWidth: 1,
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
