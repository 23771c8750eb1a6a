// What every operator works on: the state, the pen, the marks so far; and how operators' arguments are read.
// Surprise: arguments come from a damaged file as they please, so that each is checked where it is used.

import type { Box } from '../../tree/origin.ts';
import type { Marks } from './marks.ts';
import { composed, type Matrix } from './matrix.ts';
import { type Face, intersection, type Pen, type State } from './state.ts';

/** `base` takes the page's own space to ours; `faceOf` finds a font by the stream's name for it; `isShown` tells of a layer whether it is switched on. */
export interface Paper {
  readonly base: Matrix;
  readonly box: Box;
  readonly faceOf: (name: string) => Face;
  readonly isShown: (layer: unknown) => boolean;
}

/** `printed`: what is on the paper; `marks`: where new marks go, elsewhere while what encloses them is not printed (`shown`, `unseen`). */
export interface Canvas {
  readonly paper: Paper;
  readonly printed: Marks;
  readonly saved: State[];
  readonly shown: boolean[];
  unseen: number;
  marks: Marks;
  state: State;
  pen: Pen;
  clips: boolean;
}

export type Args = readonly unknown[];
export type Act = (canvas: Canvas, args: Args) => void;

export function isList(value: unknown): value is Args {
  return Array.isArray(value) || ArrayBuffer.isView(value);
}

export function numberAt(args: Args, at: number): number {
  const value = Number(args[at]);
  return Number.isFinite(value) ? value : 0;
}

export function transform(canvas: Canvas, matrix: Matrix): void {
  canvas.state = { ...canvas.state, matrix: composed(canvas.state.matrix, matrix) };
}

export function clipTo(canvas: Canvas, box: Box): void {
  canvas.state = { ...canvas.state, clip: intersection(canvas.state.clip, box) };
}

export function boxFrom(args: Args): Box {
  return [numberAt(args, 0), numberAt(args, 1), numberAt(args, 2), numberAt(args, 3)];
}
