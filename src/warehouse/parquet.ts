// A warehouse as a folder of Parquet files, one a table.
// Surprise: Parquet files cannot be changed, so what is there is read into a DuckDB beside them, changed there, and written anew.

import { access, mkdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Table } from './column.ts';
import { named, quoted } from './ddl.ts';
import { DuckdbWarehouse } from './duckdb.ts';
import { WarehouseProblem } from './problem.ts';
import { LOADED, RULE } from './tables/index.ts';
import type { RowCounts, Session, Warehouse } from './warehouse.ts';

const WRITTEN: readonly Table[] = [RULE, ...LOADED];

export class ParquetWarehouse implements Warehouse {
  readonly #folder: string;
  readonly #duckdb: DuckdbWarehouse;
  #changed = false;

  private constructor(folder: string, duckdb: DuckdbWarehouse) {
    this.#folder = folder;
    this.#duckdb = duckdb;
  }

  static async open(folder: string, now: string): Promise<ParquetWarehouse> {
    await mkdir(folder, { recursive: true }).catch((error: Error) => {
      throw new WarehouseProblem(`${folder}: 无法写入 (cannot be written): ${error.message}`);
    });
    const warehouse = new ParquetWarehouse(folder, await DuckdbWarehouse.open(workFileIn(folder), now));
    try {
      await warehouse.#takeIn();
      return warehouse;
    } catch (error) {
      await warehouse.close();
      throw error;
    }
  }

  within<T>(work: (session: Session) => Promise<T>): Promise<T> {
    return this.#duckdb.within((session) =>
      work({
        known: (ids) => session.known(ids),
        remove: (ids) => session.remove(ids),
        insert: async (table, rows) => {
          this.#changed ||= rows.length > 0;
          await session.insert(table, rows);
        },
      }),
    );
  }

  counts(): Promise<RowCounts> {
    return this.#duckdb.counts();
  }

  /** Files that would be the same are not touched. */
  async finish(): Promise<void> {
    if (!this.#changed && (await exists(this.#fileOf(RULE)))) return;
    for (const table of WRITTEN) await this.#export(table);
    for (const table of WRITTEN) await rename(partialOf(this.#fileOf(table)), this.#fileOf(table));
  }

  async close(): Promise<void> {
    await this.#duckdb.close();
    for (const file of [workFileIn(this.#folder), `${workFileIn(this.#folder)}.wal`])
      await rm(file, { force: true });
    for (const table of WRITTEN) await rm(partialOf(this.#fileOf(table)), { force: true });
  }

  #fileOf({ name }: Table): string {
    return join(this.#folder, `${name}.parquet`);
  }

  /** The open work file keeps other loaders out; what a killed one left in it is cleared first. */
  async #takeIn(): Promise<void> {
    for (const { name } of LOADED.toReversed())
      await this.#duckdb.connection.run(`DELETE FROM ${named(name)}`);
    for (const table of LOADED) {
      const file = this.#fileOf(table);
      if (!(await exists(file))) continue;
      await this.#duckdb.connection
        .run(`INSERT INTO ${named(table.name)} BY NAME SELECT * FROM read_parquet(${quoted(file)})`)
        .catch((error: Error) => {
          throw new WarehouseProblem(
            `${file}: 不是 hebiao 写的 Parquet 文件 (not a Parquet file that hebiao wrote): ${error.message.split('\n')[0]}`,
          );
        });
    }
  }

  /** In the order of the key, so that the same rows give the same bytes; what the columns mean goes into the file. */
  async #export(table: Table): Promise<void> {
    const { name, key, comment, columns } = table;
    const meanings = Object.fromEntries(columns.map((column) => [column.name, column.comment]));
    const notes = `hebiao_table: ${quoted(comment)}, hebiao_columns: ${quoted(JSON.stringify(meanings))}`;
    await this.#duckdb.connection.run(
      `COPY (SELECT * FROM ${named(name)} ORDER BY ${key.map(named).join(', ')})
        TO ${quoted(partialOf(this.#fileOf(table)))} (FORMAT parquet, COMPRESSION zstd, KV_METADATA {${notes}})`,
    );
  }
}

function workFileIn(folder: string): string {
  return join(folder, '.loading.duckdb');
}

function partialOf(file: string): string {
  return `${file}.partial`;
}

async function exists(file: string): Promise<boolean> {
  return access(file).then(
    () => true,
    () => false,
  );
}
