// The published shapes, as zod schemas: what schemas/*.schema.json and the types of a report are made from.
// Surprise: the shape of a report is described once and made twice: with exact Decimals (inside) and with plain numbers (as JSON).

import { z } from 'zod';
import { CODES, EXPLANATIONS, LEVELS } from '../diagnostic/diagnostic.ts';
import { COMPARATORS } from '../number/quantity.ts';
import { CARRIERS } from '../tree/nodes.ts';
import { FORM_CLASSES, FUNDING_SOURCES } from './evaluation.ts';

export const SCHEMA_VERSION = '1';

const text = z.string().nullable();
const pointer = z.templateLiteral(['/', z.string()]);

const box = z.tuple([z.number(), z.number(), z.number(), z.number()]);
export const originSchema = z.discriminatedUnion('on', [
  z.strictObject({ on: z.literal('text'), line: z.int(), column: z.int() }),
  z.strictObject({ on: z.literal('page'), page: z.int(), box }),
  z.strictObject({ on: z.literal('sheet'), sheet: z.string(), cell: z.string() }),
  z.strictObject({ on: z.literal('markup'), path: z.string() }),
]);

export const evidenceSchema = z.strictObject({
  text: z.string(),
  origin: originSchema,
  confidence: z.number().min(0).max(1),
  /** Only where a person corrected what was read. */
  corrected: z.literal(true).optional(),
});

/** `amount` is how a printed number is held. */
export function quantitySchemaWith<N extends z.ZodType>(amount: N) {
  return z.strictObject({ comparator: z.enum(COMPARATORS).nullable(), amount, unit: text });
}

function fundingSchemaWith<N extends z.ZodType>(amount: N) {
  return z.strictObject({
    source: z.enum(FUNDING_SOURCES),
    label: z.string(),
    initialBudget: amount.nullable(),
    adjustedBudget: amount.nullable(),
    executed: amount.nullable(),
    weight: amount.nullable(),
    executionRate: amount.nullable(),
    score: amount.nullable(),
  });
}

function indicatorSchemaWith<N extends z.ZodType>(amount: N) {
  const quantity = quantitySchemaWith(amount).nullable();
  return z.strictObject({
    level1: text,
    level2: text,
    level3: text,
    target: text,
    adjustedTarget: text,
    actual: text,
    targetQuantity: quantity,
    adjustedTargetQuantity: quantity,
    actualQuantity: quantity,
    weight: amount.nullable(),
    score: amount.nullable(),
    deviation: text,
    partOf: z.int().min(0).nullable(),
  });
}

export function evaluationSchemaWith<N extends z.ZodType>(amount: N) {
  return z.strictObject({
    title: text,
    class: z.enum(FORM_CLASSES),
    fiscalYear: z.int().nullable(),
    projectName: text,
    projectCode: text,
    supervisor: text,
    supervisorCode: text,
    implementer: text,
    amountUnit: text,
    funding: z.array(fundingSchemaWith(amount)),
    goal: z.strictObject({ expected: text, achieved: text }),
    indicators: z.array(indicatorSchemaWith(amount)),
    total: z.strictObject({ weight: amount.nullable(), score: amount.nullable(), grade: text }),
    narrative: z.array(z.strictObject({ heading: text, text })),
    evidence: z.record(z.string(), evidenceSchema),
  });
}

export const diagnosticSchema = z.strictObject({
  level: z.enum(LEVELS),
  code: z.enum(CODES),
  evaluation: z.int().min(0).nullable(),
  fields: z.array(pointer),
  stated: text,
  computed: text,
  explanation: z.enum(EXPLANATIONS).nullable(),
  message: z.strictObject({ zh: z.string(), en: z.string() }),
  because: z.array(z.strictObject({ field: pointer, text: z.string() })),
});

/** `carrier` and `pages` are null where the source could not be taken for a document, `sha256` where there were no bytes to read. */
export const sourceSchema = z.strictObject({
  name: z.string(),
  sha256: text,
  bytes: z.int().min(0),
  carrier: z.enum(CARRIERS).nullable(),
  pages: z.int().min(0).nullable(),
});

export function reportSchemaWith<N extends z.ZodType>(amount: N) {
  return z.strictObject({
    schemaVersion: z.literal(SCHEMA_VERSION),
    source: sourceSchema,
    evaluations: z.array(evaluationSchemaWith(amount)),
    diagnostics: z.array(diagnosticSchema),
  });
}
