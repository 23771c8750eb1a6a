// Tables as SQL, in the dialect of each database.
// Surprise: DuckDB gets no foreign keys and no indexes beside its keys. It checks references against what was committed, so that a document could
// not be replaced within one transaction; and it skips blocks by their smallest and largest value, where PostgreSQL needs an index.

import type { Column, ColumnType, Index, Reference, Table } from './column.ts';
import { DIGITS, PLACES } from './exact.ts';

export type Dialect = 'postgres' | 'duckdb';

type ColumnWords = Omit<Column<never>, 'of'>;

const EXACT = `DECIMAL(${DIGITS},${PLACES})`;
const TYPES: Readonly<Record<Dialect, Readonly<Record<ColumnType, string>>>> = {
  postgres: {
    text: 'text',
    integer: 'integer',
    bigint: 'bigint',
    exact: EXACT,
    real: 'double precision',
    date: 'date',
    moment: 'timestamptz',
    json: 'jsonb',
  },
  duckdb: {
    text: 'VARCHAR',
    integer: 'INTEGER',
    bigint: 'BIGINT',
    exact: EXACT,
    real: 'DOUBLE',
    date: 'DATE',
    moment: 'TIMESTAMPTZ',
    json: 'JSON',
  },
};

export function sqlType(type: ColumnType, dialect: Dialect): string {
  return TYPES[dialect][type];
}

export function quoted(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}

export function named(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}

/** A table that is not there yet, with its keys, checks, indexes and comments. */
export function creation(table: Table, dialect: Dialect): readonly string[] {
  const columns = table.columns.filter(({ since = 1 }) => since === 1);
  const parts = [
    ...columns.map((column) => columnLine(column, dialect)),
    `PRIMARY KEY (${table.key.map(named).join(', ')})`,
    ...(dialect === 'postgres' ? table.references.map(referenceLine) : []),
  ];
  const indexes = dialect === 'postgres' ? table.indexes.map((index) => indexLine(table, index)) : [];
  return [
    `CREATE TABLE ${named(table.name)} (\n  ${parts.join(',\n  ')}\n)`,
    ...indexes,
    `COMMENT ON TABLE ${named(table.name)} IS ${quoted(table.comment)}`,
    ...columns.map((column) => commentLine(table, column)),
  ];
}

/** What a later migration adds to a table that is there. */
export function additions(table: Table, since: number, dialect: Dialect): readonly string[] {
  return table.columns
    .filter((column) => column.since === since)
    .flatMap((column) => [
      `ALTER TABLE ${named(table.name)} ADD COLUMN ${columnLine(column, dialect)}`,
      commentLine(table, column),
    ]);
}

function columnLine({ name, type, required, oneOf }: ColumnWords, dialect: Dialect): string {
  const check = oneOf ? ` CHECK (${named(name)} IN (${oneOf.map(quoted).join(', ')}))` : '';
  return `${named(name)} ${sqlType(type, dialect)}${required ? ' NOT NULL' : ''}${check}`;
}

function referenceLine({ column, table, key }: Reference): string {
  const erased = table === 'rule' ? '' : ' ON DELETE CASCADE';
  return `FOREIGN KEY (${named(column)}) REFERENCES ${named(table)} (${named(key)})${erased}`;
}

function indexLine({ name }: Table, { column, by }: Index): string {
  const method = by === 'hash' ? 'hash' : 'btree';
  return `CREATE INDEX ${named(`${name}_${column}`)} ON ${named(name)} USING ${method} (${named(column)})`;
}

function commentLine(table: Table, { name, comment }: ColumnWords): string {
  return `COMMENT ON COLUMN ${named(table.name)}.${named(name)} IS ${quoted(comment)}`;
}
