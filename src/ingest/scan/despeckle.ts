// Grey with the specks of a fax → grey without them.
// Surprise: it runs before straightening, which would smear a one-pixel speck into something as large as a decimal point.

import type { Raster } from './raster.ts';

/** Darker than this is ink on a bilevel or flattened page. */
const DARK = 128;
/** Darker than this may be the thin part of a stroke: what has it around is no speck. */
const LIGHT = 215;
/** Pixels: the largest speck. A decimal point is 4 pixels at 120 dpi and 9 at 150. */
const LARGEST_SPECK = 2;

/** Takes out groups of at most two dark pixels with nothing dark in the ring of sixteen around them. */
export function despeckled(image: Raster): Raster {
  const { width, height } = image;
  const pixels = Uint8Array.from(image.pixels);
  for (let y = 2; y < height - 2; y++) {
    for (let x = 2, at = y * width + 2; x < width - 2; x++, at++) {
      if ((image.pixels[at] ?? 255) < DARK && isSpeck(image.pixels, at, width)) clear(pixels, at, width);
    }
  }
  return { ...image, pixels };
}

function isSpeck(pixels: Uint8Array, at: number, width: number): boolean {
  let inner = 0;
  for (let dy = -2; dy <= 2; dy++) {
    for (let dx = -2, near = at + dy * width - 2; dx <= 2; dx++, near++) {
      const value = pixels[near] ?? 255;
      if (value >= LIGHT) continue;
      if (dy === 2 || dy === -2 || dx === 2 || dx === -2) return false;
      if (value < DARK) inner++;
      if (inner > LARGEST_SPECK) return false;
    }
  }
  return true;
}

function clear(pixels: Uint8Array, at: number, width: number): void {
  for (let dy = -1; dy <= 1; dy++) pixels.fill(255, at + dy * width - 1, at + dy * width + 2);
}
