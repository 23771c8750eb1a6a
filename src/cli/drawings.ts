// What a stage saw of each page, as SVG drawings: name of the file's ending → drawing.
// Surprise: carriers without pages have nothing to draw on; for them the outline is all there is.

import type { Form } from '../form/index.ts';
import { type Layers, type Mark, overlay } from '../look/index.ts';
import type { Outcome } from '../pipeline.ts';
import type { Cell, Document, Line, Origin, Page } from '../tree/index.ts';
import { pictureAddress } from '../write/index.ts';

export const STAGES = ['ingest', 'locate', 'recognize', 'bind', 'normalize', 'validate', 'write'] as const;
export type Stage = (typeof STAGES)[number];

export function drawingsOf(stage: Stage, outcome: Outcome): Readonly<Record<string, string>> {
  const tree = treeOf(stage, outcome)?.pages ?? [];
  // A table that goes on over the page is the first page's; its cells are drawn on the page where each of them stands.
  const children = tree.flatMap((page) => page.children);
  const pages = tree.filter(({ width }) => width > 0).map((page) => ({ ...page, children }));
  return Object.fromEntries(
    pages.map((page) => [`${page.number}.svg`, overlay(page, layersOf(stage, outcome, page))]),
  );
}

/** The tree that the stage made, or for those after the trees the one that they work on. */
export function treeOf(stage: Stage, { trees }: Outcome): Document | null {
  if (trees === null) return null;
  if (stage === 'ingest') return trees.ingested;
  return stage === 'locate' ? trees.located : trees.recognized;
}

function layersOf(stage: Stage, outcome: Outcome, page: Page): Layers {
  return {
    ...stageLayers(stage, outcome, page),
    ...(page.picture ? { picture: pictureAddress(page.picture) } : {}),
  };
}

function stageLayers(stage: Stage, outcome: Outcome, page: Page): Layers {
  switch (stage) {
    case 'ingest':
      return { words: true, rulings: true };
    case 'locate':
      return { cells: true, rulings: true, words: true };
    case 'recognize':
      return { bindings: cellMarks(page) };
    case 'bind':
      return { words: true, bindings: outcome.forms.flatMap((form) => bindingMarks(form, page)) };
    default:
      return { words: true, findings: findingMarks(outcome, page) };
  }
}

/** Each cell with what was read in it, above the picture that it was read from. */
function cellMarks(page: Page): readonly Mark[] {
  const printed = page.children.flatMap((block): readonly (Cell | Line)[] =>
    block.type === 'table' ? block.cells : [block],
  );
  return printed.flatMap(({ origin, text }) => (text === '' ? [] : markOn(page, origin, text)));
}

function bindingMarks({ bindings }: Form, page: Page): readonly Mark[] {
  return bindings.flatMap(({ field, pieces }) => pieces.flatMap(({ origin }) => markOn(page, origin, field)));
}

function findingMarks({ report }: Outcome, page: Page): readonly Mark[] {
  return report.diagnostics.flatMap(({ evaluation, fields, code }) => {
    const origin = report.evaluations[evaluation ?? -1]?.evidence[fields[0] ?? '']?.origin;
    return origin ? markOn(page, origin, code) : [];
  });
}

function markOn(page: Page, origin: Origin, label: string): readonly Mark[] {
  return origin.on === 'page' && origin.page === page.number ? [{ box: origin.box, label }] : [];
}
