// Grey with the specks of a fax → grey without them.
// Surprise: it runs before straightening, which would smear a one-pixel speck into something as large as a decimal point.

import { foursOf, passed, type Raster } from './raster.ts';

/** Darker than this is ink on a bilevel or flattened page. */
const DARK = 128;
/** Four pixels that have these bits are none of them dark. */
const LIGHT_BITS = 0x80808080 | 0;
/** Darker than this may be the thin part of a stroke: what has it around is no speck. */
const LIGHT = 215;
/** Black pixels' worth of ink: dirt of one pixel. A decimal point is worth 3.5 at 150 dpi, grey edges counted, and 2 in the thinnest face on a fax … */
const SPECK = 1.3;
/** … so what is worth up to this is dirt only where no print is near. */
const LONE_SPECK = 2.3;
/** Pixels without ink around a lone speck: a decimal point stands nearer than this to its digits. */
const LONELY = 9;

/** Takes out the ink of one or two pixels with nothing dark in the ring of sixteen around it. */
export function despeckled(image: Raster): Raster {
  const { width, height } = image;
  const pixels = image.pixels.slice();
  const fours = foursOf(image.pixels);
  for (let y = 2; y < height - 2; y++) {
    const end = (y + 1) * width - 2;
    for (let at = y * width + 2; at < end; at++) {
      at = passed(fours, LIGHT_BITS, at, end);
      if (at >= end || (image.pixels[at] ?? 255) >= DARK || isInLine(image.pixels, at, width)) continue;
      if (isSpeck(image, { x: at - y * width, y })) clear(pixels, at, width);
    }
  }
  return { ...image, pixels };
}

/** True where there is ink two pixels above, below or beside: so it is in nearly all print, and no more need be looked at. */
function isInLine(pixels: Uint8Array, at: number, width: number): boolean {
  return (
    (pixels[at - 2 * width] ?? 255) < LIGHT ||
    (pixels[at + 2 * width] ?? 255) < LIGHT ||
    (pixels[at - 2] ?? 255) < LIGHT ||
    (pixels[at + 2] ?? 255) < LIGHT
  );
}

function isSpeck(image: Raster, { x, y }: { x: number; y: number }): boolean {
  const worth = worthAt(image.pixels, y * image.width + x, image.width);
  return worth <= SPECK || (worth <= LONE_SPECK && isLonely(image, { x, y }));
}

/** Black pixels' worth of ink in the nine pixels of a place; infinite where the ring around them has ink too. */
function worthAt(pixels: Uint8Array, at: number, width: number): number {
  let worth = 0;
  for (let dy = -2; dy <= 2; dy++) {
    for (let dx = -2, near = at + dy * width - 2; dx <= 2; dx++, near++) {
      const value = pixels[near] ?? 255;
      if (value >= LIGHT) continue;
      if (dy === 2 || dy === -2 || dx === 2 || dx === -2) return Number.POSITIVE_INFINITY;
      worth += (255 - value) / 255;
      if (worth > LONE_SPECK) return worth;
    }
  }
  return worth;
}

/** True where no other ink lies beside the place, at its height. */
function isLonely({ pixels, width }: Raster, { x, y }: { x: number; y: number }): boolean {
  for (let row = y - 1; row <= y + 1; row++) {
    for (let column = Math.max(0, x - LONELY); column <= Math.min(width - 1, x + LONELY); column++) {
      if (Math.abs(column - x) > 1 && (pixels[row * width + column] ?? 255) < LIGHT) return false;
    }
  }
  return true;
}

function clear(pixels: Uint8Array, at: number, width: number): void {
  for (let dy = -1; dy <= 1; dy++) pixels.fill(255, at + dy * width - 1, at + dy * width + 2);
}
