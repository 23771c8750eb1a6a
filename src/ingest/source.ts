// What a reader gets: the bytes, their name, and the limits that it must keep.

import type { Diagnostic } from '../diagnostic/diagnostic.ts';
import type { Document } from '../tree/nodes.ts';

/** All in whole units: pages of one document, pixels of one page, bytes after inflating, cells of one document. */
export interface Limits {
  readonly pages: number;
  readonly pixels: number;
  readonly inflatedBytes: number;
  readonly cells: number;
}

export const DEFAULT_LIMITS: Limits = {
  pages: 2_000,
  pixels: 100_000_000,
  inflatedBytes: 400_000_000,
  cells: 200_000,
};

/**
 * `pages` selects 1-based page numbers (null: all); `password` opens an encrypted file.
 * `formsOnly` lets a reader of a long document leave pages empty that cannot hold a form; without it every page is read.
 */
export interface Source {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly limits: Limits;
  readonly password: string | null;
  readonly pages: readonly number[] | null;
  readonly formsOnly?: boolean;
}

/** Yields its diagnostics and returns the tree, or null after a `fatal`. */
export type Reader = (source: Source) => AsyncGenerator<Diagnostic, Document | null, void>;
