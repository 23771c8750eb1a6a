// What a workbook stores for a cell (a kind, a value, a style) → the text that it shows.

import { builtInFormat, shownText } from './format.ts';

/** `kind` is the cell's `t`: n number, s shared string, str formula string, inlineStr, b boolean, e error, d date. */
export interface Stored {
  readonly kind: string;
  readonly style: number;
  readonly value: string;
}

/** `strings` are the shared ones; `formats[style]` is the number format of a cell style. */
export interface Styles {
  readonly strings: readonly string[];
  readonly formats: readonly string[];
  readonly date1904: boolean;
}

export function storedText(stored: Stored, styles: Styles): string {
  const { kind, value } = stored;
  const format = styles.formats[stored.style] ?? 'General';
  if (kind === 's') return shownString(styles.strings[Number(value)] ?? '', format);
  if (kind === 'str' || kind === 'inlineStr') return shownString(value, format);
  if (kind === 'b') return value === '1' || value === 'true' ? 'TRUE' : 'FALSE';
  if (value === '' || (kind !== 'n' && kind !== 'd')) return value;
  const number = kind === 'd' ? serialOf(value, styles.date1904) : Number(value);
  return Number.isFinite(number) ? shownText(number, format, styles.date1904) : value;
}

const DAY = 86_400_000;

/** A date as ISO 8601 writes it, as the number that any other date is stored as: days since the beginning of 1900 or 1904. */
function serialOf(iso: string, date1904: boolean): number {
  const instant = Date.parse(/T/.test(iso) ? `${iso.replace(/Z$/, '')}Z` : iso);
  return (instant - Date.UTC(1899, 11, 30)) / DAY - (date1904 ? 1_462 : 0);
}

/** A format's fourth section may dress a text up; formats without one show it as it is. */
function shownString(text: string, format: string): string {
  const plain = text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) =>
    String.fromCharCode(Number.parseInt(code, 16)),
  );
  return format.includes('@') && format !== '@' ? shownText(plain, format, false) : plain;
}

/** Format codes by cell style, from the styles part's own formats and its list of cell styles. */
export function formatsOf(
  own: ReadonlyMap<number, string>,
  styleFormats: readonly number[],
): readonly string[] {
  return styleFormats.map((id) => own.get(id) ?? builtInFormat(id));
}
