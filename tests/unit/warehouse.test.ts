// What the warehouse makes of texts, numbers, units and versions, and how its schema moves on.

import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { takeSteps } from '../../src/database/index.ts';
import { Decimal, decimalOf } from '../../src/number/index.ts';
import { restored, storable } from '../../src/text/index.ts';
import { compareVersions } from '../../src/version.ts';
import { tableOf } from '../../src/warehouse/column.ts';
import { digitsOf, isExact, unitsOf } from '../../src/warehouse/exact.ts';
import { migrationsOf, warehouseSql } from '../../src/warehouse/migrations.ts';
import { ALL_TABLES } from '../../src/warehouse/tables/index.ts';
import { powerOf, yuanOf } from '../../src/warehouse/yuan.ts';
import { exact } from '../support/saved.ts';

describe('text', () => {
  const unit = fc.oneof(
    fc.constantFrom('\0', '\u{10FFFD}', '\ud800', '\udfff', "'", '\\', '0', 'a'),
    fc.string({ unit: 'binary', maxLength: 2 }),
  );
  const text = fc.array(unit).map((units) => units.join(''));

  it('comes back as it was, whatever it holds', () => {
    fc.assert(fc.property(text, (each) => restored(storable(each)) === each));
  });

  it('is stored as something that PostgreSQL can hold', () => {
    fc.assert(fc.property(text, (each) => storable(each).isWellFormed() && !storable(each).includes('\0')));
  });

  it('is left alone where it can be', () => {
    expect(storable('"年初\\预算\'数\n\u{1F600}')).toBe('"年初\\预算\'数\n\u{1F600}');
  });
});

describe('numbers', () => {
  it('keep every digit of up to ten places', () => {
    const printed = fc.tuple(fc.bigInt({ min: -(10n ** 27n), max: 10n ** 27n }), fc.nat(10));
    fc.assert(
      fc.property(printed, ([units, places]) => {
        const decimal = new Decimal(units, places);
        const stored = decimalOf(digitsOf(unitsOf(decimal) ?? 0n));
        return isExact(decimal) && stored?.units === units * 10n ** BigInt(10 - places);
      }),
    );
  });

  it.each([
    ['378.65', '378.6500000000', true],
    ['-0.000001', '-0.0000010000', true],
    ['9.333333333333334', '9.3333333333', false],
    ['0.00000000005', '0.0000000001', false],
    ['-0.00000000005', '-0.0000000001', false],
    ['1.50000000000', '1.5000000000', true],
  ])('%s is stored as %s', (printed, stored, whole) => {
    expect(digitsOf(unitsOf(exact(printed)) ?? 0n)).toBe(stored);
    expect(isExact(exact(printed))).toBe(whole);
  });

  it('are null beyond any amount', () => {
    expect(unitsOf(exact('9'.repeat(40)))).toBeNull();
    expect(isExact(exact('9'.repeat(40)))).toBe(false);
  });
});

describe('amounts in 元', () => {
  it.each([
    ['万元', 4],
    ['（单位：万元）', 4],
    ['元', 0],
    ['亿元', 8],
    ['百万元', 6],
    ['千元', 3],
    ['万', 4],
    ['个', null],
    [null, null],
  ])('%s is 10 to the %s', (unit, power) => {
    expect(powerOf(unit)).toBe(power);
  });

  it('keep six decimals of 万元', () => {
    expect(String(yuanOf(exact('12.345678'), '12.345678', '万元'))).toBe('123456.78');
  });

  it('go by the unit in the cell before the unit of the form', () => {
    expect(String(yuanOf(exact('620.82'), '620.82万元', '元'))).toBe('6208200');
  });

  it('are unknown without a unit', () => {
    expect(yuanOf(exact('620.82'), '620.82', null)).toBeNull();
  });
});

it.each([
  ['0.10.0', '0.9.1', 1],
  ['1.0.0', '1.0.0', 0],
  ['1.0.0', '1.0.0-rc.1', 1],
  ['0', '0.1.0', -1],
])('version %s against %s: %i', (a, b, sign) => {
  expect(Math.sign(compareVersions(a, b))).toBe(sign);
  expect(Math.sign(compareVersions(b, a))).toBe(0 - sign);
});

describe('the schema', () => {
  it('is written down in schemas/warehouse.sql (npm run schemas)', () => {
    const stored = readFileSync(new URL('../../schemas/warehouse.sql', import.meta.url), 'utf8');
    expect(stored).toBe(warehouseSql());
  });

  it('never changes a step that was released: add a column with `since`', () => {
    const [first] = migrationsOf(ALL_TABLES, 'postgres');
    const text = (first?.statements ?? []).join('\n');
    expect(createHash('sha256').update(text).digest('hex').slice(0, 16)).toBe('90f2e2ae6570ccdf');
  });

  it('says of every table and column what it is', () => {
    const silent = ALL_TABLES.flatMap((table) => [table, ...table.columns]).filter(
      ({ comment }) => comment === '',
    );
    expect(silent).toEqual([]);
  });

  const column = (name: string, since: number) =>
    ({ name, type: 'text', comment: name, of: () => null, since }) as const;
  const shape = { name: 'thing', comment: 'thing', key: ['a'], references: [], indexes: [] };
  const steps = migrationsOf([tableOf(shape, [column('a', 1), column('b', 2)], () => [])], 'duckdb');

  it('adds a later column in a later step', () => {
    expect(steps.map(({ number }) => number)).toEqual([1, 2]);
    expect(steps[0]?.statements.join()).not.toContain('"b"');
    expect(steps[1]?.statements[0]).toBe('ALTER TABLE "thing" ADD COLUMN "b" VARCHAR');
  });

  it('takes only the steps that are missing, and refuses what a newer program made', async () => {
    const done: string[] = [];
    const at = (taken: readonly number[]) => async (sql: string) => {
      done.push(sql);
      return sql.startsWith('SELECT') ? taken.map((number) => ({ number })) : [];
    };
    await takeSteps(at([1]), steps, '2026-01-01');
    expect(done.filter((sql) => sql.startsWith('CREATE'))).toEqual([]);
    expect(done.at(-1)).toContain('VALUES (2,');
    await expect(takeSteps(at([1, 2, 3]), steps, '2026-01-01')).rejects.toThrow('newer version');
  });
});
