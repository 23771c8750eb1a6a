// The total of the indicators in a stream: right below them or, on some forms, below the remarks that follow.

import {
  type AlignColumn,
  alignColumn,
  alignedRows,
  isBlank,
  NO_NEIGHBOURS,
  type Unit,
} from '../align/index.ts';
import { isAmount } from '../role.ts';
import type { Slot } from '../straight.ts';
import { BEFORE, type Made } from './made.ts';
import { type Reader, slotOf } from './reader.ts';

/** Below remarks, a total begins a printed row or cell and has a number after it: they may speak of a 总分 as well. */
export function headsTotal(reader: Reader): boolean {
  const gap = reader.units[reader.at]?.gap;
  const label = gap === 'row' || gap === 'cell' ? reader.label('total') : null;
  const value = label?.concept === 'total' ? reader.units[label.end] : undefined;
  return value !== undefined && isAmount(value);
}

/** Whether a total stands here, and was taken. */
export function takeTotal(reader: Reader, made: Made, columns: readonly AlignColumn[]): boolean {
  const label = reader.label('total');
  if (label?.concept !== 'total') return false;
  const slot = reader.take(label.end, 0);
  const values = reader.until(() => reader.label('narrative') !== null);
  made.rows.push([slot, ...totalSlots(withoutBlanks(values), columns)]);
  return true;
}

/** Of two numbers each stands for itself; blanks around a single one say which it is. */
function withoutBlanks(values: readonly Unit[]): readonly Unit[] {
  return values.filter(isAmount).length > 1 ? values.filter((unit) => !isBlank(unit)) : values;
}

/** Less than a cut between two digits: a total of 100 is a weight without a score, not 10 and 0. */
const SELDOM_SCORED = 0.7;

/** Numbers after 总分: weight and score where both are columns; a word after them is the grade. */
function totalSlots(values: readonly Unit[], block: readonly AlignColumn[]): readonly Slot[] {
  const places = (['weight', 'score'] as const)
    .map((name) => block.findIndex((column) => column.name === name))
    .filter((at) => at >= 0);
  const grade: AlignColumn = { ...alignColumn('deviation'), skip: 0.1 };
  const [first, ...others] = places.flatMap((at) => block[at] ?? []);
  if (!first) return [];
  const columns = [first, ...others.map((column) => ({ ...column, skip: SELDOM_SCORED })), grade];
  const [row] = alignedRows(values, { columns, points: null, neighbours: NO_NEIGHBOURS });
  if (!row) return [];
  return row.placed.map(({ column, from, to }) =>
    slotOf(values.slice(from, to), BEFORE + (places[column] ?? block.length)),
  );
}
