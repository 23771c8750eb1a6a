// The two texts of a goal block, where only blanks or nothing stands between them.
// Surprise: text that says the same twice is split in half; any other text without a separator is left unassigned, and said so.

import { textOf, type Unit } from '../align/index.ts';
import type { Choice, Slot } from '../straight.ts';
import { Reader, slotOf } from './reader.ts';

export interface GoalSlots {
  readonly slots: readonly Slot[];
  readonly unsure: Choice | null;
}

/** 总体完成率: one more heading beside those of the goal. */
const RATE_HEADING = /^\p{Script=Han}{0,4}完成率$/u;

/** The label of the block, where it `isHeaded`, and the headings beside it; blanks between them are passed over. */
export function takeGoalLabels(reader: Reader, isHeaded: boolean): readonly Slot[] {
  const labels: Slot[] = [];
  const block = isHeaded ? reader.label('block') : null;
  if (block) labels.push(reader.take(block.end, 0));
  for (;;) {
    const blanks = new Reader(reader.units, reader.at);
    blanks.until(() => !blanks.isBlank());
    const label = blanks.label('goal');
    const isRate = labels.length > 1 && RATE_HEADING.test(reader.units[blanks.at]?.text ?? '');
    if (!label && !isRate) return labels;
    reader.at = blanks.at;
    labels.push(reader.take(label?.end ?? reader.at + 1, labels.length));
  }
}

/** 预期目标：text 实际完成情况：text: rows of a label with a colon and its text; none where the labels stand beside each other. */
export function takeGoalPairs(
  reader: Reader,
  first: Slot | undefined,
  ends: () => boolean,
): readonly (readonly Slot[])[] {
  if (!first || !isOpening(first.text)) return [];
  const start = reader.at;
  const isNext = () => isOpening(reader.label('goal')?.text ?? '');
  const rows: (readonly Slot[])[] = [];
  for (let label: Slot | null = { ...first, column: 0 }; label; ) {
    const text = reader.until(() => isNext() || ends());
    rows.push([label, slotOf(text, 1)]);
    const next = isNext() ? reader.label('goal') : null;
    label = next ? reader.take(next.end, 0) : null;
  }
  if (rows.length > 1) return rows;
  reader.at = start;
  return [];
}

function isOpening(label: string): boolean {
  return /[:：]$/.test(label);
}

/** `labels` are the headings of the texts, from left to right. */
export function goalSlots(units: readonly Unit[], labels: readonly Slot[]): GoalSlots {
  const cells = cellsOf(units);
  if (cells.length === labels.length) return { slots: placed(cells, labels), unsure: null };
  const half = labels.length === 2 ? halfOf(units) : null;
  if (half) return { slots: placed(half, labels), unsure: null };
  if (cells.length === 0) return { slots: [], unsure: null };
  return { slots: [slotOf(units, 0)], unsure: unsureOf(units) };
}

/** The text beside a label that stands alone (年度目标 | text). Null where several units may be two texts that lost their headings. */
export function onlyText(units: readonly Unit[]): Slot | null {
  const [only, ...others] = units.filter((unit) => unit.text.trim() !== '');
  return only && others.length === 0 ? slotOf([only], 1) : null;
}

function placed(cells: readonly (readonly Unit[])[], labels: readonly Slot[]): readonly Slot[] {
  return cells.map((cell, at) => slotOf(cell, labels[at]?.column ?? at));
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
