// A document as it was read → the same with every reading doubted on pages where too many strokes are lost to trust any.
// Surprise: on such a page a cell without ink is a reading too, and gets a word without text: where strokes are gone, so may a number be.

import type { Diagnostic } from '../diagnostic/diagnostic.ts';
import { diagnosticOf } from '../diagnostic/make.ts';
import { illegiblePages } from '../tree/legible.ts';
import type { Cell, Document, Line, Page, Table, Word } from '../tree/nodes.ts';

type Pages = ReturnType<typeof illegiblePages>;

/** No reading of an illegible page is surer than the page; their order stays. */
export function* asLegible(document: Document): Generator<Diagnostic, Document, void> {
  const illegible = illegiblePages(document);
  if (illegible.size === 0) return document;
  for (const number of illegible.keys()) yield noteOf(number);
  const pages = document.pages.map((page): Page => ({ ...page, children: doubtedIn(page, illegible) }));
  return { ...document, pages };
}

function noteOf(page: number): Diagnostic {
  const zh = `第 ${page} 页笔画残缺，难以辨认：其数字须与原件核对，不符之处只作存疑`;
  const en = `on page ${page} so many strokes are lost that it can hardly be read: compare its numbers with the paper; what does not add up there is only doubted`;
  return diagnosticOf('source-note', { words: { what: { zh, en } } });
}

function doubtedIn({ children }: Page, illegible: Pages): Page['children'] {
  return children.map((block) =>
    block.type === 'line' ? doubted(block, illegible) : inTable(block, illegible),
  );
}

function inTable(table: Table, illegible: Pages): Table {
  return {
    ...table,
    cells: table.cells.map((cell) => doubted({ ...cell, words: wordsIn(cell, illegible) }, illegible)),
  };
}

function wordsIn({ words, origin }: Cell, illegible: Pages): readonly Word[] {
  const isBlank = words.length === 0 && origin.on === 'page' && illegible.has(origin.page);
  return isBlank ? [{ text: '', origin, confidence: 1, readings: [] }] : words;
}

function doubted<T extends Cell | Line>(node: T, illegible: Pages): T {
  const words = node.words.map((word) => {
    const quartile = word.origin.on === 'page' ? illegible.get(word.origin.page) : undefined;
    return quartile === undefined ? word : { ...word, confidence: word.confidence * quartile };
  });
  return { ...node, words };
}
