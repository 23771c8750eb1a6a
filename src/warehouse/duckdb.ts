// A warehouse in a DuckDB file.
// Surprise: decimals go in as integers with a scale, never as text and never as floating point.

import { mkdir } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { DuckDBAppender, DuckDBConnection } from '@duckdb/node-api';
import { LEDGER_CREATION, takeSteps } from '../database/index.ts';
import { Decimal } from '../number/index.ts';
import { storable } from '../text/index.ts';
import type { ColumnType, Row, Table, Value } from './column.ts';
import { DIGITS, PLACES, unitsOf } from './exact.ts';
import { migrationsOf } from './migrations.ts';
import { WarehouseProblem } from './problem.ts';
import { writeRules } from './rules.ts';
import { ALL_TABLES } from './tables/index.ts';
import {
  countsQuery,
  type Known,
  knownQuery,
  type RowCounts,
  removals,
  type Session,
  type Warehouse,
} from './warehouse.ts';

type DuckDB = typeof import('@duckdb/node-api');

async function duckdb(): Promise<DuckDB> {
  try {
    return await import('@duckdb/node-api');
  } catch {
    throw new WarehouseProblem(
      '没有安装 DuckDB：npm install @duckdb/node-api (DuckDB is not installed; the command installs it)',
    );
  }
}

export class DuckdbWarehouse implements Warehouse {
  readonly connection: DuckDBConnection;
  readonly #duckdb: DuckDB;
  readonly #shut: () => void;

  private constructor(loaded: DuckDB, connection: DuckDBConnection, shut: () => void) {
    this.#duckdb = loaded;
    this.connection = connection;
    this.#shut = shut;
  }

  static async open(file: string, now: string): Promise<DuckdbWarehouse> {
    const loaded = await duckdb();
    const instance = await opened(loaded, file);
    const connection = await instance.connect();
    const warehouse = new DuckdbWarehouse(loaded, connection, () => instance.closeSync());
    try {
      await warehouse.#transaction(() => prepare(connection, now));
      return warehouse;
    } catch (error) {
      await warehouse.close();
      throw error;
    }
  }

  within<T>(work: (session: Session) => Promise<T>): Promise<T> {
    return this.#transaction(() => work(new DuckdbSession(this.#duckdb, this.connection)));
  }

  async #transaction<T>(work: () => Promise<T>): Promise<T> {
    await this.connection.run('BEGIN');
    try {
      const value = await work();
      await this.connection.run('COMMIT');
      return value;
    } catch (error) {
      await this.connection.run('ROLLBACK').catch(() => {}); // the first error is the one to tell
      throw error;
    }
  }

  async counts(): Promise<RowCounts> {
    const rows = await rowsOf(this.connection, countsQuery());
    return Object.fromEntries(rows.map(({ name, rows: count }) => [String(name), Number(count)]));
  }

  async finish(): Promise<void> {
    await this.connection.run('CHECKPOINT');
  }

  async close(): Promise<void> {
    this.connection.closeSync();
    this.#shut();
  }
}

async function opened(loaded: DuckDB, file: string) {
  try {
    await mkdir(dirname(file), { recursive: true });
    return await loaded.DuckDBInstance.create(file);
  } catch (error) {
    throw new WarehouseProblem(
      `${file}: ${reasonFor(error instanceof Error ? error.message : String(error))}`,
    );
  }
}

function reasonFor(message: string): string {
  if (/lock/i.test(message)) return '另一个程序正在使用此文件 (another program has this file open)';
  if (/not a valid DuckDB|serialization/i.test(message)) {
    return '不是可用的 DuckDB 文件 (not a DuckDB file that this version can open)';
  }
  return `无法打开 (cannot be opened): ${message.split('\n')[0]}`;
}

async function rowsOf(
  connection: DuckDBConnection,
  sql: string,
): Promise<readonly Record<string, unknown>[]> {
  return (await connection.runAndReadAll(sql)).getRowObjects();
}

async function prepare(connection: DuckDBConnection, now: string): Promise<void> {
  const execute = (sql: string) => rowsOf(connection, sql);
  await execute(LEDGER_CREATION);
  await takeSteps(execute, migrationsOf(ALL_TABLES, 'duckdb'), now);
  await writeRules(execute);
}

class DuckdbSession implements Session {
  readonly #duckdb: DuckDB;
  readonly #connection: DuckDBConnection;

  constructor(loaded: DuckDB, connection: DuckDBConnection) {
    this.#duckdb = loaded;
    this.#connection = connection;
  }

  async known(sourceIds: readonly string[]): Promise<readonly Known[]> {
    return (await rowsOf(this.#connection, knownQuery(sourceIds))) as unknown as readonly Known[];
  }

  async remove(sourceIds: readonly string[]): Promise<void> {
    for (const statement of removals(sourceIds)) await this.#connection.run(statement);
  }

  async insert({ name, columns }: Table, rows: readonly Row[]): Promise<void> {
    const appender = await this.#connection.createAppender(name);
    const puts = columns.map(({ type }) => putterFor(type, appender, this.#duckdb));
    for (const row of rows) {
      for (const [column, put] of puts.entries()) {
        const value = row[column] ?? null;
        if (value === null) appender.appendNull();
        else put(value);
      }
      appender.endRow();
    }
    appender.closeSync();
  }
}

type Put = (value: NonNullable<Value>) => void;

/** How a value of this type is appended. */
function putterFor(type: ColumnType, appender: DuckDBAppender, loaded: DuckDB): Put {
  const { DuckDBDateValue, DuckDBTimestampTZValue } = loaded;
  switch (type) {
    case 'text':
    case 'json':
      return (value) => appender.appendVarchar(storable(String(value)));
    case 'integer':
      return (value) => appender.appendInteger(Number(value));
    case 'bigint':
      return (value) => appender.appendBigInt(BigInt(String(value)));
    case 'real':
      return (value) => appender.appendDouble(Number(value));
    case 'exact':
      return (value) => putDecimal(value, appender, loaded);
    case 'date':
      return (value) => appender.appendDate(new DuckDBDateValue(Date.parse(String(value)) / 86_400_000));
    case 'moment':
      return (value) =>
        appender.appendTimestampTZ(new DuckDBTimestampTZValue(BigInt(Date.parse(String(value))) * 1000n));
  }
}

function putDecimal(
  value: NonNullable<Value>,
  appender: DuckDBAppender,
  { DuckDBDecimalValue }: DuckDB,
): void {
  const units = value instanceof Decimal ? unitsOf(value) : null;
  if (units === null) appender.appendNull();
  else appender.appendDecimal(new DuckDBDecimalValue(units, DIGITS, PLACES));
}
