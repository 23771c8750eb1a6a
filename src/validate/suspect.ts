// Which cell of a funding sum that does not work out is the likeliest to be wrong: the total, or one of its parts.
// Surprise: the sum itself cannot tell; the cell's own row can (its rate, its other budget). Prose does not count: it repeats the total.

import { Decimal, exact, type Ratio, ratioOf } from '../number/index.ts';
import type { Evaluation, Funding } from '../record/evaluation.ts';
import { percentOf } from './percent.ts';
import type { Printed } from './subject.ts';
import { sumOf } from './terms.ts';
import { verdictOf } from './verdict.ts';

export type AmountColumn = 'initialBudget' | 'adjustedBudget' | 'executed';

interface WrongSum {
  readonly column: AmountColumn;
  readonly printed: Printed;
  readonly terms: readonly Printed[];
}

/** A cell and what it should say for the sum to work out. */
export interface Suspect {
  readonly cell: Printed;
  readonly right: Ratio;
}

/** The one part whose correction is supported best of all; the total where nothing tells the cells apart. */
export function suspectOf(evaluation: Evaluation, { column, printed, terms }: WrongSum): Suspect {
  const sum = sumOf(terms);
  const gap = exact.subtract(sum, ratioOf(printed.value));
  const total = { cell: printed, right: sum };
  const parts = terms.map((cell) => ({ cell, right: exact.subtract(ratioOf(cell.value), gap) }));
  const suspects = [total, ...parts].map((suspect) => ({
    suspect,
    support: supportFor(evaluation, { column, ...suspect }),
  }));
  const most = Math.max(...suspects.map(({ support }) => support));
  const [best, ...equals] = suspects.filter(({ support }) => support === most);
  return best && most > 0 && equals.length === 0 ? best.suspect : total;
}

/** Decimals that no amount goes beyond. */
const MOST_PLACES = 8;

function decimalLike({ places }: Decimal, value: Ratio): Decimal {
  const most = Math.max(places, MOST_PLACES);
  return new Decimal((value.numerator * 10n ** BigInt(most)) / value.denominator, most);
}

interface Correction extends Suspect {
  readonly column: AmountColumn;
}

/** How many things of the form speak for the correction, less those that speak for the cell as it is. */
function supportFor(evaluation: Evaluation, { column, cell, right }: Correction): number {
  const line = evaluation.funding.find((candidate) => candidate[column] === cell);
  if (!line) return 0;
  return (
    weigh(rateFits(line), rateFits(withAmount(line, column, decimalLike(cell.value, right)))) +
    weigh(repeats(line, column, ratioOf(cell.value)), repeats(line, column, right))
  );
}

function weigh(before: boolean | null, after: boolean | null): number {
  return Number(after === true) - Number(before === true);
}

function withAmount(line: Funding, column: AmountColumn, value: Decimal): Funding {
  const amount = line[column];
  return amount ? { ...line, [column]: { ...amount, value } } : line;
}

/** Null where the line prints no rate or nothing to divide by. */
function rateFits({ adjustedBudget, executed, executionRate }: Funding): boolean | null {
  if (!adjustedBudget || !executed || !executionRate) return null;
  const rate = percentOf(executed.value, adjustedBudget.value);
  return rate && verdictOf(rate, executionRate.value, executionRate.value.places).fits;
}

/** Most budgets do not change: the initial and the adjusted amount of a line are one. */
function repeats(line: Funding, column: AmountColumn, value: Ratio): boolean | null {
  if (column === 'executed') return null;
  const twin = column === 'initialBudget' ? line.adjustedBudget : line.initialBudget;
  return twin && exact.compare(ratioOf(twin.value), value) === 0;
}
