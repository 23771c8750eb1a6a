// A table whose cells are only separated: the rows under each heading are moved to the columns of that heading.
// Surprise: the heading row itself may be shifted against its body, so where the body stands is voted by its rows.

import type { Message } from '../diagnostic/diagnostic.ts';
import { conceptIn, pointsIn } from '../form/vocabulary.ts';
import type { Cell, Table } from '../tree/nodes.ts';
import {
  type Alignment,
  alignColumn,
  bestRecord,
  type ColumnName,
  type Frame,
  NO_NEIGHBOURS,
  textOf,
  type Unit,
} from './align/index.ts';
import { type Block, blocksOf, type Kind } from './blocks.ts';
import { type Column, fundingColumnsOf, raggedIndicatorColumns } from './columns.ts';
import { alignedCells, positional, type Ruled, votedShift } from './position.ts';
import {
  continuesHeading,
  isAmount,
  isFundingHeading,
  isGoalHeading,
  isGoalLabel,
  isIndicatorHeading,
  isSubtotal,
  isTotal,
} from './role.ts';
import { printed, type Row, rowsOf } from './rows.ts';
import { BY_ARITHMETIC, type Choice, type Slot, tableOfSlots } from './straight.ts';

export interface Straightened {
  readonly table: Table;
  readonly choices: readonly Choice[];
}

/** Whether the table has its headings in rows; without them it is a stream of cells, not a table. */
export function hasHeadingRows(table: Table): boolean {
  return rowsOf(table).some((row) => isIndicatorHeading(row) || isFundingHeading(row));
}

export function straightened(table: Table): Straightened {
  const slots: (readonly Slot[])[] = [];
  const choices: Choice[] = [];
  const rows = rowsOf(table);
  for (const block of blocksOf(rows)) {
    const [row] = block.rows;
    if (block.kind !== 'other') for (const made of placedBlock(block, choices)) slots.push(made);
    else if (row) slots.push(otherRow(row, rows[row.index - 1]));
  }
  return { table: tableOfSlots(slots, table.origin), choices };
}

/** Under the goal labels two or three texts stand in their order, whatever their column. */
function otherRow(row: Row, above: Row | undefined): readonly Slot[] {
  const texts = printed(row);
  if (!above || texts.length < 2 || !isGoalHeading(above)) return asPrinted(row);
  const labels = printed(above).filter(isGoalLabel).slice(-texts.length);
  if (labels.length < texts.length) return asPrinted(row);
  return texts.map((cell, at) => slotOf(cell, labels[at]?.column ?? cell.column));
}

function asPrinted(row: Row): readonly Slot[] {
  return row.fresh.map((cell) => slotOf(cell, cell.column));
}

function slotOf(cell: Cell, column: number): Slot {
  return { column, text: cell.text, origin: cell.origin };
}

/** The first slots are left for the block label and, in the fund block, the label of the line. */
const BEFORE = 2;

function placedBlock(block: Block, choices: Choice[]): readonly (readonly Slot[])[] {
  const { headings, body } = parted(block);
  const [heading] = headings;
  if (!heading) return [];
  const found = block.kind === 'funding' ? fundingColumnsOf(headings) : raggedIndicatorColumns(headings);
  const columns = found
    .slice(firstColumn(found, block.kind))
    .filter(({ heading }) => heading.text.trim() !== '');
  const frame = frameOf(columns, heading, block.kind);
  const ruled = { columns, frame };
  const shift = votedShift(body, ruled);
  const setting = { ...ruled, shift, choices };
  const [below] = body;
  const isDivided = block.kind === 'funding' && below !== undefined && dividesBySource(below);
  const rows = body.map((row) => (isDivided ? unplaced(row, setting) : placedRow(row, setting)));
  return [headingSlots(heading, ruled), ...rows];
}

/** Left of the known headings stand labels of the block, and those of the fund lines; 序号 left of the levels is a column. */
function firstColumn(columns: readonly Column[], kind: Kind): number {
  const isLabel = ({ text }: Cell) => text.trim() === '' || conceptIn('block', text) !== null;
  return columns.findIndex(
    ({ name, heading }) => name !== null || (kind === 'indicators' && !isLabel(heading)),
  );
}

/** 总额 | 财政拨款 | 总额 | 财政拨款 below 预算数 and 执行数: columns of which none is known once their spans are lost. */
function dividesBySource(row: Row): boolean {
  const cells = printed(row);
  return cells.length > 2 && cells.every(({ text }) => conceptIn('fundingLine', text) !== null);
}

/** The rows of headings, one or two, and what stands under them. */
function parted({ kind, rows }: Block): { readonly headings: readonly Row[]; readonly body: readonly Row[] } {
  const [first, second, ...rest] = rows;
  const section = kind === 'funding' ? 'fundingColumn' : 'indicatorColumn';
  const two = first && second && continuesHeading(second, (text) => conceptIn(section, text));
  return two
    ? { headings: [first, second], body: rest }
    : { headings: rows.slice(0, 1), body: rows.slice(1) };
}

function headingSlots(heading: Row, { columns, frame }: Ruled): readonly Slot[] {
  const offset = frame.columns.length - columns.length;
  const labels = printed(heading).filter(
    (cell) => conceptIn('block', cell.text) !== null && !columns.some((column) => column.heading === cell),
  );
  return [
    ...labels.slice(0, BEFORE).map((label, at) => slotOf(label, at)),
    ...columns.map((column, at) => slotOf(column.heading, BEFORE + offset + at)),
  ];
}

function frameOf(columns: readonly Column[], heading: Row, kind: Kind): Frame {
  const named = columns.map((column) => alignColumn((column.name ?? 'unknown') as ColumnName));
  const points = heading.cells.map((cell) => pointsIn(cell.text)).find((found) => found !== null) ?? null;
  return {
    columns: kind === 'funding' ? [alignColumn('label'), ...named] : named,
    points,
    neighbours: NO_NEIGHBOURS,
  };
}

interface Setting extends Ruled {
  readonly shift: number;
  readonly choices: Choice[];
}

/** Position is believed unless another alignment is better by this: half a doubtful cell. */
const FOR_POSITION = 0.5;

function placedRow(row: Row, setting: Setting): readonly Slot[] {
  const { frame, shift, choices } = setting;
  const cells = alignedCells(row, setting, shift);
  const total = isTotal(row) ? totalSlots(row, frame) : null;
  if (total) return total;
  if (isSubtotal(row)) return asPrinted(row);
  const byPosition = positional(row, setting, shift);
  if (byPosition?.sure) return slotsOf(byPosition, unitsOf(cells), frame);
  const units = unitsOf(cells);
  const aligned = bestRecord(units, byPosition ? { ...frame, known: byPosition.cost } : frame);
  if (byPosition && (!aligned || byPosition.cost <= aligned.cost + FOR_POSITION))
    return slotsOf(byPosition, units, frame);
  if (!aligned) return unplaced(row, setting);
  if (isChoice(aligned, byPosition)) choices.push(choiceOf(aligned, units, frame));
  return slotsOf(atLevel2(aligned, frame), units, frame);
}

/**
 * One unknown name before that of the indicator: the first level is merged over several rows, and its blank was dropped.
 * A first level that changes is printed with the second; where that is as unknown, it was joined to the name.
 */
function atLevel2(aligned: Alignment, { columns }: Frame): Alignment {
  const [first, second] = aligned.placed;
  const names = [first, second].map((placed) => columns[placed?.column ?? -1]?.name);
  const level2 = columns.findIndex(({ name }) => name === 'level2');
  const isAlone = first && second && names[0] === 'level1' && names[1] === 'level3' && level2 >= 0;
  if (!isAlone) return aligned;
  const rest = aligned.placed.slice(2);
  const { from, to } = second;
  if (to - from === 2) {
    const parts = [
      { ...second, column: level2, to: from + 1 },
      { ...second, from: from + 1 },
    ];
    return { ...aligned, placed: [first, ...parts, ...rest] };
  }
  if (conceptIn('level1', first.text) !== null) return aligned;
  return { ...aligned, placed: [{ ...first, column: level2 }, second, ...rest] };
}

const UNPLACED: Message = {
  zh: '本行各单元格与表头各列对应不上，其中的数字未采用',
  en: 'the cells of this row could not be placed under its headings; none of its numbers was taken',
};

/** Right of all columns, where a row states nothing. */
function unplaced(row: Row, { frame, choices }: Setting): readonly Slot[] {
  const cells = printed(row);
  const origins = cells.map(({ origin }) => origin);
  if (cells.some(isAmount)) choices.push({ origins, how: UNPLACED, unsure: true });
  return asPrinted(row).map((slot) => ({ ...slot, column: slot.column + BEFORE + frame.columns.length }));
}

function unitsOf(cells: readonly Cell[]): readonly Unit[] {
  return cells.map((cell, at) => ({ text: cell.text, gap: at === 0 ? 'row' : 'cell', origin: cell.origin }));
}

/** Another alignment within so much was a real choice. */
const CLOSE = 3;

/** A blank was lost between two cells, or the row would nearly do where it stands. */
function isChoice(aligned: Alignment, byPosition: Alignment | null): boolean {
  return aligned.skipped.length > 0 || (byPosition !== null && byPosition.cost < aligned.cost + CLOSE);
}

function choiceOf(aligned: Alignment, units: readonly Unit[], frame: Frame): Choice {
  const values = aligned.placed.filter(
    ({ column }) => !/^level|label/.test(frame.columns[column]?.name ?? ''),
  );
  const origins = values.flatMap(({ from }) => units[from]?.origin ?? []);
  return { origins, how: BY_ARITHMETIC, unsure: false };
}

function slotsOf(alignment: Alignment, units: readonly Unit[], frame: Frame): readonly Slot[] {
  return alignment.placed.flatMap(({ column, from, to }) => {
    const origin = units[from]?.origin;
    const text = textOf(units.slice(from, to));
    return origin && frame.columns[column] ? [{ column: BEFORE + column, text, origin }] : [];
  });
}

/** Levels may have weights of their own, left of those of the indicators. A total row states a weight and a score, in this order; one number alone is a score only where it stands as one. */
function totalSlots(row: Row, frame: Frame): readonly Slot[] | null {
  const [label, ...rest] = printed(row);
  const numbers = rest.filter(isAmount);
  const weight = frame.columns.findLastIndex((column) => column.name === 'weight');
  const score = frame.columns.findIndex((column) => column.name === 'score');
  if (!label || numbers.length !== 2 || weight < 0 || score < 0) return null;
  const grade = rest.filter((cell) => !numbers.includes(cell));
  return [
    slotOf(label, 0),
    ...numbers.map((cell, at) => slotOf(cell, BEFORE + (at === 0 ? weight : score))),
    ...grade.map((cell, at) => slotOf(cell, BEFORE + frame.columns.length + at)),
  ];
}
