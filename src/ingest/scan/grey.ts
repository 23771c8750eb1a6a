// A coloured picture → grey, without the red seals and coloured stamps that lie over the print.
// Surprise: inside a stamp grey is the brightest of red, green and blue: a red seal is nearly white in the red channel, black print stays black under it.

import type { Raster, RawImage, Rectangle } from './raster.ts';

export interface Greyed {
  readonly grey: Raster;
  readonly stamps: readonly Rectangle[];
  /** Black where a stamp's colour lay and may have covered print; null where there is no stamp. */
  readonly covered: Raster | null;
}

/** Distance of the strongest from the weakest channel above which a pixel is coloured; JPEG noise on grey stays below 40. */
const COLOURED = 45;
/** Pixels: the side of a tile on which coloured pixels are counted. */
const TILE = 16;
/** Coloured pixels in a tile of 256 above which the tile belongs to a stamp: a ring of 2 pixels crosses a tile with 32. */
const TILE_COLOURED = 12;
/** A stamp's shorter side as part of the page's shorter side: 2 cm to 9 cm of 21 cm. Below it is coloured print, above a coloured page. */
const STAMP_SIDE = { least: 0.06, most: 0.45 };
/** Longest over shortest side of a stamp; a line of coloured print is longer. */
const STAMP_ASPECT = 3;
/** Distance of the strongest from the weakest channel below which a pixel is paper or print with nothing over it, as it is. */
const GREY = 16;
/** Tones by which clearing a pixel lightens it when it lay under a stamp: JPEG noise on paper stays below 20, a ring's soft edge begins at 30. */
const LIGHTENED = 24;

export function greyed(image: RawImage): Greyed {
  const { width, height, channels, data } = image;
  if (channels === 1) {
    return { grey: { width, height, pixels: data }, stamps: [], covered: null };
  }
  const tiles = { across: Math.ceil(width / TILE), down: Math.ceil(height / TILE) };
  const counts = new Uint16Array(tiles.across * tiles.down);
  const pixels = lumaOf(image, counts);
  const grey = { width, height, pixels };
  const stamps = stampsOf(counts, tiles, Math.min(width, height));
  if (stamps.length === 0) return { grey, stamps, covered: null };
  const covered = { width, height, pixels: new Uint8Array(pixels.length).fill(255) };
  for (const stamp of stamps) clearStamp(image, { grey, covered }, stamp);
  return { grey, stamps, covered };
}

/** Luma of every pixel; `counts` gets the coloured pixels of each tile. Transparent is paper. */
function lumaOf(image: RawImage, counts: Uint16Array): Uint8Array {
  const { width, height, channels, data } = image;
  const across = Math.ceil(width / TILE);
  const pixels = new Uint8Array(width * height);
  for (let at = 0, from = 0, y = 0; y < height; y++) {
    const row = (y >> 4) * across;
    for (let x = 0; x < width; x++, at++, from += channels) {
      const red = data[from] ?? 0;
      const green = data[from + 1] ?? 0;
      const blue = data[from + 2] ?? 0;
      if (red === green && green === blue) {
        pixels[at] = red;
        continue;
      }
      const chroma = Math.max(red, green, blue) - Math.min(red, green, blue);
      if (chroma > COLOURED) counts[row + (x >> 4)] = (counts[row + (x >> 4)] ?? 0) + 1;
      pixels[at] = (77 * red + 151 * green + 28 * blue) >> 8;
    }
  }
  if (channels === 4) paperWhereTransparent(data, pixels);
  return pixels;
}

function paperWhereTransparent(data: Uint8Array, pixels: Uint8Array): void {
  for (let at = 0; at < pixels.length; at++) {
    const alpha = data[4 * at + 3] ?? 255;
    if (alpha < 255) pixels[at] = 255 - (((255 - (pixels[at] ?? 0)) * alpha) >> 8);
  }
}

/** Connected groups of coloured tiles with the size and shape of a stamp, as pixels. */
function stampsOf(counts: Uint16Array, tiles: { across: number; down: number }, side: number): Rectangle[] {
  const seen = new Uint8Array(counts.length);
  const found: Rectangle[] = [];
  for (let start = 0; start < counts.length; start++) {
    if (seen[start] || (counts[start] ?? 0) < TILE_COLOURED) continue;
    const group = groupFrom(start, { counts, seen, ...tiles });
    if (isStamp(group, side)) found.push(group);
  }
  return found;
}

interface Field {
  readonly counts: Uint16Array;
  readonly seen: Uint8Array;
  readonly across: number;
  readonly down: number;
}

/** The extent of the coloured tiles around one; a gap of one tile does not part them. */
function groupFrom(start: number, field: Field): Rectangle {
  const stack = [start];
  field.seen[start] = 1;
  let [x0, y0, x1, y1] = [field.across, field.down, 0, 0];
  for (let at = stack.pop(); at !== undefined; at = stack.pop()) {
    const x = at % field.across;
    const y = (at - x) / field.across;
    [x0, y0, x1, y1] = [Math.min(x0, x), Math.min(y0, y), Math.max(x1, x + 1), Math.max(y1, y + 1)];
    for (const next of colouredAround(x, y, field)) stack.push(next);
  }
  return { x0: x0 * TILE, y0: y0 * TILE, x1: x1 * TILE, y1: y1 * TILE };
}

function colouredAround(x: number, y: number, field: Field): number[] {
  const found: number[] = [];
  for (let dy = Math.max(0, y - 2); dy <= Math.min(field.down - 1, y + 2); dy++) {
    for (let dx = Math.max(0, x - 2); dx <= Math.min(field.across - 1, x + 2); dx++) {
      const at = dy * field.across + dx;
      if (field.seen[at] || (field.counts[at] ?? 0) < TILE_COLOURED) continue;
      field.seen[at] = 1;
      found.push(at);
    }
  }
  return found;
}

function isStamp(group: Rectangle, side: number): boolean {
  const across = group.x1 - group.x0;
  const down = group.y1 - group.y0;
  const shorter = Math.min(across, down);
  if (shorter < STAMP_SIDE.least * side || shorter > STAMP_SIDE.most * side) return false;
  return Math.max(across, down) <= STAMP_ASPECT * shorter;
}

/** Replaces luma of what is coloured by the strongest channel, stretched so that the stamp's own tone becomes paper; marks what that lightened. */
function clearStamp(
  image: RawImage,
  { grey, covered }: { grey: Raster; covered: Raster },
  stamp: Rectangle,
): void {
  const { width, height, channels, data } = image;
  const x1 = Math.min(width, stamp.x1 + TILE);
  const y1 = Math.min(height, stamp.y1 + TILE);
  const tone = stampTone(image, stamp);
  for (let y = Math.max(0, stamp.y0 - TILE); y < y1; y++) {
    for (let x = Math.max(0, stamp.x0 - TILE); x < x1; x++) {
      const from = (y * width + x) * channels;
      const strongest = Math.max(data[from] ?? 0, data[from + 1] ?? 0, data[from + 2] ?? 0);
      const weakest = Math.min(data[from] ?? 0, data[from + 1] ?? 0, data[from + 2] ?? 0);
      const at = y * width + x;
      const luma = grey.pixels[at] ?? 255;
      const share = Math.min(1, Math.max(0, strongest - weakest - GREY) / GREY);
      const cleared = Math.round(luma + share * (Math.min(255, (strongest * 255) / tone) - luma));
      if (cleared - luma > LIGHTENED) covered.pixels[at] = 0;
      grey.pixels[at] = cleared;
    }
  }
}

/** The strongest channel that nine in ten of the stamp's plainly coloured pixels reach. */
function stampTone(image: RawImage, stamp: Rectangle): number {
  const { width, height, channels, data } = image;
  const histogram = new Uint32Array(256);
  let total = 0;
  for (let y = stamp.y0; y < Math.min(height, stamp.y1); y++) {
    for (let x = stamp.x0; x < Math.min(width, stamp.x1); x++) {
      const from = (y * width + x) * channels;
      const strongest = Math.max(data[from] ?? 0, data[from + 1] ?? 0, data[from + 2] ?? 0);
      const weakest = Math.min(data[from] ?? 0, data[from + 1] ?? 0, data[from + 2] ?? 0);
      if (strongest - weakest <= COLOURED) continue;
      histogram[strongest] = (histogram[strongest] ?? 0) + 1;
      total++;
    }
  }
  return Math.max(128, toneAt(histogram, total * 0.3));
}

function toneAt(histogram: Uint32Array, count: number): number {
  let below = 0;
  for (let tone = 0; tone < 256; tone++) {
    below += histogram[tone] ?? 0;
    if (below > count) return tone;
  }
  return 255;
}
