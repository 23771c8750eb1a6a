// Units of flattened text into rows of a drawn table: header, fund block, goal, indicators, total, narrative, in the order of the form.
// Surprise: the result is a table like any other, so everything after reads it without knowing that it was rebuilt.

import type { Concept } from '../../form/vocabulary.ts';
import { pointsIn } from '../../form/vocabulary.ts';
import {
  type AlignColumn,
  alignColumn,
  alignedRows,
  bestRecord,
  type Frame,
  type Neighbours,
  NO_NEIGHBOURS,
  type Unit,
  type Values,
  valuesOf,
} from '../align/index.ts';
import { BY_ARITHMETIC, type Choice, type Slot } from '../straight.ts';
import { goalSlots } from './goal.ts';
import { withLevels } from './levels.ts';
import { Reader, slotOf } from './reader.ts';

export interface Rebuilt {
  readonly rows: readonly (readonly Slot[])[];
  readonly choices: readonly Choice[];
  /** How many units stand before the first label: titles. */
  readonly begins: number;
}

/** The slots before the columns: the block's label, and the label of a funding line. */
const BEFORE = 2;

class Rebuilding {
  readonly reader: Reader;
  readonly rows: (readonly Slot[])[] = [];
  readonly choices: Choice[] = [];
  #firstLine: Values | null = null;

  constructor(units: readonly Unit[]) {
    this.reader = new Reader(units);
  }

  header(): void {
    const { reader } = this;
    while (!reader.done && !this.#headsFunding() && !this.#headsGoal() && !this.#headsIndicators()) {
      const label = reader.label('header');
      if (!label) {
        reader.at += 1;
        continue;
      }
      const slot = reader.take(label.end, 0);
      const value = reader.until(
        () =>
          reader.label('header') !== null ||
          this.#headsFunding() ||
          this.#headsGoal() ||
          this.#headsIndicators(),
      );
      this.rows.push([slot, slotOf(value, 1)]);
    }
  }

  #headsFunding(): boolean {
    return this.reader.label('block')?.concept === 'fundingBlock' || this.#headings('fundingColumn') >= 3;
  }

  #headsGoal(): boolean {
    return this.reader.label('block')?.concept === 'goalBlock' || this.reader.label('goal') !== null;
  }

  #headsIndicators(): boolean {
    return this.#headings('indicatorColumn') >= 3;
  }

  /** How many headings of a section stand here in a row. */
  #headings(section: 'fundingColumn' | 'indicatorColumn'): number {
    const ahead = new Reader(this.reader.units);
    ahead.at = this.reader.at;
    let count = 0;
    for (let label = ahead.label(section); label && count < 3; label = ahead.label(section)) {
      ahead.at = label.end;
      count += 1;
    }
    return count;
  }

  funding(): void {
    const { reader } = this;
    const block = reader.label('block');
    const first = block?.concept === 'fundingBlock' ? [reader.take(block.end, 0)] : [];
    reader.until(() => !reader.isBlank());
    const [names, headings] = this.#columns('fundingColumn', BEFORE);
    if (names.length === 0) return;
    this.rows.push([...first, ...headings]);
    const points =
      [...first, ...headings].map((slot) => pointsIn(slot.text)).find((found) => found !== null) ?? null;
    const frame = { columns: names.map(alignColumn), points, neighbours: NO_NEIGHBOURS };
    while (!reader.done && !this.#headsGoal() && !this.#headsIndicators()) this.#fundingLine(frame);
  }

  #fundingLine(frame: Frame): void {
    const { reader } = this;
    const label = reader.label('fundingLine');
    if (!label) {
      reader.at += 1;
      return;
    }
    const slot = reader.take(label.end, 1);
    const values = reader.until(
      () => reader.label('fundingLine') !== null || this.#headsGoal() || this.#headsIndicators(),
    );
    const columns = this.#firstLine === null ? frame.columns : frame.columns.map(seldomScored);
    const withLabel: Frame = {
      ...frame,
      columns: [alignColumn('label'), ...columns],
      neighbours: this.#likeFirst(),
    };
    const named: Unit = { text: slot.text, gap: 'row', origin: slot.origin, level: true };
    const row = bestRecord([named, ...values], withLabel);
    const slots = row?.placed.map(({ column, from, to }) =>
      slotOf([named, ...values].slice(from, to), BEFORE - 1 + column),
    ) ?? [slot];
    this.rows.push(slots);
    this.#firstLine ??= row ? valuesOf(row, [named, ...values], withLabel) : null;
    if (row && row.skipped.length > 0 && slots.length > 1) this.choices.push(choiceOf(slots.slice(1)));
  }

  /** A part of the total often repeats the total's amounts: the neighbour that tells 20|20 from 2|0|2|0. */
  #likeFirst(): Neighbours {
    const first = this.#firstLine;
    return (column, text) => (first?.get(column.name) === text && column.kind === 'amount' ? LIKE_TOTAL : 0);
  }

  #columns<S extends 'fundingColumn' | 'indicatorColumn'>(
    section: S,
    from: number,
  ): readonly [readonly Concept<S>[], readonly Slot[]] {
    const names: Concept<S>[] = [];
    const slots: Slot[] = [];
    for (let label = this.reader.label(section); label; label = this.reader.label(section)) {
      names.push(label.concept);
      slots.push(this.reader.take(label.end, from + slots.length));
      this.reader.until(() => !this.reader.isBlank());
    }
    return [names, slots];
  }

  goal(): void {
    const { reader } = this;
    const block = reader.label('block');
    const labels: Slot[] = block?.concept === 'goalBlock' ? [reader.take(block.end, 0)] : [];
    for (let label = reader.label('goal'); label; label = reader.label('goal'))
      labels.push(reader.take(label.end, label.concept === 'goalExpected' ? 1 : 2));
    if (labels.length === 0) return;
    const text = reader.until(() => this.#headsIndicators() || reader.label('total') !== null);
    const { slots, unsure } = goalSlots(text);
    this.rows.push(labels, slots);
    if (unsure) this.choices.push(unsure);
  }

  indicators(): void {
    const { reader } = this;
    reader.until(() => this.#headsIndicators());
    const [names, headings] = this.#columns('indicatorColumn', BEFORE);
    if (names.length === 0) return;
    this.rows.push(headings);
    const body = withLevels(reader.until(() => this.#endsIndicators()));
    const frame: Frame = { columns: uniqueColumns(names), points: null, neighbours: NO_NEIGHBOURS };
    for (const row of alignedRows(body, frame)) {
      const slots = row.placed.map(({ column, from, to }) => slotOf(body.slice(from, to), BEFORE + column));
      this.rows.push(slots);
      if (row.skipped.some((column) => column > 2)) this.choices.push(choiceOf(slots));
    }
    this.total(frame);
  }

  #endsIndicators(): boolean {
    const { reader } = this;
    const label = reader.label('total');
    if (label?.concept === 'total') return true;
    return reader.label('narrative') !== null && reader.label('level2') === null && this.rows.length > 0;
  }

  total(frame: Frame): void {
    const { reader } = this;
    const label = reader.label('total');
    if (label?.concept !== 'total') return;
    const slot = reader.take(label.end, 0);
    const values = reader.until(() => reader.label('narrative') !== null);
    this.rows.push([slot, ...totalSlots(values, frame)]);
  }

  narrative(): void {
    const { reader } = this;
    while (!reader.done) {
      const label = reader.label('narrative');
      if (!label) {
        reader.at += 1;
        continue;
      }
      const heading = reader.take(label.end, 0);
      const text = reader.until(() => reader.label('narrative') !== null);
      this.rows.push([heading, slotOf(text, 1)]);
    }
  }
}

const LIKE_TOTAL = -1.2;

/** Weight, rate and score are mostly printed in the line of the total alone. */
function seldomScored(column: AlignColumn): AlignColumn {
  return column.kind === 'amount' ? column : { ...column, skip: 0.4 };
}

/** A heading that comes twice names a column only once; the second is a column of anything. */
function uniqueColumns(names: readonly Concept<'indicatorColumn'>[]): readonly AlignColumn[] {
  return names.map((name, at) =>
    names.indexOf(name) === at ? alignColumn(name) : { ...alignColumn(name), kind: 'anything', skip: 1 },
  );
}

function choiceOf(slots: readonly Slot[]): Choice {
  return { origins: slots.map((slot) => slot.origin), how: BY_ARITHMETIC };
}

const TOTAL_COLUMNS = ['weight', 'score'] as const;

/** Numbers after 总分: weight and score where both are columns; a word after them is the grade. */
function totalSlots(values: readonly Unit[], frame: Frame): readonly Slot[] {
  const columns = TOTAL_COLUMNS.map((name) =>
    frame.columns.findIndex((column) => column.name === name),
  ).filter((at) => at >= 0);
  const kinds = [
    ...columns.map((at) => frame.columns[at]),
    { ...alignColumn('deviation'), skip: 0.1 },
  ].filter((column) => column !== undefined);
  const [row] = alignedRows(values, { columns: kinds, points: null, neighbours: NO_NEIGHBOURS });
  return (
    row?.placed.map(({ column, from, to }) =>
      slotOf(values.slice(from, to), BEFORE + (columns[column] ?? frame.columns.length)),
    ) ?? []
  );
}

/** Null where the units hold no form: no heading of indicators or of funds among them. */
export function rebuilt(units: readonly Unit[]): Rebuilt | null {
  const work = new Rebuilding(units);
  const { reader } = work;
  reader.until(
    () =>
      reader.label('header')?.concept === 'projectName' || reader.label('block')?.concept === 'fundingBlock',
  );
  const begins = reader.at;
  work.header();
  work.funding();
  work.goal();
  work.indicators();
  work.narrative();
  return work.rows.length > 3 ? { rows: work.rows, choices: work.choices, begins } : null;
}
