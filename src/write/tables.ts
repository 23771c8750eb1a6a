// Tables of any document, whether a form or not: as JSON objects, and as expanded grids for CSV.
// Surprise: `page` and `table` count from 1, rows and columns from 0, as a person and a program would.

import { type Cell, type Document, gridOf, type Origin, type Table } from '../tree/index.ts';
import type { CsvRow } from './csv.ts';

export interface PublishedTable {
  readonly source: string;
  readonly page: number;
  readonly table: number;
  readonly rows: number;
  readonly columns: number;
  readonly cells: readonly PublishedCell[];
}

/** `box` is null where the carrier has no pages to draw on. */
interface PublishedCell {
  readonly row: number;
  readonly column: number;
  readonly rowSpan: number;
  readonly columnSpan: number;
  readonly text: string;
  readonly box: Extract<Origin, { on: 'page' }>['box'] | null;
}

/** Each table of a document with its page and its number on that page. */
export function numberedTables(
  document: Document,
): readonly { readonly page: number; readonly number: number; readonly table: Table }[] {
  return document.pages.flatMap((page) =>
    page.children
      .filter((block) => block.type === 'table')
      .map((table, index) => ({ page: page.number, number: index + 1, table })),
  );
}

export function publishedTables(source: string, document: Document): readonly PublishedTable[] {
  return numberedTables(document).map(({ page, number, table }) => {
    const { rows, columns, cells } = table;
    return { source, page, table: number, rows, columns, cells: cells.map(publishedCell) };
  });
}

function publishedCell({ row, column, rowSpan, columnSpan, text, origin }: Cell): PublishedCell {
  return { row, column, rowSpan, columnSpan, text, box: origin.on === 'page' ? origin.box : null };
}

/** A merged cell's text stands in every slot that it covers. */
export function expandedGrid(table: Table): readonly CsvRow[] {
  return gridOf(table).map((row) => row.map((cell) => cell?.text ?? null));
}
