// A crop at its own resolution → its separate glyphs, each as a thumbnail and where it sat on the line.
// Surprise: parts that stand above one another are one glyph (% ≥ = ：), so a glyph is a stretch of columns, not a connected piece of ink.

import type { Crop } from './engine.ts';

/** Pixels of a thumbnail's side. */
export const THUMB = 16;
/** Thumbnail and five measures of size and place. */
export const FEATURES = THUMB * THUMB + 5;
/** Where among the features the glyph's height stands, in heights of print. */
export const HEIGHT = THUMB * THUMB;

/** Columns of the crop, and what the classifier sees of them. */
export interface Glyph {
  readonly x0: number;
  readonly x1: number;
  readonly y0: number;
  readonly y1: number;
  readonly features: Float32Array;
}

/** Ink is darker than this part of the way from the crop's darkest pixels to white. */
const INK_LEVEL = 0.32;
/** Share of the narrower of two pieces that must lie under or over the other to be one glyph with it. */
const OVERLAP = 0.4;
/** In heights of print: smaller pieces are dirt. */
const DIRT = 0.06;
/** In heights of print: what is lower is a dash or a point. Of 3,000 digits one in a hundred is lower than 0.63, all of them broken. */
const FLAT = 0.4;
/** In heights of print: smaller pieces above or below a dash are dirt, where beside a digit they would be points … */
const SPECK = 0.2;
/** … unless there are more of them: then they are what is left of a digit. */
const MOST_SPECKS = 2;

export type Extent = Pick<Glyph, 'x0' | 'x1' | 'y0' | 'y1'>;

interface Piece {
  x0: number;
  y0: number;
  x1: number;
  y1: number;
  area: number;
}

export function glyphsOf(crop: Crop): Glyph[] {
  const { print } = crop;
  const limit = 255 - (255 - darkestOf(crop)) * INK_LEVEL;
  const pieces = piecesOf(crop, limit).filter((piece) => isInk(piece, print));
  const stacks = stacked(withoutSpecks(pieces, print));
  const setting = settingOf(crop, stacks);
  return stacks.map((stack) => ({ ...stack, features: featuresOf(crop, stack, setting) }));
}

/** Neighbours on a line as the one glyph that they may be parts of. */
export function joinedGlyph(crop: Crop, setting: Setting, parts: readonly Glyph[]): Glyph {
  const whole = extentOf(parts);
  return { ...whole, features: featuresOf(crop, whole, setting) };
}

/** What every glyph of a line is measured by. */
export function settingOf(crop: Crop, line: readonly Extent[]): Setting {
  const { y0, y1 } = extentOf(line);
  return { darkest: darkestOf(crop), top: y0, bottom: y1 };
}

export function extentOf(all: readonly Extent[]): Extent {
  return {
    x0: Math.min(...all.map(({ x0 }) => x0)),
    x1: Math.max(...all.map(({ x1 }) => x1)),
    y0: Math.min(...all.map(({ y0 }) => y0)),
    y1: Math.max(...all.map(({ y1 }) => y1)),
  };
}

/** The tone that one pixel in fifty reaches, so that a lone black pixel does not set the scale. */
function darkestOf(crop: Crop): number {
  const histogram = new Uint32Array(256);
  for (const value of crop.pixels) histogram[value] = (histogram[value] ?? 0) + 1;
  let below = 0;
  for (let tone = 0; tone < 200; tone++) {
    below += histogram[tone] ?? 0;
    if (below * 100 > crop.pixels.length) return tone;
  }
  return 200;
}

function isInk(piece: Piece, print: number): boolean {
  return sizeOf(piece) > DIRT * print && piece.area > 1;
}

/** Dashes alone; a line on which anything is higher stays as it is. */
function withoutSpecks(pieces: readonly Piece[], print: number): readonly Piece[] {
  const [widest] = [...pieces].sort((a, b) => b.x1 - b.x0 - (a.x1 - a.x0));
  if (!widest || pieces.some((piece) => piece.y1 - piece.y0 > FLAT * print)) return pieces;
  const dashes = pieces.filter((piece) => sizeOf(piece) > SPECK * print || isLevel(piece, widest));
  const height = Math.max(...dashes.map((piece) => piece.y1)) - Math.min(...dashes.map((piece) => piece.y0));
  return pieces.length - dashes.length > MOST_SPECKS || height > FLAT * print ? pieces : dashes;
}

function isLevel(a: Piece, b: Piece): boolean {
  return a.y0 < b.y1 && b.y0 < a.y1;
}

function sizeOf(piece: Piece): number {
  return Math.max(piece.x1 - piece.x0, piece.y1 - piece.y0);
}

function piecesOf(crop: Crop, limit: number): Piece[] {
  const seen = new Uint8Array(crop.pixels.length);
  const pieces: Piece[] = [];
  for (let start = 0; start < seen.length; start++) {
    if (!seen[start] && (crop.pixels[start] ?? 255) < limit)
      pieces.push(flooded(crop, start, { seen, limit }));
  }
  return pieces;
}

function flooded(crop: Crop, start: number, page: { seen: Uint8Array; limit: number }): Piece {
  const piece = { x0: crop.width, y0: crop.height, x1: 0, y1: 0, area: 0 };
  const stack = [start];
  page.seen[start] = 1;
  for (let at = stack.pop(); at !== undefined; at = stack.pop()) {
    const x = at % crop.width;
    const y = (at - x) / crop.width;
    piece.x0 = Math.min(piece.x0, x);
    piece.x1 = Math.max(piece.x1, x + 1);
    piece.y0 = Math.min(piece.y0, y);
    piece.y1 = Math.max(piece.y1, y + 1);
    piece.area++;
    pushAround(crop, { x, y }, page, stack);
  }
  return piece;
}

function pushAround(
  crop: Crop,
  { x, y }: { x: number; y: number },
  page: { seen: Uint8Array; limit: number },
  stack: number[],
): void {
  for (let ny = Math.max(0, y - 1); ny <= Math.min(crop.height - 1, y + 1); ny++) {
    for (let nx = Math.max(0, x - 1); nx <= Math.min(crop.width - 1, x + 1); nx++) {
      const near = ny * crop.width + nx;
      if (page.seen[near] || (crop.pixels[near] ?? 255) >= page.limit) continue;
      page.seen[near] = 1;
      stack.push(near);
    }
  }
}

function stacked(pieces: readonly Piece[]): Piece[] {
  const stacks: Piece[] = [];
  for (const piece of [...pieces].sort((a, b) => a.x0 - b.x0)) {
    const last = stacks.at(-1);
    if (last && overlaps(last, piece)) {
      last.x1 = Math.max(last.x1, piece.x1);
      last.y0 = Math.min(last.y0, piece.y0);
      last.y1 = Math.max(last.y1, piece.y1);
    } else stacks.push({ ...piece });
  }
  return stacks;
}

function overlaps(a: Piece, b: Piece): boolean {
  return Math.min(a.x1, b.x1) - b.x0 >= OVERLAP * Math.min(a.x1 - a.x0, b.x1 - b.x0);
}

export interface Setting {
  readonly darkest: number;
  readonly top: number;
  readonly bottom: number;
}

/** The glyph stretched to a square, 1 for its darkest ink, then its height, width, shape, and room above and below it. */
function featuresOf(crop: Crop, piece: Extent, at: Setting): Float32Array {
  const features = new Float32Array(FEATURES);
  const [width, height] = [piece.x1 - piece.x0, piece.y1 - piece.y0];
  for (let y = 0; y < THUMB; y++) {
    for (let x = 0; x < THUMB; x++) {
      const sx = piece.x0 + ((x + 0.5) * width) / THUMB - 0.5;
      const sy = piece.y0 + ((y + 0.5) * height) / THUMB - 0.5;
      const light = meanAround(crop, { sx, sy, rx: width / THUMB / 2, ry: height / THUMB / 2 });
      features[y * THUMB + x] = Math.min(1, (255 - light) / Math.max(1, 255 - at.darkest));
    }
  }
  features.set(
    [
      height / crop.print,
      width / crop.print,
      Math.log(width / height) / 2,
      (piece.y0 - at.top) / crop.print,
      (at.bottom - piece.y1) / crop.print,
    ],
    THUMB * THUMB,
  );
  return features;
}

/** Mean of the pixels in a box around a place, at least of the four next to it. */
function meanAround(crop: Crop, at: { sx: number; sy: number; rx: number; ry: number }): number {
  const x0 = Math.max(0, Math.floor(at.sx - at.rx + 0.5));
  const x1 = Math.min(crop.width - 1, Math.max(x0, Math.ceil(at.sx + at.rx - 0.5)));
  const y0 = Math.max(0, Math.floor(at.sy - at.ry + 0.5));
  const y1 = Math.min(crop.height - 1, Math.max(y0, Math.ceil(at.sy + at.ry - 0.5)));
  let sum = 0;
  for (let y = y0; y <= y1; y++) {
    for (let x = x0; x <= x1; x++) sum += crop.pixels[y * crop.width + x] ?? 255;
  }
  return sum / ((x1 - x0 + 1) * (y1 - y0 + 1));
}
