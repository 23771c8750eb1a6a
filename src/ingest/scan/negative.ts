// Grey that is white print on black (a photographic negative, a screen in dark colours) → black print on white.
// Surprise: a dark photograph is no negative: its print is darker still.

import type { Raster } from './raster.ts';
import { tonesOf } from './tones.ts';

/** Tiles across the shorter side. */
const TILES = 48;
/** Black paper is darker than this; a sheet in bad light, too … */
const BLACK = 96;
/** … but on a negative something is brighter than the paper by as much: print, and this part of the picture is. */
const BRIGHTER = 96;
const PRINT = 0.005;
/** Share of the tiles that are black: a white sheet on a black table takes more of the picture than what is left. */
const BLACK_TILES = 0.9;

export function positive(image: Raster): Raster {
  const side = Math.max(12, Math.round(Math.min(image.width, image.height) / TILES));
  const tones = tonesOf(image, side, 2).tones.toSorted();
  const black = tones[Math.floor(BLACK_TILES * tones.length)] ?? 255;
  if (black >= BLACK) return image;
  const paper = tones[tones.length >> 1] ?? 255;
  const bright = image.pixels.reduce((count, value) => count + (value > paper + BRIGHTER ? 1 : 0), 0);
  if (bright < PRINT * image.pixels.length) return image;
  return { ...image, pixels: image.pixels.map((value) => 255 - value) };
}
