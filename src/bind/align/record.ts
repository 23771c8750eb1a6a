// One row: units in order against columns in order. The few cheapest alignments of every prefix, by dynamic programming.
// Surprise: several alignments are kept for each state, because a row's arithmetic can only be asked when the row is whole.

import { arithmeticCost, type Values } from './arithmetic.ts';
import type { AlignColumn } from './column.ts';
import { IMPOSSIBLE, misfit } from './misfit.ts';
import { isBlank, OVER, textOf, type Unit } from './unit.ts';

/** A stretch of units, `from` up to not including `to`, in a column; `blank` when a printed blank stands there. */
export interface Placed {
  readonly column: number;
  readonly from: number;
  readonly to: number;
}

export interface Alignment {
  readonly cost: number;
  readonly end: number;
  readonly placed: readonly Placed[];
  /** Columns left out without a printed blank, between columns that are filled. */
  readonly skipped: readonly number[];
}

/** A neighbour's word: extra cost (below 0: a bonus) of a text in a column. */
export type Neighbours = (column: AlignColumn, text: string) => number;

export interface Frame {
  readonly columns: readonly AlignColumn[];
  /** Points that the block's heading gives, where no column does. */
  readonly points: string | null;
  readonly neighbours: Neighbours;
}

/** Alignments kept for each state: one for each way that arithmetic could still prefer. */
const KEPT = 4;
/** Longest value in units; longer prose is joined over no more gaps than this. */
const LONGEST = 60;
/** A printed blank in a column: little, but more where a blank is rare. */
const BLANK_TAKEN = 0.05;
const BLANK_SHARE = 0.12;
const BLANK_DROPPED = 0.6;
const ROW_INSIDE = 6;

type State = Alignment & { readonly column: number };

/** The cheapest alignments of units[start..] for every end that a whole row can have, cheapest first for each end. */
export function recordsFrom(
  units: readonly Unit[],
  start: number,
  frame: Frame,
): ReadonlyMap<number, readonly Alignment[]> {
  const states: State[][][] = [[[{ cost: 0, end: start, placed: [], skipped: [], column: 0 }]]];
  const whole = new Map<number, Alignment[]>();
  for (let at = 0; at < states.length; at++) {
    for (let column = 0; column <= frame.columns.length; column++) {
      for (const state of kept(states[at]?.[column])) {
        if (column === frame.columns.length) finish(whole, state, units, frame);
        else for (const next of steps(state, units, frame)) put(states, next, start);
      }
    }
  }
  return whole;
}

function kept(states: readonly State[] | undefined): readonly State[] {
  return [...(states ?? [])].sort((a, b) => a.cost - b.cost).slice(0, KEPT);
}

function put(states: State[][][], state: State, start: number): void {
  const at = state.end - start;
  while (states.length <= at) states.push([]);
  const row = states[at] ?? [];
  row[state.column] = [...(row[state.column] ?? []), state];
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
  const over = unit.gap === 'row' && state.placed.length > 0 ? ROW_INSIDE : 0;
  if (isBlank(unit)) {
    const cost = state.cost + over;
    yield { ...state, cost: cost + blankCost(column), end: state.end + 1, column: state.column + 1 };
    yield { ...state, cost: cost + BLANK_DROPPED, end: state.end + 1 };
    return;
  }
  yield* fillings({ ...state, cost: state.cost + over }, units, { ...frame, column });
}

export function blankCost(column: AlignColumn): number {
  return BLANK_TAKEN + BLANK_SHARE * column.skip;
}

function* fillings(
  state: State,
  units: readonly Unit[],
  frame: Frame & { column: AlignColumn },
): Generator<State> {
  let over = 0;
  for (let to = state.end + 1; to <= units.length && to - state.end <= LONGEST; to++) {
    const last = units[to - 1];
    if (!last || (to > state.end + 1 && isBlank(last))) return;
    over += to > state.end + 1 ? OVER[last.gap] : 0;
    if (over >= IMPOSSIBLE) return;
    const text = textOf(units.slice(state.end, to));
    const cost = misfit(frame.column.kind, text);
    if (cost >= IMPOSSIBLE) continue;
    const placed = [...state.placed, { column: state.column, from: state.end, to }];
    yield {
      cost: state.cost + over + cost + frame.neighbours(frame.column, text),
      end: to,
      placed,
      skipped: state.skipped,
      column: state.column + 1,
    };
  }
}

function finish(whole: Map<number, Alignment[]>, state: State, units: readonly Unit[], frame: Frame): void {
  if (state.placed.length === 0) return;
  const cost = state.cost + arithmeticCost(valuesOf(state, units, frame), frame.points);
  const alignment = { cost, end: state.end, placed: state.placed, skipped: innerSkips(state, frame) };
  const others = [...(whole.get(state.end) ?? []), alignment].sort((a, b) => a.cost - b.cost);
  whole.set(state.end, others.slice(0, KEPT));
}

export function valuesOf(alignment: Pick<Alignment, 'placed'>, units: readonly Unit[], frame: Frame): Values {
  return new Map(
    alignment.placed.flatMap(({ column, from, to }) => {
      const name = frame.columns[column]?.name;
      return name ? [[name, textOf(units.slice(from, to))] as const] : [];
    }),
  );
}

/** A column that is seldom blank (a level that is merged is blank in most rows). */
const SELDOM_BLANK = 0.2;

function innerSkips(state: State, frame: Frame): readonly number[] {
  const last = state.placed.at(-1)?.column ?? 0;
  return state.skipped.filter((at) => at < last && (frame.columns[at]?.skip ?? 0) > SELDOM_BLANK);
}
