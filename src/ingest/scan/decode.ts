// The bytes of a picture file → its pictures as raw pixels, page by page, never larger than they need to be to be read.
// Surprise: the file's name and ending are never looked at; the bytes say what they are.

import sharp, { type Sharp } from 'sharp';
import type { Limits } from '../source.ts';
import { bitmapOf, isBitmap } from './bmp.ts';
import type { RawImage } from './raster.ts';

/** How many pictures the file holds, how large the first is, and the dots per inch it claims (null: none). */
export interface Album {
  readonly pages: number;
  readonly width: number;
  readonly height: number;
  readonly moving: boolean;
}

/** One picture, the points that one of its pixels takes (null where the file does not say). */
export interface Shot {
  readonly image: RawImage;
  readonly pointsPerPixel: number | null;
}

/** Pixels of the longer side: A3 at 240 dpi. More is slower and no better read (chi_sim is even worse at 400 dpi). */
const LONGEST_SIDE = 4000;
/** Dots per inch below which a file's claim is a default rather than a measure. */
const LEAST_DENSITY = 90;

export async function albumOf(bytes: Uint8Array): Promise<Album> {
  if (isBitmap(bytes)) {
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    const [width, height] = [Math.abs(view.getInt32(18, true)), Math.abs(view.getInt32(22, true))];
    return { pages: 1, width, height, moving: false };
  }
  const { pages = 1, width, height, format } = await sharp(bytes, { limitInputPixels: false }).metadata();
  const moving = pages > 1 && format !== 'tiff';
  return { pages: moving ? 1 : pages, width, height, moving };
}

export async function shotOf(bytes: Uint8Array, page: number, limits: Limits): Promise<Shot> {
  if (isBitmap(bytes)) return { image: bitmapOf(bytes), pointsPerPixel: null };
  const open = { limitInputPixels: limits.pixels, page, failOn: 'truncated' } as const;
  const { width, height, density, space, orientation = 1 } = await sharp(bytes, open).metadata();
  const image = await raw(sharp(bytes, open).autoOrient(), space === 'b-w' || space === 'grey16');
  const side = orientation > 4 ? height : width;
  const known = density !== undefined && density >= LEAST_DENSITY;
  return { image, pointsPerPixel: known ? (72 / density) * (side / image.width) : null };
}

/** A picture from elsewhere (a PDF's), brought down to the size in which it is read. */
export async function shrunk(image: RawImage): Promise<RawImage> {
  if (Math.max(image.width, image.height) <= LONGEST_SIDE) return image;
  const { width, height, channels } = image;
  return raw(
    sharp(image.data, { raw: { width, height, channels }, limitInputPixels: false }),
    channels === 1,
  );
}

async function raw(picture: Sharp, grey: boolean): Promise<RawImage> {
  const { data, info } = await picture
    .resize({ width: LONGEST_SIDE, height: LONGEST_SIDE, fit: 'inside', withoutEnlargement: true })
    .flatten({ background: '#fff' })
    .toColourspace(grey ? 'b-w' : 'srgb')
    .raw({ depth: 'uchar' })
    .toBuffer({ resolveWithObject: true });
  const channels = info.channels === 1 ? 1 : info.channels === 4 ? 4 : 3;
  return {
    width: info.width,
    height: info.height,
    channels,
    data: new Uint8Array(data.buffer, data.byteOffset, data.length),
  };
}
