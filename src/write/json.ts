// Reports as JSON and back, with the printed decimals on both ways.
// Surprise: JSON.parse would make 7.30 a 7.3; the reviver takes the digits from the text of the number itself.

import { type Decimal, decimalOf } from '../number/index.ts';
import type { Report } from '../record/index.ts';

/** One line, or indented. Ends with a line break. */
export function reportJson(report: Report, pretty = false): string {
  return `${JSON.stringify(report, null, pretty ? 2 : undefined)}\n`;
}

/** The report that `reportJson` wrote. The text is our own, so its shape is not checked again. */
export function reportFrom(json: string): Report {
  return JSON.parse(json, revived as (key: string, value: unknown) => unknown) as Report;
}

const AMOUNTS = new Set([
  'initialBudget',
  'adjustedBudget',
  'executed',
  'weight',
  'executionRate',
  'score',
  'amount',
]);

function revived(key: string, value: unknown, context: { readonly source: string }): unknown {
  if (typeof value !== 'number' || !AMOUNTS.has(key)) return value;
  return amountFrom(context.source);
}

function amountFrom(digits: string): Decimal {
  const amount = decimalOf(digits);
  if (amount === null) throw new SyntaxError(`not a printed amount: ${digits}`);
  return amount;
}
