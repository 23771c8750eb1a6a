// Headings into columns: which concept each stretch of columns holds, in one or two levels of headings.
// Surprise: a body cell belongs to the one heading that it lies under most, so a merged heading collects several cells.

import { type Concept, conceptIn } from '../form/vocabulary.ts';
import type { Cell } from '../tree/nodes.ts';
import type { Row } from './rows.ts';

/** Columns from `from` up to, not including, `to`. `heading` is the cell that names them. */
export interface Column<Name extends string = string> {
  readonly name: Name | null;
  readonly from: number;
  readonly to: number;
  readonly heading: Cell;
}

/** The columns that a block of heading rows names: for each stretch the lowest heading that means something. */
export function columnsOf<Name extends string>(
  headings: readonly Row[],
  meaning: (text: string) => Name | null,
): readonly Column<Name>[] {
  const width = headings[0]?.table.columns ?? 0;
  const columns: Column<Name>[] = [];
  for (let at = 0; at < width; at++) {
    const heading = lowest(headings, at, meaning);
    if (!heading) continue;
    const last = columns.at(-1);
    if (last?.heading === heading && last.to === at) columns[columns.length - 1] = { ...last, to: at + 1 };
    else columns.push({ name: meaning(heading.text), from: at, to: at + 1, heading });
  }
  return columns;
}

function lowest(headings: readonly Row[], at: number, meaning: (text: string) => string | null): Cell | null {
  const over = headings.flatMap((row) =>
    row.cells.filter((cell) => covers(cell, at) && cell.text.trim() !== ''),
  );
  return over.findLast((cell) => meaning(cell.text) !== null) ?? over.at(-1) ?? null;
}

function covers(cell: Cell, column: number): boolean {
  return cell.column <= column && column < cell.column + cell.columnSpan;
}

/** How many slots a cell and a column share, after moving the column `shift` slots to the right. */
export function overlap(cell: Cell, column: Column, shift = 0): number {
  return (
    Math.min(cell.column + cell.columnSpan, column.to + shift) - Math.max(cell.column, column.from + shift)
  );
}

/** The column that a cell lies under most; the leftmost of equals; null where it lies under none. */
export function columnOver<C extends Column>(columns: readonly C[], cell: Cell, shift = 0): C | null {
  let best: C | null = null;
  for (const column of columns) {
    const shared = overlap(cell, column, shift);
    if (shared > 0 && (best === null || shared > overlap(cell, best, shift))) best = column;
  }
  return best;
}

/** The columns of a fund block. Its own labels (预算执行情况, 年度预算数) may stand in the heading row and are no columns. */
export function fundingColumnsOf(headings: readonly Row[]): readonly Column<Concept<'fundingColumn'>>[] {
  const columns = columnsOf(headings, (text) => conceptIn('fundingColumn', text));
  const isLabel = ({ heading }: Column) => conceptIn('block', heading.text) === 'fundingBlock';
  const [first, second, ...others] = columns;
  if (!first || !isLabel(first)) return columns;
  const rest = columns.slice(1);
  return second && isLabel(second) && hasBothBudgets(others) ? others : rest;
}

/** Beside 年初预算数 and 调整后预算数 a third 预算数 is no budget: it heads the labels of the lines. */
function hasBothBudgets(columns: readonly Column[]): boolean {
  return ['initialBudget', 'adjustedBudget'].every((budget) => columns.some(({ name }) => name === budget));
}

/** The columns of an indicator block. Beside columns of levels, its own label (绩效指标, 绩效指标完成情况) is no column. */
export function indicatorColumnsOf(headings: readonly Row[]): readonly Column<Concept<'indicatorColumn'>>[] {
  const columns = columnsOf(headings, (text) => conceptIn('indicatorColumn', text));
  const [first, ...rest] = columns;
  const isLabel = first !== undefined && conceptIn('block', first.heading.text) === 'indicatorBlock';
  return isLabel && rest.some(({ name }) => name?.startsWith('level')) ? rest : columns;
}

/** Second-level headings stand in place of the one that they divide, wherever their own row has moved them. */
export function raggedIndicatorColumns(
  headings: readonly Row[],
): readonly Column<Concept<'indicatorColumn'>>[] {
  const [first, second] = headings;
  const above = indicatorColumnsOf(first ? [first] : []);
  const parts = second ? indicatorColumnsOf([second]) : [];
  const levels = parts.filter(({ name }) => name?.startsWith('level'));
  const others = parts.filter((part) => !levels.includes(part));
  const block = above.findIndex(({ heading }) => conceptIn('block', heading.text) === 'indicatorBlock');
  const whole = divided(above, block, levels);
  const target = whole.findIndex(({ name }) => name === 'target');
  return levels.length + others.length < 2 ? indicatorColumnsOf(headings) : divided(whole, target, others);
}

/** The columns with several in place of one; those behind it move as far as there is no room. */
function divided<C extends Column>(columns: readonly C[], parent: number, parts: readonly C[]): readonly C[] {
  if (parent < 0 || parts.length < 2) return columns;
  const from = columns[parent]?.from ?? 0;
  const room = (columns[parent + 1]?.from ?? from + parts.length) - from;
  const moved = Math.max(0, parts.length - room);
  return [
    ...columns.slice(0, parent),
    ...parts.map((part, at) => ({ ...part, from: from + at, to: from + at + 1 })),
    ...columns
      .slice(parent + 1)
      .map((column) => ({ ...column, from: column.from + moved, to: column.to + moved })),
  ];
}
