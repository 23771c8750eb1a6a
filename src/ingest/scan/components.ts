// Ink → its connected components, as runs with labels and a rectangle each.
// Surprise: runs, not pixels, are joined: a page has fifty times fewer of them.

import { foursOf, type Ink, inkEnd, nextInk } from './raster.ts';
import { rootOf } from './strokes.ts';

/** Runs in row order; `group` is an index into the rectangles. */
export interface Runs {
  readonly y: Int32Array;
  readonly x0: Int32Array;
  readonly x1: Int32Array;
  readonly group: Int32Array;
}

/** Extents of the components, one entry each in all arrays; `area` counts pixels. */
export interface Components {
  readonly runs: Runs;
  readonly count: number;
  readonly x0: Int32Array;
  readonly y0: Int32Array;
  readonly x1: Int32Array;
  readonly y1: Int32Array;
  readonly area: Int32Array;
}

export function componentsOf(ink: Ink): Components {
  return grouped(runsOf(ink));
}

function runsOf(ink: Ink): Omit<Runs, 'group'> {
  const { bits, width, height } = ink;
  const fours = foursOf(bits);
  const y: number[] = [];
  const x0: number[] = [];
  const x1: number[] = [];
  for (let line = 0; line < height; line++) {
    const start = line * width;
    const end = start + width;
    for (let at = nextInk(bits, fours, start, end); at < end; at = nextInk(bits, fours, at, end)) {
      y.push(line);
      x0.push(at - start);
      at = inkEnd(bits, at, end);
      x1.push(at - start);
    }
  }
  return { y: new Int32Array(y), x0: new Int32Array(x0), x1: new Int32Array(x1) };
}

/** Runs that touch, corners included, share a group. */
export function grouped(runs: Omit<Runs, 'group'>): Components {
  const { y, x0, x1 } = runs;
  const parents = new Int32Array(y.length);
  for (let at = 0; at < parents.length; at++) parents[at] = at;
  for (let at = 0, above = 0; at < y.length; at++) {
    const row = y[at] ?? 0;
    while ((y[above] ?? 0) < row - 1 || ((y[above] ?? 0) === row - 1 && (x1[above] ?? 0) < (x0[at] ?? 0)))
      above++;
    for (
      let other = above;
      other < at && y[other] === row - 1 && (x0[other] ?? 0) <= (x1[at] ?? 0);
      other++
    ) {
      parents[rootOf(parents, at)] = rootOf(parents, other);
    }
  }
  return extents(runs, parents);
}

function extents(runs: Omit<Runs, 'group'>, parents: Int32Array): Components {
  const group = new Int32Array(parents.length).fill(-1);
  let count = 0;
  for (let at = 0; at < parents.length; at++) {
    const root = rootOf(parents, at);
    if (group[root] === -1) group[root] = count++;
    group[at] = group[root] ?? 0;
  }
  const found = emptyComponents({ ...runs, group }, count);
  for (let at = 0; at < group.length; at++) extend(found, at);
  return found;
}

function emptyComponents(runs: Runs, count: number): Components {
  const far = 0x7fffffff;
  return {
    runs,
    count,
    x0: new Int32Array(count).fill(far),
    y0: new Int32Array(count).fill(far),
    x1: new Int32Array(count),
    y1: new Int32Array(count),
    area: new Int32Array(count),
  };
}

function extend(found: Components, run: number): void {
  const { runs } = found;
  const at = runs.group[run] ?? 0;
  const x0 = runs.x0[run] ?? 0;
  const x1 = runs.x1[run] ?? 0;
  const y = runs.y[run] ?? 0;
  found.x0[at] = Math.min(found.x0[at] ?? 0, x0);
  found.x1[at] = Math.max(found.x1[at] ?? 0, x1);
  found.y0[at] = Math.min(found.y0[at] ?? 0, y);
  found.y1[at] = Math.max(found.y1[at] ?? 0, y + 1);
  found.area[at] = (found.area[at] ?? 0) + x1 - x0;
}

/** Pixels: a component of fewer is no part of a character at any size that can be read. */
const LEAST_PART = 6;
/** Part of the page's longer side: print is lower, a frame is higher. */
const HIGHEST_PRINT = 0.05;
/** A Chinese character falls apart into components; its whole height shows in a high percentile of theirs. */
const CHARACTER_PERCENTILE = 0.75;

/** The height of a character in pixels, from the heights of components; 24 for a page without print. */
export function characterHeight(found: Components, side: number): number {
  const heights: number[] = [];
  for (let at = 0; at < found.count; at++) {
    const height = (found.y1[at] ?? 0) - (found.y0[at] ?? 0);
    if (height >= LEAST_PART && height <= HIGHEST_PRINT * side) heights.push(height);
  }
  heights.sort((a, b) => a - b);
  return heights[Math.floor(heights.length * CHARACTER_PERCENTILE)] ?? 24;
}
