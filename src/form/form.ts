// The hand-over between layout and meaning: which cell states which field of the record.
// Surprise: a field is named by its JSON Pointer in the evaluation to come, so that a binding can be drawn, checked and corrected.

import type { Pointer } from '../diagnostic/diagnostic.ts';
import type { Origin, Reading } from '../tree/nodes.ts';

/** A text that stands somewhere: a cell, or a part of one (`016` of `016山西省…`). */
export interface Piece {
  readonly text: string;
  readonly origin: Origin;
  readonly confidence: number;
  readonly readings: readonly Reading[];
}

/** `pieces` are joined without a space (comparator, amount, unit of one target); a shared cell is bound once for each row that it covers. */
export interface Binding {
  readonly field: Pointer;
  readonly pieces: readonly Piece[];
}

/**
 * The columns and the labels of units that a form prints: a blank under a printed column is missing, without the column it is not asked for. `rateOfArrived`: its
 * heading divides by what has arrived (执行率(C/B) beside 到位数(B)), not by the budget.
 */
export type ColumnName =
  | 'supervisor'
  | 'implementer'
  | 'initialBudget'
  | 'adjustedBudget'
  | 'executed'
  | 'executionRate'
  | 'fundingWeight'
  | 'fundingScore'
  | 'rateOfArrived'
  | 'level1'
  | 'level2'
  | 'level3'
  | 'target'
  | 'adjustedTarget'
  | 'actual'
  | 'weight'
  | 'score'
  | 'deviation';

export interface Form {
  readonly bindings: readonly Binding[];
  readonly columns: readonly ColumnName[];
  /** Fields whose place in flattened text was a guess between near alternatives, or that stand on an illegible page: an error that rests on one may be ours. */
  readonly unsure: readonly Pointer[];
  /** Fields on which a person has looked: `settled` all of them, `corrected` those where it said otherwise than was read. */
  readonly settled: readonly Pointer[];
  readonly corrected: readonly Pointer[];
  /** Rows that a person emptied, as `bind` numbered them: `/indicators/3/`. */
  readonly gone: readonly Pointer[];
  /** Texts inside the form that state no field of the record: reasons of a funding line, notes, review scores. */
  readonly remarks: readonly Piece[];
}
