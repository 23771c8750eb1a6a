// How many diagnostics of each level a report has.

import { LEVELS, type Level } from '../diagnostic/index.ts';
import type { Report } from '../record/index.ts';
import { type Counts, NO_COUNTS } from './job.ts';

export function countsOf({ diagnostics }: Report): Counts {
  const counts = LEVELS.map((level): [Level, number] => [
    level,
    diagnostics.filter((diagnostic) => diagnostic.level === level).length,
  ]);
  return { ...NO_COUNTS, ...Object.fromEntries(counts) };
}
