// All corrections of a source → those that hold: not taken back, and the last one of each place and each field.
// Surprise: a withdrawal can be withdrawn, and where the last correction of a place is taken back the one before it holds again.

import type { BindingCorrection, Correction, TextCorrection } from '../record/index.ts';
import { originKey } from '../tree/index.ts';

/** `number` counts from 0 in the order in which they were made. */
export interface Standing<T> {
  readonly number: number;
  readonly correction: T;
}

export type Said = TextCorrection | BindingCorrection;

/** In the order in which they were made. */
export function standingOf(corrections: readonly Correction[]): readonly Standing<Said>[] {
  const withdrawn = withdrawnIn(corrections);
  const last = new Map<string, Standing<Said>>();
  for (const [number, correction] of corrections.entries()) {
    if (correction.kind === 'withdrawal' || withdrawn.has(number)) continue;
    last.set(subjectOf(correction), { number, correction });
  }
  return [...last.values()].toSorted((a, b) => a.number - b.number);
}

/** From the last to the first: a withdrawal counts only where nothing later has withdrawn it. */
function withdrawnIn(corrections: readonly Correction[]): ReadonlySet<number> {
  const withdrawn = new Set<number>();
  for (const [number, correction] of [...corrections.entries()].reverse()) {
    if (correction.kind === 'withdrawal' && correction.of < number && !withdrawn.has(number))
      withdrawn.add(correction.of);
  }
  return withdrawn;
}

function subjectOf(said: Said): string {
  return said.kind === 'text' ? `text ${originKey(said.place)}` : `${said.evaluation} ${said.field}`;
}
