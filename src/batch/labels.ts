// What people corrected or confirmed on scanned pages → a labelled set for measuring recognizers: each cell as a picture, and what it says.
// Surprise: a confirmation is a label like a correction; a set of mistakes alone would make every recognizer look bad.

import { join } from 'node:path';
import { blockAt, printedBlocks, standingOf } from '../correct/index.ts';
import type { Correction } from '../record/index.ts';
import type { Shelf } from '../shelf.ts';
import type { Box, Document } from '../tree/index.ts';
import { writeWhole } from './files.ts';
import { pngOf } from './picture.ts';

/** A line of labels.ndjson. `file` is the picture's path in the folder; `read` is what was recognized; `box` in points of the page. */
export interface Label {
  readonly file: string;
  readonly text: string;
  readonly read: string;
  readonly source: string;
  readonly page: number;
  readonly box: Box;
}

/** Returns how many cells there are. What is no picture has no label. */
export async function exportLabels(shelf: Shelf, folder: string): Promise<number> {
  const corrected = (await shelf.entries()).filter((entry) => entry.corrected > 0);
  const labels: Label[] = [];
  for (const id of new Set(corrected.map((entry) => entry.id))) {
    for await (const label of labelsOf(shelf, id, folder)) labels.push(label);
  }
  const lines = labels.map((label) => `${JSON.stringify(label)}\n`);
  await writeWhole(join(folder, 'labels.ndjson'), lines.join(''));
  return labels.length;
}

async function* labelsOf(shelf: Shelf, id: string, folder: string): AsyncGenerator<Label, void, void> {
  const sheet = await shelf.sheet(id);
  if (sheet === null) return;
  for (const { number, page, box, ...said } of lookedAt(sheet.tree, await shelf.corrections(id))) {
    const picture = await shelf.picture(id, page);
    const width = sheet.tree.pages.find((each) => each.number === page)?.width ?? 0;
    const png = picture && (await pngOf(picture, box, width));
    if (png === null) continue;
    const file = `crops/${id}-${number}.png`;
    await writeWhole(join(folder, file), png);
    yield { file, ...said, source: sheet.facts.name, page, box };
  }
}

interface LookedAt {
  /** Of the correction, from 0. */
  readonly number: number;
  readonly text: string;
  readonly read: string;
  readonly page: number;
  readonly box: Box;
}

function lookedAt(tree: Document, corrections: readonly Correction[]): readonly LookedAt[] {
  const blocks = printedBlocks(tree);
  return standingOf(corrections).flatMap(({ number, correction }) => {
    const block = correction.kind === 'text' ? blockAt(blocks, correction.place) : null;
    if (correction.kind !== 'text' || block?.origin.on !== 'page') return [];
    const { page, box } = block.origin;
    return [{ number, text: correction.to, read: block.text, page, box }];
  });
}
