// What is said between the main process and the children that read: one job at a time, one answer for each.
// Surprise: a child that dies, hangs or swells gives no answer; the worker (worker.ts) then says in its place what became of it.

import type { Level } from '../diagnostic/index.ts';
import type { Limits } from '../ingest/source.ts';
import type { Settings } from '../pipeline.ts';
import type { Correction } from '../record/index.ts';
import type { Entry } from '../shelf.ts';
import type { Photos } from '../write/index.ts';

/** What a caller may set for every source. `seconds` of wall time, `memory` in bytes of resident set, `bytes` of one file. */
export interface Allowance extends Limits {
  readonly seconds: number;
  readonly memory: number;
  readonly bytes: number;
}

/** `path` is read by the child; `bytes` came by another way (standard input, a library's caller). */
export type Content = { readonly path: string | Uint8Array } | { readonly bytes: Uint8Array };

/** Bytes of a path come back from another process as a plain array. */
export function pathOf(path: string | Uint8Array): string | Buffer {
  return typeof path === 'string' ? path : Buffer.from(path);
}

/** How the sources of one call are read: the same for all of them. */
export interface Manner {
  readonly settings: Settings;
  readonly allowance: Allowance;
  readonly password: string | null;
  readonly pages: readonly number[] | null;
}

/**
 * `report` and `tables` answer with text; with `into`, the text is written to that file instead. `pictured` is a report with pieces of its scanned
 * pages, which a `report` that is written to a file leaves beside it.
 * `unpack` takes an archive apart into the folder `into` and answers with what it says of its members.
 */
export interface Job {
  readonly kind: 'report' | 'pictured' | 'tables' | 'grids' | 'unpack';
  readonly name: string;
  readonly content: Content;
  readonly into: string | null;
  /** The corrections files of what stood under this name before: they do not hold for this content, and the report says so. */
  readonly former?: readonly string[];
  /** What people corrected of it; left out, what lies beside `into`. */
  readonly corrections?: readonly Correction[];
  /** The answer of a `report` also holds what a folder of results would keep beside it. */
  readonly keeping?: true;
}

/** What was seen, for who keeps it elsewhere than in files. `sheet` is null where there is no form. */
export interface Kept {
  readonly sheet: Uint8Array | null;
  readonly pictures: readonly PagePicture[];
  readonly entries: readonly Entry[];
}

/** A page's picture, as bytes. */
export interface PagePicture {
  readonly page: number;
  readonly bytes: Uint8Array;
}

export type Counts = Readonly<Record<Level, number>>;
export const NO_COUNTS: Counts = { fatal: 0, error: 0, warning: 0, doubt: 0, note: 0 };

/** `peak` is the most resident memory that was seen, in bytes; `ms` the wall time of the job. */
export interface Done {
  readonly status: 'done';
  readonly text: string;
  readonly counts: Counts;
  readonly forms: number;
  readonly photos: Photos;
  readonly kept: Kept | null;
  readonly peak: number;
  readonly ms: number;
}

/** `refused`: the system gave us no room, no file handle or no process; this is not the source's fault, and the run stops. */
export interface Failed {
  readonly status:
    | 'crashed'
    | 'timed-out'
    | 'over-limit'
    | 'encrypted'
    | 'unreadable'
    | 'refused'
    | 'stopped';
  readonly reason: string;
  readonly peak: number;
  readonly ms: number;
}

export type Answer = Done | Failed;
