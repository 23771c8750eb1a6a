// What a warehouse table is: columns with a type, a meaning and a way to take their value out of a report.
// Surprise: a table forgets what its rows are made from; whoever stores rows needs to know only names, types and values.

import type { Decimal } from '../number/index.ts';
import type { Report } from '../record/index.ts';

/**
 * `exact` is DECIMAL(38,10): ten places are a fen even in 亿元, and the product of two such values still has 18 digits
 * before the point, which DuckDB needs (its decimals end at 38 digits). DECIMAL(18,2) would lose the six places of 广东's 万元.
 */
export type ColumnType = 'text' | 'integer' | 'bigint' | 'exact' | 'real' | 'date' | 'moment' | 'json';

export type Value = string | number | Decimal | null;
export type Row = readonly Value[];

/** A report on its way into the warehouse, with what is known of it beside its content. */
export interface Loadable {
  readonly report: Report;
  /** The first digits of the content's hash: what the ids of its forms begin with. */
  readonly sourceId: string;
  readonly sha256: string;
  readonly programVersion: string;
  /** Hash of the report's text. */
  readonly digest: string;
  readonly loadedAt: string;
}

/** `since` is the number of the migration that adds the column (1 where nothing is said); one added later is neither required nor checked. */
export interface Column<T> {
  readonly name: string;
  readonly type: ColumnType;
  readonly comment: string;
  readonly of: (thing: T) => Value;
  readonly required?: true;
  readonly oneOf?: readonly string[];
  readonly since?: number;
}

export interface Reference {
  readonly column: string;
  readonly table: string;
  readonly key: string;
}

/** `by: 'hash'` for free text: a B-tree entry ends at 2.7 kB, and a cell may hold a megabyte. */
export interface Index {
  readonly column: string;
  readonly by: 'order' | 'hash';
}

export interface Shape {
  readonly name: string;
  readonly comment: string;
  readonly key: readonly string[];
  readonly references: readonly Reference[];
  readonly indexes: readonly Index[];
}

export interface Table extends Shape {
  readonly columns: readonly Omit<Column<never>, 'of'>[];
  readonly rowsOf: (loadable: Loadable) => readonly Row[];
}

export function tableOf<T>(
  shape: Shape,
  columns: readonly Column<T>[],
  things: (loadable: Loadable) => readonly T[],
): Table {
  return {
    ...shape,
    columns,
    rowsOf: (loadable) => things(loadable).map((thing) => columns.map(({ of }) => of(thing))),
  };
}
