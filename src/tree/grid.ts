// The dense view of a table: which cell covers each slot.
// Surprise: a slot that no cell covers is null (a ragged row), which is not the same as an empty cell.

import type { Cell, Table } from './nodes.ts';

export type Grid = readonly (readonly (Cell | null)[])[];

/** rows × columns; a cell that spans slots stands in each of them. The first cell wins where two overlap. */
export function gridOf(table: Table): Grid {
  const grid: (Cell | null)[][] = Array.from({ length: table.rows }, () =>
    new Array<Cell | null>(table.columns).fill(null),
  );
  for (const cell of table.cells) cover(grid, cell);
  return grid;
}

function cover(grid: (Cell | null)[][], cell: Cell): void {
  for (let row = cell.row; row < cell.row + cell.rowSpan; row++) {
    const slots = grid[row];
    for (let column = cell.column; slots && column < cell.column + cell.columnSpan; column++) {
      slots[column] ??= cell;
    }
  }
}

/** The cells that stand in one row, each once, from left to right; those that begin above are among them. */
export function cellsOfRow(grid: Grid, row: number): readonly Cell[] {
  return [...new Set(grid[row]?.filter((cell) => cell !== null))];
}
