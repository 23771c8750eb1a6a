// Pages with pictures → pages with text: every line of every cell is cut out, read, and put back where it stood.
// Surprise: all lines of a page are read in one go, because engines are fastest on many crops of one width.

import type { Diagnostic, Message } from '../diagnostic/diagnostic.ts';
import { diagnosticOf } from '../diagnostic/make.ts';
import { joinLines } from '../text/join.ts';
import type { Box, Cell, Document, Line, Page, Picture, Reading, Table, Word } from '../tree/nodes.ts';
import { isSigns } from './alphabet.ts';
import { withColumns } from './columns.ts';
import { consensusOf, withThird } from './consensus.ts';
import { cutOf } from './crop.ts';
import type { Crop } from './engine.ts';
import { type Engines, engines } from './engines/index.ts';
import { ModelFault } from './engines/models.ts';
import { linesIn, printHeight } from './lines.ts';

/** A number less sure than this is shown to a third engine. Measured: of the wrong ones nine in ten lie below it. */
const DOUBTFUL = 0.97;

export async function* readDocument(document: Document): AsyncGenerator<Diagnostic, Document, void> {
  const opened = await engines().catch((error: unknown) => faultOf(error));
  if (!('general' in opened)) {
    yield diagnosticOf('unreadable', { words: { what: opened } });
    return document;
  }
  if (opened.note) yield diagnosticOf('source-note', { words: { what: opened.note } });
  const pages: Page[] = [];
  for (const page of document.pages)
    pages.push(page.picture ? await readPage(page, page.picture, opened) : page);
  return { ...document, pages };
}

/** Only a model that is missing or wrong is the installation's fault; anything else is a bug and goes on. */
function faultOf(error: unknown): Message {
  if (error instanceof ModelFault) return { zh: error.zh, en: error.message };
  throw error;
}

/** A line of a cell (or of its own), where it stands, and its picture. */
interface Place {
  readonly box: Box;
  readonly line: Box;
  readonly cut: Crop;
}

async function readPage(page: Page, picture: Picture, opened: Engines): Promise<Page> {
  const places = placesOf(page, picture);
  const readings = await readingsAt(places, opened);
  const words = new Map<Box, Word[]>();
  for (const [at, { line, box }] of places.entries()) {
    const word = wordAt(line, page.number, readings[at] ?? []);
    words.set(box, [...(words.get(box) ?? []), word]);
  }
  return { ...page, children: page.children.map((block) => withWords(block, words)) };
}

function placesOf(page: Page, picture: Picture): Place[] {
  const ink = { page, picture, print: printHeight(page.words) };
  return page.children
    .flatMap(boxesOf)
    .flatMap((box) => linesIn(box, page.words).map((line) => ({ box, line, cut: cutOf(line, box, ink) })));
}

function boxesOf(block: Line | Table): Box[] {
  const nodes = block.type === 'line' ? [block] : block.cells;
  return nodes.flatMap((node) => (node.origin.on === 'page' ? [node.origin.box] : []));
}

async function readingsAt(places: readonly Place[], opened: Engines): Promise<(readonly Reading[])[]> {
  const cuts = places.map((place) => place.cut);
  const general = await opened.general.read(cuts);
  const glyphs = await opened.glyphs.read(cuts);
  const readings = cuts.map((_, at) => consensusOf({ general: general[at] ?? [], glyphs: glyphs[at] ?? [] }));
  const doubtful = cuts.flatMap((_, at) => (isDoubtful(readings[at] ?? []) ? [at] : []));
  if (doubtful.length === 0) return readings;
  const third = await (await opened.numbers()).read(doubtful.flatMap((at) => cuts[at] ?? []));
  for (const [place, at] of doubtful.entries())
    readings[at] = withThird(readings[at] ?? [], third[place] ?? []);
  return readings;
}

/** A number, not a sign alone, of which the engines are not sure. */
function isDoubtful([best]: readonly Reading[]): boolean {
  return best !== undefined && best.probability < DOUBTFUL && isSigns(best.text) && /\d/.test(best.text);
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
  if (block.type === 'line') return { ...block, ...wordsOf(block, words) };
  return withColumns({ ...block, cells: block.cells.map((cell) => ({ ...cell, ...wordsOf(cell, words) })) });
}

function wordsOf(
  node: Cell | Line,
  words: ReadonlyMap<Box, readonly Word[]>,
): { text: string; words: readonly Word[] } {
  const found = node.origin.on === 'page' ? (words.get(node.origin.box) ?? []) : [];
  return { text: joinLines(found.map((word) => word.text)), words: found };
}
