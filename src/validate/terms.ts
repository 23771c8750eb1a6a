// The terms of a sum, each printed thing once, and the sum written out for a letter.

import { exact, type Ratio, ratioOf } from '../number/index.ts';
import type { Evaluation } from '../record/evaluation.ts';
import { originKey } from '../tree/origin.ts';
import { unitIn } from './money.ts';
import type { Printed } from './subject.ts';
import { shown } from './verdict.ts';

/** One key for one printed thing. */
export function printingKey(stated: Printed | null): string {
  return stated === null ? '' : `${originKey(stated.origin)} ${stated.text}`;
}

/** Without repetitions: a score in one merged cell stands in every row that it covers and is one term. */
export function distinct(stated: readonly Printed[]): readonly Printed[] {
  const seen = new Set<string>();
  return stated.filter((term) => {
    const key = printingKey(term);
    return seen.size < seen.add(key).size;
  });
}

/** False where cells name another unit than others, or than the table (62万元 beside 620000): then nothing is added or divided. */
export function areInOneUnit(stated: readonly Printed[], { amountUnit }: Evaluation): boolean {
  const ofTable = unitIn(amountUnit?.value ?? '');
  const units = stated.flatMap(({ text }) => unitIn(text) ?? ofTable ?? []);
  return new Set(units).size <= 1;
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
