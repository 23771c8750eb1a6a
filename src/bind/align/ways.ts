// What a column can hold from a unit on: stretches of units that are one value of its kind, and what each costs.
// Surprise: a way depends on nothing that stands before it, so hundreds of states of an alignment share it.

import type { AlignColumn, Frame } from './column.ts';
import { cutCost, growsGlued } from './glued.ts';
import { type ColumnKind, IMPOSSIBLE, misfit } from './misfit.ts';
import { isBlank, mayJoin, OVER, type Unit } from './unit.ts';

/** Kinds that a name standing alone can be. */
export const NAMING: ReadonlySet<ColumnKind> = new Set(['level1', 'level2', 'level3', 'anything']);
const NUMERIC: ReadonlySet<ColumnKind> = new Set(['points', 'amount', 'rate']);
/** Longest value in units; longer prose is joined over no more gaps than this. */
const LONGEST = 60;

/** A value that a column can hold from a unit on, up to not including `to`. */
export interface Way {
  readonly to: number;
  readonly text: string;
  readonly cost: number;
  readonly cut: boolean;
}

/** Ways depend on nothing that stands before them, and hundreds of states ask for the same ones: they are worked out once. */
const known = new WeakMap<readonly Unit[], WeakMap<Frame, (readonly Way[])[]>>();

export function waysFrom(units: readonly Unit[], from: number, at: number, frame: Frame): readonly Way[] {
  const ofUnits = known.get(units) ?? new WeakMap<Frame, (readonly Way[])[]>();
  const all = ofUnits.get(frame) ?? [];
  if (all.length === 0) known.set(units, ofUnits.set(frame, all));
  const column = frame.columns[at];
  const place = from * frame.columns.length + at;
  const ways = all[place] ?? (column ? waysOf(units, from, { ...frame, column }) : []);
  all[place] = ways;
  return ways;
}

function waysOf(
  units: readonly Unit[],
  from: number,
  { column, neighbours }: Frame & { column: AlignColumn },
): readonly Way[] {
  const { kind } = column;
  const cut = cutCost(units[from - 1], units[from], kind);
  const ways: Way[] = [];
  let over = 0;
  let text = '';
  for (let to = from + 1; to <= units.length && to - from <= LONGEST; to++) {
    const unit = units[to - 1];
    if (!unit || !mayGoOn(text, unit, kind) || (text !== '' && units[from]?.level)) break;
    over += text === '' ? 0 : OVER[unit.gap];
    if (over >= IMPOSSIBLE) break;
    text += (text !== '' && unit.gap !== 'none' ? ' ' : '') + unit.text;
    const cost = misfit(kind, text);
    if (cost < IMPOSSIBLE && !(LEVELS.has(kind) && runsOn(unit, units[to])))
      ways.push({ to, text, cost: over + cost + neighbours(column, text) + cut, cut: cut > 0 });
  }
  return ways;
}

const LEVELS: ReadonlySet<ColumnKind> = new Set(['level1', 'level2']);

/** 完成|年度资料上报: words that nothing parts, and that no name of a level begins or ends, are one name. */
function runsOn(unit: Unit, next: Unit | undefined): boolean {
  return !unit.level && next?.gap === 'none' && !next.level && /^\p{Script=Han}/u.test(next.text);
}

/** A word that is this unlike a name is a value. */
const VALUE_LIKE = 4;

/** Whether a value of a kind can go on with a unit: names of levels stand alone, numbers have no blanks inside. */
function mayGoOn(text: string, unit: Unit, kind: ColumnKind): boolean {
  if (text === '') return !unit.level || NAMING.has(kind);
  if (unit.level || isBlank(unit) || !mayJoin(text, unit)) return false;
  if (unit.gap === 'none') return growsGlued(text, unit, kind);
  if (kind === 'level3' && misfit('level3', unit.text) >= VALUE_LIKE) return false;
  return !NUMERIC.has(kind) || /^([%％]|万?元)$/.test(unit.text);
}
