// A child that was just forked → whether it came to wait for a job, and if not, why.
// Surprise: where the system gives too few threads or handles, a child may abort, or hang for ever, before its first line runs.

import type { ChildProcess } from 'node:child_process';
import { reasonOf } from './content.ts';

/** A start takes half a second, and on a machine under twenty times its load ten. */
const LONGEST_MILLISECONDS = 60_000;

/** Null when it is ready. */
export function problemOfStart(child: ChildProcess): Promise<string | null> {
  return new Promise((settle) => {
    const ready = () => end(null);
    const failed = (error: Error) => end(reasonOf(error));
    const ended = (code: number | null, signal: string | null) => end(endingOf(code, signal));
    const late = setTimeout(() => end(`> ${LONGEST_MILLISECONDS / 1000} s`), LONGEST_MILLISECONDS);
    const end = (problem: string | null) => {
      clearTimeout(late);
      child.off('message', ready).off('error', failed).off('exit', ended);
      settle(problem);
    };
    child.on('message', ready).on('error', failed).on('exit', ended);
    child.stderr?.resume();
  });
}

export function endingOf(code: number | null, signal: string | null): string {
  return signal ?? `exit ${code}`;
}
