// What is written comes back: reports through JSON with their printed decimals, long tables through CSV whatever the cells hold.

import fc from 'fast-check';
import { parseString } from 'fast-csv';
import { expect, it } from 'vitest';
import { Decimal } from '../../src/number/index.ts';
import type { Report } from '../../src/record/index.ts';
import {
  BOM,
  csvOf,
  HEADERS,
  longRows,
  neutralised,
  reportFrom,
  reportJson,
  restored,
  TABLES,
} from '../../src/write/index.ts';
import { outcomeOfCase } from '../support/case.ts';
import { fixture } from '../support/hebiao.ts';

const decimal = fc
  .tuple(fc.bigInt({ min: -(10n ** 18n), max: 10n ** 18n }), fc.integer({ min: 0, max: 6 }))
  .map(([units, places]) => new Decimal(units, places));

/** Texts of the sort that break CSV. */
const hostile = fc
  .array(
    fc.constantFrom(
      '"',
      ',',
      '\n',
      '\r\n',
      '\r',
      '\t',
      '=',
      '+',
      '-',
      '@',
      "'",
      ' ',
      '1',
      'a',
      '合计',
      '，',
      '\u2028',
    ),
    {
      maxLength: 8,
    },
  )
  .map((parts) => parts.join(''));
const cell = fc.oneof(
  hostile,
  fc.string({ unit: 'grapheme' }).filter((text) => !text.includes('\0')),
);

function rowsFrom(csv: string): Promise<readonly (readonly string[])[]> {
  return new Promise((settle, fail) => {
    const rows: string[][] = [];
    parseString(csv, { headers: false })
      .on('error', fail)
      .on('data', (row: string[]) => rows.push(row))
      .on('end', () => settle(rows));
  });
}

it('takes back what it neutralised, and only that', () => {
  fc.assert(fc.property(cell, (text) => restored(neutralised(text)) === text));
});

it.each(['=1+1', '+cmd', '-x', '@SUM(A1)', '\t=1', '\r=1', '--', "'=1"])('neutralises %j', (text) => {
  expect(neutralised(text)).toBe(`'${text}`);
});

it.each(['-3', '+4.50', '-1,234.5', '3', '合计', "'a", ''])('leaves %j alone', (text) => {
  expect(neutralised(text)).toBe(text);
});

it('reads back every row of a CSV', async () => {
  // A row of one empty cell is an empty line, which readers skip: every table of ours begins with an id.
  const row = fc.tuple(fc.constant('id'), cell, cell, cell);
  await fc.assert(
    fc.asyncProperty(fc.array(row, { minLength: 1, maxLength: 5 }), async (rows) => {
      const back = await rowsFrom(await csvOf(rows));
      expect(back.map((each) => each.map(restored))).toEqual(rows);
    }),
  );
});

it('writes numbers as printed and nothing as nothing', async () => {
  expect(await csvOf([['a', new Decimal(730n, 2), null, 0, new Decimal(-5n, 0)]])).toBe('a,7.30,,0,-5\n');
});

it('reads back a report with its printed decimals', async () => {
  const { report } = await outcomeOfCase(fixture('seeds'));
  expect(reportFrom(reportJson(report))).toEqual(report);
  expect(reportFrom(reportJson(report, true))).toEqual(report);
});

it('keeps any decimal through JSON', async () => {
  const { report } = await outcomeOfCase(fixture('s1'));
  fc.assert(
    fc.property(decimal, (score) => {
      const changed = withScore(report, score);
      expect(reportFrom(reportJson(changed)).evaluations[0]?.total.score).toEqual(score);
    }),
  );
});

function withScore(report: Report, score: Decimal): Report {
  const evaluations = report.evaluations.map((each) => ({ ...each, total: { ...each.total, score } }));
  return { ...report, evaluations };
}

it('has a cell for every column in every row', async () => {
  const { report } = await outcomeOfCase(fixture('seeds'));
  const rows = longRows(report);
  for (const name of TABLES) {
    expect(rows[name].length).toBeGreaterThan(0);
    for (const row of rows[name]) expect(row).toHaveLength(HEADERS[name].length);
  }
  expect(rows.forms).toHaveLength(2);
  expect(rows.indicators).toHaveLength(45);
  expect(BOM).toBe('\uFEFF');
});
