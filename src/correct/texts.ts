// Text corrections over the tree: the words of a corrected cell become one word that is certain.
// Surprise: a correction that repeats what was read is no change but a confirmation; from then on an error that rests on it is the author's.

import type { Diagnostic } from '../diagnostic/index.ts';
import type { Correction, TextCorrection } from '../record/index.ts';
import { type Block, type Document, type Table, wordOf } from '../tree/index.ts';
import { textAside } from './aside.ts';
import { blockAt, type Printed, printedBlocks } from './places.ts';
import { type Standing, standingOf } from './standing.ts';

/** The tree, and its blocks on which a person has looked: as they now are, and whether they differ from what was read. */
export interface Corrected {
  readonly tree: Document;
  readonly looked: readonly Looked[];
}

export interface Looked {
  readonly block: Printed;
  readonly changed: boolean;
}

export function* correctTexts(
  tree: Document,
  corrections: readonly Correction[],
): Generator<Diagnostic, Corrected, void> {
  const texts = standingOf(corrections).filter(isText);
  if (texts.length === 0) return { tree, looked: [] };
  const blocks = printedBlocks(tree);
  const looked = new Map<Printed, Looked>();
  for (const { number, correction } of texts) {
    const block = blockAt(blocks, correction.place);
    if (block === null) yield textAside(number, correction);
    else looked.set(block, lookedAt(block, correction.to));
  }
  return { tree: withBlocks(tree, looked), looked: [...looked.values()] };
}

function isText(standing: Standing<{ kind: string }>): standing is Standing<TextCorrection> {
  return standing.correction.kind === 'text';
}

function lookedAt(block: Printed, text: string): Looked {
  const words = text === '' ? [] : [wordOf(text, block.origin)];
  return { block: { ...block, text, words }, changed: text !== block.text };
}

function withBlocks(tree: Document, looked: ReadonlyMap<Printed, Looked>): Document {
  const anew = <T extends Printed>(block: T): T => (looked.get(block)?.block as T | undefined) ?? block;
  const withCells = (table: Table): Table => ({ ...table, cells: table.cells.map(anew) });
  const changed = (block: Block): Block => (block.type === 'line' ? anew(block) : withCells(block));
  return { ...tree, pages: tree.pages.map((page) => ({ ...page, children: page.children.map(changed) })) };
}
