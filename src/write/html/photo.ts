// A page's picture and a box on it → the piece of the picture, small enough to carry: shrunk, in few greys, as an address.
// Surprise: near white becomes white: the grain of the paper says nothing and would be most of the bytes.

import type { Box, Picture } from '../../tree/index.ts';
import { pictureAddress } from '../png.ts';

/** Pixels: a band across a page is shown half so wide, and enlarged so wide; 8-point letters are 15 pixels high. */
const WIDEST = 1300;
/** Of 255. Below it ink, stamps and rules are kept; scanned paper is between 225 and 255. */
const PAPER = 215;
/** Greys that are left: letters keep their edges, and a band has 15 to 40 kB. */
const GREYS = 8;
/** Above 1: thin strokes of pale scans stay legible when they are shrunk. */
const DARKER = 2.4;

export function photoOf(picture: Picture, box: Box): string | null {
  const [x0, y0, x1, y1] = pixelsOf(picture, box);
  if (x1 <= x0 || y1 <= y0) return null;
  const step = Math.max(1, Math.round((x1 - x0) / WIDEST));
  const [width, height] = [Math.ceil((x1 - x0) / step), Math.ceil((y1 - y0) / step)];
  const pixels = new Uint8Array(width * height);
  for (let at = 0; at < pixels.length; at++) {
    const left = x0 + (at % width) * step;
    const top = y0 + Math.floor(at / width) * step;
    pixels[at] = few(mean(picture, [left, top, Math.min(x1, left + step), Math.min(y1, top + step)]));
  }
  return pictureAddress({ width, height, scale: picture.scale * step, pixels });
}

function pixelsOf({ width, height, scale }: Picture, [x0, y0, x1, y1]: Box): Box {
  return [
    Math.max(0, Math.floor(x0 / scale)),
    Math.max(0, Math.floor(y0 / scale)),
    Math.min(width, Math.ceil(x1 / scale)),
    Math.min(height, Math.ceil(y1 / scale)),
  ];
}

function mean({ width, pixels }: Picture, [x0, y0, x1, y1]: Box): number {
  let sum = 0;
  for (let y = y0; y < y1; y++) for (let x = x0; x < x1; x++) sum += pixels[y * width + x] ?? 255;
  return sum / ((x1 - x0) * (y1 - y0));
}

function few(grey: number): number {
  if (grey >= PAPER) return 255;
  return Math.round((grey / PAPER) ** DARKER * (GREYS - 1)) * Math.floor(255 / (GREYS - 1));
}
