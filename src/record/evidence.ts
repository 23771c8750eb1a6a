// An evaluation → the place of each of its values, by JSON Pointer, in the order of the record.
// Surprise: what is derived (a source from its label, a quantity from its target) stands where the statement stands that it comes from.

import type { Pointer } from '../diagnostic/diagnostic.ts';
import type { Quantity } from '../number/quantity.ts';
import type { Origin } from '../tree/origin.ts';
import { type Evaluation, type Funding, HEAD_FIELDS, type Indicator } from './evaluation.ts';
import type { Stated } from './stated.ts';

export interface Evidence {
  readonly text: string;
  readonly origin: Origin;
  readonly confidence: number;
  /** Present, and true, only where a person corrected it. */
  readonly corrected?: true | undefined;
}

type Entry = readonly [Pointer, Stated<unknown> | null];

export function evidenceOf(evaluation: Evaluation): Readonly<Record<string, Evidence>> {
  const entries = [...entriesOf(evaluation)];
  const corrected = new Set(evaluation.corrected);
  const first = entries.find(([, stated]) => stated !== null)?.[1] ?? null;
  return Object.fromEntries(
    entries.flatMap(([field, stated]) => {
      const ground = stated ?? (field === '/class' ? first : null);
      return ground === null ? [] : [[field, evidenceFor(ground, corrected)]];
    }),
  );
}

function evidenceFor(
  { field, text, origin, confidence }: Stated<unknown>,
  corrected: ReadonlySet<Pointer>,
): Evidence {
  const evidence = { text, origin: rounded(origin), confidence };
  return corrected.has(field) ? { ...evidence, corrected: true } : evidence;
}

/** Hundredths of a point: finer than any printer, and the same bytes on every machine. */
function rounded(origin: Origin): Origin {
  if (origin.on !== 'page') return origin;
  const [x0, y0, x1, y1] = origin.box;
  return {
    on: 'page',
    page: origin.page,
    box: [hundredths(x0), hundredths(y0), hundredths(x1), hundredths(y1)],
  };
}

function hundredths(value: number): number {
  return Math.round(value * 100) / 100;
}

function* entriesOf(evaluation: Evaluation): Generator<Entry> {
  for (const key of HEAD_FIELDS) yield [`/${key}`, evaluation[key]];
  for (const [at, line] of evaluation.funding.entries()) yield* fundingEntries(`/funding/${at}`, line);
  yield ['/goal/expected', evaluation.goal.expected];
  yield ['/goal/achieved', evaluation.goal.achieved];
  for (const [at, row] of evaluation.indicators.entries()) yield* indicatorEntries(`/indicators/${at}`, row);
  for (const key of ['weight', 'score', 'grade'] as const) yield [`/total/${key}`, evaluation.total[key]];
  for (const [at, { heading, text }] of evaluation.narrative.entries()) {
    yield [`/narrative/${at}/heading`, heading];
    yield [`/narrative/${at}/text`, text];
  }
}

const AMOUNTS = ['initialBudget', 'adjustedBudget', 'executed', 'weight', 'executionRate', 'score'] as const;

function* fundingEntries(at: Pointer, line: Funding): Generator<Entry> {
  yield [`${at}/source`, line.label];
  yield [`${at}/label`, line.label];
  for (const key of AMOUNTS) yield [`${at}/${key}`, line[key]];
}

const TEXTS = ['level1', 'level2', 'level3', 'target', 'adjustedTarget', 'actual'] as const;
const MEASURED = ['target', 'adjustedTarget', 'actual'] as const;
const MARKS = ['weight', 'score', 'deviation', 'partOf'] as const;

function* indicatorEntries(at: Pointer, row: Indicator): Generator<Entry> {
  for (const key of TEXTS) yield [`${at}/${key}`, row[key]];
  for (const key of MEASURED) yield* quantityEntries(`${at}/${key}Quantity`, row[`${key}Quantity`], row[key]);
  for (const key of MARKS) yield [`${at}/${key}`, row[key]];
}

function* quantityEntries(
  at: Pointer,
  quantity: Quantity | null,
  ground: Stated<string> | null,
): Generator<Entry> {
  if (quantity === null) return;
  yield [at, ground];
  if (quantity.comparator !== null) yield [`${at}/comparator`, ground];
  yield [`${at}/amount`, ground];
  if (quantity.unit !== null) yield [`${at}/unit`, ground];
}
