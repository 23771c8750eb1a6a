// What a cell prints where a number is expected: full-width digits, separators and a unit behind it, as a decimal.
// Surprise: a percent sign is dropped, not applied: 71.25% is 71.25, since rates are kept in percent.

import { type Decimal, decimalOf } from './decimal.ts';

const FULL_WIDTH = /[\uFF01-\uFF5E]/g;
const MINUS = /[−–﹣]/g;

/** ASCII for full-width ASCII, one minus sign, no white space at all. */
export function plainText(text: string): string {
  return text
    .replace(FULL_WIDTH, (char) => String.fromCharCode(char.charCodeAt(0) - 0xfee0))
    .replace(MINUS, '-')
    .replace(/\s+/g, '');
}

/** Longest number cell worth reading; beyond it is prose. */
const LONGEST = 64;
const TRAILING_UNIT = /(?:亿元|千万元|百万元|万元|千元|元|分|%)$/;

/** The decimal that a number cell prints, or null: `６２０.８２万元` → 620.82, `100.00%` → 100.00, `--` → null. */
export function printedDecimal(text: string): Decimal | null {
  if (text.length > LONGEST) return null;
  return decimalOf(
    plainText(text)
      .replace(/^[¥￥]/, '')
      .replace(TRAILING_UNIT, ''),
  );
}
