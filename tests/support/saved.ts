// Reports to load that no paper would hold: made here value by value, and written as a run writes them.

import { createHash } from 'node:crypto';
import { type Decimal, decimalOf } from '../../src/number/index.ts';
import type { PublishedEvaluation, Report } from '../../src/record/index.ts';
import type { SavedReport } from '../../src/warehouse/index.ts';
import { reportJson } from '../../src/write/index.ts';

export function exact(digits: string): Decimal {
  const decimal = decimalOf(digits);
  if (decimal === null) throw new Error(`no decimal: ${digits}`);
  return decimal;
}

export type Line = PublishedEvaluation['funding'][number];

export const BLANK_LINE: Line = {
  source: 'total',
  label: '年度资金总额',
  initialBudget: null,
  adjustedBudget: null,
  executed: null,
  weight: null,
  executionRate: null,
  score: null,
};

export const BLANK_FORM: PublishedEvaluation = {
  title: null,
  class: 'project',
  fiscalYear: null,
  projectName: null,
  projectCode: null,
  supervisor: null,
  supervisorCode: null,
  implementer: null,
  amountUnit: '万元',
  funding: [],
  goal: { expected: null, achieved: null },
  indicators: [],
  total: { weight: null, score: null, grade: null },
  narrative: [],
  evidence: {},
};

/** The same `name` is the same document. */
export function reportWith(name: string, forms: readonly Partial<PublishedEvaluation>[]): Report {
  const sha256 = createHash('sha256').update(name).digest('hex');
  return {
    schemaVersion: '1',
    source: { name, sha256, bytes: name.length, carrier: 'text', pages: 1 },
    evaluations: forms.map((form) => ({ ...BLANK_FORM, ...form })),
    diagnostics: [],
  };
}

export function savedAs(report: Report, programVersion: string | null = '1.0.0'): SavedReport {
  return { where: report.source.name, text: reportJson(report), programVersion };
}

export async function* oneByOne<T>(things: readonly T[]): AsyncGenerator<T> {
  yield* things;
}
