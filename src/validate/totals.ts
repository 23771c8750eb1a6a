// The sums that a form's printed totals claim: execution plus indicators, each printed thing once.
// Surprise: blank weights and scores are unknown, not 0, so a sum that lacks one is never held against the total as an error.

import { exact, ratioOf } from '../number/index.ts';
import type { Evaluation } from '../record/evaluation.ts';
import { remembered } from './remembered.ts';
import { countedRows, type Printed, present, totalLine } from './subject.ts';
import { distinct, sumOf } from './terms.ts';

/**
 * `terms` begin with the execution's, where it is printed. `lacks`: rows whose points are blank, or the execution's points, which may
 * be printed nowhere.
 */
export interface TotalSum {
  readonly printed: Printed;
  readonly terms: readonly Printed[];
  readonly lacks: 'nothing' | 'execution' | 'rows';
}

/** Below the total something lacking may fill the gap; above it only a blank row's meaning is open, since points are not negative. */
export function isContradicted({ printed, terms, lacks }: TotalSum): 'certainly' | 'perhaps' | 'no' {
  const side = exact.compare(sumOf(terms), ratioOf(printed.value));
  if (side === 0 || (side < 0 && lacks !== 'nothing')) return 'no';
  return lacks === 'rows' ? 'perhaps' : 'certainly';
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
  const all = execution ? [execution, ...stated] : stated;
  const mayBeOfRows = hasExecutionRow(evaluation) || isTotalOfRows(evaluation);
  const terms = mayBeOfRows ? nearest(printed, [all, stated]) : all;
  const isWhole = execution !== null || hasExecutionRow(evaluation) || needsNoExecution(evaluation);
  return { printed, terms, lacks: rows.includes(null) ? 'rows' : isWhole ? 'nothing' : 'execution' };
}

/** Some forms score the execution in a row of its own among the indicators, be the fund block's points printed or not. */
function hasExecutionRow(evaluation: Evaluation): boolean {
  return countedRows(evaluation).some(({ level2, level3 }) =>
    [level2, level3].some((level) => level !== null && EXECUTION_ROW.test(level.value)),
  );
}

/** A line 合计 90 / 83 that closes the indicators beside 10 points of execution: both columns add up without them, all together is 100. */
function isTotalOfRows(evaluation: Evaluation): boolean {
  const { total } = evaluation;
  const execution = totalLine(evaluation)?.weight;
  if (!total.weight || !total.score || !execution) return false;
  const whole = sumOf([total.weight, execution]);
  return exact.compare(whole, WHOLE) === 0 && addsUp(evaluation, 'weight') && addsUp(evaluation, 'score');
}

/** The points that are shared out, whatever a profile asks for. */
const WHOLE = exact.ratio(100n);

/** Whether the rows alone make up the printed total, blank ones left out. */
function addsUp(evaluation: Evaluation, column: Column): boolean {
  const printed = evaluation.total[column];
  const points = present(countedRows(evaluation).map((row) => row[column]));
  return printed !== null && exact.compare(sumOf(distinct(points)), ratioOf(printed.value)) === 0;
}

const EXECUTION_ROW = /(?:预算|资金|经费|支出).{0,4}执行率|^执行率/;

/** Of two ways to add, the one that comes closer to what is printed: the other cannot be what its author did. */
function nearest(printed: Printed, ways: readonly (readonly Printed[])[]): readonly Printed[] {
  const gap = (terms: readonly Printed[]) =>
    exact.absolute(exact.subtract(sumOf(terms), ratioOf(printed.value)));
  return ways.reduce((best, next) => (exact.compare(gap(next), gap(best)) < 0 ? next : best));
}

/** Without columns for the execution's points, the rows are all where their weights alone make up the printed total. */
function needsNoExecution(evaluation: Evaluation): boolean {
  if (evaluation.columns.includes('fundingWeight') || evaluation.columns.includes('fundingScore'))
    return false;
  if (totalLine(evaluation)?.weight) return false;
  const weights = countedRows(evaluation).map(({ weight }) => weight);
  if (weights.includes(null) || evaluation.total.weight === null) return false;
  return exact.compare(sumOf(distinct(present(weights))), ratioOf(evaluation.total.weight.value)) === 0;
}
