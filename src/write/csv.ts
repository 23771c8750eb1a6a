// Rows → CSV text: quoted where needed, nothing that runs. The one home of fast-csv.
// Surprise: null and '' both become an empty cell; on paper both are nothing.

import { writeToString } from 'fast-csv';
import type { Decimal } from '../number/index.ts';
import { neutralised } from './formula.ts';

export type CsvValue = string | number | Decimal | null;
export type CsvRow = readonly CsvValue[];

/** Spreadsheets take a CSV without it for the local 8-bit encoding. */
export const BOM = '\uFEFF';

/** Every row ends with a line break, so that chunks can be put one after the other. */
export async function csvOf(rows: readonly CsvRow[]): Promise<string> {
  if (rows.length === 0) return '';
  return writeToString(
    rows.map((row) => row.map(cellOf)),
    { headers: false, includeEndRowDelimiter: true },
  );
}

function cellOf(value: CsvValue): string {
  return value === null ? '' : neutralised(String(value));
}
