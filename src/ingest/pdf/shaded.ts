// Cells that are drawn by their shading alone, white gaps between them → the rulings of their sides.
// Surprise: bands over whole rows and shaded headings are no cells: only shades that lie side by side and below one another, in three rows, make a grid.

import type { Ruling } from '../../tree/nodes.ts';
import type { Box } from '../../tree/origin.ts';
import type { Marks } from './marks.ts';

/** Points of a gap between two cells: a hair is the seam between two pieces of one shade; 6 pixels are 4.5. */
const NARROWEST = 0.4;
const WIDEST = 4.8;
/** Points each way: smaller shades are bullets and pixels. */
const SMALLEST = 8;
const ROWS = 3;

export function withShadedCells(marks: Marks): Marks {
  // A picture is a surface too, with the box that it is placed by; a page of photographs, or of letters that are stencils, has no cells.
  const pictures = new Set(marks.pictures.map(({ box }) => box));
  const boxes = marks.surfaces.filter(({ dark, box }) => dark && !pictures.has(box)).map(({ box }) => box);
  const cells = boxes.filter(([x0, y0, x1, y1]) => x1 - x0 >= SMALLEST && y1 - y0 >= SMALLEST);
  if (cells.length < 2 * ROWS) return marks;
  const sides = gridsOf(cells, marks.rulings).flatMap((grid) => grid.flatMap(sidesOf));
  return sides.length > 0 ? { ...marks, rulings: [...marks.rulings, ...sides] } : marks;
}

function sidesOf([x0, y0, x1, y1]: Box): readonly Ruling[] {
  return [
    { x0, y0, x1, y1: y0, width: 0 },
    { x0, y0: y1, x1, y1, width: 0 },
    { x0, y0, x1: x0, y1, width: 0 },
    { x0: x1, y0, x1, y1, width: 0 },
  ];
}

/** Shades that hang together over gaps, both ways. */
function gridsOf(cells: readonly Box[], rulings: readonly Ruling[]): readonly (readonly Box[])[] {
  const beside = pairsOf(cells, rulings);
  const below = pairsOf(cells.map(turned), rulings.map(turnedRuling));
  const left = new Set(cells.keys());
  const grids: (readonly Box[])[] = [];
  for (const first of cells.keys()) {
    const members = takenFrom(first, left, [beside, below]);
    const grid = members.map((at) => cells[at]).filter((box) => box !== undefined);
    if (rowsIn(grid) >= ROWS && members.some((at) => beside.has(at))) grids.push(grid);
  }
  return grids;
}

/** Shades set in a little otherwise begin one row; the next one begins a cell's height below. */
function rowsIn(grid: readonly Box[]): number {
  let [rows, last] = [0, Number.NEGATIVE_INFINITY];
  for (const top of grid.map(([, y0]) => y0).sort((a, b) => a - b)) {
    if (top - last < SMALLEST) continue;
    rows++;
    last = top;
  }
  return rows;
}

type Pairs = ReadonlyMap<number, readonly number[]>;

function takenFrom(first: number, left: Set<number>, links: readonly Pairs[]): readonly number[] {
  const members: number[] = [];
  const waiting = [first];
  for (let at = waiting.pop(); at !== undefined; at = waiting.pop()) {
    if (!left.delete(at)) continue;
    members.push(at);
    for (const pairs of links) waiting.push(...(pairs.get(at) ?? []));
  }
  return members;
}

/** For each shade those beside it, a white gap between them in which nothing is drawn. */
function pairsOf(cells: readonly Box[], rulings: readonly Ruling[]): Pairs {
  const pairs = new Map<number, number[]>();
  const byLeft = [...cells.entries()].sort(([, a], [, b]) => a[0] - b[0]);
  const link = (from: number, to: number) => pairs.set(from, [...(pairs.get(from) ?? []), to]);
  for (const [at, box] of cells.entries()) {
    for (const [other, next] of byLeft) {
      if (next[0] - box[2] > WIDEST) break;
      if (!faces(box, next) || isRuled(box, next, rulings)) continue;
      link(at, other);
      link(other, at);
    }
  }
  return pairs;
}

function faces(box: Box, next: Box): boolean {
  const shared = Math.min(box[3], next[3]) - Math.max(box[1], next[1]);
  return next[0] - box[2] >= NARROWEST && shared >= SMALLEST;
}

/** A rule in the gap draws the cells by itself. */
function isRuled(box: Box, next: Box, rulings: readonly Ruling[]): boolean {
  const middle = (Math.max(box[1], next[1]) + Math.min(box[3], next[3])) / 2;
  return rulings.some(
    ({ x0, x1, y0, y1 }) =>
      x0 === x1 && x0 >= box[2] - 1 && x0 <= next[0] + 1 && y0 <= middle && y1 >= middle,
  );
}

function turned([x0, y0, x1, y1]: Box): Box {
  return [y0, x0, y1, x1];
}

function turnedRuling({ x0, y0, x1, y1, width }: Ruling): Ruling {
  return { x0: y0, y0: x0, x1: y1, y1: x1, width };
}
