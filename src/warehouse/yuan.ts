// An amount in its printed unit → the same amount in 元, exactly: a shift of the decimal point.
// Surprise: a unit that is printed in the cell itself (620.82万元) goes before the form's; without any unit there is no amount in 元.

import { type Decimal, plainText, shifted } from '../number/index.ts';

/** Powers of ten of 元. Longer names come first, so that 万元 does not match in 百万元. */
const POWERS: readonly (readonly [unit: string, power: number])[] = [
  ['千万', 7],
  ['百万', 6],
  ['十万', 5],
  ['亿', 8],
  ['万', 4],
  ['千', 3],
  ['百', 2],
];

/** The power of ten of a printed unit (`万元`, `（单位：万元）`, `人民币元`), or null where it says nothing of money. */
export function powerOf(unit: string | null): number | null {
  const plain = plainText(unit ?? '');
  const multiple = POWERS.find(([name]) => plain.includes(`${name}元`) || plain === name);
  if (multiple) return multiple[1];
  return plain.includes('元') ? 0 : null;
}

/** `text` is what the cell prints. */
export function yuanOf(amount: Decimal | null, text: string | null, unit: string | null): Decimal | null {
  const power = (text !== null && /元\s*$/.test(text) ? powerOf(text) : null) ?? powerOf(unit);
  return amount === null || power === null ? null : shifted(amount, power);
}
