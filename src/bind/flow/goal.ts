// The two texts of a goal block, where only blanks or nothing stands between them.
// Surprise: text that says the same twice is split in half; any other text without a separator is left unassigned, and said so.

import { textOf, type Unit } from '../align/index.ts';
import type { Choice, Slot } from '../straight.ts';
import { slotOf } from './reader.ts';

export interface GoalSlots {
  readonly slots: readonly Slot[];
  readonly unsure: Choice | null;
}

const EXPECTED = 1;
const ACHIEVED = 2;

export function goalSlots(units: readonly Unit[]): GoalSlots {
  const cells = cellsOf(units);
  if (cells.length === 2) return { slots: placed(cells), unsure: null };
  const half = halfOf(units);
  if (half) return { slots: placed(half), unsure: null };
  if (cells.length === 0) return { slots: [], unsure: null };
  return { slots: [slotOf(units, 0)], unsure: unsureOf(units) };
}

function placed([expected, achieved]: readonly (readonly Unit[])[]): readonly Slot[] {
  return [slotOf(expected ?? [], EXPECTED), slotOf(achieved ?? [], ACHIEVED)];
}

/** The runs of units between gaps; two of them are the two texts. */
function cellsOf(units: readonly Unit[]): readonly (readonly Unit[])[] {
  const cells: Unit[][] = [];
  for (const unit of units) {
    if (unit.text.trim() === '') continue;
    const open = cells.at(-1);
    if (open && unit.gap === 'none') open.push(unit);
    else cells.push([unit]);
  }
  return cells;
}

function halfOf(units: readonly Unit[]): readonly (readonly Unit[])[] | null {
  const whole = textOf(units).length;
  let length = 0;
  for (const [at, unit] of units.entries()) {
    const space = at > 0 && unit.gap !== 'none' ? 1 : 0;
    const [before, after] = length * 2 + space === whole ? [units.slice(0, at), units.slice(at)] : [];
    if (at > 0 && before && after && textOf(before) === textOf(after)) return [before, after];
    length += space + unit.text.length;
  }
  return null;
}

function unsureOf(units: readonly Unit[]): Choice {
  const how = {
    zh: '预期目标与实际完成情况之间没有分隔，无法区分',
    en: 'nothing separates the expected goal from what was achieved; neither was taken',
  };
  return { origins: units.slice(0, 1).map((unit) => unit.origin), how, unsure: true };
}
