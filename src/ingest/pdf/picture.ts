// A page without usable text → its pixels: the one picture that it consists of, taken out as it was scanned, or else the page rendered.
// Surprise: taking out is not only faster than rendering; it keeps the scan's own pixels, which rendering would resample.

import type { PDFiumDocument, PDFiumLibrary } from '@hyzyla/pdfium';
import type { RawImage } from '../scan/index.ts';
import type { Source } from '../source.ts';
import type { Marks, Placed } from './marks.ts';
import { quarterOf } from './matrix.ts';
import type { OpenedPage } from './open.ts';
import type { Frame } from './upright.ts';

/** Dots per inch of a rendered page: Chinese at 10 pt is read best from 200–300. */
const DPI = 250;
/** Pixels of a rendered page at most, whatever its size in points. */
const MOST_PIXELS = 30_000_000;
/** Share of the page's width and height by which its picture may miss the edges and still be the page. */
const MARGIN = 0.04;

/** The picture that is the whole page, turned as it is placed; null where there is none, or it is masked, mirrored, slanted or partly painted over. */
export function takenPicture(page: OpenedPage, { pictures, surfaces }: Marks, frame: Frame): RawImage | null {
  const [only] = pictures;
  if (surfaces.some(({ over }) => over !== null && over.pictures > 0)) return null;
  if (pictures.length !== 1 || !only || only.isMask || !fillsPage(only, frame)) return null;
  const [a = 0, b = 0, c = 0, d = 0] = only.matrix;
  const quarters = quarterOf(a, b);
  if (quarters === null || a * d - b * c >= 0) return null;
  const image = rawImageOf(decodedPicture(page, only.name));
  return image && turned(image, quarters);
}

function fillsPage({ box }: Placed, { width, height }: Frame): boolean {
  const [x, y] = [MARGIN * width, MARGIN * height];
  return box[0] <= x && box[1] <= y && box[2] >= width - x && box[3] >= height - y;
}

function decodedPicture(page: OpenedPage, name: string): unknown {
  const store = name.startsWith('g_') ? page.commonObjs : page.objs;
  return store.has(name) ? store.get(name) : null;
}

/** The decoder's kinds: 1 one bit a pixel (set is white), 2 RGB, 3 RGBA. */
function rawImageOf(decoded: unknown): RawImage | null {
  if (!decoded || typeof decoded !== 'object') return null;
  const { width, height, kind, data } = decoded as Partial<
    Record<'width' | 'height' | 'kind' | 'data', unknown>
  >;
  if (
    typeof width !== 'number' ||
    typeof height !== 'number' ||
    !(data instanceof Uint8Array || data instanceof Uint8ClampedArray)
  )
    return null;
  const bytes = new Uint8Array(data.buffer, data.byteOffset, data.byteLength);
  if (kind === 1) return { width, height, channels: 1, data: spreadBits(bytes, width, height) };
  const channels = kind === 2 ? 3 : 4;
  return bytes.length >= width * height * channels ? { width, height, channels, data: bytes } : null;
}

function spreadBits(bits: Uint8Array, width: number, height: number): Uint8Array {
  const stride = (width + 7) >> 3;
  const pixels = new Uint8Array(width * height);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const byte = bits[y * stride + (x >> 3)] ?? 0xff;
      pixels[y * width + x] = byte & (0x80 >> (x & 7)) ? 255 : 0;
    }
  }
  return pixels;
}

/** Turned clockwise by quarters. */
function turned(image: RawImage, quarters: 0 | 1 | 2 | 3): RawImage {
  if (quarters === 0) return image;
  const { width, height, channels, data } = image;
  const [wide, high] = quarters === 2 ? [width, height] : [height, width];
  const pixels = new Uint8Array(data.length);
  const source = [
    (x: number, y: number) => y * width + x,
    (x: number, y: number) => (height - 1 - x) * width + y,
    (x: number, y: number) => (height - 1 - y) * width + (width - 1 - x),
    (x: number, y: number) => x * width + (width - 1 - y),
  ][quarters];
  for (let y = 0; source && y < high; y++) {
    for (let x = 0; x < wide; x++)
      copyPixel(data, source(x, y) * channels, { pixels, at: (y * wide + x) * channels, channels });
  }
  return { width: wide, height: high, channels, data: pixels };
}

function copyPixel(
  data: Uint8Array,
  from: number,
  to: { pixels: Uint8Array; at: number; channels: number },
): void {
  for (let channel = 0; channel < to.channels; channel++)
    to.pixels[to.at + channel] = data[from + channel] ?? 255;
}

/** Renders pages of one document; opened on the first call, and to be closed. */
export interface Renderer {
  readonly rendered: (page: number) => Promise<RawImage>;
  readonly close: () => void;
}

export function rendererOf(source: Source): Renderer {
  let library: PDFiumLibrary | null = null;
  let document: PDFiumDocument | null = null;
  const open = async () => {
    const { PDFiumLibrary } = await import('@hyzyla/pdfium');
    library ??= await PDFiumLibrary.init();
    return library.loadDocument(source.bytes, source.password ?? undefined);
  };
  const rendered = async (number: number) => {
    document ??= await open();
    const page = document.getPage(number - 1);
    const { originalWidth, originalHeight } = page.getOriginalSize();
    const most = Math.min(MOST_PIXELS, source.limits.pixels);
    const scale = Math.min(DPI / 72, Math.sqrt(most / Math.max(1, originalWidth * originalHeight)));
    const { width, height, data } = await page.render({ scale, render: 'bitmap' });
    return { width, height, channels: 4 as const, data };
  };
  const close = () => {
    document?.destroy();
    library?.destroy();
  };
  return { rendered, close };
}
