// The door of ingest/pdf: the bytes of a PDF → a document of pages with words and rulings, or with pictures where the text cannot be trusted.
// Surprise: the decoder is loaded on the first PDF; it is the largest part of the program's start.

import type { Reader } from '../source.ts';

export const readPdf: Reader = async function* (source) {
  const { readPages } = await import('./read.ts');
  return yield* readPages(source);
};
