// Segments → lattices: the lines that hang together by crossing or meeting one another. Each lattice is one table's ruling.
// Surprise: a line that ends a little short of another still meets it; drawn tables leave gaps and scans break corners.

import { NEAR, type Segment, type Segments } from './segments.ts';

export interface Lattice {
  readonly level: readonly Segment[];
  readonly plumb: readonly Segment[];
}

export interface Crossing {
  readonly x: number;
  readonly y: number;
}

/** Points by which a line may end short of the one that it meets. Rows are at least twice as high. */
export const REACH = 3.5;

export function meet(level: Segment, plumb: Segment): boolean {
  return (
    plumb.at >= level.from - REACH &&
    plumb.at <= level.to + REACH &&
    level.at >= plumb.from - REACH &&
    level.at <= plumb.to + REACH
  );
}

export function crossingsOf({ level, plumb }: Segments): readonly Crossing[] {
  return level.flatMap((across) =>
    plumb.filter((down) => meet(across, down)).map((down) => ({ x: down.at, y: across.at })),
  );
}

/** Groups of lines connected by crossings, from top to bottom; lines that meet none come last, each alone. */
export function latticesOf({ level, plumb }: Segments): readonly Lattice[] {
  const groups = new Groups(level.length + plumb.length);
  const byPlace = plumb.map((line, at) => ({ line, at })).sort((a, b) => a.line.at - b.line.at);
  for (const [at, across] of level.entries()) {
    for (const down of byPlace) {
      if (down.line.at > across.to + REACH) break;
      if (meet(across, down.line)) groups.join(at, level.length + down.at);
    }
  }
  return groups.members().map((members) => ({
    level: members.flatMap((member) => level[member] ?? []),
    plumb: members.flatMap((member) => (member < level.length ? [] : (plumb[member - level.length] ?? []))),
  }));
}

/**
 * A lattice with the upright lines that stand alone beside it, as high as it is: where a merged cell goes on over a whole page,
 * no line crosses those of its sides.
 */
export function withFlankers(lattice: Lattice, loners: readonly Segment[]): Lattice {
  const top = lattice.plumb.reduce((least, line) => Math.min(least, line.from), Number.POSITIVE_INFINITY);
  const bottom = lattice.plumb.reduce((most, line) => Math.max(most, line.to), top);
  const beside = loners.filter(
    (line) => Math.abs(line.from - top) <= LEVEL && Math.abs(line.to - bottom) <= LEVEL,
  );
  return { level: lattice.level, plumb: [...lattice.plumb, ...beside] };
}

/** Points by which a flanking line's ends may differ from the lattice's. */
const LEVEL = 4;

/** Things that are joined pair by pair, and the groups that come of it. */
export class Groups {
  readonly #parent: number[];

  constructor(count: number) {
    this.#parent = Array.from({ length: count }, (_, at) => at);
  }

  join(a: number, b: number): void {
    const [low, high] = [this.leaderOf(a), this.leaderOf(b)].sort((one, other) => one - other);
    if (low !== undefined && high !== undefined) this.#parent[high] = low;
  }

  leaderOf(member: number): number {
    let at = member;
    for (let up = this.#parent[at] ?? at; up !== at; up = this.#parent[at] ?? at) {
      this.#parent[at] = this.#parent[up] ?? up;
      at = up;
    }
    return at;
  }

  /** Each group's members in order; groups in the order of their first. */
  members(): readonly (readonly number[])[] {
    const groups = new Map<number, number[]>();
    for (let at = 0; at < this.#parent.length; at++) {
      const leader = this.leaderOf(at);
      const group = groups.get(leader);
      if (group) group.push(at);
      else groups.set(leader, [at]);
    }
    return [...groups.values()];
  }
}

/** Sorted places of parallel lines, those within NEAR of one another as one. */
export function placesOf(values: readonly number[]): readonly number[] {
  const groups: number[][] = [];
  for (const value of [...values].sort((a, b) => a - b)) {
    const group = groups.at(-1);
    if (group && value - (group[0] ?? value) < NEAR) group.push(value);
    else groups.push([value]);
  }
  return groups.map((group) => group.reduce((sum, value) => sum + value, 0) / group.length);
}
