// Ink without rules → runs of text: one rectangle a piece of a line, never across a vertical rule.
// Surprise: rows are smeared sideways only; what then touches is a line, so two tight lines stay two.

import { type Components, componentsOf, grouped } from './components.ts';
import type { Ink, Rectangle } from './raster.ts';
import type { Rule, Rules } from './rulings.ts';

/** All in heights of a character. Ink this small is dirt wherever it lies (a fax's specks are 1 or 2 pixels) … */
const DIRT = 0.07;
/** … ink this small is a dot or dirt: a dot stands beside print … */
const DOT = 0.22;
/** … that is at least this large. */
const PRINT = 0.33;
/** … or, above this, in a row with another. */
const IN_ROW = 0.1;
/** Gap between two pieces of text that one run bridges: a blank between words, not the gutter between columns. */
const BRIDGE = 1.0;
/** The highest line of print. */
const HIGHEST = 6;
/** Lines are parted where one rectangle is higher than this. */
const TWO_LINES = 1.55;
/** Stacked pieces of one character (二, =, ≥, ：) are together no higher than this. */
const ONE_LINE = 1.15;

export function blobsOf(ink: Ink, rules: Rules, em: number): Rectangle[] {
  const parts = componentsOf(ink);
  const smeared = smearedRuns(parts, keptParts(parts, em), { rules, em });
  const pieces = rectanglesOf(grouped(smeared));
  const lines = pieces.flatMap((piece) => partedLines(piece, ink, em));
  return stacked(lines, em).filter((piece) => isPrint(piece, em));
}

/** 1 for each component that is print, a dot beside print, or one of several small ones in a row (-- ……). A page's edge on a dark table lies around all print, and is none. */
function keptParts(parts: Components, em: number): Uint8Array {
  const grid = printGrid(parts, em);
  const kept = rowsOfDots(parts, em);
  for (let at = 0; at < parts.count; at++) {
    const size = sizeOf(parts, at);
    if (heightOf(parts, at) > HIGHEST * em) kept[at] = 0;
    else if (size > DOT * em) kept[at] = 1;
    else if (size > DIRT * em && grid.near(parts.x0[at] ?? 0, parts.y0[at] ?? 0)) kept[at] = 1;
  }
  return kept;
}

/** Small parts of one height with another at the same height beside them: dirt does not lie in rows. */
function rowsOfDots(parts: Components, em: number): Uint8Array {
  const kept = new Uint8Array(parts.count);
  const dots: number[] = [];
  for (let at = 0; at < parts.count; at++) {
    const size = sizeOf(parts, at);
    if (size > IN_ROW * em && size <= DOT * em) dots.push(at);
  }
  const middle = (at: number) => ((parts.y0[at] ?? 0) + (parts.y1[at] ?? 0)) / 2;
  dots.sort((a, b) => middle(a) - middle(b));
  for (let first = 0; first < dots.length; first++) {
    const a = dots[first] ?? 0;
    for (let other = first + 1; other < dots.length; other++) {
      const b = dots[other] ?? 0;
      if (middle(b) - middle(a) > 0.08 * em) break;
      if (Math.abs((parts.x0[a] ?? 0) - (parts.x0[b] ?? 0)) > 0.7 * em) continue;
      kept[a] = 1;
      kept[b] = 1;
    }
  }
  return kept;
}

function sizeOf(parts: Components, at: number): number {
  return Math.max((parts.x1[at] ?? 0) - (parts.x0[at] ?? 0), heightOf(parts, at));
}

function heightOf({ y0, y1 }: Components, at: number): number {
  return (y1[at] ?? 0) - (y0[at] ?? 0);
}

/** Which squares of half a character hold print; `near` asks the nine around a point. */
function printGrid(parts: Components, em: number) {
  const square = Math.max(2, em * 0.5);
  const marked = new Set<number>();
  const key = (x: number, y: number) => Math.floor(y / square) * 65_536 + Math.floor(x / square);
  for (let at = 0; at < parts.count; at++) {
    if (sizeOf(parts, at) < PRINT * em) continue;
    const x1 = parts.x1[at] ?? 0;
    const y1 = parts.y1[at] ?? 0;
    for (let y = parts.y0[at] ?? 0; y < y1 + square; y += square) {
      for (let x = parts.x0[at] ?? 0; x < x1 + square; x += square)
        marked.add(key(Math.min(x, x1), Math.min(y, y1)));
    }
  }
  const near = (x: number, y: number) =>
    [-1, 0, 1].some((dy) => [-1, 0, 1].some((dx) => marked.has(key(x + dx * square, y + dy * square))));
  return { near };
}

interface Runs {
  readonly y: Int32Array;
  readonly x0: Int32Array;
  readonly x1: Int32Array;
}

/** The kept runs, with gaps in a row closed unless a vertical rule stands in them. */
function smearedRuns(parts: Components, kept: Uint8Array, page: { rules: Rules; em: number }): Runs {
  const { runs } = parts;
  const bridge = BRIDGE * page.em;
  const [y, x0, x1]: [number[], number[], number[]] = [[], [], []];
  let walls: readonly number[] = [];
  let row = -1;
  for (let at = 0; at < runs.y.length; at++) {
    if (!kept[runs.group[at] ?? 0]) continue;
    const top = runs.y[at] ?? 0;
    const left = runs.x0[at] ?? 0;
    const last = y.length - 1;
    if (top !== row) [row, walls] = [top, wallsAt(page.rules.plumb, top)];
    const end = x1[last] ?? 0;
    if (y[last] === top && left - end <= bridge && !isWalled(walls, end, left)) {
      x1[last] = runs.x1[at] ?? 0;
    } else {
      y.push(top);
      x0.push(left);
      x1.push(runs.x1[at] ?? 0);
    }
  }
  return { y: Int32Array.from(y), x0: Int32Array.from(x0), x1: Int32Array.from(x1) };
}

/** True where a wall stands between two places, or touches them. */
function isWalled(walls: readonly number[], end: number, left: number): boolean {
  for (let at = 0; at < walls.length; at++) {
    const wall = walls[at] ?? 0;
    if (wall > end - 2 && wall < left + 2) return true;
  }
  return false;
}

function wallsAt(plumb: readonly Rule[], y: number): readonly number[] {
  return plumb.filter((rule) => rule.from <= y && y <= rule.to).map((rule) => rule.at);
}

function rectanglesOf(found: Components): Rectangle[] {
  return Array.from({ length: found.count }, (_, at) => ({
    x0: found.x0[at] ?? 0,
    y0: found.y0[at] ?? 0,
    x1: found.x1[at] ?? 0,
    y1: found.y1[at] ?? 0,
  }));
}

/** A rectangle higher than a line, cut at the emptiest rows; large print (a title) has no such rows and stays whole. */
function partedLines(piece: Rectangle, ink: Ink, em: number): Rectangle[] {
  const height = piece.y1 - piece.y0;
  if (height < TWO_LINES * em) return [piece];
  const rows = rowCounts(piece, ink);
  const mean = rows.reduce((sum, count) => sum + count, 0) / height;
  const cut = emptiestRow(rows, em);
  if (cut < 0 || (rows[cut] ?? 0) > 0.25 * mean) return [piece];
  const upper = { ...piece, y1: piece.y0 + cut };
  const lower = { ...piece, y0: piece.y0 + cut };
  return [...partedLines(upper, ink, em), ...partedLines(lower, ink, em)].flatMap((part) =>
    shrunk(part, ink),
  );
}

function rowCounts(piece: Rectangle, { bits, width }: Ink): Uint32Array {
  const rows = new Uint32Array(piece.y1 - piece.y0);
  for (let y = piece.y0; y < piece.y1; y++) {
    for (let at = y * width + piece.x0; at < y * width + piece.x1; at++) {
      if (bits[at]) rows[y - piece.y0] = (rows[y - piece.y0] ?? 0) + 1;
    }
  }
  return rows;
}

/** Of the rows that leave most of a line on either side. */
function emptiestRow(rows: Uint32Array, em: number): number {
  const margin = Math.round(0.6 * em);
  let best = -1;
  for (let row = margin; row < rows.length - margin; row++) {
    if (best < 0 || (rows[row] ?? 0) < (rows[best] ?? 0)) best = row;
  }
  return best;
}

/** The rectangle drawn in to its ink; nothing where it holds none. */
function shrunk(piece: Rectangle, { bits, width }: Ink): Rectangle[] {
  let [x0, y0, x1, y1] = [piece.x1, piece.y1, piece.x0, piece.y0];
  for (let y = piece.y0; y < piece.y1; y++) {
    for (let x = piece.x0; x < piece.x1; x++) {
      if (!bits[y * width + x]) continue;
      [x0, y0, x1, y1] = [Math.min(x0, x), Math.min(y0, y), Math.max(x1, x + 1), Math.max(y1, y + 1)];
    }
  }
  return x1 > x0 ? [{ x0, y0, x1, y1 }] : [];
}

/** Joins what stands above one another within the height of one line, or beside one another on it, touching in x. */
function stacked(pieces: readonly Rectangle[], em: number): Rectangle[] {
  const sorted = [...pieces].sort((a, b) => a.y0 - b.y0);
  const joined: Rectangle[] = [];
  for (const piece of sorted) {
    const at = joined.findLastIndex((other) => oneLine(other, piece, em));
    const other = joined[at];
    if (other) joined[at] = around(other, piece);
    else joined.push(piece);
  }
  return joined;
}

function oneLine(a: Rectangle, b: Rectangle, em: number): boolean {
  const height = Math.max(a.y1, b.y1) - Math.min(a.y0, b.y0);
  const touch = Math.min(a.x1, b.x1) - Math.max(a.x0, b.x0) >= 0;
  return touch && height <= Math.max(ONE_LINE * em, a.y1 - a.y0, b.y1 - b.y0);
}

function around(a: Rectangle, b: Rectangle): Rectangle {
  return {
    x0: Math.min(a.x0, b.x0),
    y0: Math.min(a.y0, b.y0),
    x1: Math.max(a.x1, b.x1),
    y1: Math.max(a.y1, b.y1),
  };
}

/** A dot alone is dirt; a dash or 一 alone is print; what is much higher than a title is a picture or a shadow. */
function isPrint(piece: Rectangle, em: number): boolean {
  if (piece.y1 - piece.y0 > HIGHEST * em) return false;
  return Math.max(piece.x1 - piece.x0, piece.y1 - piece.y0) > DOT * em;
}
