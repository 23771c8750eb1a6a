// A document as one sequence of lines and table rows, which is how a person reads a form from top to bottom.
// Surprise: a row holds every cell that stands in it; `fresh` are those that begin there, the others hang in from above.

import { cellsOfRow, gridOf } from '../tree/grid.ts';
import type { Block, Cell, Line, Table } from '../tree/nodes.ts';

export interface Row {
  readonly type: 'row';
  readonly table: Table;
  readonly index: number;
  readonly cells: readonly Cell[];
  readonly fresh: readonly Cell[];
}

export type Item = Line | Row;

export function itemsOf(blocks: readonly Block[]): readonly Item[] {
  return blocks.flatMap((block): readonly Item[] => (block.type === 'line' ? [block] : rowsOf(block)));
}

export function rowsOf(table: Table): readonly Row[] {
  const grid = gridOf(table);
  return grid.map((_, index) => {
    const cells = cellsOfRow(grid, index);
    return { type: 'row', table, index, cells, fresh: cells.filter((cell) => cell.row === index) };
  });
}

/** The cells of a row that print something, from left to right. */
export function printed(row: Row): readonly Cell[] {
  return row.fresh.filter((cell) => cell.text.trim() !== '');
}
