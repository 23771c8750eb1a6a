// Rows of cells with spans → cells at their slots of the grid, as the HTML standard forms a table.
// Surprise: a slot that a span from above covers is skipped, so a cell's column is not its place in its row.

import { keepColumns } from './caps.ts';
import type { DrawnCell } from './flow.ts';

export type SpannedCell = Omit<DrawnCell, 'row' | 'column'>;

export interface SpannedRow {
  readonly cells: readonly SpannedCell[];
}

/** The cells of one row group that begins at row `top`; row spans end with the group. */
export function placedCells(rows: readonly SpannedRow[], top: number): readonly DrawnCell[] {
  const taken: number[] = [];
  return rows.flatMap((row, index) => {
    const left = rows.length - index;
    return placedRow(row, { index, left, taken }).map((cell) => ({ ...cell, row: cell.row + top }));
  });
}

/** `taken[column]` is the first row at which the column is free again. */
interface Progress {
  readonly index: number;
  readonly left: number;
  readonly taken: number[];
}

function placedRow(row: SpannedRow, { index, left, taken }: Progress): readonly DrawnCell[] {
  let column = 0;
  return row.cells.map((cell) => {
    while ((taken[column] ?? 0) > index) column++;
    const placed = { ...cell, row: index, column, rowSpan: Math.min(cell.rowSpan, left) };
    keepColumns(column + cell.columnSpan);
    for (let slot = column; slot < column + cell.columnSpan; slot++) {
      taken[slot] = Math.max(taken[slot] ?? 0, index + placed.rowSpan);
    }
    column += cell.columnSpan;
    return placed;
  });
}
