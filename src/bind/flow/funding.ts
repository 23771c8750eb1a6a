// The fund block of a stream: its headings, then line by line a label and the amounts that follow it.
// Surprise: a part of the total is compared with the total's amounts; in glued digits that neighbour tells 20|20 from 2|0|2|0.

import { pointsIn } from '../../form/vocabulary.ts';
import {
  type AlignColumn,
  alignColumn,
  bestRecord,
  type Frame,
  isGuessed,
  type Neighbours,
  NO_NEIGHBOURS,
  type Unit,
  type Values,
  valuesOf,
} from '../align/index.ts';
import { endsFunding, takeHeadings } from './heads.ts';
import { BEFORE, choiceOf, type Made } from './made.ts';
import { type Reader, slotOf } from './reader.ts';

export function takeFunding(reader: Reader, made: Made): void {
  const block = reader.label('block');
  const first = block?.concept === 'fundingBlock' ? [reader.take(block.end, 0)] : [];
  reader.until(() => !reader.isBlank());
  const [names, headings] = takeHeadings(reader, 'fundingColumn', BEFORE);
  if (names.length === 0) return;
  made.rows.push([...first, ...headings]);
  const points =
    [...first, ...headings].map((slot) => pointsIn(slot.text)).find((found) => found !== null) ?? null;
  const frame = { columns: names.map(alignColumn), points, neighbours: NO_NEIGHBOURS };
  let total: Values | null = null;
  while (!reader.done && !endsFunding(reader)) {
    const label = reader.label('fundingLine');
    if (label) total = takeLine(reader, made, { frame, total, end: label.end }) ?? total;
    else reader.at += 1;
  }
}

interface Setting {
  readonly frame: Frame;
  /** The values of the first line, null while there is none. */
  readonly total: Values | null;
  /** Where the label of this line ends. */
  readonly end: number;
}

/** The values of a line that has any. */
function takeLine(reader: Reader, made: Made, { frame, total, end }: Setting): Values | null {
  const slot = reader.take(end, BEFORE - 1);
  const ends = () => reader.label('fundingLine') !== null || endsFunding(reader);
  const label: Unit = { text: slot.text, gap: 'row', origin: slot.origin, level: true };
  const units = [label, ...reader.until(ends)];
  const columns = [alignColumn('label'), ...(total ? frame.columns.map(seldomScored) : frame.columns)];
  const lineFrame: Frame = { ...frame, columns, neighbours: total ? like(total) : NO_NEIGHBOURS };
  const row = bestRecord(units, lineFrame);
  const slots = row?.placed.map(({ column, from, to }) =>
    slotOf(units.slice(from, to), BEFORE - 1 + column),
  ) ?? [slot];
  made.rows.push(slots);
  if (row && slots.length > 1 && (row.skipped.length > 0 || isGuessed(row))) {
    made.choices.push(choiceOf(slots.slice(1), isGuessed(row)));
  }
  return row && slots.length > 1 ? valuesOf(row, units, lineFrame) : null;
}

const LIKE_TOTAL = -1.2;

function like(total: Values): Neighbours {
  return (column, text) => (column.kind === 'amount' && total.get(column.name) === text ? LIKE_TOTAL : 0);
}

/** Weight, rate and score are mostly printed in the line of the total alone. */
function seldomScored(column: AlignColumn): AlignColumn {
  return column.kind === 'amount' ? column : { ...column, skip: 0.4 };
}
