// All forms of a shelf → the part of the list that is asked for, those that need a person most first.

import type { Entry } from '../shelf.ts';
import type { Listing, Need } from './view.ts';

/** What is left out asks for nothing. `level`: has at least one of it. */
export interface Query {
  readonly need?: string | undefined;
  readonly level?: string | undefined;
  readonly code?: string | undefined;
  readonly class?: string | undefined;
  readonly year?: number | undefined;
  readonly q?: string | undefined;
  /** Need first (the default), or names. */
  readonly order?: 'need' | 'name' | undefined;
  readonly offset: number;
  readonly limit: number;
}

const NEEDS: readonly Need[] = ['fatal', 'doubt', 'error', 'warning', 'done'];

/** The first thing that a form asks of a person. */
export function needOf({ counts }: Entry): Need {
  if (counts.fatal > 0) return 'fatal';
  if (counts.doubt > 0) return 'doubt';
  if (counts.error > 0) return 'error';
  return counts.warning > 0 ? 'warning' : 'done';
}

export function listingOf(entries: readonly Entry[], query: Query): Listing {
  const matching = entries.filter((entry) => matches(entry, query));
  const ordered = query.order === 'name' ? matching : matching.toSorted(mostNeedFirst);
  return {
    total: entries.length,
    settled: entries.filter(({ counts }) => counts.fatal === 0 && counts.doubt === 0).length,
    matching: matching.length,
    entries: ordered.slice(query.offset, query.offset + query.limit),
  };
}

function matches(entry: Entry, query: Query): boolean {
  const level = query.level as keyof Entry['counts'] | undefined;
  return (
    (query.need === undefined || needOf(entry) === query.need) &&
    (level === undefined || entry.counts[level] > 0) &&
    (query.code === undefined || entry.codes.some((code) => code === query.code)) &&
    (query.class === undefined || entry.class === query.class) &&
    (query.year === undefined || entry.fiscalYear === query.year) &&
    (query.q === undefined || says(entry, query.q))
  );
}

/** Every word of the search stands somewhere in what a person knows a form by. */
function says({ id, name, title, projectName }: Entry, search: string): boolean {
  const text = [id, name, title, projectName].join('\n').toLowerCase();
  return search
    .toLowerCase()
    .split(/\s+/)
    .every((word) => text.includes(word));
}

/** Stable: among equals the order of names stays. */
function mostNeedFirst(a: Entry, b: Entry): number {
  const [needA, needB] = [needOf(a), needOf(b)];
  return NEEDS.indexOf(needA) - NEEDS.indexOf(needB) || countOf(b, needB) - countOf(a, needA);
}

function countOf({ counts }: Entry, need: Need): number {
  return need === 'done' ? 0 : counts[need];
}
