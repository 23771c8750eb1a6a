// Where read sources and what people corrected of them are kept: a folder of results, or the database of a queue.
// Surprise: what was seen on the paper (`sheet`) is kept as it was read; corrections are kept apart and laid over it each time.

import type { Level } from './diagnostic/index.ts';
import type { Sheet } from './pipeline.ts';
import type { Correction, Report } from './record/index.ts';

/** One form in the list of all, or a whole source where it has none (`form` is null). `id` is the first 12 digits of its content's hash. */
export interface Entry {
  readonly id: string;
  readonly form: number | null;
  readonly name: string;
  readonly title: string | null;
  readonly projectName: string | null;
  readonly fiscalYear: number | null;
  readonly class: string | null;
  readonly counts: Readonly<Record<Level, number>>;
  /** The codes of its diagnostics, each once. */
  readonly codes: readonly string[];
  /** How many corrections hold. */
  readonly corrected: number;
}

/** Somebody else writes there now: a run, or a page that makes its outputs anew. */
export class Busy extends Error {}

/** Corrections beyond the `known` ones, and the report that follows from all. */
export interface Addition {
  readonly known: number;
  readonly added: readonly Correction[];
  readonly report: Report;
}

export interface Shelf {
  /** Where it is, for people: a path, or an address without its password. */
  readonly name: string;
  /** Nothing can be added to it. */
  readonly isReadOnly: boolean;
  /** In the order of names, a source's forms in their order. */
  entries(): Promise<readonly Entry[]>;
  report(id: string): Promise<Report | null>;
  /** What was seen on the paper, without pictures and before corrections; null where none was kept. */
  sheet(id: string): Promise<Sheet | null>;
  /** Another text each time a source is read anew. */
  reading(id: string): Promise<string>;
  /** A scanned page as WebP; the page's points are its pixels, evenly scaled. Null for a page that is no picture. */
  picture(id: string, page: number): Promise<Uint8Array | null>;
  corrections(id: string): Promise<readonly Correction[]>;
  /** Rejects with Busy. False, and nothing is done, where there are other corrections by now than those `known`. */
  append(id: string, addition: Addition): Promise<boolean>;
  /** Makes anew what is written over all reports (CSV files, page), where something was corrected since. */
  settle(): Promise<void>;
}
