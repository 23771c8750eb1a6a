// Cells that a spreadsheet would take for a formula, made harmless, and back.
// Surprise: apostrophes that stand before such a cell on the paper get one more, so that taking one away is always right.

import { decimalOf } from '../number/index.ts';

const DANGEROUS = /^'*[=+\-@\t\r]/;
const NEUTRALISED = /^'+[=+\-@\t\r]/;

/** With a leading apostrophe where the cell begins with = + - @ tab or CR and is no number. */
export function neutralised(text: string): string {
  return DANGEROUS.test(text) && decimalOf(text) === null ? `'${text}` : text;
}

/** What was neutralised, as it was. */
export function restored(text: string): string {
  return NEUTRALISED.test(text) ? text.slice(1) : text;
}
