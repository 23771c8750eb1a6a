// Ink → its long, thin, nearly horizontal strokes: what rulings are made of. Vertical ones are found on the transposed ink.
// Surprise: a row of text is no stroke however dense it is, because a stroke is thin in most of its columns and text is not.

import { foursOf, type Ink, inkEnd, nextInk } from './raster.ts';

/** A line through the stroke's pixels: `y` at the middle of x0..x1 and its slope there. */
export interface Stroke {
  readonly x0: number;
  readonly x1: number;
  readonly y: number;
  readonly slope: number;
  readonly thickness: number;
}

/** Pixels: the shortest run taken, the widest gap closed within a run, the thickest stroke. */
export interface StrokeSize {
  readonly run: number;
  readonly gap: number;
  readonly thickness: number;
}

/** Share of a run's columns that must be thin: where text touches a rule its columns are not. */
const THIN_SHARE = 0.55;
/** Pixels: how far a stroke's pixels may lie from its straight line, root mean square. */
const STRAIGHT = 2.5;

export function strokesOf(ink: Ink, size: StrokeSize): Stroke[] {
  const runs = runsOf(ink, size);
  const groups = joined(runs, size.gap);
  return groups
    .map(fitted)
    .filter((stroke) => stroke !== null && stroke.thickness <= size.thickness) as Stroke[];
}

/** Runs row by row: y, first x, x after the last. */
interface Runs {
  readonly y: number[];
  readonly x0: number[];
  readonly x1: number[];
}

function runsOf(ink: Ink, size: StrokeSize): Runs {
  const runs: Runs = { y: [], x0: [], x1: [] };
  const fours = foursOf(ink.bits);
  for (let y = 0; y < ink.height; y++) scanRow({ ink, fours }, y, size, runs);
  return runs;
}

/** The long, dense and thin runs of a row, with gaps closed. */
function scanRow(
  { ink, fours }: { ink: Ink; fours: Int32Array },
  y: number,
  size: StrokeSize,
  into: Runs,
): void {
  const start = y * ink.width;
  const end = start + ink.width;
  let next = nextInk(ink.bits, fours, start, end);
  while (next < end) {
    const first = next;
    let last = next;
    let dark = 0;
    for (; next < end && next - last < size.gap; next = nextInk(ink.bits, fours, last, end)) {
      last = inkEnd(ink.bits, next, end);
      dark += last - next;
    }
    const run = { y, x0: first - start, x1: last - start };
    const length = run.x1 - run.x0;
    if (length < size.run || dark * 4 < length * 3 || !isThin(ink, run, size.thickness)) continue;
    into.y.push(y);
    into.x0.push(run.x0);
    into.x1.push(run.x1);
  }
}

/** Of every second column of the run, most have no more ink above and below than the thickest rule. */
function isThin(ink: Ink, run: { y: number; x0: number; x1: number }, thickness: number): boolean {
  let thin = 0;
  let seen = 0;
  for (let x = run.x0; x < run.x1; x += 2) {
    seen++;
    if (extent(ink, x, run.y, thickness) <= thickness) thin++;
  }
  return thin >= THIN_SHARE * seen;
}

/** Ink pixels in a column around (x, y) without a gap, counted up to one more than `most`. */
function extent({ bits, width, height }: Ink, x: number, y: number, most: number): number {
  let count = 0;
  for (let up = y; up >= 0 && bits[up * width + x] && count <= most; up--) count++;
  for (let down = y + 1; down < height && bits[down * width + x] && count <= most; down++) count++;
  return count;
}

/** Sums over the pixels of a group of runs, from which its line is fitted. */
interface Sums {
  n: number;
  x: number;
  y: number;
  xx: number;
  xy: number;
  yy: number;
  x0: number;
  x1: number;
}

/** Runs of neighbouring rows that overlap in x, or nearly, as one group each. */
function joined(runs: Runs, gap: number): Sums[] {
  const parents = new Int32Array(runs.y.length);
  for (let at = 0; at < parents.length; at++) parents[at] = at;
  let above = 0;
  for (let at = 0; at < runs.y.length; at++) {
    while ((runs.y[above] ?? 0) < (runs.y[at] ?? 0) - 2) above++;
    for (let other = above; other < at; other++) {
      if ((runs.y[other] ?? 0) === (runs.y[at] ?? 0)) break;
      if (overlap(runs, at, other, gap)) parents[rootOf(parents, at)] = rootOf(parents, other);
    }
  }
  return summed(runs, parents);
}

function overlap(runs: Runs, a: number, b: number, gap: number): boolean {
  return (runs.x0[a] ?? 0) <= (runs.x1[b] ?? 0) + gap && (runs.x0[b] ?? 0) <= (runs.x1[a] ?? 0) + gap;
}

export function rootOf(parents: Int32Array, at: number): number {
  let root = at;
  while (parents[root] !== root) root = parents[root] ?? root;
  for (let step = at; step !== root; ) {
    const next = parents[step] ?? root;
    parents[step] = root;
    step = next;
  }
  return root;
}

function summed(runs: Runs, parents: Int32Array): Sums[] {
  const groups = new Map<number, Sums>();
  for (let at = 0; at < runs.y.length; at++) {
    const root = rootOf(parents, at);
    const sums = groups.get(root) ?? noSums();
    addRun(sums, { y: runs.y[at] ?? 0, x0: runs.x0[at] ?? 0, x1: runs.x1[at] ?? 0 });
    groups.set(root, sums);
  }
  return [...groups.values()];
}

function noSums(): Sums {
  return { n: 0, x: 0, y: 0, xx: 0, xy: 0, yy: 0, x0: Number.POSITIVE_INFINITY, x1: 0 };
}

/** Adds the pixels (x0..x1−1, y) in closed form. */
function addRun(sums: Sums, run: { y: number; x0: number; x1: number }): void {
  const n = run.x1 - run.x0;
  const x = (n * (run.x0 + run.x1 - 1)) / 2;
  sums.n += n;
  sums.x += x;
  sums.y += n * run.y;
  sums.xx += squares(run.x1 - 1) - squares(run.x0 - 1);
  sums.xy += x * run.y;
  sums.yy += n * run.y * run.y;
  sums.x0 = Math.min(sums.x0, run.x0);
  sums.x1 = Math.max(sums.x1, run.x1);
}

function squares(n: number): number {
  return (n * (n + 1) * (2 * n + 1)) / 6;
}

function fitted(sums: Sums): Stroke | null {
  const { n, x0, x1 } = sums;
  const meanX = sums.x / n;
  const meanY = sums.y / n;
  const spreadX = sums.xx / n - meanX * meanX;
  const slope = spreadX > 0 ? (sums.xy / n - meanX * meanY) / spreadX : 0;
  const rest = sums.yy / n - meanY * meanY - slope * slope * spreadX;
  const thickness = n / (x1 - x0);
  if (Math.sqrt(Math.max(0, rest)) > STRAIGHT + thickness / 3) return null;
  return { x0, x1, slope, thickness, y: meanY + slope * ((x0 + x1) / 2 - meanX) };
}
