// The indicator block of a stream, and its total: headings, then as many whole rows as explain the units best.

import { type Concept, conceptIn } from '../../form/vocabulary.ts';
import {
  type AlignColumn,
  alignColumn,
  alignedRows,
  type Frame,
  isGuessed,
  NO_NEIGHBOURS,
  type Unit,
} from '../align/index.ts';
import { isAmount } from '../role.ts';
import type { Slot } from '../straight.ts';
import { headsIndicators, headsNumberedGoal, takeHeadings } from './heads.ts';
import { withLevels } from './levels.ts';
import { BEFORE, choiceOf, type Made } from './made.ts';
import { Reader, slotOf } from './reader.ts';
import { takeTotal } from './total.ts';

/** The columns of the block where no total was printed right below it. */
export function takeIndicators(reader: Reader, made: Made): readonly AlignColumn[] {
  reader.until(() => headsIndicators(reader));
  const [named, headings] = withoutBlock(takeHeadings(reader, 'indicatorColumn', BEFORE));
  if (named.length === 0) return [];
  const order = readingOrder(named);
  const names = order.map((at) => named[at] ?? null);
  made.rows.push(order.flatMap((from, at) => ({ ...(headings[from] as Slot), column: BEFORE + at })));
  const body = withLevels(takeBody(reader));
  const frame: Frame = { columns: uniqueColumns(names), points: null, neighbours: NO_NEIGHBOURS };
  for (const row of alignedRows(body, frame)) {
    const slots = row.placed.map(({ column, from, to }) => slotOf(body.slice(from, to), BEFORE + column));
    made.rows.push(slots);
    const left = row.skipped.some((column) => frame.columns[column]?.kind !== 'level3');
    const unsure = isGuessed(row, body.slice(row.start, row.end));
    if (left || unsure) made.choices.push(choiceOf(slots, unsure));
  }
  return takeTotal(reader, made, frame.columns) ? [] : frame.columns;
}

type Names = readonly (Concept<'indicatorColumn'> | null)[];
type Headings = readonly [Names, readonly Slot[]];

/** 绩效指标 before 一级指标 二级指标 三级指标 is the label of the block, not a column of names. */
function withoutBlock([names, slots]: Headings): Headings {
  const isBlock =
    conceptIn('block', slots[0]?.text ?? '') === 'indicatorBlock' && names.indexOf('level3', 1) > 0;
  return isBlock ? [names.slice(1), slots.slice(1)] : [names, slots];
}

/**
 * Second-level headings follow all first-level ones: 指标性质 指标值 度量单位 stand where 年度指标值 stood, and 一级指标 二级指标 三级指标
 * under the label of the block, at the front.
 */
function readingOrder(names: Names): readonly number[] {
  const all = names.map((_, at) => at);
  const parent = names.indexOf('target');
  const start = names.indexOf('level1') > 0 ? names.indexOf('level1') : names.indexOf('comparator');
  const lower = all.slice(start);
  const levels = lower.filter((at) => names[at]?.startsWith('level'));
  const parts = lower.filter((at) => SECOND.has(names[at] ?? ''));
  const isLower = start > 0 && levels.length + parts.length === lower.length;
  if (!isLower || (parts.length > 0 && (parent < 0 || parent >= start))) return all;
  const upper = all.slice(0, start).flatMap((at) => (at === parent && parts.length > 0 ? parts : [at]));
  return [...levels, ...upper];
}

const SECOND: ReadonlySet<string> = new Set(['comparator', 'target', 'unit']);

/** All units of the block; headings that come again (on the next page, for 年度绩效目标2) are left out. */
function takeBody(reader: Reader): readonly Unit[] {
  const bodies: (readonly Unit[])[] = [];
  for (;;) {
    bodies.push(reader.until(() => endsIndicators(reader) || headingsAgain(reader) !== null));
    const again = headingsAgain(reader);
    if (again === null) return bodies.flat();
    reader.at = again;
    takeHeadings(reader, 'indicatorColumn', BEFORE);
  }
}

/** Where headings begin that stand here, perhaps below the label of a block; null where none do. */
function headingsAgain({ units, at }: Reader): number | null {
  const ahead = new Reader(units, at);
  const block = ahead.label('block');
  if (block?.concept === 'goalBlock' || block?.concept === 'indicatorBlock') ahead.at = block.end;
  return headsIndicators(ahead) ? ahead.at : null;
}

function endsIndicators(reader: Reader): boolean {
  const total = reader.label('total');
  if (total?.concept === 'total') return !isOfGroup(reader, total.end);
  if (headsNumberedGoal(reader)) return true;
  return reader.label('narrative') !== null && reader.label('level2') === null;
}

/** 合计 of a first level: the next one begins behind its numbers. */
function isOfGroup({ units }: Reader, end: number): boolean {
  const behind = units.findIndex((unit, at) => at >= end && !isAmount(unit));
  return behind > end && new Reader(units, behind).label('level1') !== null;
}

/** A heading that comes twice names a column only once: the first, of weights the one beside the lowest level. 序号 before all others counts. */
function uniqueColumns(names: Names): readonly AlignColumn[] {
  const lowest = names.findLastIndex((name) => name?.startsWith('level'));
  const weight = Math.max(names.indexOf('weight', lowest + 1), 0) || names.indexOf('weight');
  return names.map((name, at) => {
    if (name && (name === 'weight' ? weight : names.indexOf(name)) === at) return alignColumn(name);
    const kind = name === 'weight' || (name === null && at === 0) ? 'points' : 'anything';
    return { name: 'unknown', kind, skip: 1 };
  });
}
