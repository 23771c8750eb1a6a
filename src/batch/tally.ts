// What a run has come to so far, counted line by line.

import { LEVELS } from '../diagnostic/index.ts';
import { type Counts, NO_COUNTS } from './job.ts';
import type { Line } from './journal.ts';

export interface Tally {
  readonly sources: number;
  readonly failed: number;
  readonly duplicates: number;
  readonly kept: number;
  readonly forms: number;
  readonly counts: Counts;
}

export const NOTHING_YET: Tally = {
  sources: 0,
  failed: 0,
  duplicates: 0,
  kept: 0,
  forms: 0,
  counts: NO_COUNTS,
};

export function tallied(tally: Tally, line: Line, kept: boolean): Tally {
  return {
    sources: tally.sources + 1,
    failed: tally.failed + Number(line.status === 'failed'),
    duplicates: tally.duplicates + Number(line.status === 'duplicate'),
    kept: tally.kept + Number(kept),
    forms: tally.forms + line.forms,
    counts: added(tally.counts, line.diagnostics),
  };
}

function added(a: Counts, b: Counts): Counts {
  return { ...a, ...Object.fromEntries(LEVELS.map((level) => [level, a[level] + b[level]])) };
}
