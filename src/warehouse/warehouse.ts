// What every kind of warehouse can do, and the statements that DuckDB and PostgreSQL share.

import type { Row, Table } from './column.ts';
import { named, quoted } from './ddl.ts';
import { LOADED } from './tables/index.ts';

/** What is there already of a document. */
export interface Known {
  readonly sourceId: string;
  readonly sha256: string;
  readonly programVersion: string;
  readonly digest: string;
}

/** One transaction. */
export interface Session {
  known(sourceIds: readonly string[]): Promise<readonly Known[]>;
  remove(sourceIds: readonly string[]): Promise<void>;
  insert(table: Table, rows: readonly Row[]): Promise<void>;
}

export type RowCounts = Readonly<Record<string, number>>;

export interface Warehouse {
  /** All of `work` or nothing of it; two loaders wait for each other. */
  within<T>(work: (session: Session) => Promise<T>): Promise<T>;
  counts(): Promise<RowCounts>;
  /** Everything is in: files appear whole. */
  finish(): Promise<void>;
  close(): Promise<void>;
}

/** Ids are hexadecimal, and quoted all the same. */
function listOf(ids: readonly string[]): string {
  return ids.map(quoted).join(', ');
}

export function knownQuery(sourceIds: readonly string[]): string {
  return `SELECT source_id AS "sourceId", sha256, program_version AS "programVersion", report_digest AS digest
    FROM source WHERE source_id IN (${listOf(sourceIds)})`;
}

/** Children first. */
export function removals(sourceIds: readonly string[]): readonly string[] {
  const documents = `source_id IN (${listOf(sourceIds)})`;
  return LOADED.toReversed().map(({ name, columns }) =>
    columns.some((column) => column.name === 'source_id')
      ? `DELETE FROM ${named(name)} WHERE ${documents}`
      : `DELETE FROM ${named(name)} WHERE form_id IN (SELECT form_id FROM form WHERE ${documents})`,
  );
}

export function countsQuery(): string {
  return LOADED.map(
    ({ name }) => `SELECT ${quoted(name)} AS name, count(*) AS rows FROM ${named(name)}`,
  ).join(' UNION ALL ');
}
