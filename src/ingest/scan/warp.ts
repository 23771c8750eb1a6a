// A quadrilateral of a picture → the whole page, by the one projective map between them, bilinearly.
// Surprise: the map is exact every 16 pixels and linear between: the error is below a hundredth of a pixel and the division is saved.

import type { Raster } from './raster.ts';

interface Point {
  readonly x: number;
  readonly y: number;
}

/** Top left, top right, bottom right, bottom left. */
export type Quad = readonly [Point, Point, Point, Point];

/** x = (a·u + b·v + c) / (g·u + h·v + 1), y = (d·u + e·v + f) / (g·u + h·v + 1), for u, v in 0..1. */
interface Homography {
  readonly a: number;
  readonly b: number;
  readonly c: number;
  readonly d: number;
  readonly e: number;
  readonly f: number;
  readonly g: number;
  readonly h: number;
}

const STEP = 16;

/** Outside the picture is paper. */
export function warped(image: Raster, quad: Quad): Raster {
  const map = homographyTo(quad);
  const pixels = new Uint8Array(image.pixels.length).fill(255);
  for (let y = 0; y < image.height; y++) warpRow(image, pixels, y, map);
  return { ...image, pixels };
}

/** Heckbert's closed form of the map from the unit square. */
function homographyTo([p0, p1, p2, p3]: Quad): Homography {
  const sx = p0.x - p1.x + p2.x - p3.x;
  const sy = p0.y - p1.y + p2.y - p3.y;
  const dx1 = p1.x - p2.x;
  const dy1 = p1.y - p2.y;
  const dx2 = p3.x - p2.x;
  const dy2 = p3.y - p2.y;
  const whole = dx1 * dy2 - dx2 * dy1;
  const g = (sx * dy2 - dx2 * sy) / whole;
  const h = (dx1 * sy - sx * dy1) / whole;
  return {
    a: p1.x - p0.x + g * p1.x,
    b: p3.x - p0.x + h * p3.x,
    c: p0.x,
    d: p1.y - p0.y + g * p1.y,
    e: p3.y - p0.y + h * p3.y,
    f: p0.y,
    g,
    h,
  };
}

function mapped(map: Homography, u: number, v: number): Point {
  const depth = map.g * u + map.h * v + 1;
  return { x: (map.a * u + map.b * v + map.c) / depth, y: (map.d * u + map.e * v + map.f) / depth };
}

function warpRow(image: Raster, into: Uint8Array, y: number, map: Homography): void {
  const { width, height, pixels } = image;
  const v = (y + 0.5) / height;
  let from = mapped(map, 0.5 / width, v);
  for (let start = 0; start < width; start += STEP) {
    const to = mapped(map, (start + STEP + 0.5) / width, v);
    const stepX = (to.x - from.x) / STEP;
    const stepY = (to.y - from.y) / STEP;
    const end = Math.min(width, start + STEP);
    const whole = isWithin(from, image) && isWithin(to, image);
    for (let x = start, sx = from.x - 0.5, sy = from.y - 0.5; x < end; x++, sx += stepX, sy += stepY) {
      if (whole || (sx >= 0 && sy >= 0 && sx < width - 1 && sy < height - 1))
        into[y * width + x] = blended(pixels, width, sx, sy);
    }
    from = to;
  }
}

/** One pixel from the picture's edge, so that no rounding leads beyond it. */
function isWithin({ x, y }: Point, { width, height }: Raster): boolean {
  return x >= 1 && y >= 1 && x < width - 1 && y < height - 1;
}

/** What lies at a place between four pixels, rounded when it is stored. */
function blended(pixels: Uint8Array, width: number, x: number, y: number): number {
  const left = x | 0;
  const top = y | 0;
  const corner = top * width + left;
  const p0 = pixels[corner] ?? 255;
  const p1 = pixels[corner + 1] ?? 255;
  const p2 = pixels[corner + width] ?? 255;
  const p3 = pixels[corner + width + 1] ?? 255;
  if ((p0 & p1 & p2 & p3) === 255) return 255;
  const part = x - left;
  const upper = p0 + (p1 - p0) * part;
  const lower = p2 + (p3 - p2) * part;
  return upper + (lower - upper) * (y - top) + 0.5;
}
