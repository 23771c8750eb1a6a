// How ill a text fits a column, by its type alone: 0 fits, IMPOSSIBLE cannot be. The unit is "one doubtful cell".
// Surprise: nothing here looks at other rows or at totals; what one cell can be is decided by what it prints.

import { conceptIn } from '../../form/vocabulary.ts';
import { folded } from '../../text/label.ts';

export type ColumnKind =
  | 'level1'
  | 'level2'
  | 'level3'
  | 'comparator'
  | 'unit'
  | 'value'
  | 'points'
  | 'amount'
  | 'rate'
  | 'reason'
  | 'anything';

export const IMPOSSIBLE = 9;

const DASH = /^[-—–/*_]+$/;
const POINTS = /^(100(\.0+)?|\d{1,2}(\.\d{1,4})?)分?$/;
const AMOUNT = /^-?(\d{1,3}(,\d{3})+|\d+)(\.\d+)?(万元|元|亿元)?$/;
const LEADING_ZERO = /^[≥≤><=]*0\d/;
const RATE = /^\d+(\.\d+)?%$/;
const NUMBER = /^-?[\d,]+(\.\d+)?$/;
const QUANTITY =
  /^([≥≤><=]*|不低于|不少于|不超过|不高于|小于|大于|低于|高于|达到)\d[\d,]*(\.\d+)?([%‰]|[^\d\s≥≤><=]{1,8})?$/;
const SIGN = /^([≥≤><=]+|定性|定量)$/;
const HAN = /\p{Script=Han}/u;
const QUALITATIVE =
  /^(达成预期指标|部分达成预期指标|未达成预期指标|达成|有效|明显|显著|是|否|完成|已完成|合格|优|良|良好|全部完成|按时完成|长期|中长期|基本达成|效果明显|显著提升|稳步提升|逐步提升|有所提升|不断提高|持续|好|较好|优良)$/;

export function isQualitative(text: string): boolean {
  return QUALITATIVE.test(folded(text));
}

/** What is left of a level's cell whose words stand upright: (50分). */
const POINTS_ALONE = /^\(\d+分\)$/;

const FITS: Readonly<Record<ColumnKind, (text: string, printed: string) => number>> = {
  level1: (text, printed) => (conceptIn('level1', printed) ? 0 : POINTS_ALONE.test(text) ? 0.5 : 3.5),
  level2: (text, printed) =>
    conceptIn('level2', printed) ? (/\d分\)$/.test(text) ? 1 : 0) : HAN.test(text) ? 4 : IMPOSSIBLE,
  level3: nameFit,
  comparator: (text) => (SIGN.test(text) ? 0 : IMPOSSIBLE),
  unit: (text) => (/\d/.test(text) || text.length > 8 || SIGN.test(text) ? IMPOSSIBLE : 0.2),
  value: valueFit,
  points: (text) => (POINTS.test(text) ? zeroCost(text) : IMPOSSIBLE),
  amount: (text) => (AMOUNT.test(text) ? zeroCost(text) : IMPOSSIBLE),
  rate: (text) => (RATE.test(text) ? rateCost(text) : NUMBER.test(text) ? 0.4 + rateCost(text) : IMPOSSIBLE),
  reason: reasonFit,
  anything: () => 1,
};

/** Cost of `text` standing in a column of a kind. Dashes may stand anywhere but in a name. */
export function misfit(kind: ColumnKind, text: string): number {
  const known = answers.get(kind)?.get(text);
  return known ?? remembered(kind, text, judged(kind, text));
}

/** The same short texts are asked again and again while a row is aligned. */
const answers = new Map<ColumnKind, Map<string, number>>();
const MOST_ANSWERS = 50_000;

function remembered(kind: ColumnKind, text: string, cost: number): number {
  const ofKind = answers.get(kind) ?? new Map<string, number>();
  if (ofKind.size > MOST_ANSWERS) ofKind.clear();
  answers.set(kind, ofKind.set(text, cost));
  return cost;
}

function judged(kind: ColumnKind, text: string): number {
  const plain = folded(text);
  if (DASH.test(plain))
    return kind === 'level3' ? 4 : kind === 'points' || kind === 'rate' || kind === 'amount' ? 0.2 : 0.6;
  return FITS[kind](plain, text);
}

/** A number seldom begins with 0; in glued digits that tells where it does not begin. */
function zeroCost(text: string): number {
  return LEADING_ZERO.test(text) ? 3 : 0;
}

/** Beyond 1000 % it is an amount. */
function rateCost(text: string): number {
  return zeroCost(text) + (/^[\d,]{4}/.test(text) ? 2 : 0);
}

/** 指标2: and ……, left over from the template. */
const RESIDUE = /^(?:指标\d{1,2}[:、]?|[….]+)$/;

/** 0 says that there is none; no other number is a reason. */
function reasonFit(text: string): number {
  if (text === '0' || RESIDUE.test(text)) return 2.5;
  return /^[\d.,%≥≤]+$/.test(text) ? IMPOSSIBLE : isQualitative(text) ? 1.5 : 0.8;
}

function nameFit(text: string, printed: string): number {
  if (POINTS_ALONE.test(text)) return 4;
  if (!HAN.test(text)) return /^[….]+$/.test(text) ? 0.5 : 6;
  if (QUANTITY.test(text) && /^[≥≤><=\d]/.test(text)) return 4;
  if (isQualitative(text)) return 2.5;
  if (conceptIn('level1', printed) || conceptIn('level2', printed)) return 2.5;
  if (/^\d/.test(text)) return 1;
  return text.length > 40 || /[,;](?!\d)|。./.test(text) ? 1.5 : 0;
}

/** No unit has so many words: 5.4长效机制健全 is a score and the next name. */
const LONG_UNIT = /\d\p{Script=Han}{6}/u;

/** What was a whole value before a blank, and the words of a remark after it: 95% 手续办理较慢. A number alone may have its unit there. */
const VALUE_AND_WORDS = /[^\d\s≥≤><=]\s+\p{Script=Han}{3}/u;

function valueFit(text: string, printed: string): number {
  if (/[.,]$|^[≥≤><=]+$/.test(text)) return IMPOSSIBLE;
  if (LEADING_ZERO.test(text)) return 4;
  if (NUMBER.test(text)) return 0.6;
  if (QUANTITY.test(text) && !VALUE_AND_WORDS.test(printed)) return LONG_UNIT.test(text) ? 3 : 0;
  if (conceptIn('level2', text) || conceptIn('level1', text)) return 4;
  if (/^(不低于|不少于|不超过|不高于|小于|大于|低于|高于|达到)$/.test(text)) return IMPOSSIBLE;
  if (/\d/.test(text)) return text.length > 30 ? 2.5 : 1.5;
  return text.length > 20 ? 2 : 0.5;
}
