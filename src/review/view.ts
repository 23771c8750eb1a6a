// What the review page is told, as JSON: the list of forms, and one source with its cells, its record and what was found.

import type { Correction, PublishedReport } from '../record/index.ts';
import type { Entry } from '../shelf.ts';
import type { Box, Origin, Reading, Ruling } from '../tree/index.ts';

export type Need = 'fatal' | 'doubt' | 'error' | 'warning' | 'done';

export interface Listing {
  readonly total: number;
  /** How many have nothing fatal and no doubt left. */
  readonly settled: number;
  readonly matching: number;
  readonly entries: readonly Entry[];
}

/** A line outside tables has one cell, and no row and column. `place` names it in this source: `p1b2r3c4`, `p1b0`. */
export interface CellView {
  readonly place: string;
  readonly origin: Origin;
  readonly row: number | null;
  readonly column: number | null;
  readonly rowSpan: number;
  readonly columnSpan: number;
  readonly box: Box | null;
  readonly text: string;
  /** As it was read, where it was corrected; else null. */
  readonly read: string | null;
  readonly confidence: number;
  readonly readings: readonly Reading[];
}

export interface BlockView {
  readonly type: 'line' | 'table';
  readonly rows: number;
  readonly columns: number;
  readonly cells: readonly CellView[];
}

export interface PageView {
  readonly number: number;
  readonly width: number;
  readonly height: number;
  /** Whether there is a picture of it. */
  readonly picture: boolean;
  readonly rulings: readonly Ruling[];
  readonly blocks: readonly BlockView[];
}

/** What a person should settle next: a cell and the field that it states. Worst first. */
export interface Doubt {
  readonly evaluation: number;
  readonly field: string;
  readonly places: readonly string[];
  readonly diagnostic: number;
}

export interface SourceView {
  readonly id: string;
  readonly name: string;
  /** How many corrections the file holds: an edit must say which state it was made on. */
  readonly version: number;
  readonly editable: boolean;
  readonly report: PublishedReport;
  readonly pages: readonly PageView[];
  /** For each evaluation: field → the cells that state it. */
  readonly bindings: readonly Readonly<Record<string, readonly string[]>>[];
  readonly doubts: readonly Doubt[];
  readonly corrections: readonly Correction[];
}

/** What the page sends. `place`s are those of the view that `version` names. */
export type Edit =
  | { readonly kind: 'text'; readonly place: string; readonly to: string }
  | {
      readonly kind: 'binding';
      readonly evaluation: number;
      readonly field: string;
      readonly to: readonly string[];
    }
  | { readonly kind: 'withdrawal'; readonly of: number };

export interface EditRequest {
  readonly version: number;
  readonly by: string;
  readonly edits: readonly Edit[];
}
