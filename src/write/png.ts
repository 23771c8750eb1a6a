// Grey pixels → a PNG file, as an address that a drawing can lay beneath itself.

import { crc32, deflateSync } from 'node:zlib';
import type { Picture } from '../tree/index.ts';

export function pictureAddress(picture: Picture): string {
  return `data:image/png;base64,${Buffer.from(pngOf(picture)).toString('base64')}`;
}

export function pngOf({ width, height, pixels }: Picture): Uint8Array {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set(GREY, 8);
  const parts = [
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(scanlines(width, height, pixels))),
    chunk('IEND'),
  ];
  return Buffer.concat([SIGNATURE, ...parts]);
}

const SIGNATURE = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a);
/** Eight bits, grey, the usual compression and filter, no interlacing. */
const GREY = Uint8Array.of(8, 0, 0, 0, 0);

/** Each line begins with its filter: none. */
function scanlines(width: number, height: number, pixels: Uint8Array): Uint8Array {
  const lines = new Uint8Array(height * (width + 1));
  for (let y = 0; y < height; y++)
    lines.set(pixels.subarray(y * width, (y + 1) * width), y * (width + 1) + 1);
  return lines;
}

function chunk(type: string, data: Uint8Array = new Uint8Array()): Uint8Array {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const frame = Buffer.alloc(8);
  frame.writeUInt32BE(data.length, 0);
  frame.writeUInt32BE(crc32(body), 4);
  return Buffer.concat([frame.subarray(0, 4), body, frame.subarray(4)]);
}
