// What lies on the desk: the source that is open, the form in it, what is still to settle there, and the value in hand.
// Surprise: a doubt or finding is named by its rule and field, not by its number, since numbers change with every correction.

import { chosen, formOf, said } from './address.js';

/** `mode` is what the keys do: look, edit (a text is typed) or bind (a cell is being picked). */
export const sitting = {
  view: null,
  form: null,
  cells: null,
  stops: [],
  at: -1,
  hand: null,
  mode: 'look',
  picked: [],
};

export function layOpen(view) {
  const isOther = sitting.view?.id !== view?.id || sitting.form !== formOf(chosen().form).form;
  sitting.view = view;
  sitting.form = formOf(chosen().form).form;
  sitting.stops = view === null ? [] : stopsOf(view, sitting.form);
  sitting.cells = null;
  if (isOther) Object.assign(sitting, { at: -1, hand: null, mode: 'look', picked: [] });
  else refind();
}

const LEVELS = ['fatal', 'doubt', 'error', 'warning', 'note'];

/** Doubts as the desk orders them, then what else was found, worst first. */
function stopsOf({ doubts, report }, form) {
  const mine = doubts.filter(({ evaluation }) => evaluation === form);
  const settled = new Set(mine.map(({ diagnostic }) => diagnostic));
  const others = report.diagnostics
    .map((diagnostic, at) => ({ diagnostic, at }))
    .filter(({ diagnostic, at }) => isOf(diagnostic, form) && !settled.has(at))
    .toSorted((a, b) => LEVELS.indexOf(a.diagnostic.level) - LEVELS.indexOf(b.diagnostic.level));
  return [
    ...mine.map(({ field, places, diagnostic }) => stopAt(report.diagnostics[diagnostic], field, places)),
    ...others.map(({ diagnostic }) => stopAt(diagnostic, diagnostic.fields[0] ?? null, null)),
  ];
}

/** What is said of the whole source is said with its first form. */
function isOf({ evaluation }, form) {
  return evaluation === form || (evaluation === null && (form === 0 || form === null));
}

/** What a quantity is made of is stated by the text that it is read from. */
const QUANTITY = /(target|adjustedTarget|actual)Quantity.*$/;

function stopAt(diagnostic, stated, places) {
  const field = stated?.replace(QUANTITY, '$1') ?? null;
  return { key: `${diagnostic.code} ${field} ${places ?? ''}`, diagnostic, field, places };
}

/** After a correction: the same stop where it is still there, else the field, with the stop that took its turn as the next one. */
function refind() {
  const { hand } = sitting;
  if (hand === null) return;
  const same = sitting.stops.findIndex(({ key }) => key === hand.key);
  if (same >= 0) return takeStop(same);
  if (hand.key !== null) sitting.at = Math.min(sitting.at, sitting.stops.length) - 1;
  const places = hand.field === null ? hand.places : placesOf(hand.field);
  sitting.hand = {
    ...hand,
    key: null,
    places,
    active: Math.min(hand.active, Math.max(0, places.length - 1)),
  };
}

export function takeStop(at) {
  const stop = sitting.stops[at];
  if (stop === undefined) return;
  const places = stop.places ?? placesOf(stop.field);
  sitting.at = at;
  sitting.hand = { key: stop.key, field: stop.field, places, active: 0 };
}

export function takeField(field) {
  takeUp(field, placesOf(field));
}

/** `field` is null for a cell that states nothing. */
export function takeUp(field, places) {
  const at = sitting.stops.findIndex((stop) => stop.field === field && field !== null);
  if (at >= 0) return takeStop(at);
  sitting.hand = { key: null, field, places, active: 0 };
}

export function takePlace(place) {
  const field = fieldAt(place);
  const places = field === null ? [place] : placesOf(field);
  takeUp(field, places);
  sitting.hand.active = Math.max(0, sitting.hand.places.indexOf(place));
}

/** Whether a cell can state it: the class is told from the title, and a whole section is no value. */
export function isBindable(field) {
  return (
    field !== null && field !== '/class' && !/^\/(funding|indicators|goal|total|narrative)?$/.test(field)
  );
}

export function placesOf(field) {
  return sitting.view?.bindings[sitting.form]?.[field] ?? [];
}

/** The first field that a cell states: a merged cell states one for each row that it covers. */
export function fieldAt(place) {
  const bindings = Object.entries(sitting.view?.bindings[sitting.form] ?? {});
  return bindings.find(([, places]) => places.includes(place))?.[0] ?? null;
}

export function stopInHand() {
  return sitting.stops.find(({ key }) => key === sitting.hand?.key) ?? null;
}

export function cellsIn(view) {
  return view.pages.flatMap(({ blocks }) => blocks.flatMap(({ cells }) => cells));
}

export function cellAt(place) {
  sitting.cells ??= new Map(cellsIn(sitting.view).map((cell) => [cell.place, cell]));
  return sitting.cells.get(place) ?? null;
}

export function placeInHand() {
  return sitting.hand?.places[sitting.hand.active] ?? null;
}

export function fieldNameOf(field) {
  if (field === null) return said(['不属于任何字段的一格', 'A cell that states no field']);
  const names = sitting.view.names[sitting.form] ?? {};
  return said(names[field] ?? [field, field]);
}

export function evaluation() {
  return sitting.view?.report.evaluations[sitting.form] ?? null;
}

/** How many of each level the form has. */
export function countsOf(view, form) {
  const counts = { fatal: 0, error: 0, warning: 0, doubt: 0, note: 0 };
  for (const diagnostic of view.report.diagnostics) if (isOf(diagnostic, form)) counts[diagnostic.level] += 1;
  return counts;
}
