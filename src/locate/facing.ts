// Segments of cells that are each a box of its own, a gap apart → the same segments with the two sides that face each other over a gap on one line.
// Surprise: a gap is told from a low row or a narrow column by what crosses it: the lines of a table run through its rows, those of boxes stop at the gap.

import { Groups, latticesOf, meet, placesOf } from './crossings.ts';
import { NEAR, type Segment, type Segments } from './segments.ts';

/** Points from line to line: the gap of 6 pixels and the border that browsers draw at most; rows of print are higher. */
const WIDEST = 5.6;
/** Points at the ends of what two sides share within which lines that cross the gap are a frame's around all boxes. */
const CORNER = 4;
/** Lines each way that make a grid: two frames side by side, or a row of boxes for digits, are no table. */
const GRID = 3;
/** Lines of a page at most: a drawing of thousands of strokes is no form. */
const MOST = 8000;

export function withBoxesJoined({ level, plumb }: Segments): Segments {
  if (level.length + plumb.length > MOST) return { level, plumb };
  const moved = { level: onOneLine(level, plumb), plumb: onOneLine(plumb, level) };
  if (moved.level === level && moved.plumb === plumb) return { level, plumb };
  const before = new Map([...moved.level.entries()].map(([at, line]) => [line, level[at] ?? line]));
  for (const [at, line] of moved.plumb.entries()) before.set(line, plumb[at] ?? line);
  const lattices = latticesOf(moved).map((lattice) => (isGrid(lattice) ? lattice : mapped(lattice, before)));
  return {
    level: lattices.flatMap((lattice) => lattice.level),
    plumb: lattices.flatMap((lattice) => lattice.plumb),
  };
}

function isGrid(lattice: Segments): boolean {
  const count = (lines: readonly Segment[]) => placesOf(lines.map((line) => line.at)).length;
  return count(lattice.level) >= GRID && count(lattice.plumb) >= GRID;
}

function mapped({ level, plumb }: Segments, before: ReadonlyMap<Segment, Segment>): Segments {
  const earlier = (line: Segment) => before.get(line) ?? line;
  return { level: level.map(earlier), plumb: plumb.map(earlier) };
}

/** Lines that face one another moved to the middle of the gap; the same list where none do. */
function onOneLine(lines: readonly Segment[], across: readonly Segment[]): readonly Segment[] {
  const groups = facingOnes(lines, across).filter((members) => members.length > 1);
  if (groups.length === 0) return lines;
  const moved = [...lines];
  for (const members of groups) {
    const places = members.map((member) => lines[member]?.at ?? 0);
    const [first, last] = [Math.min(...places), Math.max(...places)];
    if (last - first > WIDEST) continue;
    for (const member of members) {
      const line = lines[member];
      if (line) moved[member] = { ...line, at: (first + last) / 2 };
    }
  }
  return moved;
}

/** Groups of parallel lines over gaps that nothing crosses. */
function facingOnes(lines: readonly Segment[], across: readonly Segment[]): readonly (readonly number[])[] {
  const groups = new Groups(lines.length);
  const byPlace = lines.map((line, at) => ({ ...line, index: at })).sort((a, b) => a.at - b.at);
  for (const [rank, one] of byPlace.entries()) {
    for (let next = rank + 1; next < byPlace.length; next++) {
      const other = byPlace[next];
      if (!other || other.at - one.at > WIDEST) break;
      if (other.at - one.at >= NEAR && face(one, other, across)) groups.join(one.index, other.index);
    }
  }
  return groups.members();
}

function face(one: Segment, other: Segment, across: readonly Segment[]): boolean {
  const [from, to] = [Math.max(one.from, other.from), Math.min(one.to, other.to)];
  if (to - from <= 2 * CORNER) return false;
  const crosses = (line: Segment) =>
    line.at > from + CORNER && line.at < to - CORNER && line.from < one.at + 1 && line.to > other.at - 1;
  return !across.some(crosses) && isSide(one, across) && isSide(other, across);
}

/** Lines begin or end at both its ends. */
function isSide(line: Segment, across: readonly Segment[]): boolean {
  const isEnd = (place: number) =>
    across.some((other) => Math.abs(other.at - place) < NEAR && meet(line, other));
  return isEnd(line.from) && isEnd(line.to);
}
