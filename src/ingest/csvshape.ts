// A text → whether it has the shape of CSV.
// Surprise: prose and flattened forms hold commas too, so only equally long records prove it.

import { delimiterOf } from './csv.ts';
import { recordsOf } from './csvrecords.ts';

/** `none`: no delimiter at all. `maybe`: the name may decide. `sure`: a rectangle of four records and four fields or more. */
export type CsvScore = 'none' | 'maybe' | 'sure';

const LOOKED_AT = 20_000;
const SURE_RECORDS = 4;
const SURE_FIELDS = 4;

export function csvScore(text: string): CsvScore {
  const delimiter = delimiterOf(text);
  if (!text.includes(delimiter)) return 'none';
  if (delimiter === '\t') return 'maybe';
  const start = text.slice(0, LOOKED_AT);
  const { records } = recordsOf(start, delimiter, LOOKED_AT);
  const whole = text.length > LOOKED_AT ? records.slice(0, -1) : records;
  const widths = new Set(whole.map((fields) => fields.length));
  const [width = 0] = widths;
  return widths.size === 1 && whole.length >= SURE_RECORDS && width >= SURE_FIELDS ? 'sure' : 'maybe';
}
