// One row: units in order against columns in order. The few cheapest alignments of every prefix, by dynamic programming.
// Surprise: several alignments are kept for each state, because a row's arithmetic can only be asked when the row is whole.

import { arithmeticCost, type Values } from './arithmetic.ts';
import type { AlignColumn, ColumnName, Frame } from './column.ts';
import { decimalsIn } from './numbers.ts';
import { isBlank, OVER, type Unit } from './unit.ts';
import { NAMING, type Way, waysFrom } from './ways.ts';

/** A stretch of units, `from` up to not including `to`, in a column; printed blanks are not placed. */
export interface Placed {
  readonly column: number;
  readonly from: number;
  readonly to: number;
  readonly text: string;
}

export interface Alignment {
  readonly cost: number;
  readonly end: number;
  readonly placed: readonly Placed[];
  /** Units before which a number was cut though nothing separates it, and what the row's arithmetic said: below 0 it speaks for them. */
  readonly cuts: readonly number[];
  readonly arithmetic: number;
  /** Columns left out without a printed blank, between columns that are filled. */
  readonly skipped: readonly number[];
}

/** Alignments kept for each state: the ways that arithmetic could still prefer. Glued digits can be cut in dozens of equally likely ways. */
const KEPT = 4;
const KEPT_GLUED = 60;
/** Dearer than this no alignment wins: worse than leaving the whole row out. */
const HOPELESS = 14;
/** What a row's arithmetic and neighbours can take off at the end. */
const MOST_CREDIT = 3;
/** A printed blank in a column: little, but more where a blank is rare. */
const BLANK_TAKEN = 0.05;
const BLANK_SHARE = 0.12;
const BLANK_DROPPED = 0.6;

type State = Alignment & { readonly column: number };

const EMPTY = { cost: 0, placed: [], skipped: [], cuts: [], arithmetic: 0 };

/** The cheapest alignments of units[start..] for every end from `shortest` on that a whole row can have, cheapest first for each end. */
export function recordsFrom(
  units: readonly Unit[],
  start: number,
  frame: Frame,
  shortest = start,
): ReadonlyMap<number, readonly Alignment[]> {
  const states: State[][][] = [[[{ ...EMPTY, end: start, column: 0 }]]];
  const whole = new Map<number, Alignment[]>();
  const most = units[start + 1]?.gap === 'none' ? KEPT_GLUED : KEPT;
  const dearest = Math.min(HOPELESS, (frame.known ?? HOPELESS) + MOST_CREDIT);
  for (let at = 0; at < states.length; at++) {
    for (let column = 0; column <= frame.columns.length; column++) {
      for (const state of kept(states[at]?.[column], most)) {
        if (column < frame.columns.length) {
          for (const next of steps(state, units, frame)) if (next.cost < dearest) put(states, next, start);
        } else if (state.end >= shortest) finish(whole, state, frame);
      }
    }
  }
  return whole;
}

function kept(states: State[] | undefined, most: number): readonly State[] {
  if (!states || states.length < 2) return states ?? [];
  return states.sort((a, b) => a.cost - b.cost).slice(0, most);
}

function put(states: State[][][], state: State, start: number): void {
  const at = state.end - start;
  while (states.length <= at) states.push([]);
  const row = states[at] ?? [];
  const here = row[state.column];
  if (here) here.push(state);
  else row[state.column] = [state];
  states[at] = row;
}

/** Leave the column out, take a blank for it, drop a blank, or fill it with the next units. */
function* steps(state: State, units: readonly Unit[], frame: Frame): Generator<State> {
  const column = frame.columns[state.column];
  const unit = units[state.end];
  if (!column) return;
  yield {
    ...state,
    cost: state.cost + column.skip,
    column: state.column + 1,
    skipped: [...state.skipped, state.column],
  };
  if (!unit) return;
  const over = unit.gap === 'row' && state.placed.length > 0 ? OVER.row : 0;
  if (isBlank(unit)) {
    const cost = state.cost + over;
    yield { ...state, cost: cost + blankCost(column), end: state.end + 1, column: state.column + 1 };
    yield { ...state, cost: cost + BLANK_DROPPED, end: state.end + 1 };
    return;
  }
  for (const way of waysFrom(units, state.end, state.column, frame))
    yield filled(state, way, over + unevenCost(state, way, frame));
}

export function blankCost(column: AlignColumn): number {
  return BLANK_TAKEN + BLANK_SHARE * column.skip;
}

/** The amounts of one row mostly print the same number of decimals: 150.00|147.00 and not 15|0.00|147.00. */
const UNEVEN = 0.4;

function unevenCost({ placed, column }: State, { cut, text }: Way, { columns }: Frame): number {
  const before = placed.at(-1);
  if (!cut || !before || columns[column]?.kind !== 'amount' || columns[before.column]?.kind !== 'amount')
    return 0;
  return decimalsIn(before.text) === decimalsIn(text) ? 0 : UNEVEN;
}

function filled(state: State, way: Way, over: number): State {
  return {
    cost: state.cost + over + way.cost,
    end: way.to,
    placed: [...state.placed, { column: state.column, from: state.end, to: way.to, text: way.text }],
    skipped: state.skipped,
    cuts: way.cut ? [...state.cuts, state.end] : state.cuts,
    arithmetic: 0,
    column: state.column + 1,
  };
}

/** A row of names alone (a level without an indicator, 指标2: left empty) is common, however many values it leaves out. */
const NAMES_ALONE = 3;
const RESIDUE_ALONE = 0.6;

function namesAlone(state: State, frame: Frame): number | null {
  const kinds = state.placed.map(({ column }) => frame.columns[column]?.kind);
  if (!kinds.every((kind) => kind !== undefined && NAMING.has(kind))) return null;
  const name = state.placed.find(({ column }) => frame.columns[column]?.kind === 'level3');
  const left = state.skipped.reduce((sum, at) => sum + (frame.columns[at]?.skip ?? 0), 0);
  const residue = !name || /^(指标\d*[:：]?[/-]?|[….]+)$/.test(name.text);
  return state.cost - left + (residue ? RESIDUE_ALONE : NAMES_ALONE);
}

function finish(whole: Map<number, Alignment[]>, state: State, frame: Frame): void {
  if (state.placed.length === 0) return;
  const alone = namesAlone(state, frame);
  const cheapest = whole.get(state.end)?.[0]?.cost ?? HOPELESS;
  if (alone === null && state.cost - MOST_CREDIT > cheapest) return;
  const arithmetic = arithmeticCost(valuesOf(state, frame), frame.points);
  const cost = alone ?? state.cost + arithmetic;
  const { end, placed, cuts } = state;
  const alignment = { cost, end, placed, cuts, arithmetic, skipped: innerSkips(state, frame) };
  const others = [...(whole.get(state.end) ?? []), alignment].sort((a, b) => a.cost - b.cost);
  const rivals = others.filter((other, at) => at > 0 && !cutsAlike(other, others[0] ?? other));
  whole.set(state.end, [...others.slice(0, 1), ...rivals.slice(0, 1)]);
}

/** Whether both cut the same digits in the same places. */
export function cutsAlike(one: Alignment, other: Alignment): boolean {
  return one.cuts.length === other.cuts.length && one.cuts.every((at, index) => at === other.cuts[index]);
}

export function valuesOf({ placed }: Pick<Alignment, 'placed'>, { columns }: Frame): Values {
  const values = new Map<ColumnName, string>();
  for (const { column, text } of placed) {
    const name = columns[column]?.name;
    if (name) values.set(name, text);
  }
  return values;
}

/** A column that is seldom blank (a level that is merged is blank in most rows). */
const SELDOM_BLANK = 0.2;

function innerSkips(state: State, frame: Frame): readonly number[] {
  const last = state.placed.at(-1)?.column ?? 0;
  return state.skipped.filter((at) => at < last && (frame.columns[at]?.skip ?? 0) > SELDOM_BLANK);
}
