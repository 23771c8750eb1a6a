// Ink → the angle by which its rows of text and rules are turned, from how sharply they project.
// Surprise: 30,000 pixels of ink are enough; more only take longer.

import type { Ink } from './raster.ts';

const SAMPLE = 30_000;
/** Radians: pages lie in a feeder within 6°; beyond it text rows of neighbouring columns begin to line up by chance. */
const WIDEST = (6 * Math.PI) / 180;
const COARSE = (0.25 * Math.PI) / 180;
const FINE = (0.02 * Math.PI) / 180;

/** Radians; positive where rows fall towards the right. */
export function skewOf(ink: Ink): number {
  const points = sampled(ink);
  if (points.x.length < 50) return 0;
  const coarse = sharpest(points, ink.height, { from: -WIDEST, to: WIDEST, step: COARSE });
  return sharpest(points, ink.height, { from: coarse - COARSE, to: coarse + COARSE, step: FINE });
}

interface Points {
  readonly x: Float64Array;
  readonly y: Float64Array;
}

function sampled({ width, height, bits }: Ink): Points {
  let total = 0;
  for (let at = 0; at < bits.length; at++) total += bits[at] ?? 0;
  const every = Math.max(1, Math.floor(total / SAMPLE));
  const x = new Float64Array(Math.ceil(total / every));
  const y = new Float64Array(x.length);
  for (let row = 0, at = 0, seen = 0, count = 0; row < height; row++) {
    for (let column = 0; column < width; column++, at++) {
      if (bits[at] === 0 || seen++ % every !== 0) continue;
      x[count] = column;
      y[count++] = row;
    }
  }
  return { x, y };
}

function sharpest(points: Points, height: number, range: { from: number; to: number; step: number }): number {
  let best = 0;
  let most = -1;
  for (let angle = range.from; angle <= range.to + 1e-9; angle += range.step) {
    const sharp = sharpness(points, height, Math.tan(angle)) * (1 - Math.abs(angle) * 1e-3);
    if (sharp > most) [most, best] = [sharp, angle];
  }
  return best;
}

/** Sum of squares of the projection along one slope: largest where rows fall on rows. */
function sharpness({ x, y }: Points, height: number, slope: number): number {
  const margin = height;
  const counts = new Uint32Array(3 * height);
  for (let at = 0; at < x.length; at++) {
    const row = ((y[at] ?? 0) - slope * (x[at] ?? 0) + margin) | 0;
    counts[row] = (counts[row] ?? 0) + 1;
  }
  let sum = 0;
  for (let row = 0; row < counts.length; row++) sum += (counts[row] ?? 0) ** 2;
  return sum;
}
