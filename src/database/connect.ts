// An address → connections to it, and transactions on them.
// Surprise: pg is loaded when a database is first asked for, so that reading a document never waits for it.

import type { Pool, PoolClient } from 'pg';
import type { Address } from './address.ts';
import { problemFrom } from './problem.ts';

const CONNECT_MILLISECONDS = 10_000;

export class Database {
  readonly #pool: Pool;
  readonly #address: Address;

  private constructor(pool: Pool, address: Address) {
    this.#pool = pool;
    this.#address = address;
  }

  /** `most`: connections at a time. Rejects with a DatabaseProblem where nobody answers. */
  static async at(address: Address, most: number): Promise<Database> {
    const { default: pg } = await import('pg');
    const pool = new pg.Pool({
      connectionString: address.url,
      max: most,
      connectionTimeoutMillis: CONNECT_MILLISECONDS,
      application_name: 'hebiao',
    });
    pool.on('error', () => {}); // an idle connection that breaks is replaced; unheard, it would end the process
    const database = new Database(pool, address);
    try {
      await database.query('SELECT 1');
      return database;
    } catch (error) {
      await pool.end();
      throw error;
    }
  }

  get place(): string {
    return this.#address.place;
  }

  /** One statement; rows as the caller knows them to be. */
  async query<T>(text: string, values: readonly unknown[] = []): Promise<readonly T[]> {
    try {
      return (await this.#pool.query(text, [...values])).rows;
    } catch (error) {
      throw problemFrom(error, this.#address);
    }
  }

  /** What pg gives, as it gives it: several statements in one text give several results. */
  async executed(text: string, values: readonly unknown[] = []): Promise<{ rows: object[] }> {
    try {
      return await this.#pool.query(text, [...values]);
    } catch (error) {
      throw problemFrom(error, this.#address);
    }
  }

  /** All of `work` or nothing of it. */
  async within<T>(work: (client: PoolClient) => Promise<T>): Promise<T> {
    const client = await this.#pool.connect().catch((error: unknown) => {
      throw problemFrom(error, this.#address);
    });
    let broken: Error | undefined;
    const lost = (error: Error) => {
      broken = error;
    };
    client.on('error', lost);
    try {
      await client.query('BEGIN');
      const value = await work(client);
      await client.query('COMMIT');
      return value;
    } catch (error) {
      await client.query('ROLLBACK').catch(lost);
      throw problemFrom(error, this.#address);
    } finally {
      client.off('error', lost);
      client.release(broken);
    }
  }

  async close(): Promise<void> {
    await this.#pool.end();
  }
}
