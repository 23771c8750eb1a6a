// A scanned page → a picture that people look at: WebP, as fine as a person can read it; and pieces of it as PNG.
// Surprise: the decoder is loaded only when there is a picture, since most runs have none.

import type { Box, Picture } from '../tree/index.ts';

/** Dots per inch at which print of 6 points is still read with ease. */
const FINEST = 200;
const POINTS_PER_INCH = 72;
/** WebP holds no more a side. */
const WIDEST = 16_383;
/** Of 100: strokes stay clean, and a page of text is about 100 kB. */
const QUALITY = 60;
/** Of 6: a fifth of the default's time, for a tenth more bytes. */
const EFFORT = 2;

export async function webpOf({ width, height, scale, pixels }: Picture): Promise<Uint8Array> {
  const { default: sharp } = await import('sharp');
  const fit = Math.min(1, (scale * FINEST) / POINTS_PER_INCH, WIDEST / Math.max(width, height));
  const image = sharp(pixels, { raw: { width, height, channels: 1 }, limitInputPixels: false });
  const sized = image.resize(Math.max(1, Math.round(width * fit)));
  return sized.webp({ quality: QUALITY, effort: EFFORT }).toBuffer();
}

/** `box` in points of a page that is `pageWidth` points wide, with a little of what is around it. Null where nothing of it is on the picture. */
export async function pngOf(webp: Uint8Array, box: Box, pageWidth: number): Promise<Uint8Array | null> {
  const { default: sharp } = await import('sharp');
  const image = sharp(webp);
  const { width, height } = await image.metadata();
  const perPoint = width / pageWidth;
  const left = Math.max(0, Math.floor(box[0] * perPoint));
  const top = Math.max(0, Math.floor(box[1] * perPoint));
  const wide = Math.min(width, Math.ceil(box[2] * perPoint)) - left;
  const high = Math.min(height, Math.ceil(box[3] * perPoint)) - top;
  if (!(wide > 0 && high > 0)) return null;
  return image.extract({ left, top, width: wide, height: high }).png().toBuffer();
}
