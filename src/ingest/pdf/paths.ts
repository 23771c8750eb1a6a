// One painted path → the rulings that it draws: strokes along an axis, and filled shapes as thin as a line.
// Surprise: browsers draw a table's borders as hundreds of filled slivers, Word as strokes; both come out as the same rulings.

import type { Ruling } from '../../tree/nodes.ts';
import type { Box } from '../../tree/origin.ts';
import { growthOf, pointUnder } from './matrix.ts';
import { intersection, type State } from './state.ts';

/** Points. Thicker shapes are bars and shading: table rules up to 2.25 pt are usual, 3 pt is the thickest of word processors' lists. */
const THICKEST = 3.2;
/** A sliver must be this many times longer than thick; dots and small squares are no rules. */
const SLENDER = 2;
/** Points off the axis that a line may run, plus a share of its length (0.5°). */
const CROOKED = 0.25;
const SLOPE = 0.009;

export interface Segment {
  readonly x0: number;
  readonly y0: number;
  readonly x1: number;
  readonly y1: number;
  readonly curved: boolean;
}

/** The pieces of a path in page space, one list a subpath; closed as a fill closes them. */
export function subpathsOf(data: ArrayLike<number>, state: State): Segment[][] {
  const subpaths: Segment[][] = [];
  let [x, y] = [0, 0];
  const draw = (to: readonly [number, number], curved = false) => {
    subpaths.at(-1)?.push({ x0: x, y0: y, x1: to[0], y1: to[1], curved });
    [x, y] = to;
  };
  for (let at = 0; at < data.length; ) {
    const code = data[at] ?? 0;
    const length = LENGTHS[code] ?? 1;
    const end = pointUnder(state.matrix, data[at + length - 2] ?? 0, data[at + length - 1] ?? 0);
    if (code === MOVE) {
      subpaths.push([]);
      [x, y] = end;
    } else if (code === CLOSE) draw(startOf(subpaths.at(-1)) ?? [x, y]);
    else draw(end, code !== LINE);
    at += length;
  }
  return subpaths.filter((subpath) => subpath.length > 0);
}

/** Codes of a path's data and how many numbers each takes, itself included. */
const MOVE = 0;
const LINE = 1;
const CLOSE = 4;
const LENGTHS: readonly number[] = [3, 3, 7, 5, 1];

function startOf(subpath: readonly Segment[] | undefined): readonly [number, number] | null {
  const first = subpath?.[0];
  return first ? [first.x0, first.y0] : null;
}

export function strokeRulings(subpaths: readonly (readonly Segment[])[], state: State): readonly Ruling[] {
  const width = state.lineWidth * growthOf(state.matrix);
  if (width > THICKEST) return [];
  return subpaths
    .flat()
    .filter((segment) => !segment.curved && isStraight(segment))
    .flatMap(({ x0, y0, x1, y1 }) =>
      clippedRuling([Math.min(x0, x1), Math.min(y0, y1), Math.max(x0, x1), Math.max(y0, y1)], width, state),
    );
}

/** The bands that strokes too thick for rulings paint. */
export function bandsOf(subpaths: readonly (readonly Segment[])[], state: State): readonly Box[] {
  const half = (state.lineWidth * growthOf(state.matrix)) / 2;
  if (2 * half <= THICKEST) return [];
  const straight = subpaths.flat().filter((segment) => !segment.curved && isStraight(segment));
  const bands = straight.map((segment): Box => {
    const [x0, y0, x1, y1] = boundsOf([segment]);
    return x1 - x0 >= y1 - y0 ? [x0, y0 - half, x1, y1 + half] : [x0 - half, y0, x1 + half, y1];
  });
  return surfacesOf(bands, state);
}

function isStraight({ x0, y0, x1, y1 }: Segment): boolean {
  const [dx, dy] = [Math.abs(x1 - x0), Math.abs(y1 - y0)];
  return Math.min(dx, dy) <= CROOKED + SLOPE * Math.max(dx, dy) && Math.max(dx, dy) > 0;
}

/** Each subpath's box that is a sliver; and the four sides of a frame, which is one rectangle inside another. */
export function fillRulings(boxes: readonly Box[], state: State): readonly Ruling[] {
  const slivers = boxes.flatMap((box) => sliverRuling(box, state));
  const frames = boxes
    .flatMap((box, at) => frameSides(boxes[at - 1], box))
    .flatMap((side) => sliverRuling(side, state));
  return [...slivers, ...frames];
}

/** The box around each subpath. Browsers draw hundreds of subpaths a page: without arrays on the way it takes a fifth of the time. */
export function boundsOf(subpath: readonly Segment[]): Box {
  let [x0, y0, x1, y1] = NO_BOUNDS;
  for (const piece of subpath) {
    x0 = Math.min(x0, piece.x0, piece.x1);
    y0 = Math.min(y0, piece.y0, piece.y1);
    x1 = Math.max(x1, piece.x0, piece.x1);
    y1 = Math.max(y1, piece.y0, piece.y1);
  }
  return [x0, y0, x1, y1];
}

const NO_BOUNDS: Box = [
  Number.POSITIVE_INFINITY,
  Number.POSITIVE_INFINITY,
  Number.NEGATIVE_INFINITY,
  Number.NEGATIVE_INFINITY,
];

/** Whether a path is one upright rectangle, drawn side by side with or without the last one. */
export function isBox([subpath, ...more]: readonly (readonly Segment[])[]): boolean {
  if (!subpath || more.length > 0) return false;
  const sides = subpath.filter(({ x0, y0, x1, y1 }) => Math.abs(x1 - x0) + Math.abs(y1 - y0) > EVEN);
  const isSide = ({ x0, y0, x1, y1, curved }: Segment) =>
    !curved && Math.min(Math.abs(x1 - x0), Math.abs(y1 - y0)) <= EVEN;
  return (sides.length === 3 || sides.length === 4) && sides.every(isSide);
}

/** Points by which the ends of an upright side may differ: single precision on a page of some thousand points. */
const EVEN = 0.01;

/** The visible surfaces of a fill that are no lines. */
export function surfacesOf(boxes: readonly Box[], { clip }: State): readonly Box[] {
  return boxes
    .map((box) => intersection(box, clip))
    .filter(([x0, y0, x1, y1]) => x1 - x0 > THICKEST && y1 - y0 > THICKEST);
}

/** The ruling that a box draws when it is filled; nothing where it is no line. */
export function sliverRuling(box: Box, state: State): readonly Ruling[] {
  const thin = Math.min(box[2] - box[0], box[3] - box[1]);
  const long = Math.max(box[2] - box[0], box[3] - box[1]);
  if (thin > THICKEST || long < SLENDER * thin || long === 0) return [];
  return clippedRuling(box, thin, state);
}

function frameSides(a: Box | undefined, b: Box): readonly Box[] {
  if (!a) return [];
  const [outer, inner] = b[0] <= a[0] ? [b, a] : [a, b];
  const gaps = [inner[0] - outer[0], inner[1] - outer[1], outer[2] - inner[2], outer[3] - inner[3]];
  if (gaps.some((gap) => gap <= 0 || gap > THICKEST)) return [];
  return [
    [outer[0], outer[1], outer[2], inner[1]],
    [outer[0], inner[3], outer[2], outer[3]],
    [outer[0], outer[1], inner[0], outer[3]],
    [inner[2], outer[1], outer[2], outer[3]],
  ];
}

/** The visible part of a straight line, put on its axis. */
function clippedRuling(box: Box, width: number, { clip }: State): readonly Ruling[] {
  const [x0, y0, x1, y1] = intersection(box, [
    clip[0] - SEAM,
    clip[1] - SEAM,
    clip[2] + SEAM,
    clip[3] + SEAM,
  ]);
  if (x1 < x0 || y1 < y0) return [];
  const [x, y] = [(x0 + x1) / 2, (y0 + y1) / 2];
  const isLevel = box[2] - box[0] >= box[3] - box[1];
  return [isLevel ? { x0, y0: y, x1, y1: y, width } : { x0: x, y0, x1: x, y1, width }];
}

/** Points by which a line on a clip's very edge may lie outside it. */
const SEAM = 0.6;
