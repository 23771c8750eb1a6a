// The sums that a form's printed totals claim: execution plus indicators, each printed thing once.
// Surprise: blank weights and scores are unknown, not 0, so a sum that lacks one is never held against the total as an error.

import { exact, ratioOf } from '../number/index.ts';
import type { Evaluation } from '../record/evaluation.ts';
import { remembered } from './remembered.ts';
import { countedRows, type Printed, present, totalLine } from './subject.ts';
import { distinct, sumOf } from './terms.ts';

/** `isComplete`: every term is printed. `terms` begin with the execution's, where it is printed. */
export interface TotalSum {
  readonly printed: Printed;
  readonly terms: readonly Printed[];
  readonly isComplete: boolean;
}

type Column = 'weight' | 'score';

/** The sum behind the printed total weight, or null where none is printed or there are no rows to add. */
export const weightSumOf = remembered((evaluation) => totalSumOf(evaluation, 'weight'));
/** The same for the printed total score. */
export const scoreSumOf = remembered((evaluation) => totalSumOf(evaluation, 'score'));

function totalSumOf(evaluation: Evaluation, column: Column): TotalSum | null {
  const printed = evaluation.total[column];
  const rows = countedRows(evaluation).map((row) => row[column]);
  const stated = distinct(present(rows));
  if (!printed || stated.length === 0) return null;
  const execution = totalLine(evaluation)?.[column] ?? null;
  const isComplete = !rows.includes(null) && (execution !== null || needsNoExecution(evaluation, column));
  return { printed, terms: execution ? [execution, ...stated] : stated, isComplete };
}

/** Without columns for the execution's points, the rows are all where their weights alone make up the printed total. */
function needsNoExecution(evaluation: Evaluation, column: Column): boolean {
  if (evaluation.columns.includes('fundingWeight') || evaluation.columns.includes('fundingScore'))
    return false;
  if (totalLine(evaluation)?.[column === 'weight' ? 'score' : 'weight']) return false;
  const weights = countedRows(evaluation).map(({ weight }) => weight);
  if (weights.includes(null) || evaluation.total.weight === null) return false;
  return exact.compare(sumOf(distinct(present(weights))), ratioOf(evaluation.total.weight.value)) === 0;
}
