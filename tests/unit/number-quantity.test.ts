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
    ['⩾5次', '≥|5|次'],
    ['=>5次', '≥|5|次'],
    ['﹥=5次', '≥|5|次'],
    ['⩽5次', '≤|5|次'],
    ['=<5次', '≤|5|次'],
    ['﹤=5次', '≤|5|次'],
    ['==5次', '=|5|次'],
    ['﹦5次', '=|5|次'],
    ['﹥5次', '>|5|次'],
    ['﹤5次', '<|5|次'],
    ['+5次', '|5|次'],
    ['37℃', '|37|℃'],
    ['5mg/m3', '|5|mg/m3'],
    ['5㎡', '|5|㎡'],
    ['5m²/人', '|5|m²/人'],
    ['5km/h/天', '|5|km/h/天'],
    ['5次(每人)/年', '|5|次(每人)/年'],
    ['5起', '|5|起'],
    ['1950次', '|1950|次'],
    ['1899年', '|1899|年'],
    ['2101年', '|2101|年'],
    ['2020.5年', '|2020.5|年'],
    ['1.5月', '|1.5|月'],
    ['5一二三四五六七八九十甲乙', '|5|一二三四五六七八九十甲乙'],
    [`${' '.repeat(62)}5次`, '|5|次'],
  ])('%s', (text, expected) => {
    expect(shown(text)).toBe(expected);
  });

  it.each([
    '同比下降5%',
    '80余人',
    '30多个',
    '1千余人次',
    '50万余元',
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
    '1900年',
    '2100年',
    '2020年度',
    '7月份',
    '5一二三四五六七八九十甲乙丙',
    `${' '.repeat(63)}5次`,
    '5%次',
    '次5次',
    '5次!',
    '5/次',
    '5次/',
    '5(次)',
    '5次()',
    '5次(a)',
    '5次(场)(人)',
    ...['完成', '达到', '以上', '以下', '左右', '之间', '同比', '上升', '下降', '提高'].map(
      (words) => `5次${words}的`,
    ),
    ...['前', '后', '底', '末', '内', '起', '止'].map((end) => `5天${end}`),
    '≥≥5次',
    '5,次',
    '5.次',
    '1,234,5次',
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
