// The fund block of a stream: its headings, then line by line a label and the amounts that follow it.
// Surprise: a part of the total is compared with the total's amounts; in glued digits that neighbour tells 20|20 from 2|0|2|0.

import { pointsIn } from '../../form/vocabulary.ts';
import {
  type AlignColumn,
  alignColumn,
  bestRecord,
  decimalsIn,
  type Frame,
  isGlued,
  isGuessed,
  type Neighbours,
  NO_NEIGHBOURS,
  type Unit,
  type Values,
  valuesOf,
} from '../align/index.ts';
import { isAmount, namesLine } from '../role.ts';
import type { Slot } from '../straight.ts';
import { endsFunding, takeHeadings } from './heads.ts';
import { BEFORE, choiceOf, type Made, setAside } from './made.ts';
import { Reader, slotOf } from './reader.ts';

/** Whether funds stand here, and were taken. */
export function takeFunding(reader: Reader, made: Made): boolean {
  const first = takeBlockLabels(reader);
  if (hasPairsAhead(reader)) {
    made.rows.push([...first, ...takePairs(reader)]);
    return true;
  }
  const [names, headings] = takeHeadings(reader, 'fundingColumn', BEFORE);
  if (names.length === 0) return false;
  made.rows.push([...first, ...headings]);
  const points =
    [...first, ...headings].map((slot) => pointsIn(slot.text)).find((found) => found !== null) ?? null;
  const frame = {
    columns: names.map((name) => alignColumn(name ?? 'unknown')),
    points,
    neighbours: NO_NEIGHBOURS,
  };
  let total = takeUnnamed(reader, made, { frame, heading: first[0] });
  while (!reader.done && !endsFunding(reader)) {
    const end = labelEnd(reader, frame);
    if (end > reader.at) {
      const values = takeLine(reader, made, { frame, total, end });
      total ??= values;
    } else reader.at += 1;
  }
  return true;
}

/**
 * Where the label of a line that begins here ends; the place itself where none does. An unknown label (其中：基本支出, 项目支出)
 * is words at the beginning of a printed row or cell, in a block that has no column for words; in one that has, 招标结余 is a reason.
 */
function labelEnd(reader: Reader, { columns }: Frame): number {
  const label = reader.label('fundingLine');
  const unit = reader.units[reader.at];
  const mayTell = columns.some(({ kind }) => kind === 'reason' || kind === 'anything');
  if (label && (!mayTell || unit?.gap === 'row' || namesLine(label.text))) return label.end;
  const source = mayTell ? reader.at : sourceEnd(reader);
  if (source > reader.at) return source;
  const isWords =
    (unit?.gap === 'row' || unit?.gap === 'cell') && /^\p{Script=Han}{2}/u.test(unit.text) && !isAmount(unit);
  return isWords && !mayTell ? reader.at + 1 : reader.at;
}

const MOST_SOURCE_WORDS = 12;

/** 其中:中央、省、市补助: the words behind 其中 name a line, up to its first amount, the next name, or the end of their cell. */
function sourceEnd({ units, at }: Reader): number {
  if (!/^其中/.test(units[at]?.text ?? '')) return at;
  const ahead = new Reader(units, at + 1);
  const isName = () => /^[^\d%—-]+$/.test(units[ahead.at]?.text ?? '') && units[ahead.at]?.gap === 'none';
  const isNext = () => namesLine(ahead.label('fundingLine')?.text ?? '') || endsFunding(ahead);
  ahead.until(() => !isName() || isNext() || ahead.at - at > MOST_SOURCE_WORDS);
  return ahead.at > at + 1 ? ahead.at : at;
}

/** 预算执行情况 | 资金来源: the label of the block, and one over the labels of its lines. */
function takeBlockLabels(reader: Reader): readonly Slot[] {
  const slots: Slot[] = [];
  for (let label = reader.label('block'); label?.concept === 'fundingBlock'; label = reader.label('block')) {
    slots.push(reader.take(label.end, slots.length));
    reader.until(() => !reader.isBlank());
  }
  return slots;
}

/** Whether the block prints its amounts beside their labels: then an amount is seldom followed by another one (a rate). */
function hasPairsAhead(reader: Reader): boolean {
  const slots = takePairs(new Reader(reader.units, reader.at));
  const followed = slots.slice(0, -1).filter((_, at) => isAmount(slots[at + 1] as Slot));
  const amounts = followed.filter(isAmount).length;
  return followed.length - amounts >= Math.max(2, 3 * amounts);
}

/** The rest of the block, a slot for each label and for each text between them. */
function takePairs(reader: Reader): readonly Slot[] {
  const slots: Slot[] = [];
  while (!reader.done && !endsFunding(reader)) {
    const label = reader.label('fundingLine') ?? reader.label('fundingColumn');
    const slot = reader.take(label?.end ?? reader.at + 1, slots.length + BEFORE);
    if (slot.text !== '') slots.push(slot);
  }
  return slots;
}

interface Setting {
  readonly frame: Frame;
  /** The values of the first line, null while there is none. */
  readonly total: Values | null;
  /** Where the label of this line ends. */
  readonly end: number;
}

interface Labelled extends Omit<Setting, 'end'> {
  readonly slot: Slot;
}

interface Unnamed {
  readonly frame: Frame;
  readonly heading: Slot | undefined;
}

/** Amounts right below the headings, with no label beside them: the label of the block names their line. */
function takeUnnamed(reader: Reader, made: Made, { frame, heading }: Unnamed): Values | null {
  const unit = reader.units[reader.at];
  if (!heading || !unit || unit.gap === 'none' || !isAmount(unit)) return null;
  return lineUnder(reader, made, { frame, total: null, slot: { ...heading, column: BEFORE - 1 } });
}

/** The values of a line that has any. */
function takeLine(reader: Reader, made: Made, { frame, total, end }: Setting): Values | null {
  return lineUnder(reader, made, { frame, total, slot: reader.take(end, BEFORE - 1) });
}

function lineUnder(reader: Reader, made: Made, { frame, total, slot }: Labelled): Values | null {
  const ends = () => labelEnd(reader, frame) > reader.at || endsFunding(reader);
  const label: Unit = { text: slot.text, gap: 'row', origin: slot.origin, level: true };
  const units = [label, ...reader.until(ends)];
  const columns = [alignColumn('label'), ...(total ? frame.columns.map(seldomScored) : frame.columns)];
  const lineFrame: Frame = {
    ...frame,
    columns,
    neighbours: total ? like(total, isGlued(units)) : NO_NEIGHBOURS,
  };
  const row = bestRecord(units, lineFrame);
  if (!row) {
    setAside(made, slot, slotOf(units.slice(1), BEFORE + frame.columns.length));
    return null;
  }
  const slots = row.placed.map(({ column, from, to }) => slotOf(units.slice(from, to), BEFORE - 1 + column));
  made.rows.push(slots);
  if (slots.length > 1 && (row.skipped.length > 0 || isGuessed(row, units))) {
    made.choices.push(choiceOf(slots.slice(1), isGuessed(row, units)));
  }
  return slots.length > 1 ? valuesOf(row, lineFrame) : null;
}

const LIKE_TOTAL = -1.2;

/** Digits cut into an amount with more decimals than the total prints (400.00|300.00|75% also divides as 40|0.0030|0.0075%). */
const FINER_THAN_TOTAL = 2;
/** Digits left together that are several amounts: 585|585|471 below 2800. */
const LONGER_THAN_TOTAL = 3;

function like(total: Values, glued: boolean): Neighbours {
  return (column, text) => {
    const whole = column.kind === 'amount' ? total.get(column.name) : undefined;
    if (whole === undefined) return 0;
    if (whole === text) return LIKE_TOTAL;
    if (glued && isLonger(text, whole)) return LONGER_THAN_TOTAL;
    return glued && decimalsIn(text) > decimalsIn(whole) ? FINER_THAN_TOTAL : 0;
  };
}

/** A part with more digits before its point than a total that is more than nothing. */
function isLonger(text: string, whole: string): boolean {
  return /[1-9]/.test(whole) && digitsIn(text) > digitsIn(whole);
}

function digitsIn(text: string): number {
  return text.replace(/\..*/, '').replaceAll(/\D/g, '').length;
}

/** Weight, rate and score are mostly printed in the line of the total alone. */
function seldomScored(column: AlignColumn): AlignColumn {
  return column.kind === 'points' || column.kind === 'rate' ? { ...column, skip: 0.4 } : column;
}
