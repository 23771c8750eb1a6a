// An indicator block that goes on in a table of its own → where its columns stand there, and which levels reach into it.
// Surprise: an editor that cuts a table at a page gives the lower part a grid of its own, so its column 5 need not be the column 5 above;
// and a level that was merged over the cut is a blank cell below it.

import type { Table } from '../tree/nodes.ts';
import { type Column, overlap } from './columns.ts';
import type { Row } from './rows.ts';
import type { Block } from './sections.ts';

/** The columns in each table that holds rows of the block, where its grid is that of the headings or a row has a cell for each of them. */
export function columnsByTable<C extends Column>(
  { headings, body }: Block,
  columns: readonly C[],
): ReadonlyMap<Table, readonly C[]> {
  const width = headings[0]?.table.columns;
  const rows = Map.groupBy([...headings, ...body], (row) => row.table);
  const found = [...rows].map(([table, inside]) => {
    const here = table.columns === width ? columns : inOrder(inside, columns);
    return [table, here] as const;
  });
  return new Map(found.flatMap(([table, here]) => (here ? [[table, here]] : [])));
}

/** Each column where the fullest row has its cell; the label of the block may stand before the first. */
function inOrder<C extends Column>(rows: readonly Row[], columns: readonly C[]): readonly C[] | null {
  const cells = rows.map((row) => row.cells).reduce((most, row) => (row.length > most.length ? row : most));
  const before = cells.length - columns.length;
  if (before < 0 || before > Math.min(1, columns[0]?.from ?? 0)) return null;
  return columns.map((column, at) => {
    const cell = cells[at + before];
    return cell ? { ...column, from: cell.column, to: cell.column + cell.columnSpan } : column;
  });
}

/** True where the cell under a column is the blank with which a table below the headings' own begins. */
export function reachesOver(row: Row, column: Column | undefined, { headings }: Block): boolean {
  if (!column || row.table === headings[0]?.table) return false;
  const cell = row.cells.find((each) => overlap(each, column) > 0);
  return cell !== undefined && cell.row === 0 && cell.text.trim() === '';
}
