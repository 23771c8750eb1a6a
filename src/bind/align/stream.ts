// A stream of units into rows: the cheapest sequence of whole rows that uses every unit.
// Surprise: it runs twice. What stands in rows without gaps tells, the second time, which column a text belongs to.

import { type Best, bestOf } from './best.ts';
import type { Frame, Neighbours } from './column.ts';
import { misfit } from './misfit.ts';
import { recordsFrom, valuesOf } from './record.ts';
import { isBlank, type Unit } from './unit.ts';

export interface AlignedRow extends Best {
  readonly start: number;
}

/** A row that does not begin at a row gap, where the stream has them. */
const ROW_NOT_AT_GAP = 3;
/** Leaving a unit out of every row: worse than any fit. */
const UNPLACED = 12;
/** Every row costs a little, so that no row is cut in two for nothing. */
const ROW = 0.5;
/** A text that rows without gaps print in this column, and one that they print only in another. */
const SEEN_HERE = -2;
const SEEN_ELSEWHERE = 1.5;

export function alignedRows(units: readonly Unit[], frame: Frame): readonly AlignedRow[] {
  const first = bestRows(units, frame);
  const neighbours = neighboursOf(first, frame);
  return neighbours ? bestRows(units, { ...frame, neighbours }) : first;
}

interface Step {
  readonly cost: number;
  readonly from: number;
  readonly row: AlignedRow | null;
}

function bestRows(units: readonly Unit[], frame: Frame): readonly AlignedRow[] {
  const best: (Step | undefined)[] = [{ cost: 0, from: 0, row: null }];
  const gaps = units.filter((unit) => unit.gap === 'row').length > 2;
  for (let start = 0; start < units.length; start++) {
    const here = best[start];
    if (!here) continue;
    const unit = units[start];
    const skip = unit && isBlank(unit) ? 0.1 : UNPLACED;
    offer(best, start + 1, { cost: here.cost + skip, from: start, row: null });
    if (unit && isBlank(unit)) {
      if (unit.gap !== 'row') continue;
    }
    const late = gaps && start > 0 && unit?.gap !== 'row' ? ROW_NOT_AT_GAP : 0;
    for (const [end, alignments] of recordsFrom(units, start, frame)) {
      const row = bestOf(alignments);
      if (row)
        offer(best, end, { cost: here.cost + row.cost + late + ROW, from: start, row: { ...row, start } });
    }
  }
  return traced(best, units.length);
}

function offer(best: (Step | undefined)[], at: number, step: Step): void {
  const known = best[at];
  if (!known || step.cost < known.cost) best[at] = step;
}

function traced(best: readonly (Step | undefined)[], end: number): readonly AlignedRow[] {
  const rows: AlignedRow[] = [];
  for (let at = end; at > 0; ) {
    const step = best[at];
    if (!step) break;
    if (step.row) rows.push(step.row);
    at = step.from;
  }
  return rows.reverse();
}

/** A number without a sign or a unit stands in any column. */
const BARE_NUMBER = /^[\d.,]+$/;

/** Texts of the fullest rows, by column. Null when no row does. */
function neighboursOf(rows: readonly AlignedRow[], frame: Frame): Neighbours | null {
  const seen = new Map<string, Set<string>>();
  const most = Math.max(...rows.map((row) => valuesIn(row, frame)));
  for (const row of rows) {
    if (most < 2 || valuesIn(row, frame) < most) continue;
    for (const [name, text] of valuesOf(row, frame))
      if (!BARE_NUMBER.test(text)) seen.set(text, (seen.get(text) ?? new Set()).add(name));
  }
  if (seen.size === 0) return null;
  return (column, text) => {
    const places = column.kind === 'value' || column.kind === 'reason' ? seen.get(text) : undefined;
    if (!places || misfit('points', text) === 0) return 0;
    return places.has(column.name) ? SEEN_HERE : SEEN_ELSEWHERE;
  };
}

function valuesIn(row: AlignedRow, frame: Frame): number {
  return row.placed.filter(({ column }) => !/^level/.test(frame.columns[column]?.kind ?? '')).length;
}

export const NO_NEIGHBOURS: Neighbours = () => 0;
