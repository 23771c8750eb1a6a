// The published JSON Schemas by name: what `hebiao schema` prints and schemas/ holds.

import { z } from 'zod';
import { ProfileSchema } from './profile.ts';
import { diagnosticSchema, evaluationSchemaWith, reportSchemaWith } from './schemas.ts';

const printedAmount = z.number();

const PUBLISHED = {
  report: reportSchemaWith(printedAmount),
  evaluation: evaluationSchemaWith(printedAmount),
  diagnostic: diagnosticSchema,
  profile: ProfileSchema,
};

/** A Report as its JSON has it. */
export type PublishedReport = z.infer<typeof PUBLISHED.report>;

export const SCHEMA_NAMES = Object.keys(PUBLISHED);

/** By name, in the order of SCHEMA_NAMES. */
export function jsonSchemas(): Readonly<Record<string, object>> {
  return Object.fromEntries(
    Object.entries(PUBLISHED).map(([name, schema]) => [name, { title: name, ...z.toJSONSchema(schema) }]),
  );
}
