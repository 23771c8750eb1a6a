// A clean page → what a scanner, a fax, a telephone or a clerk with a seal makes of it.
// Surprise: every kind is seeded, so that "the photo of form 17" is one picture for ever.

import sharp from 'sharp';
import type { Chance } from './random.ts';

export const DEGRADATIONS = ['clean', 'office', 'fax', 'photo', 'seal', 'turned'] as const;
export type Degradation = (typeof DEGRADATIONS)[number];

interface Grey {
  readonly width: number;
  readonly height: number;
  readonly pixels: Uint8Array;
}

/** The picture file that comes out. */
export async function degraded(png: Buffer, kind: Degradation, chance: Chance): Promise<Buffer> {
  if (kind === 'clean') return png;
  const { data, info } = await sharp(png).toColourspace('b-w').raw().toBuffer({ resolveWithObject: true });
  const page = { width: info.width, height: info.height, pixels: new Uint8Array(data) };
  if (kind === 'fax') return fax(page, chance);
  if (kind === 'photo') return photo(page, chance);
  if (kind === 'seal') return sealed(page, chance);
  const office = await officed(page, chance);
  if (kind === 'office') return office;
  return sharp(office)
    .rotate(chance.pick([90, 180, 270]))
    .jpeg({ quality: 80 })
    .withMetadata({ density: 200 })
    .toBuffer();
}

async function officed(page: Grey, chance: Chance): Promise<Buffer> {
  const turned = bent(page, { angle: chance.between(-1.6, 1.6), lean: 0, converge: 0 });
  const soft = await blurred(turned, chance.between(0.45, 0.8));
  noisy(soft, chance, chance.between(3, 8));
  return jpeg(soft, 60);
}

async function fax(page: Grey, chance: Chance): Promise<Buffer> {
  const turned = bent(page, { angle: chance.between(-1, 1), lean: 0, converge: 0 });
  const threshold = chance.between(120, 175);
  for (let at = 0; at < turned.pixels.length; at++)
    turned.pixels[at] = (turned.pixels[at] ?? 255) < threshold ? 0 : 255;
  const specks = Math.round(turned.pixels.length * chance.between(0.0002, 0.0008));
  for (let count = 0; count < specks; count++)
    turned.pixels[chance.whole(0, turned.pixels.length - 1)] = chance.next() < 0.8 ? 0 : 255;
  return sharp(turned.pixels, rawOf(turned)).png({ colours: 2 }).toBuffer();
}

async function photo(page: Grey, chance: Chance): Promise<Buffer> {
  const framed = onTable(page, chance);
  const bend = {
    angle: chance.between(-1, 1),
    lean: chance.between(-0.012, 0.012),
    converge: chance.between(-0.03, 0.03),
  };
  const seen = bent(framed, bend, 110);
  lit(seen, chance);
  const soft = await blurred(seen, chance.between(0.5, 0.8));
  noisy(soft, chance, chance.between(2, 5));
  return jpeg(soft, 78);
}

/** The sheet on a darker table. */
function onTable(page: Grey, chance: Chance): Grey {
  const border = Math.round(page.width * chance.between(0.02, 0.05));
  const width = page.width + 2 * border;
  const height = page.height + 2 * border;
  const pixels = new Uint8Array(width * height).fill(110);
  for (let y = 0; y < page.height; y++) {
    pixels.set(page.pixels.subarray(y * page.width, (y + 1) * page.width), (y + border) * width + border);
  }
  return { width, height, pixels };
}

/** Light that falls off across the page. */
function lit(page: Grey, chance: Chance): void {
  const angle = chance.between(0, 2 * Math.PI);
  const [dx, dy] = [Math.cos(angle), Math.sin(angle)];
  const drop = chance.between(0.15, 0.4);
  for (let y = 0; y < page.height; y++) {
    for (let x = 0; x < page.width; x++) {
      const along = (dx * (x / page.width - 0.5) + dy * (y / page.height - 0.5)) / 1.42 + 0.5;
      const at = y * page.width + x;
      page.pixels[at] = (page.pixels[at] ?? 255) * (1 - drop * along);
    }
  }
}

/** A red ring with a star's worth of strokes over the upper right of the page. */
async function sealed(page: Grey, chance: Chance): Promise<Buffer> {
  const radius = page.width * chance.between(0.06, 0.08);
  const x = page.width * chance.between(0.55, 0.8);
  const y = page.width * chance.between(0.15, 0.5);
  const red = chance.pick(['#d22', '#c8202e', '#e23b3b']);
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${page.width}" height="${page.height}" opacity="0.8"><circle cx="${x}" cy="${y}" r="${radius}" fill="none" stroke="${red}" stroke-width="${radius * 0.05}"/><path d="${star(x, y, radius * 0.35)}" fill="${red}"/></svg>`;
  const soft = await blurred(page, 0.5);
  noisy(soft, chance, 3);
  const base = await sharp(soft.pixels, rawOf(soft)).toColourspace('srgb').png().toBuffer();
  return sharp(base)
    .composite([{ input: Buffer.from(svg), blend: 'multiply' }])
    .withMetadata({ density: 200 })
    .jpeg({ quality: 80 })
    .toBuffer();
}

function star(x: number, y: number, radius: number): string {
  const points = Array.from({ length: 10 }, (_, at) => {
    const reach = at % 2 === 0 ? radius : radius * 0.4;
    const angle = (at * Math.PI) / 5 - Math.PI / 2;
    return `${x + reach * Math.cos(angle)},${y + reach * Math.sin(angle)}`;
  });
  return `M${points.join('L')}Z`;
}

/** Degrees of turning; `lean` shears, `converge` draws the top together (parts of the page's side). */
interface Bend {
  readonly angle: number;
  readonly lean: number;
  readonly converge: number;
}

function bent(page: Grey, bend: Bend, outside = 255): Grey {
  const { width, height } = page;
  const pixels = new Uint8Array(page.pixels.length).fill(outside);
  const turn = (bend.angle * Math.PI) / 180;
  const [cos, sin] = [Math.cos(turn), Math.sin(turn)];
  for (let y = 0; y < height; y++) {
    const depth = 1 + bend.converge * (0.5 - y / height);
    for (let x = 0; x < width; x++) {
      const u = (x - width / 2) * depth + bend.lean * (y - height / 2);
      const v = (y - height / 2) * depth;
      pixels[y * width + x] = sampled(
        page,
        u * cos - v * sin + width / 2,
        u * sin + v * cos + height / 2,
        outside,
      );
    }
  }
  return { width, height, pixels };
}

function sampled({ width, height, pixels }: Grey, x: number, y: number, outside: number): number {
  const left = Math.floor(x);
  const top = Math.floor(y);
  if (left < 0 || top < 0 || left >= width - 1 || top >= height - 1) return outside;
  const at = top * width + left;
  const upper = (pixels[at] ?? 0) * (1 - x + left) + (pixels[at + 1] ?? 0) * (x - left);
  const lower = (pixels[at + width] ?? 0) * (1 - x + left) + (pixels[at + width + 1] ?? 0) * (x - left);
  return upper + (lower - upper) * (y - top);
}

async function blurred(page: Grey, sigma: number): Promise<Grey> {
  const data = await sharp(page.pixels, rawOf(page)).blur(sigma).toColourspace('b-w').raw().toBuffer();
  return { ...page, pixels: new Uint8Array(data) };
}

function noisy(page: Grey, chance: Chance, deviation: number): void {
  const noise = Float32Array.from({ length: 65_537 }, () => chance.normal() * deviation);
  let place = chance.whole(0, 65_536);
  for (let at = 0; at < page.pixels.length; at++) {
    place = (place + 1 + (at & 7)) % 65_537;
    page.pixels[at] = Math.max(0, Math.min(255, (page.pixels[at] ?? 0) + (noise[place] ?? 0)));
  }
}

function rawOf({ width, height }: Grey) {
  return { raw: { width, height, channels: 1 as const } };
}

async function jpeg(page: Grey, quality: number): Promise<Buffer> {
  return sharp(page.pixels, rawOf(page)).withMetadata({ density: 200 }).jpeg({ quality }).toBuffer();
}
