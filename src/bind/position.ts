// Rows of a ragged table read by position alone: which shift against the headings the body has, and what each row costs there.
// Surprise: heading and body may be shifted as wholes; one row more to the left is a lost blank, all rows are a shifted heading.

import { conceptIn } from '../form/vocabulary.ts';
import type { Cell } from '../tree/nodes.ts';
import {
  type Alignment,
  arithmeticCost,
  blankCost,
  type Frame,
  IMPOSSIBLE,
  misfit,
  type Placed,
  valuesOf,
} from './align/index.ts';
import type { Column } from './columns.ts';
import type { Row } from './rows.ts';

/** Headings with what their columns can hold; the frame has one column more, the label, in the fund block. */
export interface Ruled {
  readonly columns: readonly Column[];
  readonly frame: Frame;
}

/** `sure` where every cell is just what its column holds, or the row has lost no cell and each can be where it stands: nothing to choose. */
export interface ByPosition extends Alignment {
  readonly sure: boolean;
}

const SHIFTS = [0, 1, -1, 2, -2];
/** One row that does not fit says no more than this against a shift. */
const MOST_AGAINST = 6;

export function votedShift(body: readonly Row[], ruled: Ruled): number {
  const costs = SHIFTS.map((shift) =>
    body.reduce(
      (sum, row) => sum + Math.min(MOST_AGAINST, positional(row, ruled, shift)?.cost ?? MOST_AGAINST),
      0,
    ),
  );
  return SHIFTS[costs.indexOf(Math.min(...costs))] ?? 0;
}

/** Cells of a row that take part: a block label left of the first column hangs in and belongs to no row. */
export function alignedCells(row: Row, { columns }: Ruled, shift: number): readonly Cell[] {
  const first = (columns[0]?.from ?? 0) + shift;
  return row.fresh.map((cell) =>
    cell.column < first && isBlockLabel(cell.text) ? { ...cell, text: '' } : cell,
  );
}

function isBlockLabel(text: string): boolean {
  const block = conceptIn('block', text);
  return (block === 'indicatorBlock' || block === 'fundingBlock') && conceptIn('fundingLine', text) === null;
}

/** Misfits up to this are the type itself: an unprinted percent sign is already a doubt. */
const SURE = 0.2;

/** Null where a cell stands under no column, or two cells stand under one. */
export function positional(row: Row, ruled: Ruled, shift: number): ByPosition | null {
  const cells = alignedCells(row, ruled, shift);
  const placed: Placed[] = [];
  const misfits: number[] = [];
  for (const [at, cell] of cells.entries()) {
    if (cell.text.trim() === '') continue;
    const column = columnAt(cell, ruled, shift);
    const cost = misfit(ruled.frame.columns[column]?.kind ?? 'anything', cell.text);
    if (column < 0 || placed.at(-1)?.column === column) return null;
    misfits.push(cost);
    placed.push({ column, from: at, to: at + 1, text: cell.text });
  }
  const whole = isWhole(row, ruled, shift);
  const fits = misfits.every(
    (cost, at) => cost <= SURE || ruled.frame.columns[placed[at]?.column ?? 0]?.kind === 'anything',
  );
  const isShifted = !whole && isRate(placed, ruled.frame);
  const sure = !isShifted && (fits || (whole && misfits.every((cost) => cost < IMPOSSIBLE)));
  const beside = costBeside(placed, ruled.frame, whole) + (isShifted ? SHIFTED : 0);
  const cost = misfits.reduce((sum, part) => sum + part, 0) + beside;
  return { cost, end: cells.length, placed, skipped: [], cuts: [], arithmetic: 0, sure };
}

/** What speaks against a row whose rate stands where points do. */
const SHIFTED = 3;
/** What a quotient that comes out takes off at least. */
const IS_QUOTIENT = 1;

/** A part of the total has a rate and no points: in a row that has lost a cell, the number where points stand may be that rate. */
function isRate(placed: readonly Placed[], frame: Frame): boolean {
  const [points, rate] = (['fundingWeight', 'executionRate'] as const).map((name) =>
    frame.columns.findIndex((column) => column.name === name),
  );
  if (points === undefined || rate === undefined || rate < 0) return false;
  if (placed.some(({ column }) => column === rate)) return false;
  const moved = placed.map((each) => (each.column === points ? { ...each, column: rate } : each));
  const [so, then] = [placed, moved].map((each) =>
    arithmeticCost(valuesOf({ placed: each }, frame), frame.points),
  );
  return (so ?? 0) - (then ?? 0) >= IS_QUOTIENT;
}

/** The index in the frame of the column that a cell stands under; what stands before the first is the label; -1 for none. */
function columnAt(cell: Cell, { columns, frame }: Ruled, shift: number): number {
  const label = frame.columns.length - columns.length;
  const first = (columns[0]?.from ?? 0) + shift;
  if (cell.column < first) return label - 1;
  const at = columns.findIndex(({ from, to }) => from + shift <= cell.column && cell.column < to + shift);
  return at < 0 ? -1 : at + label;
}

/** A row as wide as the headings, its blanks counted, has lost none: a score above its weight is then the paper's own. */
function isWhole({ fresh }: Row, { columns }: Ruled, shift: number): boolean {
  return fresh.at(-1)?.column === (columns.at(-1)?.from ?? 0) + shift;
}

/** Blanks, and what the row's arithmetic says. */
function costBeside(placed: readonly Placed[], frame: Frame, isWhole: boolean): number {
  const blanks = frame.columns.filter((_, at) => !placed.some(({ column }) => column === at));
  const arithmetic = arithmeticCost(valuesOf({ placed }, frame), frame.points);
  const blank = blanks.reduce((sum, column) => sum + blankCost(column), 0);
  return blank + (isWhole ? Math.min(0, arithmetic) : arithmetic);
}
