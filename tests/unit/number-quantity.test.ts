// Quantities: what is one, what is none, and every target and actual value of the sample forms.

import { describe, expect, it } from 'vitest';
import { quantityOf } from '../../src/number/index.ts';
import { type Json, sharedForms } from '../support/shared-forms.ts';

function shown(text: string): string | null {
  const quantity = quantityOf(text);
  return quantity && `${quantity.comparator ?? ''}|${quantity.amount}|${quantity.unit ?? ''}`;
}

describe('quantityOf', () => {
  it.each([
    ['≥98%', '≥|98|%'],
    ['≤12小时', '≤|12|小时'],
    ['700元/人次', '|700|元/人次'],
    ['33.82平方米', '|33.82|平方米'],
    ['≧735人次', '≥|735|人次'],
    ['≦3天', '≤|3|天'],
    ['═100%', '=|100|%'],
    ['＝100％', '=|100|%'],
    ['>=5', '≥|5|'],
    ['<=5', '≤|5|'],
    ['>5', '>|5|'],
    ['＜5', '<|5|'],
    ['１７２５次', '|1725|次'],
    ['100 %', '|100|%'],
    ['≥100百分比', '≥|100|百分比'],
    ['5', '|5|'],
    ['1,234,567.50元', '|1234567.50|元'],
    ['-3.5%', '|-3.5|%'],
    ['0起', '|0|起'],
    ['3个月', '|3|个月'],
    ['1年', '|1|年'],
    ['100元/人·月', null],
    ['≤0.9‰', '≤|0.9|‰'],
    ['20次(场)', '|20|次(场)'],
  ])('%s', (text, expected) => {
    expect(shown(text)).toBe(expected);
  });

  it.each([
    '同比下降5%',
    '资产总额*5%',
    '2020年12月31日前',
    '12月底前',
    '12月20日',
    '9月前',
    '7月',
    '2020年',
    '2020年底完成',
    '更加有序',
    '小于0.9‰',
    '不低于95%',
    '1-2次',
    '1~2次',
    '1次、2次',
    '3次以上',
    '5天内',
    '100%完成',
    '1,23次',
    '',
    '%',
    '≥',
    `${'9'.repeat(60)}次`,
    '9'.repeat(1_000_000),
  ])('no quantity: %.20s', (text) => {
    expect(quantityOf(text)).toBeNull();
  });
});

const forms = sharedForms();
const PAIRS = [
  ['target', 'targetQuantity'],
  ['adjustedTarget', 'adjustedTargetQuantity'],
  ['actual', 'actualQuantity'],
] as const;

function rowsOf(evaluation: Readonly<Record<string, Json>>): readonly Record<string, Json>[] {
  return evaluation.indicators as readonly Record<string, Json>[];
}

describe.skipIf(forms.length === 0)('quantities of the sample forms', () => {
  it.each(forms.map((form) => [form.id, form] as const))('%s', (_, form) => {
    for (const [at, row] of rowsOf(form.evaluation).entries()) {
      for (const [text, quantity] of PAIRS) {
        const field = `/indicators/${at}/${quantity}`;
        if (form.notCompared.some((pointer) => pointer.startsWith(field))) continue;
        const found = row[text] === null ? null : quantityOf(String(row[text]));
        const plain = found && { ...found, amount: Number(found.amount) };
        expect(plain, `${field} of ${String(row[text])}`).toEqual(row[quantity]);
      }
    }
  });
});
