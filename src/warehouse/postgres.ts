// A warehouse in PostgreSQL, in a schema of its own.
// Surprise: rows go in as one array for each column, which is one round trip for thousands of rows and needs no escaping of ours.

import type { PoolClient } from 'pg';
import { type Address, Database, takeStepsIn } from '../database/index.ts';
import { Decimal } from '../number/index.ts';
import { storable } from '../text/index.ts';
import type { Row, Table, Value } from './column.ts';
import { named, sqlType } from './ddl.ts';
import { digitsOf, unitsOf } from './exact.ts';
import { migrationsOf } from './migrations.ts';
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

export const SCHEMA = 'hebiao';
/** Any number that no other program on the same database locks: "hebiao" in letters of the alphabet. */
const LOCK = 8_529_115n;

export class PostgresWarehouse implements Warehouse {
  readonly #database: Database;

  private constructor(database: Database) {
    this.#database = database;
  }

  static async open(address: Address, now: string): Promise<PostgresWarehouse> {
    const warehouse = new PostgresWarehouse(await Database.at(address, 2));
    try {
      await warehouse.#inSchema((client) => prepare(client, now));
      return warehouse;
    } catch (error) {
      await warehouse.close();
      throw error;
    }
  }

  within<T>(work: (session: Session) => Promise<T>): Promise<T> {
    return this.#inSchema((client) => work(new PostgresSession(client)));
  }

  /** A setting of the transaction, not of the connection: it works behind a connection pooler too. */
  #inSchema<T>(work: (client: PoolClient) => Promise<T>): Promise<T> {
    return this.#database.within(async (client) => {
      await client.query(`SELECT pg_advisory_xact_lock(${LOCK})`);
      await client.query(`SET LOCAL search_path TO ${SCHEMA}`);
      return work(client);
    });
  }

  counts(): Promise<RowCounts> {
    return this.#inSchema(async (client) => {
      const { rows } = await client.query<{ name: string; rows: string }>(countsQuery());
      return Object.fromEntries(rows.map(({ name, rows: count }) => [name, Number(count)]));
    });
  }

  async finish(): Promise<void> {}

  async close(): Promise<void> {
    await this.#database.close();
  }
}

async function prepare(client: PoolClient, now: string): Promise<void> {
  const execute = async (sql: string) => (await client.query(sql)).rows;
  await takeStepsIn(SCHEMA, execute, migrationsOf(ALL_TABLES, 'postgres'), now);
  await writeRules(execute);
}

class PostgresSession implements Session {
  readonly #client: PoolClient;

  constructor(client: PoolClient) {
    this.#client = client;
  }

  async known(sourceIds: readonly string[]): Promise<readonly Known[]> {
    return (await this.#client.query<Known>(knownQuery(sourceIds))).rows;
  }

  async remove(sourceIds: readonly string[]): Promise<void> {
    for (const statement of removals(sourceIds)) await this.#client.query(statement);
  }

  async insert({ name, columns }: Table, rows: readonly Row[]): Promise<void> {
    if (rows.length === 0) return;
    const arrays = columns.map((_, column) => rows.map((row) => parameterOf(row[column] ?? null)));
    const types = columns.map(({ type }, index) => `$${index + 1}::${sqlType(type, 'postgres')}[]`);
    const names = columns.map((column) => named(column.name));
    await this.#client.query(
      `INSERT INTO ${named(name)} (${names.join(', ')}) SELECT * FROM unnest(${types.join(', ')})`,
      arrays,
    );
  }
}

function parameterOf(value: Value): string | number | null {
  if (value instanceof Decimal) return decimalParameter(value);
  return typeof value === 'string' ? storable(value) : value;
}

function decimalParameter(value: Decimal): string | null {
  const units = unitsOf(value);
  return units === null ? null : digitsOf(units);
}
