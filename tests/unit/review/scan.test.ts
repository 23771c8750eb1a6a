// A scanned form on the desk: its picture, its edits, and the labelled set of what was looked at.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import sharp from 'sharp';
import { beforeAll, expect, it } from 'vitest';
import { exportLabels } from '../../../src/batch/labels.ts';
import { FolderShelf } from '../../../src/batch/shelf.ts';
import { Desk } from '../../../src/review/desk.ts';
import type { SourceView } from '../../../src/review/view.ts';
import { freshFolder } from '../../support/hebiao.ts';
import { contentsOf, ran, sourcesOf } from '../../support/ran.ts';

const SCAN = new URL('../../support/scan/pictures/fax-2.png', import.meta.url);

let folder = '';
let out = '';
let shelf: FolderShelf;
let desk: Desk;
let view: SourceView;
beforeAll(async () => {
  folder = sourcesOf({ '扫描.png': readFileSync(SCAN) });
  out = join(freshFolder(), 'out');
  await ran(folder, out);
  shelf = await FolderShelf.at(out);
  desk = new Desk(shelf);
  const { entries } = await desk.listing({ offset: 0, limit: 1 });
  const found = await desk.view(entries[0]?.id ?? '');
  if (found === null) throw new Error('not read');
  view = found;
}, 120_000);

it('has its picture, in the shape of its page', async () => {
  const [page] = view.pages;
  expect(page?.picture).toBe(true);
  const { width, height, format } = await sharp((await desk.picture(view.id, 1)) ?? undefined).metadata();
  expect(format).toBe('webp');
  expect(width / height).toBeCloseTo((page?.width ?? 0) / (page?.height ?? 1), 2);
  expect(width).toBeLessThanOrEqual(Math.ceil(((page?.width ?? 0) / 72) * 200));
  expect(await desk.picture(view.id, 2)).toBeNull();
});

it('gives what was corrected and confirmed as pictures with their texts', { timeout: 120_000 }, async () => {
  const [place = ''] = view.bindings[0]?.['/title'] ?? [];
  const [other = ''] = view.bindings[0]?.['/projectName'] ?? [];
  const cells = view.pages.flatMap(({ blocks }) => blocks.flatMap((block) => block.cells));
  const textOf = (name: string) => cells.find((cell) => cell.place === name)?.text ?? '';
  const after = await desk.edit(view.id, {
    version: 0,
    by: '王芳',
    edits: [
      { kind: 'text', place, to: '更正后的标题自评表' },
      { kind: 'text', place: other, to: textOf(other) },
    ],
  });
  expect(after?.report.evaluations[0]?.title).toBe('更正后的标题自评表');
  const labels = join(freshFolder(), 'labels');
  expect(await exportLabels(shelf, labels)).toBe(2);
  const lines = readFileSync(join(labels, 'labels.ndjson'), 'utf8').trimEnd().split('\n');
  const [first, second] = lines.map((line) => JSON.parse(line));
  expect(first).toMatchObject({
    text: '更正后的标题自评表',
    read: textOf(place),
    source: '扫描.png',
    page: 1,
  });
  expect(second).toMatchObject({ text: textOf(other), read: textOf(other) });
  const { width, format } = await sharp(join(labels, first.file)).metadata();
  expect(format).toBe('png');
  expect(width).toBeGreaterThan(20);
  await desk.settle();
  const settled = contentsOf(out);
  await ran(folder, out, true);
  const { 'index.html': _, ...again } = contentsOf(out); // its pieces of the picture are cut from the whole scan
  expect(settled).toMatchObject(again);
});
