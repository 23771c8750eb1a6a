// The indicator block: one or two rows of headings, then the rows, levels merged, repeated or blank below.
// Surprise: a row that shares its score prints no cell for it; the cell of the row above covers both.

import type { Heading, IndicatorColumn, Plan, PlannedRow, Pointer } from '../plan.ts';
import { type Slot, type Slots, slot, spread } from './slots.ts';

const SPLIT: readonly IndicatorColumn[] = ['comparator', 'target', 'unit'];
const UNRECORDED = new Set<IndicatorColumn>(['rule', 'factor', 'review', 'core']);

export function drawnIndicators(plan: Plan, width: number): Slots {
  const { layout, rows } = plan;
  const columns = layout.indicatorColumns;
  const side = layout.indicatorBlock === '' ? 0 : 1;
  const fat = columns.findIndex(({ name }) => name === 'level3');
  const widths = spread(width - side, columns.length, [fat]);
  const headings = headingRows(plan, widths);
  const bodies = rows.map((row, at) =>
    columns.flatMap((column, index) => slotsOfColumn(plan, { row, at, column, width: widths[index] ?? 1 })),
  );
  return withSide(plan, [...headings, ...bodies]);
}

function withSide({ layout }: Plan, rows: Slots): Slots {
  if (layout.indicatorBlock === '') return rows;
  if (layout.levels === 'merged')
    return rows.map((slots, at) =>
      at === 0 ? [slot(layout.indicatorBlock, { rowSpan: rows.length }), ...slots] : slots,
    );
  return rows.map((slots, at) => [slot(at === 0 ? layout.indicatorBlock : ''), ...slots]);
}

function headingRows({ layout }: Plan, widths: readonly number[]): Slots {
  const columns = layout.indicatorColumns;
  const width = (at: number) => widths[at] ?? 1;
  if (layout.targetHeading === null)
    return [columns.map(({ heading }, at) => slot(heading, { columnSpan: width(at) }))];
  const isSplit = ({ name }: Heading<IndicatorColumn>) => SPLIT.includes(name);
  const first = columns.findIndex(isSplit);
  const upper = columns.flatMap((column, at): readonly Slot[] => {
    if (at === first)
      return [slot(layout.targetHeading ?? '', { columnSpan: columns.filter(isSplit).length })];
    return isSplit(column) ? [] : [slot(column.heading, { columnSpan: width(at), rowSpan: 2 })];
  });
  return [upper, columns.filter(isSplit).map(({ heading }) => slot(heading))];
}

interface Place {
  readonly row: PlannedRow;
  readonly at: number;
  readonly column: Heading<IndicatorColumn>;
  readonly width: number;
}

function slotsOfColumn(plan: Plan, place: Place): readonly Slot[] {
  const { name } = place.column;
  if (name === 'level1' || name === 'level2') return levelSlots(plan, place, name);
  if ((name === 'weight' || name === 'score') && (place.row.shares || sharers(plan, place.at) > 1))
    return sharedSlots(plan, place, name);
  const fields = place.row.isResidue || UNRECORDED.has(name) ? [] : fieldsOf(plan, place.at, name);
  return [slot(textIn(plan, place.row, name), { columnSpan: place.width, fields })];
}

function textIn(
  { layout }: Plan,
  row: PlannedRow,
  name: Exclude<IndicatorColumn, 'level1' | 'level2'>,
): string {
  const splits = layout.indicatorColumns.some((column) => column.name === 'comparator');
  if (name === 'comparator') return row.target.sign;
  if (name === 'unit') return row.target.unit;
  if (name === 'target') return splits && row.target.amount !== '' ? row.target.amount : row.target.text;
  if (name === 'adjustedTarget' || name === 'actual') return row[name].text;
  return row[name];
}

/** Index among the indicators: residue is drawn but is none. */
export function indexOf(rows: readonly PlannedRow[], at: number): number {
  return rows.slice(0, at).filter(({ isResidue }) => !isResidue).length;
}

function fieldsOf({ rows }: Plan, at: number, name: IndicatorColumn): readonly Pointer[] {
  const field = name === 'comparator' || name === 'unit' ? 'target' : name;
  const pointer: Pointer = `/indicators/${indexOf(rows, at)}/${field}`;
  const isMeasured = field === 'target' || field === 'actual' || field === 'adjustedTarget';
  return isMeasured ? [pointer, `${pointer}Quantity`] : [pointer];
}

function covered(plan: Plan, at: number, count: number, name: IndicatorColumn): readonly Pointer[] {
  return Array.from({ length: count }, (_, down) => at + down)
    .filter((row) => !plan.rows[row]?.isResidue)
    .flatMap((row) => fieldsOf(plan, row, name));
}

function sharers({ rows }: Plan, at: number): number {
  const after = rows.slice(at + 1);
  const end = after.findIndex(({ shares }) => !shares);
  return 1 + (end < 0 ? after.length : end);
}

function sharedSlots(plan: Plan, { row, at, width }: Place, name: 'weight' | 'score'): readonly Slot[] {
  if (row.shares) return [];
  const rowSpan = sharers(plan, at);
  return [slot(row[name], { rowSpan, columnSpan: width, fields: covered(plan, at, rowSpan, name) })];
}

function levelSlots(plan: Plan, { row, at, width }: Place, name: 'level1' | 'level2'): readonly Slot[] {
  const { rows, layout } = plan;
  const isSame = (other: PlannedRow | undefined) =>
    other?.level1 === row.level1 && (name === 'level1' || other.level2 === row.level2);
  const continues = isSame(rows[at - 1]);
  if (layout.levels !== 'merged') {
    const text = layout.levels === 'blank' && continues ? '' : row[name];
    return [slot(text, { columnSpan: width, fields: covered(plan, at, 1, name) })];
  }
  if (continues) return [];
  const end = rows.findIndex((other, index) => index > at && !isSame(other));
  const rowSpan = (end < 0 ? rows.length : end) - at;
  return [slot(row[name], { rowSpan, columnSpan: width, fields: covered(plan, at, rowSpan, name) })];
}
