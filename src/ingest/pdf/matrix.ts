// Affine transforms as PDF writes them: [a b c d e f] maps (x, y) to (a·x + c·y + e, b·x + d·y + f).

import type { Box } from '../../tree/origin.ts';

export type Matrix = readonly [number, number, number, number, number, number];

export const IDENTITY: Matrix = [1, 0, 0, 1, 0, 0];

/** First `inner`, then `outer`. */
export function composed(outer: Matrix, inner: Matrix): Matrix {
  const [a, b, c, d, e, f] = outer;
  const [g, h, i, j, k, l] = inner;
  return [a * g + c * h, b * g + d * h, a * i + c * j, b * i + d * j, a * k + c * l + e, b * k + d * l + f];
}

export function pointUnder(matrix: Matrix, x: number, y: number): readonly [number, number] {
  const [a, b, c, d, e, f] = matrix;
  return [a * x + c * y + e, b * x + d * y + f];
}

/** The upright box around a box's image. Called for every glyph: without arrays on the way it takes a fifth of the time. */
export function boxUnder([a, b, c, d, e, f]: Matrix, [x0, y0, x1, y1]: Box): Box {
  return [
    Math.min(a * x0, a * x1) + Math.min(c * y0, c * y1) + e,
    Math.min(b * x0, b * x1) + Math.min(d * y0, d * y1) + f,
    Math.max(a * x0, a * x1) + Math.max(c * y0, c * y1) + e,
    Math.max(b * x0, b * x1) + Math.max(d * y0, d * y1) + f,
  ];
}

/** How much lengths grow, both axes taken together. */
export function growthOf([a, b, c, d]: Matrix): number {
  return Math.sqrt(Math.abs(a * d - b * c));
}

/**
 * Clockwise quarter turns (0–3) of the x axis on a page whose y grows downward; null where it slants by more than `SLANT`.
 */
export function quarterOf(x: number, y: number): 0 | 1 | 2 | 3 | null {
  const long = Math.max(Math.abs(x), Math.abs(y));
  if (long === 0 || Math.min(Math.abs(x), Math.abs(y)) > SLANT * long) return null;
  if (Math.abs(x) >= Math.abs(y)) return x > 0 ? 0 : 2;
  return y > 0 ? 1 : 3;
}

/** Whether a unit square comes out as an upright rectangle, by a hundredth of its sides. */
export function isUpright([a, b, c, d]: Matrix): boolean {
  const [along, across] = [Math.abs(a) + Math.abs(d), Math.abs(b) + Math.abs(c)];
  return Math.min(along, across) <= 0.01 * Math.max(along, across);
}

/** Tangent of 10°: italic by matrix and crooked placements stay below, watermarks across a page lie at 30–60°. */
const SLANT = 0.176;

/** A six-number array or typed array as a matrix; the identity where it is none. */
export function matrixOf(value: unknown): Matrix {
  if (!Array.isArray(value) && !ArrayBuffer.isView(value)) return IDENTITY;
  const from = value as ArrayLike<unknown>;
  const matrix: Matrix = [
    Number(from[0]),
    Number(from[1]),
    Number(from[2]),
    Number(from[3]),
    Number(from[4]),
    Number(from[5]),
  ];
  return matrix.every(Number.isFinite) ? matrix : IDENTITY;
}
