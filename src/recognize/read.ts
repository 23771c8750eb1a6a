// Pages with pictures → pages with text: every line of every cell is cut out, read, and put back where it stood.
// Surprise: all lines of a page are read in one go, because engines are fastest on many crops of one width.

import type { Diagnostic } from '../diagnostic/diagnostic.ts';
import { joinLines } from '../text/join.ts';
import type { Box, Cell, Document, Line, Page, Reading, Table, Word } from '../tree/nodes.ts';
import { consensusOf } from './consensus.ts';
import { cutOf, type PageInk } from './crop.ts';
import type { Engine } from './engine.ts';
import { openGlyphs } from './engines/glyphs.ts';
import { openPpocr } from './engines/ppocr.ts';
import { linesIn, printHeight } from './lines.ts';

let engine: Promise<Engine> | null = null;
const signs = openGlyphs();

// biome-ignore lint/correctness/useYield: a stage's shape
export async function* readDocument(document: Document): AsyncGenerator<Diagnostic, Document, void> {
  engine ??= openPpocr();
  const pages: Page[] = [];
  for (const page of document.pages) pages.push(await readPage(page, await engine));
  return { ...document, pages };
}

async function readPage(page: Page, reader: Engine): Promise<Page> {
  if (!page.picture) return page;
  const ink: PageInk = { page, picture: page.picture, print: printHeight(page.words) };
  const places = page.children.flatMap(boxesOf);
  const lines = places.flatMap((box) => linesIn(box, page.words).map((line) => ({ line, box })));
  const cuts = lines.map(({ line, box }) => cutOf(line, box, ink));
  const general = await reader.read(cuts);
  const glyphs = await signs.read(cuts);
  const words = new Map<Box, Word[]>();
  for (const [at, { line, box }] of lines.entries()) {
    const word = wordAt(
      line,
      page.number,
      consensusOf({ general: general[at] ?? [], glyphs: glyphs[at] ?? [] }),
    );
    words.set(box, [...(words.get(box) ?? []), word]);
  }
  return { ...page, children: page.children.map((block) => withWords(block, words)) };
}

function boxesOf(block: Line | Table): Box[] {
  const nodes = block.type === 'line' ? [block] : block.cells;
  return nodes.flatMap((node) => (node.origin.on === 'page' ? [node.origin.box] : []));
}

function wordAt(line: Box, page: number, readings: readonly Reading[]): Word {
  const [best, ...others] = readings;
  return {
    text: best?.text ?? '',
    origin: { on: 'page', page, box: line },
    confidence: best?.probability ?? 0,
    readings: others,
  };
}

function withWords(block: Line | Table, words: ReadonlyMap<Box, readonly Word[]>): Line | Table {
  if (block.type === 'line') return { ...block, ...read(block, words) };
  return { ...block, cells: block.cells.map((cell) => ({ ...cell, ...read(cell, words) })) };
}

function read(
  node: Cell | Line,
  words: ReadonlyMap<Box, readonly Word[]>,
): { text: string; words: readonly Word[] } {
  const found = node.origin.on === 'page' ? (words.get(node.origin.box) ?? []) : [];
  return { text: joinLines(found.map((word) => word.text)), words: found };
}
