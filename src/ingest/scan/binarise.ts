// Flattened grey → ink, by each pixel's own surroundings.
// Surprise: paper is already white (flatten.ts), so the threshold only has to follow how dark the print is, and never needs a variance.

import type { Ink, Raster } from './raster.ts';

/** A pixel is ink when it is darker than this part of the mean around it … */
const DARKER_THAN_MEAN = 0.86;
/** … and darker than this: faint pencil is about 190 on flattened paper, JPEG ringing about 225. */
const LIGHTEST_INK = 205;
/** … or darker than this wherever it is: the inside of bold strokes. */
const SURELY_INK = 96;

/** `radius` pixels around each pixel make its surroundings: about the height of a character. */
export function inkOf(image: Raster, radius: number): Ink {
  const { width, height, pixels } = image;
  const bits = new Uint8Array(pixels.length);
  const columns = new Uint32Array(width);
  for (let y = 0; y < Math.min(height, radius); y++) addRow(columns, pixels, y * width);
  for (let y = 0; y < height; y++) {
    if (y + radius < height) addRow(columns, pixels, (y + radius) * width);
    if (y - radius - 1 >= 0) takeRow(columns, pixels, (y - radius - 1) * width);
    const rows = Math.min(height, y + radius + 1) - Math.max(0, y - radius);
    inkRow({ pixels, bits, columns }, { start: y * width, radius, rows });
  }
  return { width, height, bits };
}

function addRow(columns: Uint32Array, pixels: Uint8Array, start: number): void {
  for (let x = 0; x < columns.length; x++) columns[x] = (columns[x] ?? 0) + (pixels[start + x] ?? 0);
}

function takeRow(columns: Uint32Array, pixels: Uint8Array, start: number): void {
  for (let x = 0; x < columns.length; x++) columns[x] = (columns[x] ?? 0) - (pixels[start + x] ?? 0);
}

interface Rows {
  readonly pixels: Uint8Array;
  readonly bits: Uint8Array;
  readonly columns: Uint32Array;
}

/** Slides the window along one row; `columns` holds the sum of each column over the window's rows. */
function inkRow({ pixels, bits, columns }: Rows, at: { start: number; radius: number; rows: number }): void {
  const width = columns.length;
  let sum = 0;
  for (let x = 0; x < Math.min(width, at.radius); x++) sum += columns[x] ?? 0;
  let across = Math.min(width, at.radius);
  for (let x = 0; x < width; x++) {
    if (x + at.radius < width) {
      sum += columns[x + at.radius] ?? 0;
      across++;
    }
    if (x - at.radius - 1 >= 0) {
      sum -= columns[x - at.radius - 1] ?? 0;
      across--;
    }
    const value = pixels[at.start + x] ?? 255;
    if (value > LIGHTEST_INK) continue;
    if (value < SURELY_INK || value * across * at.rows < DARKER_THAN_MEAN * sum) bits[at.start + x] = 1;
  }
}
