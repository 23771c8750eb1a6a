// The CSV files as LibreOffice opens them: the same texts and numbers, and not one formula.

import { execFileSync, spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { read, utils } from '@e965/xlsx';
import { expect, it } from 'vitest';
import { BOM, csvOf, HEADERS, longRows, neutralised } from '../../src/write/index.ts';
import { outcomeOfCase } from '../support/case.ts';
import { fixture, freshFolder } from '../support/hebiao.ts';

const present = spawnSync('soffice', ['--version']).status === 0;
if (!present) console.warn('skipped: LibreOffice is not installed');

const HOSTILE = [
  '=1+1',
  '+1+1',
  '-1-1',
  '@SUM(A1)',
  '=HYPERLINK("http://x","y")',
  '"quoted"',
  'a,b',
  'two\nlines',
  '\t=1',
  '--',
];

it.skipIf(!present)('opens in LibreOffice as it is meant', async () => {
  const folder = freshFolder();
  const { report } = await outcomeOfCase(fixture('seeds'));
  const rows = [
    HEADERS.indicators,
    ...longRows(report).indicators,
    ...HOSTILE.map((text) => ['hostile', 0, text]),
  ];
  writeFileSync(join(folder, 'indicators.csv'), BOM + (await csvOf(rows)));
  const home = `-env:UserInstallation=file://${folder}/home`;
  const csv = '--infilter=Text - txt - csv (StarCalc):44,34,76,1';
  execFileSync(
    'soffice',
    [home, '--headless', csv, '--convert-to', 'xlsx', '--outdir', folder, join(folder, 'indicators.csv')],
    { stdio: 'ignore' },
  );
  const book = read(readFileSync(join(folder, 'indicators.xlsx')), { cellFormula: true });
  const sheet = book.Sheets[book.SheetNames[0] ?? ''] ?? {};
  const cells = Object.entries(sheet).filter(([at]) => !at.startsWith('!')) as [string, { f?: string }][];
  expect(cells.filter(([, { f }]) => f !== undefined)).toEqual([]);
  const grid = utils.sheet_to_json<unknown[]>(sheet, { header: 1, raw: true });
  expect(grid.slice(-HOSTILE.length).map((row) => row[2])).toEqual(HOSTILE.map(neutralised));
  expect(grid[1]?.slice(0, 3)).toEqual(rows[1]?.slice(0, 3));
  expect(grid.slice(1, 46).map((row) => row[17])).toEqual(
    longRows(report).indicators.map((row) => (row[17] === null ? undefined : Number(`${row[17]}`))),
  );
});
