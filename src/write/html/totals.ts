// Entries, one by one → what the page says of all of them: counts by level and rule, execution rates, scores against execution.
// Surprise: it holds counts only, so that ten thousand forms cost what ten cost; points that fall together are one point.

import { type Code, LEVELS, type Level } from '../../diagnostic/index.ts';
import type { Listed } from './entry.ts';

/** The bins of the execution rate: [0,10) … [90,100), exactly 100, above. */
export const RATE_BINS = 12;

/** Forms with about the same rate and score; `id` is the first of them. */
export interface Point {
  readonly rate: number;
  readonly score: number;
  readonly count: number;
  readonly worst: Level | null;
  readonly id: string;
}

export class Totals {
  readonly rates: number[] = Array.from({ length: RATE_BINS }, () => 0);
  readonly findings = new Map<Level, number>();
  readonly entries = new Map<Level, number>();
  readonly #rules = new Map<Code, Map<Level, number>>();
  readonly #points = new Map<string, Point>();
  sources = 0;
  forms = 0;
  clean = 0;

  add(listed: Listed): void {
    if (listed.kind === 'form') this.forms += 1;
    if (listed.found.length === 0) this.clean += 1;
    for (const [level, code, count] of listed.found) this.#count(level, code, count);
    for (const level of new Set(listed.found.map(([each]) => each))) raise(this.entries, level, 1);
    if (listed.rate !== null) this.#addRate(listed.rate);
    if (listed.rate !== null && listed.score !== null) this.#addPoint(listed, listed.rate, listed.score);
  }

  /** Rules with their counts by level, the worst first. */
  get rules(): readonly (readonly [code: Code, counts: readonly number[]])[] {
    return [...this.#rules]
      .map(([code, counts]) => [code, LEVELS.map((level) => counts.get(level) ?? 0)] as const)
      .toSorted(([a, one], [b, other]) => compareCounts(other, one) || (a < b ? -1 : 1));
  }

  get points(): readonly Point[] {
    return [...this.#points.values()];
  }

  #count(level: Level, code: Code, count: number): void {
    raise(this.findings, level, count);
    const counts = this.#rules.get(code) ?? new Map<Level, number>();
    this.#rules.set(code, counts);
    raise(counts, level, count);
  }

  #addRate(rate: number): void {
    const bin = rate < 100 ? Math.max(0, Math.floor(rate / 10)) : rate === 100 ? 10 : 11;
    this.rates[bin] = (this.rates[bin] ?? 0) + 1;
  }

  /** Whole percents: two forms nearer than that could not be told apart in the drawing. */
  #addPoint({ id, found }: Listed, rate: number, score: number): void {
    const [x, y] = [Math.round(rate), Math.round(score)];
    const former = this.#points.get(`${x} ${y}`);
    const worst = worse(former?.worst ?? null, found[0]?.[0] ?? null);
    const count = (former?.count ?? 0) + 1;
    this.#points.set(`${x} ${y}`, { rate: x, score: y, count, worst, id: former?.id ?? id });
  }
}

function raise<K>(counts: Map<K, number>, key: K, by: number): void {
  counts.set(key, (counts.get(key) ?? 0) + by);
}

function worse(a: Level | null, b: Level | null): Level | null {
  if (a === null || b === null) return a ?? b;
  return LEVELS.indexOf(a) <= LEVELS.indexOf(b) ? a : b;
}

/** As a list ranks them: more of the worst level first. */
export function compareCounts(a: readonly number[], b: readonly number[]): number {
  const at = a.findIndex((count, index) => count !== b[index]);
  return at < 0 ? 0 : (a[at] ?? 0) - (b[at] ?? 0);
}
