// A Windows bitmap (BMP) → raw pixels; the one picture format here that sharp's library does not read.
// Surprise: rows stand bottom-up unless the height is negative, and each is padded to four bytes.

import type { RawImage } from './raster.ts';

export function isBitmap(bytes: Uint8Array): boolean {
  return bytes.length > 54 && bytes[0] === 0x42 && bytes[1] === 0x4d;
}

/** What a header says; `colours` is where the palette begins, `pixels` where the rows do. */
interface Header {
  readonly width: number;
  readonly height: number;
  readonly topDown: boolean;
  readonly depth: number;
  readonly colours: number;
  readonly pixels: number;
}

/** Throws a plain Error that says what is wrong with the file. */
export function bitmapOf(bytes: Uint8Array): RawImage {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const header = headerOf(view);
  const stride = Math.ceil((header.width * header.depth) / 32) * 4;
  if (header.pixels + stride * header.height > bytes.length) throw new Error('the bitmap is cut off');
  const data = new Uint8Array(header.width * header.height * 3);
  for (let y = 0; y < header.height; y++) {
    const row = header.topDown ? y : header.height - 1 - y;
    const start = header.pixels + row * stride;
    readRow(bytes, header, { start, into: data.subarray(y * header.width * 3) });
  }
  return { width: header.width, height: header.height, channels: 3, data };
}

function headerOf(view: DataView): Header {
  const size = view.getUint32(14, true);
  const height = view.getInt32(22, true);
  const header = {
    width: view.getInt32(18, true),
    height: Math.abs(height),
    topDown: height < 0,
    depth: view.getUint16(28, true),
    colours: 14 + size,
    pixels: view.getUint32(10, true),
  };
  const compression = view.getUint32(30, true);
  const plain = compression === 0 || (compression === 3 && header.depth === 32);
  if (!plain || ![1, 4, 8, 24, 32].includes(header.depth)) {
    throw new Error(`bitmaps of ${header.depth} bits with compression ${compression} are not supported`);
  }
  if (header.width <= 0 || header.height === 0) throw new Error('the bitmap has no size');
  return header;
}

function readRow(bytes: Uint8Array, header: Header, row: { start: number; into: Uint8Array }): void {
  for (let x = 0; x < header.width; x++) {
    const from =
      header.depth > 8 ? row.start + (x * header.depth) / 8 : paletteEntry(bytes, header, row.start, x);
    row.into[3 * x] = bytes[from + 2] ?? 0;
    row.into[3 * x + 1] = bytes[from + 1] ?? 0;
    row.into[3 * x + 2] = bytes[from] ?? 0;
  }
}

/** Where the colour of the pixel stands in the file. */
function paletteEntry(bytes: Uint8Array, header: Header, start: number, x: number): number {
  const bit = x * header.depth;
  const byte = bytes[start + (bit >> 3)] ?? 0;
  const index = (byte >> (8 - header.depth - (bit & 7))) & ((1 << header.depth) - 1);
  return header.colours + 4 * index;
}
