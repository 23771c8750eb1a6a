// What a province or a reviewer expects of a form: weights, grades, formulas and thresholds, as data that a schema checks.
// Surprise: bounds are JSON numbers in the file and exact ratios in use (boundOf); none of them is an amount.

import { z } from 'zod';
import { decimalOf, ratioOf } from '../number/decimal.ts';
import type { Ratio } from '../number/ratio.ts';

/** What JSON writes with an exponent is no bound that a person would give. */
const Plain = z
  .number()
  .min(0)
  .refine((bound) => decimalOf(String(bound)) !== null, 'a plain decimal is expected');
const Bound = Plain.max(1000);
const Percent = Bound;
const Points = Bound;

export const ProfileSchema = z.strictObject({
  name: z.string().min(1),
  title: z.strictObject({ zh: z.string(), en: z.string() }),
  /** Points usually given to the execution rate and to each first-level indicator, and all together. */
  weights: z.strictObject({
    execution: Points,
    output: Points,
    benefit: Points,
    satisfaction: Points,
    total: Points,
  }),
  /** How a missed falling target is scored: `inverse` = target/actual × weight; `linear` = 0 from twice the target. */
  fallingFormulas: z.array(z.enum(['inverse', 'linear'])).min(1),
  /** From the best down; a total of at least `from` has the grade. */
  grades: z.array(z.strictObject({ grade: z.string().min(1), from: Points })).min(1),
  /** Percent. Below it an execution rate needs a reason. */
  lowExecution: Percent,
  /** Percentage points. */
  scoreAboveExecution: Percent,
  /** Percent of the target from which a reason is asked for. */
  overachievement: Percent,
  /** Percent over its target from which a cost indicator is named. */
  costOverrun: Percent,
  /** Indicators, all with full marks, from which this is worth a note. */
  fullMarksRows: z.int().min(1),
  /** In 元. A total of the funds that is not between them is suspected of another unit; 0 is not. */
  saneFunds: z.strictObject({ least: Plain, most: Plain }),
  reading: z.strictObject({
    /** Confidence below which a reading is doubted; scans only. */
    doubtedBelow: z.number().min(0).max(1),
    /** At most so many doubts a form, the worst first. */
    mostDoubts: z.int().min(0),
    /** Probability from which another reading counts as likely. */
    likelyFrom: z.number().min(0).max(1),
  }),
});

export type Profile = Readonly<z.infer<typeof ProfileSchema>>;

/** A bound of a profile as an exact value. */
export function boundOf(bound: number): Ratio {
  const decimal = decimalOf(String(bound));
  if (!decimal) throw new RangeError(`a bound that is no plain decimal: ${bound}`);
  return ratioOf(decimal);
}
