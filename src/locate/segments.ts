// Rulings → segments: one straight line each, however many pieces drew it (dashes, cells' own borders, a doubled rule).
// Surprise: two parallel lines nearer than any row of print could be are one line, drawn double or as two cells' borders.

import type { Ruling } from '../tree/nodes.ts';

/** A line along one axis: `at` is its place across, `from` and `to` its ends along. */
export interface Segment {
  readonly at: number;
  readonly from: number;
  readonly to: number;
}

export interface Segments {
  readonly level: readonly Segment[];
  readonly plumb: readonly Segment[];
}

/** Points. Lines this near are one: doubled rules lie 1–2.5 apart, and up to here the pieces of one line are joined over the gaps between boxes (DASH); the lowest row of print seen is 5 high. */
export const NEAR = 3.6;
/** Points between two pieces of one line: dashes leave up to 3, cell borders a hair. */
const DASH = 3.5;
/** Points. Shorter lines (after joining) are ticks and strokes of letters. */
const SHORTEST = 4;

export function segmentsOf(rulings: readonly Ruling[]): Segments {
  const level = rulings.filter((ruling) => ruling.y0 === ruling.y1);
  const plumb = rulings.filter((ruling) => ruling.x0 === ruling.x1 && ruling.y0 !== ruling.y1);
  return {
    level: joined(level.map(({ y0, x0, x1 }) => ({ at: y0, from: x0, to: x1 }))),
    plumb: joined(plumb.map(({ x0, y0, y1 }) => ({ at: x0, from: y0, to: y1 }))),
  };
}

function joined(pieces: readonly Segment[]): readonly Segment[] {
  return clustered(pieces)
    .flatMap(joinedAlong)
    .filter((segment) => segment.to - segment.from >= SHORTEST);
}

/** Pieces in groups that lie within NEAR of each group's first. */
function clustered(pieces: readonly Segment[]): readonly (readonly Segment[])[] {
  const groups: Segment[][] = [];
  for (const piece of [...pieces].sort((a, b) => a.at - b.at)) {
    const group = groups.at(-1);
    if (group && piece.at - (group[0]?.at ?? 0) < NEAR) group.push(piece);
    else groups.push([piece]);
  }
  return groups;
}

/** One group's pieces end to end; the line lies at the mean of its pieces, each weighed by its length. */
function joinedAlong(group: readonly Segment[]): readonly Segment[] {
  const runs: Segment[][] = [];
  let end = Number.NEGATIVE_INFINITY;
  for (const piece of [...group].sort((a, b) => a.from - b.from)) {
    if (piece.from - end <= DASH) runs.at(-1)?.push(piece);
    else runs.push([piece]);
    end = Math.max(end, piece.to);
  }
  return runs.map(asOne);
}

function asOne(run: readonly Segment[]): Segment {
  const weight = run.reduce((sum, piece) => sum + piece.to - piece.from, 0);
  const at = run.reduce((sum, piece) => sum + piece.at * (piece.to - piece.from), 0) / weight;
  const from = Math.min(...run.map((piece) => piece.from));
  const to = run.reduce((most, piece) => Math.max(most, piece.to), from);
  return { at: Number.isFinite(at) ? at : (run[0]?.at ?? 0), from, to };
}
