// Cell references: `B7` ↔ row and column, `A1:J1` → a range. Rows and columns are 0-based.

import { MOST_COLUMNS } from '../caps.ts';
import type { Range, SheetCell } from './sheet.ts';

/** The height of a worksheet since Excel 2007. */
export const MOST_ROWS = 1_048_576;

type Slot = Pick<SheetCell, 'row' | 'column'>;

/** Null for what is no reference, or lies outside the largest possible sheet. */
export function slotOf(reference: string): Slot | null {
  const match = /^\$?([A-Z]{1,3})\$?(\d{1,7})$/i.exec(reference);
  if (!match) return null;
  const letters = (match[1] ?? '').toUpperCase();
  const column = [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
  const row = Number(match[2]) - 1;
  return row >= 0 && row < MOST_ROWS && column < MOST_COLUMNS ? { row, column } : null;
}

export function rangeOf(reference: string): Range | null {
  const [first = '', last = first] = reference.split(':');
  const from = slotOf(first);
  const to = slotOf(last);
  if (!from || !to) return null;
  return {
    top: Math.min(from.row, to.row),
    left: Math.min(from.column, to.column),
    bottom: Math.max(from.row, to.row),
    right: Math.max(from.column, to.column),
  };
}

export function referenceOf({ row, column }: Slot): string {
  let letters = '';
  for (let rest = column + 1; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  }
  return `${letters}${row + 1}`;
}
