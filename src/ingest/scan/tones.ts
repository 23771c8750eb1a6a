// A picture → the tone of the paper in each of its tiles.
// Surprise: the paper's tone is a high percentile of a tile, because print covers at most half of it and noise lies around the tone.

import type { Raster } from './raster.ts';

export interface Tiles {
  readonly side: number;
  readonly across: number;
  readonly down: number;
  readonly tones: Uint8Array;
}

/** Share of a tile's pixels below its paper tone: print covers at most half of a tile, noise lies around the tone. */
const PAPER_PERCENTILE = 0.8;

/** `side` in pixels; with an even `step` only every so many rows and columns are looked at. */
export function tonesOf(image: Raster, side: number, step: number): Tiles {
  const across = Math.ceil(image.width / side);
  const down = Math.ceil(image.height / side);
  const tones = new Uint8Array(across * down);
  for (let row = 0; row < down; row++) {
    for (let column = 0; column < across; column++) {
      tones[row * across + column] = toneOf(image, { x: column * side, y: row * side, side, step });
    }
  }
  return { side, across, down, tones };
}

const histogram = new Uint32Array(256);

function toneOf(image: Raster, at: { x: number; y: number; side: number; step: number }): number {
  histogram.fill(0);
  const x1 = Math.min(image.width, at.x + at.side);
  const y1 = Math.min(image.height, at.y + at.side);
  let count = 0;
  for (let y = at.y; y < y1; y += at.step) {
    for (let x = at.x, from = y * image.width + at.x; x < x1; x += at.step, from += at.step) {
      const tone = image.pixels[from] ?? 0;
      histogram[tone] = (histogram[tone] ?? 0) + 1;
      count++;
    }
  }
  let tone = 255;
  for (let below = count - (histogram[255] ?? 0); tone > 1 && below > count * PAPER_PERCENTILE; tone--)
    below -= histogram[tone - 1] ?? 0;
  return tone;
}

/** The neighbours of all tiles, four entries each, with −1 for those that lie beyond the edge of the picture. */
export function neighboursOf(tiles: Tiles): Int32Array {
  const near = new Int32Array(4 * tiles.across * tiles.down).fill(-1);
  for (let at = 0; at < near.length / 4; at++) near.set(around(at, tiles), 4 * at);
  return near;
}

/** The tiles above, below and beside one. */
export function around(at: number, { across, down }: Tiles): number[] {
  const column = at % across;
  const row = (at - column) / across;
  const near: number[] = [];
  if (column > 0) near.push(at - 1);
  if (column < across - 1) near.push(at + 1);
  if (row > 0) near.push(at - across);
  if (row < down - 1) near.push(at + across);
  return near;
}
