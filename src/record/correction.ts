// What a person corrected, as it is stored: one line a correction, only ever added to, never changed.
// Surprise: a person may say two things only, what a cell prints and which cells state a field; values and findings are worked out anew from these.

import { z } from 'zod';
import type { Frozen } from './frozen.ts';
import { originSchema } from './schemas.ts';

const pointer = z.templateLiteral(['/', z.string()]);
/** Who and when (ISO 8601, UTC): for the reader of the file; nothing is worked out from them. */
const said = { by: z.string(), at: z.iso.datetime() };

/** A cell prints `to`, not `from`; equal ones say that a person looked and it is so. */
const textCorrection = z.object({
  kind: z.literal('text'),
  ...said,
  place: originSchema,
  from: z.string(),
  to: z.string(),
});

/** The field is stated by the cells at `to`, not by those at `from`; none: nothing on the paper states it. */
const bindingCorrection = z.object({
  kind: z.literal('binding'),
  ...said,
  evaluation: z.int().nonnegative(),
  field: pointer,
  from: z.array(originSchema),
  to: z.array(originSchema),
});

/** Takes back the correction with this number, counted from 0 in the file. */
const withdrawal = z.object({ kind: z.literal('withdrawal'), ...said, of: z.int().nonnegative() });

export const correctionSchema = z.discriminatedUnion('kind', [textCorrection, bindingCorrection, withdrawal]);
export type Correction = Frozen<z.infer<typeof correctionSchema>>;
export type TextCorrection = Frozen<z.infer<typeof textCorrection>>;
export type BindingCorrection = Frozen<z.infer<typeof bindingCorrection>>;
