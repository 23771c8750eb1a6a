// Every value of a record that is not null has evidence, evidence is of nothing else, and a report is what its schema says.

import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { Decimal } from '../../src/number/index.ts';
import { exactReportSchema, reportSchemaWith } from '../../src/record/index.ts';
import { reportJson } from '../../src/write/index.ts';
import { casesIn, FIXTURES, outcomeOfCase } from '../support/case.ts';

/** Pointers of all values that are not null, and of the objects that are a value of their own (quantities). */
function* pointersIn(value: unknown, at: string): Generator<string> {
  if (value === null) return;
  const leaf = typeof value !== 'object' || value instanceof Decimal;
  if (leaf || /Quantity$/.test(at)) yield at;
  if (!leaf) for (const [key, child] of Object.entries(value)) yield* pointersIn(child, `${at}/${key}`);
}

describe.each(casesIn(FIXTURES))('case %s', async (name) => {
  const { report } = await outcomeOfCase(join(FIXTURES, name));

  it('has evidence for every value and for nothing else', () => {
    for (const { evidence, ...values } of report.evaluations) {
      expect(Object.keys(evidence).toSorted()).toEqual([...pointersIn(values, '')].toSorted());
    }
  });

  it('fits its schema, as it is and as JSON', () => {
    expect(exactReportSchema.safeParse(report).error).toBeUndefined();
    const published = reportSchemaWith(z.number()).safeParse(JSON.parse(reportJson(report)));
    expect(published.error).toBeUndefined();
  });

  it('has the keys of the contract in its order', () => {
    const [evaluation] = report.evaluations;
    if (!evaluation) throw new Error(`${name} holds no form`);
    expect(Object.keys(evaluation).join(' ')).toBe(
      'title class fiscalYear projectName projectCode supervisor supervisorCode implementer amountUnit ' +
        'funding goal indicators total narrative evidence',
    );
    for (const indicator of evaluation.indicators) {
      expect(Object.keys(indicator).join(' ')).toBe(
        'level1 level2 level3 target adjustedTarget actual targetQuantity adjustedTargetQuantity actualQuantity ' +
          'weight score deviation partOf',
      );
    }
  });
});
