// What passes between the queue and who reads: a task, and what came of it.

import type { Level } from '../diagnostic/index.ts';
import type { Correction } from '../record/index.ts';
import type { Entry } from '../shelf.ts';

/** The bytes, or where they lie under the folder that all machines share. */
export type Content = { readonly bytes: Uint8Array } | { readonly sharedPath: Uint8Array };

export interface Task {
  readonly sha256: string;
  readonly name: string;
  readonly size: number;
  readonly content: Content;
  /** What people corrected of it. */
  readonly corrections?: readonly Correction[];
}

/** What the review page works on, beside the report. */
export interface Seen {
  /** Null where there is no form. */
  readonly sheet: Uint8Array | null;
  /** JSON. */
  readonly photos: string;
  readonly pictures: readonly { readonly page: number; readonly bytes: Uint8Array }[];
  readonly entries: readonly Entry[];
}

/**
 * `read` and `failed` stand. `again`: the reading broke off (a crash, a limit, a missing file) and may go better elsewhere; its report is
 * stored only when no attempt is left. `stopped`: nothing was found out.
 */
export interface Reading {
  readonly outcome: 'read' | 'failed' | 'again' | 'stopped';
  readonly report: string;
  readonly reason: string;
  readonly forms: number;
  readonly diagnostics: Readonly<Record<Level, number>>;
  readonly milliseconds: number;
  readonly peakBytes: number;
  readonly seen?: Seen;
}

/** How sources are read; given by the doors, so that the queue knows nothing of child processes. */
export interface Reader {
  /** Never rejects. */
  read(task: Task): Promise<Reading>;
  /** The report of a source at which whole workers ended. */
  lost(task: Task): Reading;
  stop(): void;
}
