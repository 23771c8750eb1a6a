// The pixel passes of ingest/scan against their plain definitions, on random pictures of odd sizes.
// Surprise: they pass over white four pixels at a time, so the widths tried are no multiples of four.

import { describe, expect, it } from 'vitest';
import { inkOf } from '../../src/ingest/scan/binarise.ts';
import { componentsOf } from '../../src/ingest/scan/components.ts';
import { despeckled } from '../../src/ingest/scan/despeckle.ts';
import { flattened } from '../../src/ingest/scan/flatten.ts';
import { type Ink, type Raster, turnedOver } from '../../src/ingest/scan/raster.ts';
import { strokesOf } from '../../src/ingest/scan/strokes.ts';
import { tonesOf } from '../../src/ingest/scan/tones.ts';
import { chanceOf } from '../support/scan/random.ts';

/** Paper with noise, and print on part of it. */
function paper(width: number, height: number, seed: number): Raster {
  const chance = chanceOf(seed);
  const pixels = Uint8Array.from({ length: width * height }, () => {
    if (chance.next() < 0.12) return chance.whole(0, 255);
    return chance.next() < 0.5 ? 255 : chance.whole(215, 255);
  });
  return { width, height, pixels };
}

function inkIn(width: number, height: number, seed: number): Ink {
  const chance = chanceOf(seed);
  const bits = Uint8Array.from({ length: width * height }, () => (chance.next() < 0.3 ? 1 : 0));
  return { width, height, bits };
}

const SIZES = [
  [1, 9],
  [7, 5],
  [33, 41],
  [66, 30],
] as const;

describe.each(SIZES)('%i by %i pixels', (width, height) => {
  it('finds ink by the mean of the square around each pixel', () => {
    const image = paper(width, height, 1);
    const radius = 4;
    const expected = image.pixels.map((value, at) => {
      const [x, y] = [at % width, Math.floor(at / width)];
      const near = Array.from(image.pixels).filter((_, other) => {
        const [ox, oy] = [other % width, Math.floor(other / width)];
        return Math.abs(ox - x) <= radius && Math.abs(oy - y) <= radius;
      });
      const mean = near.reduce((sum, one) => sum + one, 0) / near.length;
      return value <= 205 && (value < 96 || value < 0.86 * mean) ? 1 : 0;
    });
    expect(inkOf(image, radius).bits).toEqual(expected);
  });

  it('takes every pixel of ink into one component', () => {
    const ink = inkIn(width, height, 2);
    const { runs, area } = componentsOf(ink);
    const drawn = new Uint8Array(ink.bits.length);
    for (const [at, y] of runs.y.entries())
      drawn.fill(1, y * width + (runs.x0[at] ?? 0), y * width + (runs.x1[at] ?? 0));
    expect(drawn).toEqual(ink.bits);
    expect(area.reduce((sum, one) => sum + one, 0)).toBe(ink.bits.reduce((sum, one) => sum + one, 0));
  });

  it('exchanges rows and columns, and back', () => {
    const ink = inkIn(width, height, 3);
    const turned = turnedOver(ink);
    expect(turned.bits[(width - 1) * height]).toBe(ink.bits[width - 1]);
    expect(turnedOver(turned)).toEqual(ink);
  });

  it('takes four fifths of a tile as darker than its paper', () => {
    const image = paper(width, height, 4);
    const [tone = 0] = tonesOf(image, Math.max(width, height), 1).tones;
    const below = (most: number) => image.pixels.filter((value) => value <= most).length;
    expect(below(tone)).toBeGreaterThan(0.8 * image.pixels.length);
    expect(below(tone - 1)).toBeLessThanOrEqual(0.8 * image.pixels.length);
  });
});

it('closes gaps up to the given width within a stroke, and none wider', () => {
  const bits = new Uint8Array(61 * 3);
  bits.fill(1, 61 + 2, 61 + 20);
  bits.fill(1, 61 + 21, 61 + 40);
  bits.fill(1, 61 + 42, 61 + 61);
  const found = strokesOf({ width: 61, height: 3, bits }, { run: 10, gap: 2, thickness: 2 });
  expect(found.map(({ x0, x1 }) => [x0, x1])).toEqual([
    [2, 40],
    [42, 61],
  ]);
});

it('takes out a speck wherever it stands to the four pixels beside it', () => {
  for (let x = 3; x < 40; x++) {
    const pixels = new Uint8Array(43 * 9).fill(255);
    pixels[4 * 43 + x] = 0;
    expect(despeckled({ width: 43, height: 9, pixels }).pixels.every((value) => value === 255)).toBe(true);
  }
});

it('makes the paper of unevenly lit pictures white to their last column', () => {
  const [width, height] = [124, 97];
  const pixels = Uint8Array.from({ length: width * height }, (_, at) => 150 + ((at % width) >> 2));
  const flat = flattened({ width, height, pixels });
  expect(Math.min(...flat.pixels)).toBeGreaterThan(235);
});
