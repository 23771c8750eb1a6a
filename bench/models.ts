// One document of each carrier and each way of writing it, to make thousands of sources from: the cases, a drawn form from every writer, pictures of two forms.
// Surprise: `share` is how often a model is taken; a page that is read from its picture costs a thousand pages of text, and a folder of real annexes has few.

import { globSync, readFileSync } from 'node:fs';
import { dirname, extname, join } from 'node:path';
import { zipSync } from 'fflate';
import sharp, { type Sharp } from 'sharp';
import { WRITERS } from '../tests/support/carriers/index.ts';
import { randomForm } from '../tests/support/forms/index.ts';

const FIXTURES = new URL('../fixtures/', import.meta.url).pathname;
const PICTURES = new URL('../tests/support/scan/pictures/', import.meta.url).pathname;

export interface Model {
  readonly name: string;
  /** With its dot. */
  readonly ending: string;
  readonly bytes: Uint8Array;
  readonly share: 'usual' | 'rare';
}

export async function allModels(): Promise<readonly Model[]> {
  return [...casesIn(FIXTURES), ...drawnModels(), ...(await scannedModels())];
}

export function casesIn(folder: string): readonly Model[] {
  return globSync('*/source.*', { cwd: folder })
    .toSorted()
    .map((path) => usual(dirname(path), extname(path), new Uint8Array(readFileSync(join(folder, path)))));
}

function drawnModels(): readonly Model[] {
  const drawn = WRITERS.map(({ name, extension, write }, seed) =>
    usual(name.replaceAll(' ', '-'), `.${extension}`, write(randomForm(seed + 1))),
  );
  const packed = Object.fromEntries(
    drawn.slice(0, 3).map(({ name, ending, bytes }) => [`附件/${name}${ending}`, bytes]),
  );
  return [...drawn, usual('packed', '.zip', zipSync(packed))];
}

/** The fax is small and is what every format is made of; the office page stays the JPEG that it is. */
async function scannedModels(): Promise<readonly Model[]> {
  const fax = sharp(join(PICTURES, 'fax-2.png'));
  const made = {
    '.png': fax.clone().png(),
    '.jpg': fax.clone().jpeg({ quality: 90 }),
    '.tif': fax.clone().tiff({ compression: 'lzw' }),
    '.webp': fax.clone().webp({ lossless: true }),
  };
  const pictures = await Promise.all(
    Object.entries(made).map(async ([ending, image]) =>
      rare('fax', ending, new Uint8Array(await image.toBuffer())),
    ),
  );
  const office = rare('office', '.jpg', new Uint8Array(readFileSync(join(PICTURES, 'office-20.jpg'))));
  return [
    ...pictures,
    office,
    rare('fax', '.bmp', await bitmapOf(fax)),
    rare('paper', '.pdf', await paperOf(fax)),
  ];
}

function usual(name: string, ending: string, bytes: Uint8Array): Model {
  return { name, ending, bytes, share: 'usual' };
}

function rare(name: string, ending: string, bytes: Uint8Array): Model {
  return { name, ending, bytes, share: 'rare' };
}

/** 24 bits a pixel, rows padded to four bytes and given from the bottom. */
async function bitmapOf(image: Sharp): Promise<Uint8Array> {
  const { data, info } = await image
    .clone()
    .toColourspace('srgb')
    .removeAlpha()
    .flip()
    .raw()
    .toBuffer({ resolveWithObject: true });
  const stride = Math.ceil((info.width * 3) / 4) * 4;
  const file = Buffer.alloc(54 + stride * info.height);
  file.write('BM');
  file.writeUInt32LE(file.length, 2);
  file.writeUInt32LE(54, 10);
  file.writeUInt32LE(40, 14);
  file.writeInt32LE(info.width, 18);
  file.writeInt32LE(info.height, 22);
  file.writeUInt32LE(0x180001, 26);
  for (let row = 0; row < info.height; row++)
    data.copy(file, 54 + row * stride, row * info.width * 3, (row + 1) * info.width * 3);
  return new Uint8Array(file);
}

/** A page that is nothing but its picture, as scanners write it. */
async function paperOf(image: Sharp): Promise<Uint8Array> {
  const { data, info } = await image.clone().jpeg({ quality: 90 }).toBuffer({ resolveWithObject: true });
  const content = 'q 595 0 0 842 0 0 cm /I Do Q';
  const colours = info.channels === 1 ? '/DeviceGray' : '/DeviceRGB';
  const objects = [
    Buffer.from('<< /Type /Catalog /Pages 2 0 R >>'),
    Buffer.from('<< /Type /Pages /Kids [3 0 R] /Count 1 >>'),
    Buffer.from(
      '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /XObject << /I 5 0 R >> >> /Contents 4 0 R >>',
    ),
    Buffer.from(`<< /Length ${content.length} >>\nstream\n${content}\nendstream`),
    Buffer.concat([
      Buffer.from(
        `<< /Type /XObject /Subtype /Image /Width ${info.width} /Height ${info.height} /ColorSpace ${colours} /BitsPerComponent 8 /Filter /DCTDecode /Length ${data.length} >>\nstream\n`,
      ),
      data,
      Buffer.from('\nendstream'),
    ]),
  ];
  return pdfFrom(objects);
}

function pdfFrom(objects: readonly Uint8Array[]): Uint8Array {
  const parts: Uint8Array[] = [Buffer.from('%PDF-1.4\n')];
  const offsets: number[] = [];
  for (const [at, object] of objects.entries()) {
    offsets.push(parts.reduce((sum, part) => sum + part.length, 0));
    parts.push(Buffer.from(`${at + 1} 0 obj\n`), object, Buffer.from('\nendobj\n'));
  }
  const start = parts.reduce((sum, part) => sum + part.length, 0);
  const table = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  const size = objects.length + 1;
  parts.push(
    Buffer.from(
      `xref\n0 ${size}\n0000000000 65535 f \n${table}trailer << /Size ${size} /Root 1 0 R >>\nstartxref\n${start}\n%%EOF\n`,
    ),
  );
  return new Uint8Array(Buffer.concat(parts));
}
