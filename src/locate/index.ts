// The door of locate: a document of words and rulings → the same document with its tables and lines of text.
// Surprise: pages that already have children (every carrier that draws no page) pass unchanged; a table that goes on over the page becomes one on its first page.

import type { Diagnostic } from '../diagnostic/diagnostic.ts';
import type { Document } from '../tree/nodes.ts';
import { continued } from './continue.ts';
import { blocksIn } from './tables.ts';

export { crossingsOf } from './crossings.ts';
export { segmentsOf } from './segments.ts';

export function* locate(document: Document): Generator<Diagnostic, Document, void> {
  const pages = document.pages.map((page) =>
    page.children.length > 0 || page.words.length === 0 ? page : { ...page, children: blocksIn(page) },
  );
  return { ...document, pages: continued(pages) };
}
