// The door of ingest/scan: the bytes of a picture file → a document of upright pages with rulings and places of print.
// Surprise: a moving picture (animated gif or webp) gives its first frame, and a note that says so.

import type { Diagnostic, Message } from '../../diagnostic/diagnostic.ts';
import { diagnosticOf } from '../../diagnostic/make.ts';
import type { Document, Page } from '../../tree/nodes.ts';
import { pagesOf } from '../refusal.ts';
import type { Reader, Source } from '../source.ts';
import { type Album, albumOf, type Shot, shotOf } from './decode.ts';
import { type Sheet, scannedPage } from './page.ts';

export { shrunk } from './decode.ts';
export { scannedPage } from './page.ts';
export type { RawImage } from './raster.ts';

/** Points: the longer side of A4, for a picture that does not say how large it is. */
const A4 = 841.89;

export const readScan: Reader = async function* (source) {
  const album = await settled(albumOf(source.bytes));
  if (album instanceof Error) return yield* refused(unreadable(album));
  const over = overLimit(album, source);
  if (over) return yield* refused(over);
  if (album.moving) yield note('动图只读取第一帧', 'only the first frame of a moving picture is read');
  const pages: Page[] = [];
  for (const number of pagesOf(album.pages, source.pages)) {
    const shot = await settled(shotOf(source.bytes, number - 1, source.limits));
    if (shot instanceof Error) return yield* refused(unreadable(shot));
    pages.push(yield* scannedPage(shot.image, sheetOf(shot, number)));
  }
  return { type: 'document', carrier: 'scan', pages } satisfies Document;
};

function* refused(diagnostic: Diagnostic): Generator<Diagnostic, null, void> {
  yield diagnostic;
  return null;
}

async function settled<T>(work: Promise<T>): Promise<T | Error> {
  try {
    return await work;
  } catch (error) {
    return error instanceof Error ? error : new Error(String(error));
  }
}

function sheetOf({ image, pointsPerPixel }: Shot, number: number): Sheet {
  const scale = pointsPerPixel ?? A4 / Math.max(image.width, image.height);
  return { number, width: image.width * scale, height: image.height * scale };
}

function overLimit(album: Album, { limits }: Source): Diagnostic | null {
  if (album.width * album.height > limits.pixels) {
    return fatal('over-limit', {
      zh: `图片为 ${album.width}×${album.height} 像素，超过上限 ${limits.pixels}；请降低分辨率后重试`,
      en: `the picture has ${album.width}×${album.height} pixels, more than the limit of ${limits.pixels}; scan it at a lower resolution`,
    });
  }
  if (album.pages > limits.pages) {
    return fatal('over-limit', {
      zh: `文件有 ${album.pages} 页，超过上限 ${limits.pages}`,
      en: `the file has ${album.pages} pages, more than the limit of ${limits.pages}`,
    });
  }
  return null;
}

function unreadable(error: Error): Diagnostic {
  const reason = error.message.split('\n')[0] ?? '';
  return fatal('unreadable', {
    zh: `图片无法解码（${reason}）；请重新扫描或另存为 PNG、JPEG、TIFF`,
    en: `the picture cannot be decoded (${reason}); scan it again or save it as PNG, JPEG or TIFF`,
  });
}

function fatal(code: 'unreadable' | 'over-limit', what: Message): Diagnostic {
  return diagnosticOf(code, { words: { what } });
}

function note(zh: string, en: string): Diagnostic {
  return diagnosticOf('source-note', { words: { what: { zh, en } } });
}
