// The door of recognize: a document whose cells are pictures → the same document with words in them, and how sure they are.
// Surprise: null where the models are missing or wrong, which is told; a document without pictures comes back as it is, before any engine is loaded.

import type { Diagnostic } from '../diagnostic/diagnostic.ts';
import type { Document } from '../tree/nodes.ts';

export async function* recognize(document: Document): AsyncGenerator<Diagnostic, Document | null, void> {
  if (!document.pages.some((page) => page.picture)) return document;
  const { readDocument } = await import('./read.ts');
  return yield* readDocument(document);
}
