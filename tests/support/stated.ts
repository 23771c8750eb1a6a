// Evaluations from plain JSON (the shape of the published record), each value stated at a place of its own.
// Surprise: JSON numbers have lost their trailing zeros, so a printed 7.30 cannot be had from them; give such a number as a string.

import type { Pointer } from '../../src/diagnostic/index.ts';
import type { ColumnName } from '../../src/form/form.ts';
import { decimalOf, printedDecimal, quantityOf } from '../../src/number/index.ts';
import type { Evaluation, Funding, Indicator } from '../../src/record/evaluation.ts';
import type { Stated } from '../../src/record/stated.ts';
import type { Reading } from '../../src/tree/nodes.ts';
import type { Json } from './shared-forms.ts';

type Plain = Readonly<Record<string, Json | undefined>>;

let places = 0;

export function statedOf<T>(value: T, field: Pointer, more: Partial<Stated<T>> = {}): Stated<T> {
  places += 1;
  const origin = { on: 'text', line: places, column: 1 } as const;
  return { value, field, text: String(value), origin, confidence: 1, readings: [], ...more };
}

/** The same statement as a recognizer would give it. */
export function read<T>(stated: Stated<T>, confidence: number, readings: readonly Reading[]): Stated<T> {
  return { ...stated, confidence, readings };
}

/** The other readings of one printed text, each with its probability. */
export type Readings = readonly (readonly [text: string, probability: number])[];

/** The same statements wherever they stand, those at these pointers with other readings. */
export function withReadings(
  evaluation: Evaluation,
  readings: Readonly<Record<string, Readings>>,
): Evaluation {
  const anew = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(anew);
    if (typeof value !== 'object' || value === null || 'units' in value) return value;
    if (!('readings' in value))
      return Object.fromEntries(Object.entries(value).map(([key, child]) => [key, anew(child)]));
    const stated = value as Stated<unknown>;
    const others = readings[stated.field]?.map(([text, probability]) => ({ text, probability }));
    return others ? read(stated, 0.9, others) : value;
  };
  return anew(evaluation) as Evaluation;
}

function textAt(plain: Plain, key: string, at: string): Stated<string> | null {
  const value = plain[key];
  return value === null || value === undefined ? null : statedOf(String(value), `${at}/${key}` as Pointer);
}

function numberAt(plain: Plain, key: string, at: string) {
  const value = plain[key];
  if (value === null || value === undefined) return null;
  const decimal = decimalOf(String(value)) ?? printedDecimal(String(value));
  if (!decimal) throw new Error(`no decimal at ${at}/${key}: ${String(value)}`);
  return { ...statedOf(decimal, `${at}/${key}` as Pointer), text: String(value) };
}

function fundingOf(plain: Plain, at: string): Funding {
  return {
    source: plain.source as Funding['source'],
    label: statedOf(String(plain.label ?? plain.source), `${at}/label` as Pointer),
    initialBudget: numberAt(plain, 'initialBudget', at),
    adjustedBudget: numberAt(plain, 'adjustedBudget', at),
    executed: numberAt(plain, 'executed', at),
    weight: numberAt(plain, 'weight', at),
    executionRate: numberAt(plain, 'executionRate', at),
    score: numberAt(plain, 'score', at),
  };
}

function indicatorOf(plain: Plain, at: string): Indicator {
  const target = textAt(plain, 'target', at);
  const adjustedTarget = textAt(plain, 'adjustedTarget', at);
  const actual = textAt(plain, 'actual', at);
  return {
    level1: textAt(plain, 'level1', at),
    level2: textAt(plain, 'level2', at),
    level3: textAt(plain, 'level3', at),
    target,
    adjustedTarget,
    actual,
    targetQuantity: target && quantityOf(target.value),
    adjustedTargetQuantity: adjustedTarget && quantityOf(adjustedTarget.value),
    actualQuantity: actual && quantityOf(actual.value),
    weight: numberAt(plain, 'weight', at),
    score: numberAt(plain, 'score', at),
    deviation: textAt(plain, 'deviation', at),
    partOf: typeof plain.partOf === 'number' ? statedOf(plain.partOf, `${at}/partOf` as Pointer) : null,
  };
}

const FUND_COLUMNS: readonly (readonly [ColumnName, keyof Funding])[] = [
  ['initialBudget', 'initialBudget'],
  ['adjustedBudget', 'adjustedBudget'],
  ['executed', 'executed'],
  ['executionRate', 'executionRate'],
  ['fundingWeight', 'weight'],
  ['fundingScore', 'score'],
];
const ROW_COLUMNS = [
  'level1',
  'level2',
  'level3',
  'target',
  'adjustedTarget',
  'actual',
  'weight',
  'score',
] as const;

/** The labels of units, the columns in which anything stands, and the one for reasons. */
function columnsOf(funding: readonly Funding[], rows: readonly Indicator[]): readonly ColumnName[] {
  const fund = FUND_COLUMNS.filter(([, key]) => funding.some((line) => line[key] !== null)).map(
    ([name]) => name,
  );
  const row = ROW_COLUMNS.filter((key) => rows.some((line) => line[key] !== null));
  return ['supervisor', 'implementer', ...fund, ...row, 'deviation'];
}

function listOf(value: Json | undefined): readonly Plain[] {
  return (value ?? []) as readonly Plain[];
}

export function evaluationOf(plain: Plain): Evaluation {
  const funding = listOf(plain.funding).map((line, at) => fundingOf(line, `/funding/${at}`));
  const indicators = listOf(plain.indicators).map((row, at) => indicatorOf(row, `/indicators/${at}`));
  const goal = (plain.goal ?? {}) as Plain;
  const total = (plain.total ?? {}) as Plain;
  return {
    title: textAt(plain, 'title', ''),
    class: plain.class ? statedOf(plain.class as never, '/class') : null,
    fiscalYear: typeof plain.fiscalYear === 'number' ? statedOf(plain.fiscalYear, '/fiscalYear') : null,
    projectName: textAt(plain, 'projectName', ''),
    projectCode: textAt(plain, 'projectCode', ''),
    supervisor: textAt(plain, 'supervisor', ''),
    supervisorCode: textAt(plain, 'supervisorCode', ''),
    implementer: textAt(plain, 'implementer', ''),
    amountUnit: textAt(plain, 'amountUnit', ''),
    funding,
    goal: { expected: textAt(goal, 'expected', '/goal'), achieved: textAt(goal, 'achieved', '/goal') },
    indicators,
    total: {
      weight: numberAt(total, 'weight', '/total'),
      score: numberAt(total, 'score', '/total'),
      grade: textAt(total, 'grade', '/total'),
    },
    narrative: listOf(plain.narrative).map((block, at) => ({
      heading: textAt(block, 'heading', `/narrative/${at}`),
      text: textAt(block, 'text', `/narrative/${at}`),
    })),
    columns: columnsOf(funding, indicators),
    remarks: [],
    unsure: [],
    corrected: [],
  };
}
