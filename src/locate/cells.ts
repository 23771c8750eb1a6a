// A lattice → the cells that it encloses, spans and all.
// Surprise: cells are what is left when slots of the finest grid that no line parts are put together; a crossing that is missing merges, nothing else.

import type { Box } from '../tree/origin.ts';
import { Groups, type Lattice, placesOf } from './crossings.ts';
import type { Segment } from './segments.ts';

/** Lines of a grid (n + 1 places for n tracks). */
export interface Tracks {
  readonly xs: readonly number[];
  readonly ys: readonly number[];
}

export interface Place {
  readonly row: number;
  readonly column: number;
  readonly rowSpan: number;
  readonly columnSpan: number;
}

export interface Ruled {
  readonly tracks: Tracks;
  readonly places: readonly Place[];
}

/** Slots of one lattice at most: a drawing with thousands of lines both ways is no table. */
const MOST_SLOTS = 250_000;
/** Share of a slot's side that must be drawn to part it from its neighbour: scans break lines, stray ticks cover little. */
const DRAWN = 0.5;

/** `extra` are places of lines that are not drawn but meant (the open side of a table). */
export function ruledOf(lattice: Lattice, extra: Tracks): Ruled {
  const xs = placesOf([...lattice.plumb.map((line) => line.at), ...extra.xs]);
  const ys = placesOf([...lattice.level.map((line) => line.at), ...extra.ys]);
  if (xs.length < 2 || ys.length < 2 || xs.length * ys.length > MOST_SLOTS)
    return { tracks: { xs, ys }, places: [] };
  return trimmed({ xs, ys }, placesIn({ xs, ys }, lattice));
}

function placesIn(tracks: Tracks, lattice: Lattice): readonly Place[] {
  const { xs, ys } = tracks;
  const [rows, columns] = [ys.length - 1, xs.length - 1];
  const slots = new Groups(rows * columns);
  const level = drawnSides(lattice.level, ys, xs);
  const plumb = drawnSides(lattice.plumb, xs, ys);
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      const slot = row * columns + column;
      if (column + 1 < columns && !plumb[column + 1]?.[row]) slots.join(slot, slot + 1);
      if (row + 1 < rows && !level[row + 1]?.[column]) slots.join(slot, slot + columns);
    }
  }
  return slots.members().flatMap((members) => rectangles(members, columns));
}

/** For each place across, which tracks along are covered by drawn lines there. */
function drawnSides(
  lines: readonly Segment[],
  across: readonly number[],
  along: readonly number[],
): readonly (readonly boolean[])[] {
  const byPlace = across.map(() => [] as Segment[]);
  for (const line of lines) byPlace[nearest(across, line.at)]?.push(line);
  return byPlace.map((group) =>
    along.slice(0, -1).map((from, at) => isDrawn(group, from, along[at + 1] ?? from)),
  );
}

function isDrawn(lines: readonly Segment[], from: number, to: number): boolean {
  const covered = lines.reduce(
    (sum, line) => sum + Math.max(0, Math.min(to, line.to) - Math.max(from, line.from)),
    0,
  );
  return covered >= DRAWN * (to - from);
}

function nearest(places: readonly number[], value: number): number {
  let best = 0;
  for (const [at, place] of places.entries()) {
    if (Math.abs(place - value) < Math.abs((places[best] ?? 0) - value)) best = at;
  }
  return best;
}

/** A group of slots as rectangles: one where it is one (nearly always), else cut from the top left. */
function rectangles(members: readonly number[], columns: number): readonly Place[] {
  const left = new Set(members);
  const places: Place[] = [];
  for (const slot of members) {
    if (left.has(slot)) places.push(takenRectangle(slot, left, columns));
  }
  return places;
}

function takenRectangle(slot: number, left: Set<number>, columns: number): Place {
  const [row, column] = [Math.floor(slot / columns), slot % columns];
  let columnSpan = 1;
  while (column + columnSpan < columns && left.has(slot + columnSpan)) columnSpan++;
  let rowSpan = 1;
  while (isWhole(left, slot + rowSpan * columns, columnSpan)) rowSpan++;
  for (let down = 0; down < rowSpan; down++) {
    for (let across = 0; across < columnSpan; across++) left.delete(slot + down * columns + across);
  }
  return { row, column, rowSpan, columnSpan };
}

function isWhole(left: ReadonlySet<number>, start: number, length: number): boolean {
  for (let at = start; at < start + length; at++) {
    if (!left.has(at)) return false;
  }
  return true;
}

/** Without tracks at whose lines no cell begins or ends: they came from lines that part nothing. */
function trimmed({ xs, ys }: Tracks, places: readonly Place[]): Ruled {
  const rows = keptLines(
    ys.length,
    places.flatMap((place) => [place.row, place.row + place.rowSpan]),
  );
  const columns = keptLines(
    xs.length,
    places.flatMap((place) => [place.column, place.column + place.columnSpan]),
  );
  const moved = places.map((place) => {
    const row = rows.indexOf(place.row);
    const column = columns.indexOf(place.column);
    const rowSpan = rows.indexOf(place.row + place.rowSpan) - row;
    const columnSpan = columns.indexOf(place.column + place.columnSpan) - column;
    return { row, column, rowSpan, columnSpan };
  });
  const tracks = { xs: columns.map((at) => xs[at] ?? 0), ys: rows.map((at) => ys[at] ?? 0) };
  return { tracks, places: moved.sort((a, b) => a.row - b.row || a.column - b.column) };
}

function keptLines(count: number, used: readonly number[]): readonly number[] {
  const marks = new Set(used);
  return Array.from({ length: count }, (_, at) => at).filter((at) => marks.has(at));
}

/** The box of a place. */
export function boxOf({ xs, ys }: Tracks, { row, column, rowSpan, columnSpan }: Place): Box {
  return [xs[column] ?? 0, ys[row] ?? 0, xs[column + columnSpan] ?? 0, ys[row + rowSpan] ?? 0];
}

/** Which track a coordinate lies in; -1 outside. The last line belongs to the last track. */
export function trackOf(places: readonly number[], value: number): number {
  if (value > (places.at(-1) ?? 0) || value < (places[0] ?? 0)) return -1;
  const after = places.findIndex((place) => place > value);
  return after < 0 ? places.length - 2 : after - 1;
}
