// Loading into each kind of warehouse: the same rows, exactly as printed, once; and clear words where it cannot be done.

import { cpSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { restored } from '../../src/text/index.ts';
import { load, openWarehouse, targetOf } from '../../src/warehouse/index.ts';
import { type Ended, fixture, freshFolder, hebiao } from '../support/hebiao.ts';
import { PASSWORD, type Postgres, startPostgres } from '../support/postgres.ts';
import { BLANK_LINE, exact, oneByOne, reportWith, savedAs } from '../support/saved.ts';

/** Each call is a process; a machine that is busy with other tests is slow to start them. */
vi.setConfig({ testTimeout: 180_000, hookTimeout: 120_000 });

type Rows = readonly Readonly<Record<string, unknown>>[];

const KINDS = ['duckdb', 'parquet', 'postgres'] as const;
type Kind = (typeof KINDS)[number];

const NOW = '2026-01-02T03:04:05.000Z';
const folder = freshFolder();
const out = join(folder, 'out');
const duckdbFile = join(folder, 'w.duckdb');
const parquetFolder = join(folder, 'parquet');
const TABLES = ['source', 'form', 'funding', 'indicator', 'narrative', 'finding', 'evidence'];

let postgres: Postgres;
let url: string;
let targets: Readonly<Record<Kind, string>>;
/** What the first load of each said. */
const first = new Map<Kind, Ended>();

beforeAll(async () => {
  const input = join(folder, '附件');
  mkdirSync(input);
  for (const name of ['s1', 's2']) cpSync(fixture(`${name}/source.txt`), join(input, `${name}.txt`));
  writeFileSync(join(input, 'letter.txt'), '没有表');
  await hebiao(['run', input, '--out', out, '--quiet']);
  postgres = await startPostgres();
  url = await postgres.fresh();
  targets = { duckdb: `duckdb:${duckdbFile}`, parquet: `parquet:${parquetFolder}`, postgres: url };
  for (const kind of KINDS) first.set(kind, await hebiao(['load', out, '--into', targets[kind]]));
});

afterAll(() => postgres.stop());

async function inDuckdb(sql: string, file = ':memory:'): Promise<Rows> {
  const instance = await DuckDBInstance.create(file);
  const connection = await instance.connect();
  try {
    return (await connection.runAndReadAll(sql)).getRowObjectsJson();
  } finally {
    connection.closeSync();
    instance.closeSync();
  }
}

/** What each warehouse answers to one query; the tables are named alike in all of them. */
async function answers(sql: string): Promise<Readonly<Record<string, Rows>>> {
  const views = [...TABLES, 'rule'].map(
    (name) => `CREATE VIEW ${name} AS FROM '${parquetFolder}/${name}.parquet'`,
  );
  return {
    duckdb: await inDuckdb(sql, duckdbFile),
    parquet: await inDuckdb(`${views.join('; ')}; ${sql}`),
    postgres: await postgres.query(url, `SET search_path TO hebiao; ${sql}`),
  };
}

describe('load', () => {
  it.each(KINDS)('prints row counts and changes nothing the second time: %s', async (kind) => {
    const before = first.get(kind);
    expect(before).toMatchObject({ code: 0, err: expect.stringMatching(/added {2}3/) });
    expect(before?.out).toMatch(/^source\t3\nform\t2\nfunding\t12\nindicator\t45\n/);
    const files = parquetState();
    expect(await hebiao(['load', out, '--into', targets[kind]])).toMatchObject({
      code: 0,
      out: before?.out,
      err: expect.stringMatching(/added {2}0[\s\S]*unchanged {2}3/),
    });
    expect(parquetState()).toEqual(files);
  });

  it('says with --quiet no more than the counts', async () => {
    expect((await hebiao(['load', out, '--into', `duckdb:${duckdbFile}`, '--quiet'])).err).toBe('');
  });

  it.each(TABLES)('holds the same rows everywhere: %s', async (table) => {
    const order = table === 'evidence' ? 'form_id, field' : '1, 2';
    const { duckdb, parquet, postgres: there } = await answers(`SELECT * FROM ${table} ORDER BY ${order}`);
    expect(there?.length).toBeGreaterThan(0);
    expect(duckdb?.map(plain)).toEqual(there?.map(plain));
    expect(parquet?.map(plain)).toEqual(there?.map(plain));
  });

  it('keeps 378.65 as 378.65, in the printed unit, as printed and in 元', async () => {
    const all = await answers(`SELECT adjusted_budget = 378.65 AS same, adjusted_budget_text AS text,
      CAST(adjusted_budget_yuan AS DECIMAL(18,2)) AS yuan FROM funding WHERE source = 'total' AND adjusted_budget IS NOT NULL
      AND form_id IN (SELECT form_id FROM form WHERE project_name = '云资源租赁费')`);
    for (const rows of Object.values(all))
      expect(rows[0]).toEqual({ same: true, text: '378.65', yuan: '3786500.00' });
  });

  it('stores decimals as decimals in Parquet', async () => {
    const columns =
      await inDuckdb(`SELECT name, converted_type, precision, scale FROM parquet_schema('${parquetFolder}/funding.parquet')
      WHERE name = 'executed'`);
    expect(columns).toEqual([{ name: 'executed', converted_type: 'DECIMAL', precision: '38', scale: '10' }]);
  });
});

function parquetState(): readonly (readonly [string, number])[] {
  return readdirSync(parquetFolder).map((name) => [name, statSync(join(parquetFolder, name)).mtimeMs]);
}

/** The two drivers write the same value in different ways; JSON and times are compared by what they mean. */
function plain(row: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  return Object.fromEntries(
    Object.entries(row)
      .filter(([name]) => name !== 'loaded_at')
      .map(([name, value]) => [name, plainValue(name, value)]),
  );
}

function plainValue(name: string, value: unknown): unknown {
  if (value === null) return null;
  if (name === 'fields' || name === 'because') return typeof value === 'string' ? JSON.parse(value) : value;
  if (value instanceof Date) return `${value.getFullYear()}-12-31`;
  return String(value);
}

const PAGE = readFileSync(new URL('../../docs/warehouse.md', import.meta.url), 'utf8');
const QUERIES = [...PAGE.matchAll(/^(.+\?)\n\n```sql\n([^`]+)```/gm)].map(
  ([, title = '', sql = '']) => [title, sql] as const,
);

describe('the queries of docs/warehouse.md', () => {
  it('are ten', () => expect(QUERIES).toHaveLength(10));

  it.each(QUERIES)('%s', async (_, sql) => {
    const { duckdb, parquet, postgres: there } = await answers(sql);
    const asNumbers = (rows: Rows | undefined) =>
      rows?.map((row) =>
        Object.values(row).map((value) =>
          value === null || Number.isNaN(Number(value)) ? value : Number(value),
        ),
      );
    expect(asNumbers(duckdb)).toEqual(asNumbers(there));
    expect(asNumbers(parquet)).toEqual(asNumbers(there));
    expect(there?.length).toBeGreaterThan(0);
  });
});

const HOSTILE = [
  'a\0b\0',
  "'; DROP TABLE form; --",
  '\\x00 \\\\ {"a",NULL} "quoted"',
  '\ud800 half a pair \u{10FFFD}',
  '大'.repeat(350_000),
  '\u202e\ufeff\r\n\t',
  'NULL',
  '',
];

describe('what no paper would hold', () => {
  const report = reportWith(
    'hostile',
    HOSTILE.map((text) => ({
      title: text,
      supervisor: text,
      narrative: [{ heading: text, text }],
      funding: [
        {
          ...BLANK_LINE,
          label: text,
          executed: exact('9.333333333333334'),
          initialBudget: exact('9'.repeat(40)),
        },
      ],
      evidence: {
        '/funding/0/executed': { text, origin: { on: 'sheet', sheet: text, cell: 'A1' }, confidence: 1 },
      },
    })),
  );

  async function loadedInto(target: string) {
    const warehouse = await openWarehouse(targetOf(target), NOW);
    try {
      return await load(oneByOne([savedAs(report)]), warehouse, NOW);
    } finally {
      await warehouse.close();
    }
  }

  it('comes back as it was from every warehouse', async () => {
    const file = join(folder, 'hostile.duckdb');
    const parquet = join(folder, 'hostile');
    const address = await postgres.fresh();
    for (const target of [`duckdb:${file}`, `parquet:${parquet}`, address]) {
      expect(await loadedInto(target)).toMatchObject({ added: 1, inexact: 2 * HOSTILE.length });
    }
    const titles = 'SELECT title, supervisor FROM form ORDER BY position';
    const stored = [
      await inDuckdb(titles, file),
      await inDuckdb(titles.replace('form', `'${parquet}/form.parquet'`)),
      await postgres.query(address, `SET search_path TO hebiao; ${titles}`),
    ];
    for (const rows of stored) {
      expect(rows.map(({ title }) => restored(String(title)))).toEqual(HOSTILE);
      expect(rows.map(({ supervisor }) => restored(String(supervisor)))).toEqual(HOSTILE);
    }
  });

  it('keeps the text of numbers that no column can hold', async () => {
    const [row] = await inDuckdb(
      "SELECT executed, executed_text, initial_budget FROM funding WHERE form_id LIKE '%-1'",
      join(folder, 'hostile.duckdb'),
    );
    expect(row).toEqual({ executed: '9.3333333333', executed_text: HOSTILE[1], initial_budget: null });
  });
});

describe('a newer version', () => {
  const budget = (digits: string) =>
    reportWith('same', [{ funding: [{ ...BLANK_LINE, executed: exact(digits) }] }]);

  it.each(['duckdb', 'postgres'])('replaces, an older one does not: %s', async (kind) => {
    const target = kind === 'duckdb' ? `duckdb:${join(folder, 'versions.duckdb')}` : await postgres.fresh();
    const warehouse = await openWarehouse(targetOf(target), NOW);
    const loading = (digits: string, version: string | null) =>
      load(oneByOne([savedAs(budget(digits), version)]), warehouse, NOW);
    try {
      expect(await loading('1', '0.9.0')).toMatchObject({ added: 1 });
      expect(await loading('2', '0.10.0')).toMatchObject({ added: 0, replaced: 1 });
      expect(await loading('3', '0.9.1')).toMatchObject({ replaced: 0, older: 1 });
      expect(await loading('4', null)).toMatchObject({ replaced: 0, older: 1 });
      expect(await loading('2', '0.10.0')).toMatchObject({ replaced: 0, unchanged: 1 });
      expect(await warehouse.counts()).toMatchObject({ source: 1, form: 1, funding: 1 });
    } finally {
      await warehouse.close();
    }
  });

  it('leaves the old reading where the new one cannot be stored', async () => {
    const warehouse = await openWarehouse(targetOf(await postgres.fresh()), NOW);
    try {
      await load(oneByOne([savedAs(budget('1'), '1.0.0')]), warehouse, NOW);
      const bad = { ...budget('2'), diagnostics: [{ code: 'no-such-rule' }] };
      const saved = { where: 'x', text: JSON.stringify(bad), programVersion: '2.0.0' };
      await expect(load(oneByOne([saved]), warehouse, NOW)).rejects.toThrow('not a report');
      expect(await warehouse.counts()).toMatchObject({ form: 1 });
    } finally {
      await warehouse.close();
    }
  });
});

it('lets several load at once', async () => {
  const address = await postgres.fresh();
  const reports = Array.from({ length: 40 }, (_, index) =>
    savedAs(reportWith(`doc ${index}`, [{ title: `${index}` }])),
  );
  const loading = async () => {
    const warehouse = await openWarehouse(targetOf(address), NOW);
    try {
      return await load(oneByOne(reports), warehouse, NOW);
    } finally {
      await warehouse.close();
    }
  };
  const tallies = await Promise.all([loading(), loading(), loading()]);
  expect(tallies.map(({ added }) => added).toSorted()).toEqual([0, 0, 40]);
});

describe('where it cannot be done', () => {
  const loading = (target: string, dir = out) => hebiao(['load', dir, '--into', target]);

  it.each([
    ['nothing that is known', 'mysql://root:hush@host/db', 2, /--into/],
    ['no address', 'postgres://', 2, /postgres:\/\/user/],
    ['a broken address', 'postgres://u:hush%zz@host/db', 2, /%XX/],
  ])('says so: %s', async (_, target, code, words) => {
    const ended = await loading(target);
    expect(ended).toMatchObject({ code, out: '', err: expect.stringMatching(words) });
    expect(ended.err).not.toContain('hush');
  });

  it('says which folder is none, and makes no warehouse', async () => {
    const ended = await loading(`duckdb:${join(folder, 'never.duckdb')}`, '/nowhere');
    expect(ended).toMatchObject({ code: 3, err: expect.stringContaining('no such folder') });
    expect(readdirSync(folder)).not.toContain('never.duckdb');
  });

  it('says what is wrong with the file', async () => {
    writeFileSync(
      join(folder, 'text.duckdb'),
      'this is no database, but long enough to be looked at'.repeat(400),
    );
    expect(await loading(`duckdb:${join(folder, 'text.duckdb')}`)).toMatchObject({
      code: 3,
      err: expect.stringContaining('not a DuckDB file'),
    });
  });

  it('keeps a second loader out of a folder of Parquet files, and clears up after a killed one', async () => {
    const target = `parquet:${join(folder, 'contended')}`;
    const warehouse = await openWarehouse(targetOf(target), NOW);
    try {
      expect(await loading(target)).toMatchObject({
        code: 3,
        err: expect.stringContaining('another program'),
      });
    } finally {
      await warehouse.close();
    }
    cpSync(duckdbFile, join(folder, 'contended', '.loading.duckdb'));
    expect(await loading(target)).toMatchObject({ code: 0, out: expect.stringMatching(/^source\t3\n/) });
    expect(readdirSync(join(folder, 'contended')).filter((name) => !name.endsWith('.parquet'))).toEqual([]);
  });

  it.each([
    ['nobody listens', (good: string) => good.replace(/:\d+\//, ':1/'), /connection refused/],
    [
      'a wrong password',
      (good: string) => good.replace(encodeURIComponent(PASSWORD), 'hush'),
      /wrong user name or password/,
    ],
    ['no such database', (good: string) => good.replace(/[^/]+$/, 'nirgends'), /no such database/],
    ['no such host', (good: string) => good.replace('localhost', 'no.such.host.invalid'), /no such host/],
  ])('says it of PostgreSQL without its password: %s', async (_, spoiled, words) => {
    const { code, err } = await loading(spoiled(url));
    expect({ code, err }).toEqual({ code: 3, err: expect.stringMatching(words) });
    for (const secret of [PASSWORD, encodeURIComponent(PASSWORD), 'hush']) expect(err).not.toContain(secret);
  });

  it('says which rights are missing', async () => {
    const address = await postgres.fresh();
    await postgres.query(address, "CREATE ROLE reader LOGIN PASSWORD 'hush'");
    const { code, err } = await loading(address.replace(/\/\/.*@/, '//reader:hush@'));
    expect({ code, err }).toEqual({ code: 3, err: expect.stringMatching(/missing rights/) });
  });
});
