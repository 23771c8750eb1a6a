// Ways through a tree that several stages take.

import type { Block, Cell, Document, Table } from './nodes.ts';

/** Every line and table of a document in reading order. */
export function blocksOf(document: Document): readonly Block[] {
  return document.pages.flatMap((page) => page.children);
}

export function tablesOf(document: Document): readonly Table[] {
  return blocksOf(document).filter((block) => block.type === 'table');
}

/** The document with each of its tables replaced: `change` gets a table and returns the one that takes its place. */
export function withTables(document: Document, change: (table: Table) => Table): Document {
  const pages = document.pages.map((page) => ({
    ...page,
    children: page.children.map((block) => (block.type === 'table' ? change(block) : block)),
  }));
  return { ...document, pages };
}

/** Lowest confidence among a cell's words; 1 for an empty cell. */
export function confidenceOf(cell: Cell): number {
  return cell.words.reduce((least, word) => Math.min(least, word.confidence), 1);
}
