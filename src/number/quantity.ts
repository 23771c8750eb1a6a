// Quantities of indicators: `≥98%`, `≤12小时`, `700元/人次`. What is no plain quantity (同比下降5%, 更加有序) is null.
// Surprise: `7月` and `2020年` are dates and no quantities, `1年` and `3个月` are quantities.

import { type Decimal, decimalOf } from './decimal.ts';
import { plainText } from './printed.ts';

export const COMPARATORS = ['≥', '≤', '>', '<', '='] as const;
export type Comparator = (typeof COMPARATORS)[number];

export interface Quantity {
  readonly comparator: Comparator | null;
  readonly amount: Decimal;
  readonly unit: string | null;
}

const SIGNS: readonly (readonly [RegExp, Comparator])[] = [
  [/^(?:[≥≧⩾]|>=|=>|﹥=)/, '≥'],
  [/^(?:[≤≦⩽]|<=|=<|﹤=)/, '≤'],
  [/^(?:=+|[═﹦])/, '='],
  [/^[>﹥]/, '>'],
  [/^[<﹤]/, '<'],
];

const AMOUNT = /^[+-]?(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?/;
/** A percent-like sign alone, or words with at most one bracket and one slash between them: 元/人次, 次(场), mg/m3. */
const UNIT =
  /^(?:[%‰℃]|(?:[\p{Script=Han}A-Za-z㎡㎥㎞²³°]|[a-z][23])+(?:\(\p{Script=Han}+\))?(?:\/[\p{Script=Han}A-Za-z㎡㎥²³23]+)*)$/u;
/** A unit that goes on as a sentence, or says up to when. */
const SENTENCE = /完成|达到|以上|以下|左右|之间|同比|上升|下降|提高|[前后底末内起止]$/;
/** 80余人, 30多个, 50万余元: something above, and how much nobody says. */
const VAGUE = /^[千万亿]*[余多来几]|余元?$/;
const UNITS_THAT_END_SO = new Set(['起']);
const LONGEST_UNIT = 12;
const LONGEST_TEXT = 64;

/** The quantity that a whole text states, with the comparator normalised (≧ → ≥), or null. */
export function quantityOf(text: string): Quantity | null {
  if (text.length > LONGEST_TEXT) return null;
  const plain = plainText(text);
  const sign = SIGNS.find(([pattern]) => pattern.test(plain));
  const rest = sign ? plain.replace(sign[0], '') : plain;
  const digits = AMOUNT.exec(rest)?.[0];
  const amount = digits === undefined ? null : decimalOf(digits);
  if (digits === undefined || amount === null) return null;
  const unit = rest.slice(digits.length);
  if (!isUnit(unit) || isDate(amount, unit)) return null;
  return { comparator: sign?.[1] ?? null, amount, unit: unit === '' ? null : unit };
}

function isUnit(text: string): boolean {
  if (text === '' || UNITS_THAT_END_SO.has(text)) return true;
  return text.length <= LONGEST_UNIT && UNIT.test(text) && !SENTENCE.test(text) && !VAGUE.test(text);
}

const FIRST_YEAR = 1900n;
const LAST_YEAR = 2100n;

function isDate(amount: Decimal, unit: string): boolean {
  if (amount.places > 0) return false;
  if (unit.startsWith('月')) return true;
  return unit.startsWith('年') && amount.units >= FIRST_YEAR && amount.units <= LAST_YEAR;
}
