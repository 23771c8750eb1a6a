// The CSV files as DuckDB reads them, told nothing but their names: the same values, numbers as numbers, no formula.

import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { expect, it } from 'vitest';
import { BOM, csvOf, HEADERS, longRows, neutralised, TABLES } from '../../src/write/index.ts';
import { outcomeOfCase } from '../support/case.ts';
import { fixture, freshFolder } from '../support/hebiao.ts';

const connection = await (await DuckDBInstance.create(':memory:')).connect();
const { report } = await outcomeOfCase(fixture('seeds'));
const rows = longRows(report);

it.each(TABLES)('reads %s.csv as it is meant', async (name) => {
  const path = join(freshFolder(), `${name}.csv`);
  writeFileSync(path, BOM + (await csvOf([HEADERS[name], ...rows[name]])));
  const read = await connection.runAndReadAll(`select * from read_csv('${path}', all_varchar = true)`);
  expect(read.columnNames()).toEqual(HEADERS[name]);
  const meant = rows[name].map((row) =>
    row.map((cell) => (cell === null || cell === '' ? null : neutralised(`${cell}`))),
  );
  expect(read.getRows()).toEqual(meant);
});

it('finds that amounts are numbers, and adds them up', async () => {
  const path = join(freshFolder(), 'funding.csv');
  writeFileSync(path, BOM + (await csvOf([HEADERS.funding, ...rows.funding])));
  const read = await connection.runAndReadAll(
    `select typeof(executed), sum(executed::decimal(18,2))::varchar from '${path}' where source = 'total' group by 1`,
  );
  expect(read.getRows()).toEqual([['DOUBLE', '763.27']]);
});
