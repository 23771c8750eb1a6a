// The door of the warehouse: where to load, and loading.

import { DuckdbWarehouse } from './duckdb.ts';
import { ParquetWarehouse } from './parquet.ts';
import { PostgresWarehouse } from './postgres.ts';
import type { Target } from './target.ts';
import type { Warehouse } from './warehouse.ts';

export { type LoadTally, load, type SavedReport } from './load.ts';
export { warehouseSql } from './migrations.ts';
export { savedReports } from './saved.ts';
export { type Target, targetOf } from './target.ts';
export type { RowCounts, Warehouse } from './warehouse.ts';

/** Made where it is not there, brought up to date where it is older. */
export function openWarehouse(target: Target, now: string): Promise<Warehouse> {
  switch (target.kind) {
    case 'duckdb':
      return DuckdbWarehouse.open(target.file, now);
    case 'parquet':
      return ParquetWarehouse.open(target.folder, now);
    case 'postgres':
      return PostgresWarehouse.open(target.address, now);
  }
}
