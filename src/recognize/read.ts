// Pages with pictures → pages with text: every line of every cell is cut out, read, and put back where it stood.
// Surprise: all lines of a page are given to an engine in one go, and the doubtful numbers among them to a third one in another.

import type { Diagnostic, Message } from '../diagnostic/diagnostic.ts';
import { diagnosticOf } from '../diagnostic/make.ts';
import { joinLines } from '../text/join.ts';
import type { Box, Cell, Document, Line, Page, Reading, Table, Word } from '../tree/nodes.ts';
import { isSigns } from './alphabet.ts';
import { withColumns } from './columns.ts';
import { consensusOf, withThird } from './consensus.ts';
import { cutOf, type PageInk } from './crop.ts';
import { dashIn } from './dashes.ts';
import type { Crop, Lattice } from './engine.ts';
import { type Engines, engines } from './engines/index.ts';
import { ModelFault } from './engines/models.ts';
import { asLegible } from './legible.ts';
import { linesIn, printHeight } from './lines.ts';
import { withPrintedWidths } from './marks.ts';

/** A number less sure than this is shown to a third engine. Measured: of the wrong ones nine in ten lie below it. */
const DOUBTFUL = 0.97;

export async function* readDocument(document: Document): AsyncGenerator<Diagnostic, Document | null, void> {
  const opened = await engines().catch((error: unknown) => faultOf(error));
  if (!('general' in opened)) {
    yield diagnosticOf('unreadable', { words: { what: opened } });
    return null;
  }
  if (opened.note) yield diagnosticOf('source-note', { words: { what: opened.note } });
  const inks = inksOf(document);
  const pages: Page[] = [];
  for (const page of document.pages) pages.push(page.picture ? await readPage(page, inks, opened) : page);
  return yield* asLegible({ ...document, pages });
}

/** Only a model that is missing or wrong is the installation's fault; anything else is a bug and goes on. */
function faultOf(error: unknown): Message {
  if (error instanceof ModelFault) return { zh: error.zh, en: error.message };
  throw error;
}

/** The picture of every page by its number: a table that goes on over the page has cells on several. */
type Inks = ReadonlyMap<number, PageInk>;

function inksOf({ pages }: Document): Inks {
  const inks = pages.flatMap((page) =>
    page.picture
      ? [[page.number, { page, picture: page.picture, print: printHeight(page.words) }] as const]
      : [],
  );
  return new Map(inks);
}

type Node = Cell | Line;

/** A line of a cell (or of its own), where it stands, and its picture. */
interface Place {
  readonly node: Node;
  readonly page: number;
  readonly line: Box;
  readonly cut: Crop;
}

async function readPage(page: Page, inks: Inks, opened: Engines): Promise<Page> {
  const nodes = page.children.flatMap((block): readonly Node[] =>
    block.type === 'line' ? [block] : block.cells,
  );
  const places = nodes.flatMap((node) => placesOf(node, inks));
  const readings = await readingsAt(places, opened);
  const words = new Map<Node, Word[]>();
  for (const [at, { node, line, page: number }] of places.entries()) {
    words.set(node, [...(words.get(node) ?? []), wordAt(line, number, readings[at] ?? [])]);
  }
  return { ...page, children: page.children.map((block) => withWords(block, words)) };
}

/** The lines of a node, page by page: a row that breaks over the page has print on both. */
function placesOf(node: Node, inks: Inks): readonly Place[] {
  return [...Map.groupBy(node.words, pageOf)].flatMap(([page, words]) => {
    const ink = inks.get(page);
    if (!ink) return [];
    const here = node.origin.on === 'page' && node.origin.page === page;
    const within: Box =
      here && node.origin.on === 'page' ? node.origin.box : [0, 0, ink.page.width, ink.page.height];
    return linesIn(within, words).map((line) => ({ node, page, line, cut: cutOf(line, within, ink) }));
  });
}

function pageOf({ origin }: Word): number {
  return origin.on === 'page' ? origin.page : 0;
}

async function readingsAt(places: readonly Place[], opened: Engines): Promise<(readonly Reading[])[]> {
  const cuts = places.map((place) => place.cut);
  const general = await opened.general.read(cuts);
  const glyphs = await opened.glyphs.read(cuts);
  const readings = cuts.map((cut, at) =>
    consensusOf({ general: general[at] ?? [], glyphs: glyphs[at] ?? [], dash: dashIn(cut) }),
  );
  const doubtful = cuts.flatMap((_, at) => (isDoubtful(readings[at] ?? []) ? [at] : []));
  const third =
    doubtful.length === 0
      ? []
      : await (await opened.numbers()).read(doubtful.flatMap((at) => cuts[at] ?? []));
  for (const [place, at] of doubtful.entries())
    readings[at] = withThird(readings[at] ?? [], third[place] ?? []);
  return readings.map((all, at) => printed(all, general[at] ?? [], cuts[at]));
}

/** The likeliest reading with its marks as wide as they are printed. */
function printed(readings: readonly Reading[], lattice: Lattice, cut: Crop | undefined): readonly Reading[] {
  const [best, ...others] = readings;
  if (!best || !cut) return readings;
  return [{ ...best, text: withPrintedWidths(best.text, lattice, cut) }, ...others];
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

function withWords(block: Line | Table, words: ReadonlyMap<Node, readonly Word[]>): Line | Table {
  if (block.type === 'line') return { ...block, ...wordsOf(block, words) };
  return withColumns({ ...block, cells: block.cells.map((cell) => ({ ...cell, ...wordsOf(cell, words) })) });
}

function wordsOf(
  node: Node,
  words: ReadonlyMap<Node, readonly Word[]>,
): { text: string; words: readonly Word[] } {
  const found = words.get(node) ?? [];
  return { text: joinLines(found.map((word) => word.text)), words: found };
}
