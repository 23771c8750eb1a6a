// The drawn examples: one form gives one grid, whichever carrier it came in.

import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { grids } from '../support/ingested.ts';

const FOLDER = fileURLToPath(new URL('../../../shared/forms/examples', import.meta.url));
const isThere = existsSync(FOLDER);
if (!isThere) console.warn(`skipped: no examples at ${FOLDER}`);
const example = async (name: string) => grids(name, new Uint8Array(readFileSync(`${FOLDER}/${name}`)));

/** Rows below the title rows, which a workbook keeps in the sheet and the others put above the table. */
const fromProject = (grid: readonly (readonly (string | null)[])[] = []) =>
  grid.slice(grid.findIndex((row) => row[0] === '项目名称'));

it.skipIf(!isThere)('form 1: a web page and a workbook', async () => {
  const [web] = await example('s1.word.html');
  const [workbook] = await example('bundle-seeds.numbers.xlsx');
  expect(fromProject(web)).toEqual(fromProject(workbook));
  expect(web).toHaveLength(30);
});

it.skipIf(!isThere)('form 2: a Word document and a workbook', async () => {
  const [word] = await example('s2.merged.docx');
  const [, workbook] = await example('bundle-seeds.numbers.xlsx');
  const shown = (grid: readonly (readonly (string | null)[])[]) =>
    grid.map((row) => row.map((text) => text?.replace(/^(\d+\.\d*?)0+$/, '$1').replace(/\.$/, '')));
  expect(shown(fromProject(word))).toEqual(shown(fromProject(workbook)));
});

it.skipIf(!isThere)('every other example has a full grid with its project in the first row', async () => {
  for (const name of ['021.gridbefore.docx', '010.numbers.xlsx', '027.site.html']) {
    const tables = await example(name);
    const form = fromProject(tables.find((grid) => grid.some((row) => row[0] === '项目名称')));
    expect(form[0]?.[0], name).toBe('项目名称');
    expect(new Set(form.map((row) => row.length)).size, name).toBe(1);
  }
});
