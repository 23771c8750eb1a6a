// Exit codes: what a script learns from a call. The highest that applies wins.

import type { Counts } from '../batch/job.ts';
import { LEVELS, type Level } from '../diagnostic/index.ts';

export const EXIT = { fine: 0, found: 1, usage: 2, unread: 3, bug: 70, interrupted: 130 } as const;
export type ExitCode = (typeof EXIT)[keyof typeof EXIT];

/** A command line that cannot be obeyed: told in one line, with exit code 2. */
export class UsageError extends Error {}

/** What one source's diagnostics come to. A `fatal` is a source that was not read, whatever the level asked for. */
export function exitCodeOf(counts: Counts, failOn: Level): ExitCode {
  if (counts.fatal > 0) return EXIT.unread;
  const reaching = LEVELS.slice(0, LEVELS.indexOf(failOn) + 1);
  return reaching.some((level) => counts[level] > 0) ? EXIT.found : EXIT.fine;
}

export function worst(a: ExitCode, b: ExitCode): ExitCode {
  return a > b ? a : b;
}
