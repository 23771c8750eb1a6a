// What the steps of a scan hand to each other: grey or black-and-white pixels, row by row.
// Surprise: in a Raster 0 is black and 255 is paper; in Ink 1 is ink and 0 is paper.

/** A picture as a decoder gives it. */
export interface RawImage {
  readonly width: number;
  readonly height: number;
  readonly channels: 1 | 3 | 4;
  readonly data: Uint8Array;
}

export interface Raster {
  readonly width: number;
  readonly height: number;
  readonly pixels: Uint8Array;
}

/** One byte a pixel, 1 where there is ink. */
export interface Ink {
  readonly width: number;
  readonly height: number;
  readonly bits: Uint8Array;
}

/** Pixels: `x1` and `y1` are the first column and row outside. */
export interface Rectangle {
  readonly x0: number;
  readonly y0: number;
  readonly x1: number;
  readonly y1: number;
}

/** Bytes four at a time, for what passes over most of them. */
export function foursOf(bytes: Uint8Array): Int32Array {
  const own = bytes.byteOffset % 4 === 0 ? bytes : bytes.slice();
  return new Int32Array(own.buffer, own.byteOffset, own.length >> 2);
}

/** The first pixel from one on that is not passed over: four at a time are, from places that are multiples of four, where all of them have the bits of the mask. */
export function passed(fours: Int32Array, mask: number, from: number, end: number): number {
  let at = from;
  if ((at & 3) === 0) while (at + 4 <= end && ((fours[at >> 2] ?? 0) & mask) === mask) at += 4;
  return at;
}

/** The first pixel of ink from one on, or `end`: white, which is most of a page, is passed four pixels at a time. */
export function nextInk(bits: Uint8Array, fours: Int32Array, from: number, end: number): number {
  let at = from;
  while (at < end && bits[at] === 0) {
    at++;
    if ((at & 3) === 0) while (at + 4 <= end && fours[at >> 2] === 0) at += 4;
  }
  return at;
}

/** The first pixel without ink from one on, or `end`. */
export function inkEnd(bits: Uint8Array, from: number, end: number): number {
  let at = from;
  while (at < end && bits[at] !== 0) at++;
  return at;
}

/** Ink with rows and columns exchanged. */
export function turnedOver(ink: Ink): Ink {
  const { width, height, bits } = ink;
  const fours = foursOf(bits);
  const turned = new Uint8Array(bits.length);
  for (let y = 0; y < height; y++) {
    const start = y * width;
    const end = start + width;
    for (let at = nextInk(bits, fours, start, end); at < end; at = nextInk(bits, fours, at + 1, end))
      turned[(at - start) * height + y] = 1;
  }
  return { width: height, height: width, bits: turned };
}

/** The picture with rows and columns exchanged. */
function transposed(pixels: Uint8Array, width: number, height: number): Uint8Array {
  const turned = new Uint8Array(pixels.length);
  for (let y0 = 0; y0 < height; y0 += 32) {
    for (let x0 = 0; x0 < width; x0 += 32) transposeTile(pixels, turned, { x0, y0, width, height });
  }
  return turned;
}

interface Tile {
  readonly x0: number;
  readonly y0: number;
  readonly width: number;
  readonly height: number;
}

function transposeTile(from: Uint8Array, to: Uint8Array, tile: Tile): void {
  const { width, height } = tile;
  const x1 = Math.min(width, tile.x0 + 32);
  const y1 = Math.min(height, tile.y0 + 32);
  for (let y = tile.y0; y < y1; y++) {
    for (let x = tile.x0; x < x1; x++) to[x * height + y] = from[y * width + x] ?? 0;
  }
}

/** Turned clockwise by a quarter, `quarters` times. */
export function quarterTurned(image: Raster, quarters: number): Raster {
  const turns = ((quarters % 4) + 4) % 4;
  if (turns === 0) return image;
  if (turns === 2) return { ...image, pixels: Uint8Array.from(image.pixels).reverse() };
  const { width, height } = image;
  const pixels = transposed(image.pixels, width, height);
  if (turns === 1) mirrorRows(pixels, height);
  else mirrorColumns(pixels, height, width);
  return { width: height, height: width, pixels };
}

function mirrorRows(pixels: Uint8Array, width: number): void {
  for (let start = 0; start < pixels.length; start += width) pixels.subarray(start, start + width).reverse();
}

function mirrorColumns(pixels: Uint8Array, width: number, height: number): void {
  for (let top = 0, bottom = height - 1; top < bottom; top++, bottom--) {
    const upper = pixels.slice(top * width, (top + 1) * width);
    pixels.copyWithin(top * width, bottom * width, (bottom + 1) * width);
    pixels.set(upper, bottom * width);
  }
}

/** Half as wide and as high; each pixel is the darkest of four, so that a hairline stays. */
export function halved(image: Raster): Raster {
  const width = image.width >> 1;
  const height = image.height >> 1;
  const pixels = new Uint8Array(width * height);
  for (let y = 0; y < height; y++) halveRow(image, pixels, { y, width });
  return { width, height, pixels };
}

function halveRow(image: Raster, into: Uint8Array, at: { y: number; width: number }): void {
  const { pixels } = image;
  let top = 2 * at.y * image.width;
  for (let x = 0; x < at.width; x++, top += 2) {
    const upper = Math.min(pixels[top] ?? 255, pixels[top + 1] ?? 255);
    const below = top + image.width;
    const lower = Math.min(pixels[below] ?? 255, pixels[below + 1] ?? 255);
    into[at.y * at.width + x] = Math.min(upper, lower);
  }
}
