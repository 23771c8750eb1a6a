// The one adjustment of the budget that the prose tells, if it tells exactly one: its amount and whether money came or went.
// Surprise: `调整为675.92万元` states a result, not an adjustment; 变更 and 调整 alone leave the direction open.

import { type Decimal, decimalOf } from '../number/index.ts';
import type { Evaluation } from '../record/evaluation.ts';
import type { Stated } from '../record/stated.ts';
import { powerOfUnit } from './money.ts';
import { evened } from './prose.ts';
import { present } from './subject.ts';

export interface Adjustment {
  readonly stated: Stated<string>;
  readonly value: Decimal;
  readonly power: number;
  /** 1n more, -1n less, null untold. */
  readonly direction: 1n | -1n | null;
  readonly quote: string;
}

/** From the word of adjusting to the amount: at most 40 characters and no other amount. */
const WORD = '追加|调增|增加|调减|追减|核减|压减|减少|收回|变更|调整';
const TOLD = new RegExp(
  `(${WORD})(?![后为至])((?:(?!${WORD})[^。;!?\\d]){0,40}?)(\\d+(?:,\\d{3})*(?:\\.\\d+)?)\\s*(亿元|万元|元)(?![/])`,
  'g',
);
const LESS = new Set(['调减', '追减', '核减', '压减', '减少', '收回']);
const MORE = new Set(['追加', '调增', '增加']);
/** Said of budgets alone; 增加 and 减少 need the word. */
const OWN_WORDS = new Set(['追加', '调增', '调减', '追减', '核减', '压减', '收回']);
const OF_BUDGETS = /预算|资金|经费/;

export function adjustmentOf(evaluation: Evaluation): Adjustment | null {
  const texts = present([...evaluation.narrative.map(({ text }) => text), evaluation.goal.achieved]);
  const told = texts.flatMap(adjustmentsIn);
  const [only] = told;
  return told.length === 1 && only ? only : null;
}

function adjustmentsIn(stated: Stated<string>): readonly Adjustment[] {
  return [...evened(stated.value).matchAll(TOLD)].flatMap((match) => {
    const [all, word = '', between = '', digits = '', unit = ''] = match;
    const value = decimalOf(digits);
    const isBudgets = OF_BUDGETS.test(between) || (between === '' && OWN_WORDS.has(word));
    if (!value || !isBudgets || /预算(?:数|为)|[后至]/.test(between)) return [];
    const direction = LESS.has(word) ? -1n : MORE.has(word) ? 1n : null;
    const quote = stated.value.slice(match.index, match.index + all.length);
    return [{ stated, value, power: powerOfUnit(unit) ?? 0, direction, quote }];
  });
}
