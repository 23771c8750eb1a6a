// The terms of a sum, each printed thing once, and the sum written out for a letter.

import { exact, type Ratio, ratioOf } from '../number/index.ts';
import { originKey } from '../tree/origin.ts';
import type { Printed } from './subject.ts';
import { shown } from './verdict.ts';

/** Without repetitions: a score in one merged cell stands in every row that it covers and is one term. */
export function distinct(stated: readonly Printed[]): readonly Printed[] {
  const seen = new Map(
    stated.map((term) => [`${originKey(term.origin)} ${term.text}`, term] as const).reverse(),
  );
  return stated.filter((term) => seen.get(`${originKey(term.origin)} ${term.text}`) === term);
}

export function sumOf(terms: readonly Printed[]): Ratio {
  return exact.sum(terms.map(({ value }) => ratioOf(value)));
}

/** `7.3 + 0.6 + 0.39 = 8.29`; one term alone is just itself. */
export function writtenSum(terms: readonly Printed[]): string {
  const values = terms.map(({ value }) => value);
  const total = shown(sumOf(terms));
  return terms.length > 1 ? `${values.map(signed).join(' + ')} = ${total}` : total;
}

function signed(value: { units: bigint; toString(): string }): string {
  return value.units < 0n ? `(${value})` : String(value);
}
