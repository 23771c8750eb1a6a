// Grey under uneven light → grey on white paper; what lies around a photographed sheet becomes white too.
// Surprise: the paper's brightness is a high percentile of each tile, so that a grey-shaded header cell turns white and keeps its print.

import type { Raster } from './raster.ts';
import { around, type Tiles, tonesOf } from './tones.ts';

/** Tiles across the shorter side: a tile must be wider than a bold title's strokes and narrower than a shadow. */
const TILES = 48;
/** A tile darker than this part of the page's median, joined to the edge, may be the table on which the sheet lies. */
const BACKDROP = 0.72;
/** The sheet's edge is a step of at least this ratio; a shadow falls off more gently. */
const BACKDROP_STEP = 1.2;

export function flattened(image: Raster): Raster {
  const tiles = tonesOf(image, Math.max(12, Math.round(Math.min(image.width, image.height) / TILES)), 2);
  const outside = backdropOf(tiles);
  const light = smoothed(spread(tiles, outside));
  const pixels = divided(image, light);
  whiten(pixels, image, { ...tiles, tones: outside });
  return { ...image, pixels };
}

/** 1 for the tiles of what lies around the sheet; all 0 where the page fills the picture. */
function backdropOf(tiles: Tiles): Uint8Array {
  const median = Uint8Array.from(tiles.tones).sort()[tiles.tones.length >> 1] ?? 255;
  const dark = BACKDROP * median;
  const outside = new Uint8Array(tiles.tones.length);
  const stack = edgeTiles(tiles).filter((at) => (tiles.tones[at] ?? 0) < dark);
  for (const at of stack) outside[at] = 1;
  let steps = 0;
  let borders = 0;
  for (let at = stack.pop(); at !== undefined; at = stack.pop()) {
    for (const next of around(at, tiles)) {
      if (outside[next]) continue;
      if ((tiles.tones[next] ?? 0) < dark) {
        outside[next] = 1;
        stack.push(next);
      } else {
        borders++;
        if ((tiles.tones[next] ?? 0) > BACKDROP_STEP * (tiles.tones[at] ?? 0)) steps++;
      }
    }
  }
  return steps * 2 >= borders && borders > 0 ? outside : new Uint8Array(tiles.tones.length);
}

function edgeTiles({ across, down }: Tiles): number[] {
  const tops = Array.from({ length: across }, (_, column) => [column, (down - 1) * across + column]);
  const sides = Array.from({ length: down }, (_, row) => [row * across, (row + 1) * across - 1]);
  return [...new Set([...tops, ...sides].flat())];
}

/** The brightest of the nine tiles around each, so that a tile full of print borrows its neighbours' paper. */
function spread(tiles: Tiles, outside: Uint8Array): Tiles {
  const { across, down } = tiles;
  const tones = new Uint8Array(tiles.tones.length);
  for (let row = 0; row < down; row++) {
    for (let column = 0; column < across; column++) {
      const at = row * across + column;
      tones[at] = outside[at] ? (tiles.tones[at] ?? 255) : brightestAround(tiles, column, row);
    }
  }
  return { ...tiles, tones };
}

function brightestAround({ tones, across, down }: Tiles, column: number, row: number): number {
  let brightest = 1;
  for (let y = Math.max(0, row - 1); y <= Math.min(down - 1, row + 1); y++) {
    for (let x = Math.max(0, column - 1); x <= Math.min(across - 1, column + 1); x++) {
      brightest = Math.max(brightest, tones[y * across + x] ?? 0);
    }
  }
  return brightest;
}

function smoothed(tiles: Tiles): Tiles {
  const { across, down, tones } = tiles;
  const smooth = new Uint8Array(tones.length);
  for (let row = 0; row < down; row++) {
    for (let column = 0; column < across; column++) {
      const at = row * across + column;
      const near = around(at, tiles);
      const sum = near.reduce((total, next) => total + (tones[next] ?? 0), 2 * (tones[at] ?? 0));
      smooth[at] = Math.round(sum / (near.length + 2));
    }
  }
  return { ...tiles, tones: smooth };
}

/** Where the pixels of a row lie among the centres of the tiles: 1.5 is half-way from the second tile to the third. */
interface Places {
  readonly places: Float64Array;
  /** The first pixel that lies beyond the centre of each tile, or on it. */
  readonly starts: readonly number[];
}

function placesOf(width: number, { side, across }: Tiles): Places {
  const places = new Float64Array(width);
  for (let x = 0; x < width; x++) places[x] = Math.min(across - 1, Math.max(0, (x + 0.5) / side - 0.5));
  const starts = Array.from({ length: across }, (_, tile) => {
    const first = places.findIndex((place) => place >= tile);
    return first < 0 ? width : first;
  });
  return { places, starts: [...starts, width] };
}

/** Divides the picture by the light, which is interpolated between the centres of the tiles. */
function divided(image: Raster, tiles: Tiles): Uint8Array {
  const pixels = image.pixels.slice();
  const places = placesOf(image.width, tiles);
  for (let y = 0; y < image.height; y++) divideRow(pixels, y * image.width, lightsAt(y, tiles), places);
  return pixels;
}

/** The light at the centre of each tile of a row; the last once more. */
function lightsAt(y: number, { side, across, down, tones }: Tiles): Float32Array {
  const row = Math.min(down - 1.001, Math.max(0, (y + 0.5) / side - 0.5));
  const top = Math.floor(row);
  const lights = new Float32Array(across + 1);
  for (let column = 0; column < across; column++) {
    const upper = tones[top * across + column] ?? 255;
    const lower = tones[Math.min(down - 1, top + 1) * across + column] ?? 255;
    lights[column] = upper + (row - top) * (lower - upper);
  }
  lights[across] = lights[across - 1] ?? 255;
  return lights;
}

function divideRow(
  pixels: Uint8Array,
  start: number,
  lights: Float32Array,
  { places, starts }: Places,
): void {
  for (let tile = 0; tile < starts.length - 1; tile++) {
    const light = lights[tile] ?? 255;
    const slope = (lights[tile + 1] ?? light) - light;
    if (light === 255 && slope === 0) continue;
    const end = starts[tile + 1] ?? 0;
    for (let x = starts[tile] ?? 0; x < end; x++) {
      const here = light + ((places[x] ?? 0) - tile) * slope;
      const value = pixels[start + x] ?? 0;
      pixels[start + x] = value < here ? (value * 255) / here : 255;
    }
  }
}

/** Whitens the tiles outside the sheet and one tile more, where its edge runs. */
function whiten(pixels: Uint8Array, image: Raster, outside: Tiles): void {
  const { side, across, tones } = outside;
  for (let at = 0; at < tones.length; at++) {
    if (!tones[at] && !around(at, outside).some((near) => tones[near])) continue;
    const x0 = (at % across) * side;
    const y0 = Math.floor(at / across) * side;
    for (let y = y0; y < Math.min(image.height, y0 + side); y++) {
      pixels.fill(255, y * image.width + x0, y * image.width + Math.min(image.width, x0 + side));
    }
  }
}
