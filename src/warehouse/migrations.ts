// The numbered steps from an empty database to the tables of today.
// Surprise: a step that was released never changes. A new column says `since: N`, and step N is what adds it; a test holds the text of step 1.

import { LEDGER_CREATION, type Step } from '../database/index.ts';
import type { Table } from './column.ts';
import { additions, creation, type Dialect } from './ddl.ts';
import { ALL_TABLES } from './tables/index.ts';

export function migrationsOf(tables: readonly Table[], dialect: Dialect): readonly Step[] {
  const last = Math.max(...tables.flatMap(({ columns }) => columns.map(({ since = 1 }) => since)));
  return Array.from({ length: last }, (_, index) => ({
    number: index + 1,
    statements: tables.flatMap((table) =>
      index === 0 ? creation(table, dialect) : additions(table, index + 1, dialect),
    ),
  }));
}

/** What schemas/warehouse.sql holds. */
export function warehouseSql(): string {
  const steps = migrationsOf(ALL_TABLES, 'postgres').map(
    ({ number, statements }) =>
      `-- migration ${number}\n\n${statements.map((each) => `${each};\n`).join('\n')}`,
  );
  const opening = [
    '-- The warehouse in PostgreSQL, as `hebiao load DIR --into postgres://…` makes it. Generated: npm run schemas.',
    'CREATE SCHEMA IF NOT EXISTS hebiao;',
    'SET search_path TO hebiao;',
    `${LEDGER_CREATION};`,
  ];
  return `${opening.join('\n')}\n\n${steps.join('\n')}`;
}
