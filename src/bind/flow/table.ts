// Units of flattened text into rows of a drawn table: header, fund block, goal, indicators, total, narrative, in the order of the form.
// Surprise: the result is a table like any other, so everything after reads it without knowing that it was rebuilt.

import { type AlignColumn, isBlank, type Unit } from '../align/index.ts';
import { isAmount, isSignature, namesForm } from '../role.ts';
import type { Choice, Slot } from '../straight.ts';
import { takeFunding } from './funding.ts';
import { goalSlots, onlyText, takeGoalLabels, takeGoalPairs } from './goal.ts';
import {
  headsAmounts,
  headsAside,
  headsFunding,
  headsGoal,
  headsIndicators,
  headsNumberedGoal,
  headsTasks,
} from './heads.ts';
import { takeIndicators } from './indicators.ts';
import { leftOf } from './left.ts';
import type { Made } from './made.ts';
import { Reader, slotOf } from './reader.ts';
import { headsTotal, takeTotal } from './total.ts';

export interface Rebuilt extends Made {
  /** How many units stand before the first label: titles. */
  readonly begins: number;
  /** Words with numbers among them that came into no row. */
  readonly lost: readonly string[];
}

/** A form has at least a project, headings and a line. */
const FEWEST_ROWS = 4;
/** A form of 35 indicators has 600 units, or 3,000 where every digit is one; a text of more than this is none, and would take seconds to align. */
const MOST_UNITS = 20_000;

/** Null where the units hold no form: no heading of indicators or of funds among them. */
export function rebuilt(units: readonly Unit[]): Rebuilt | null {
  if (units.length > MOST_UNITS) return null;
  const reader = new Reader(units);
  const made: Made = { rows: [], choices: [] };
  const isProject = () => namesForm(reader.label('header')?.concept);
  const begins = reader.until(() => isProject() || reader.label('block')?.concept === 'fundingBlock').length;
  takeHeader(reader, made);
  const above = takeTasks(reader, made);
  const hasFunds = takeFunding(reader, made);
  const below = takeTasks(reader, made);
  takeGoal(reader, made, () => !hasFunds && headsFunding(reader));
  if (!hasFunds && !takeFunding(reader, made)) made.choices.push(...untaken(above), ...untaken(below));
  let columns = takeIndicators(reader, made);
  while (headsNumberedGoal(reader)) {
    takeGoal(reader, made, () => false);
    columns = takeIndicators(reader, made);
  }
  takeNarrative(reader, made, columns);
  if (made.rows.length < FEWEST_ROWS) return null;
  return { ...made, begins, lost: leftOf(units.slice(begins), made.rows) };
}

function takeHeader(reader: Reader, made: Made): void {
  const ends = () =>
    headsTasks(reader) || headsFunding(reader) || headsGoal(reader) || headsIndicators(reader);
  while (!reader.done && !ends()) {
    const label = reader.label('header');
    if (!label) {
      reader.at += 1;
      continue;
    }
    const slot = reader.take(label.end, 0);
    const isNext = () => reader.label('header') !== null || headsAside(reader) || headsAmounts(reader);
    const value = reader.until(() => isNext() || ends());
    const [first, ...others] = value.filter((unit) => !isBlank(unit));
    if (first && arePairs(others)) {
      made.rows.push([slot, slotOf([first], 1)]);
      made.rows.push(others.map((unit, column) => slotOf([unit], column)));
    } else made.rows.push([slot, slotOf(value, 1)]);
  }
}

/** Cells behind that of a value: labels that no vocabulary knows, each with its own (养护科 | 自评时间 | 2023-03-15). */
function arePairs(cells: readonly Unit[]): boolean {
  return cells.length > 1 && cells.every(({ gap }) => gap === 'cell');
}

/** 年度主要任务 state no field; their 完成情况 is no goal's. Returns what stands from the first amount on. */
function takeTasks(reader: Reader, made: Made): readonly Unit[] {
  const label = headsTasks(reader) ? reader.label('block') : null;
  if (!label) return [];
  const heading = reader.take(label.end, 0);
  const isGoal = () =>
    reader.label('block')?.concept === 'goalBlock' || reader.label('goal')?.concept === 'goalExpected';
  const isFunds = () => reader.label('block')?.concept === 'fundingBlock';
  const tasks = reader.until(() => isFunds() || isGoal() || headsIndicators(reader));
  const first = tasks.findIndex(isAmount);
  const from = first < 0 ? tasks.length : first;
  const amounts = tasks.slice(from);
  made.rows.push([heading, slotOf(tasks.slice(0, from), 1), slotOf(amounts, 2)]);
  return amounts;
}

/** Where a form prints no other funds, the amounts of its tasks are those; but their rows cannot be told apart here. */
function untaken(tasks: readonly Unit[]): readonly Choice[] {
  const how = {
    zh: '本表的资金只列在年度主要任务中，其各行没有分隔，金额未采用',
    en: 'the form prints its funds only among its tasks, whose rows nothing separates; no amount was taken',
  };
  const [first] = tasks;
  return first ? [{ origins: [first.origin], how, unsure: true }] : [];
}

/** A goal that is printed above the funds ends where these begin. */
function takeGoal(reader: Reader, made: Made, begunFunds: () => boolean): void {
  reader.until(() => headsGoal(reader) || headsIndicators(reader) || begunFunds());
  const isHeaded = reader.label('block')?.concept === 'goalBlock';
  const labels = takeGoalLabels(reader, isHeaded);
  if (labels.length === 0) return;
  const isBlock = () => {
    const block = reader.label('block');
    if (block?.concept !== 'indicatorBlock') return false;
    return reader.label('goal') === null || (isHeaded && /^[一二三四五六]、/.test(block.text));
  };
  const ends = () =>
    headsIndicators(reader) ||
    begunFunds() ||
    headsAside(reader) ||
    reader.label('total') !== null ||
    isBlock();
  const pairs = takeGoalPairs(reader, labels.at(-1), ends);
  if (pairs.length > 0) return void made.rows.push(labels.slice(0, -1), ...pairs);
  const units = reader.until(ends);
  const lone = labels.length === 1 ? onlyText(units) : null;
  if (lone) return void made.rows.push([...labels, lone]);
  const { slots, unsure } = goalSlots(units, labels.slice(isHeaded ? 1 : 0));
  made.rows.push(labels, slots);
  if (unsure) made.choices.push(unsure);
  reader.until(() => headsIndicators(reader) || begunFunds());
}

/** The texts below the indicators, and among them the total of these columns where none was printed above. */
function takeNarrative(reader: Reader, made: Made, columns: readonly AlignColumn[]): void {
  let open = columns;
  const isTotal = () => open.length > 0 && headsTotal(reader);
  const ends = () => reader.label('narrative') !== null || endsText(reader) || isTotal();
  while (!reader.done) {
    const label = reader.label('narrative');
    if (label) {
      const heading = innermost(reader, reader.take(label.end, 0));
      made.rows.push([heading, slotOf(reader.until(ends), 1)]);
    } else if (isTotal()) {
      takeTotal(reader, made, open);
      open = [];
    } else reader.at += 1;
  }
}

/** Who signed, or how the form is to be filled in (注：1.其他资金包括……), below the last text: in a line or cell of its own, or with a colon. */
function endsText({ units, at }: Reader): boolean {
  const { gap, text = '' }: Partial<Unit> = units[at] ?? {};
  const apart = gap === 'row' || gap === 'cell' || /[:：]$/.test(text);
  return apart && (isSignature(text) || /^注\d?[:：]/.test(text));
}

/** A block label and its parts (项目绩效分析 | 自评结果分析 | 产出情况及分析) stand before one text; the last one heads it. */
function innermost(reader: Reader, first: Slot): Slot {
  let heading = first;
  for (let label = reader.label('narrative'); label; label = reader.label('narrative'))
    heading = reader.take(label.end, 0);
  return heading;
}
