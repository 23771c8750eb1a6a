// A sheet with forms side by side → a table each, from left to right.
// Surprise: blank columns part nothing, a form has some of its own; the names of several projects, each above headings of its own, do.

import { conceptIn } from '../form/vocabulary.ts';
import { tableOf } from '../tree/build.ts';
import type { Cell, Table } from '../tree/nodes.ts';
import { isFundingHeading, isIndicatorHeading } from './role.ts';
import { rowsOf } from './rows.ts';

/** The table itself where it holds one form, or forms under one another. */
export function abreast(table: Table): readonly Table[] {
  const starts = projectColumns(table.cells);
  if (starts.length < 2 || starts.slice(1).some((column) => crosses(table, column))) return [table];
  const parts = starts.map((start, at) =>
    partOf(table, at === 0 ? 0 : start, starts[at + 1] ?? table.columns),
  );
  return parts.every(holdsHeadings) ? parts : [table];
}

/** The columns that print the label of a project's name. */
function projectColumns(cells: readonly Cell[]): readonly number[] {
  const labels = cells.filter((cell) => conceptIn('header', cell.text) === 'projectName');
  return [...new Set(labels.map((cell) => cell.column))].sort((a, b) => a - b);
}

function crosses({ cells }: Table, edge: number): boolean {
  return cells.some(({ column, columnSpan }) => column < edge && edge < column + columnSpan);
}

function partOf({ cells, origin, placement }: Table, from: number, to: number): Table {
  const inside = cells.filter(({ column }) => from <= column && column < to);
  return tableOf(
    inside.map((cell) => ({ ...cell, column: cell.column - from })),
    origin,
    placement,
  );
}

function holdsHeadings(table: Table): boolean {
  return rowsOf(table).some((row) => isFundingHeading(row) || isIndicatorHeading(row));
}
