// Flattened grey → ink, by each pixel's own surroundings.
// Surprise: paper is already white (flatten.ts), so the threshold only has to follow how dark the print is, and never needs a variance.

import { foursOf, type Ink, passed, type Raster } from './raster.ts';

/** A pixel is ink when it is darker than this part of the mean around it … */
const DARKER_THAN_MEAN = 0.86;
/** … and darker than this: faint pencil is about 190 on flattened paper, JPEG ringing about 225. */
const LIGHTEST_INK = 205;
/** Four pixels that have these bits are lighter. */
const PAPER_BITS = 0xe0e0e0e0 | 0;
/** … or darker than this wherever it is: the inside of bold strokes. */
const SURELY_INK = 96;

/** `radius` pixels around each pixel make its surroundings: about the height of a character. */
export function inkOf(image: Raster, radius: number): Ink {
  const { width, height, pixels } = image;
  const bits = new Uint8Array(pixels.length);
  const fours = foursOf(pixels);
  const columns = new Int32Array(width + 2 * radius + 1);
  const own = columns.subarray(radius + 1, radius + 1 + width);
  for (let y = 0; y < Math.min(height, radius); y++) addRow(own, pixels, y * width);
  for (let y = 0; y < height; y++) {
    const [below, above] = [y + radius, y - radius - 1];
    if (below < height && above >= 0) exchangeRow(own, pixels, { add: below * width, take: above * width });
    else if (below < height) addRow(own, pixels, below * width);
    else if (above >= 0) takeRow(own, pixels, above * width);
    const rows = Math.min(height, below + 1) - Math.max(0, above + 1);
    inkRow({ pixels, fours, bits, columns }, { start: y * width, radius, rows });
  }
  return { width, height, bits };
}

function addRow(columns: Int32Array, pixels: Uint8Array, start: number): void {
  for (let x = 0; x < columns.length; x++) columns[x] = (columns[x] ?? 0) + (pixels[start + x] ?? 0);
}

function takeRow(columns: Int32Array, pixels: Uint8Array, start: number): void {
  for (let x = 0; x < columns.length; x++) columns[x] = (columns[x] ?? 0) - (pixels[start + x] ?? 0);
}

/** Both at once: this is most of the work. */
function exchangeRow(
  columns: Int32Array,
  pixels: Uint8Array,
  { add, take }: { add: number; take: number },
): void {
  for (let x = 0; x < columns.length; x++)
    columns[x] = (columns[x] ?? 0) + (pixels[add + x] ?? 0) - (pixels[take + x] ?? 0);
}

/** `columns` holds the sum of each column over the window's rows, with nothing on either side of the page for as far as the window reaches. */
interface Rows {
  readonly pixels: Uint8Array;
  readonly fours: Int32Array;
  readonly bits: Uint8Array;
  readonly columns: Int32Array;
}

/** Slides the window along one row, up to each pixel whose surroundings are asked for. */
function inkRow(
  { pixels, fours, bits, columns }: Rows,
  { start, radius, rows }: { start: number; radius: number; rows: number },
): void {
  const reach = 2 * radius + 1;
  const width = columns.length - reach;
  let sum = 0;
  let next = -reach;
  for (let at = start; at < start + width; at++) {
    at = passed(fours, PAPER_BITS, at, start + width);
    const value = pixels[at] ?? 255;
    if (value > LIGHTEST_INK || at >= start + width) continue;
    if (value < SURELY_INK) {
      bits[at] = 1;
      continue;
    }
    const x = at - start;
    for (; next <= x; next++) sum += (columns[next + reach] ?? 0) - (next < 0 ? 0 : (columns[next] ?? 0));
    const across = Math.min(width, x + radius + 1) - Math.max(0, x - radius);
    if (value * across * rows < DARKER_THAN_MEAN * sum) bits[at] = 1;
  }
}
