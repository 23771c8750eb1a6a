// Amounts in different units and at different precisions, units of indicators, and what a printed number is held to be.

import { describe, expect, it } from 'vitest';
import { decimalOf, exact } from '../../src/number/index.ts';
import {
  agree,
  differByTenThousand,
  isNear,
  isSlip,
  type Measured,
  rounds,
} from '../../src/validate/money.ts';
import { powerBetween } from '../../src/validate/units.ts';
import { computedText, levelOf, shown, verdictOf, whyOf } from '../../src/validate/verdict.ts';

const POWERS: Readonly<Record<string, number>> = { 亿元: 8, 万元: 4, 元: 0, '%': 0 };

function measured(text: string): Measured {
  const [, digits = '', unit = ''] = /^(-?[\d.]+)(.*)$/.exec(text) ?? [];
  const value = decimalOf(digits);
  if (!value) throw new Error(`no amount: ${text}`);
  return { value, power: POWERS[unit] ?? 0 };
}

type Relation = (a: Measured, b: Measured) => boolean;

function holds(relation: Relation, a: string, b: string): boolean {
  return relation(measured(a), measured(b));
}

describe('two statements of one sum', () => {
  it.each([
    ['269.7825万元', '269.78万元', true],
    ['269.78万元', '269.7825万元', true],
    ['269.789万元', '269.78万元', true],
    ['269.79万元', '269.78万元', false],
    ['269.79万元', '269.781万元', true],
    ['269.80万元', '269.785万元', false],
    ['2697800元', '269.78万元', true],
    ['2697900元', '269.78万元', false],
    ['2.6978亿元', '26978万元', true],
    ['0.02697亿元', '269.78万元', true],
    ['0万元', '0.00万元', true],
    ['0万元', '0.4万元', false],
    ['0.4万元', '0万元', false],
    ['-5万元', '5万元', false],
  ])('%s and %s agree: %s', (a, b, expected) => expect(holds(agree, a, b)).toBe(expected));

  it.each([
    ['269.7825万元', '269.78万元', true],
    ['269.785万元', '269.78万元', true],
    ['269.775万元', '269.78万元', true],
    ['269.786万元', '269.78万元', false],
    ['269.78万元', '269.79万元', false],
    ['269.78万元', '269.78万元', true],
    ['99.38%', '100%', false],
    ['99.5%', '100%', true],
    ['0%', '0.4%', false],
    ['0.4%', '0%', false],
    ['0%', '0.00%', true],
  ])('%s and %s round to each other: %s', (a, b, expected) => expect(holds(rounds, a, b)).toBe(expected));

  it.each([
    ['378.65元', '378.65万元', true],
    ['378.65万元', '378.65元', true],
    ['378.651元', '378.65万元', true],
    ['378.75元', '378.65万元', false],
    ['378.65亿元', '378.65万元', true],
    ['378.65亿元', '378.65元', false],
    ['378.65元', '378.65元', false],
    ['0元', '0万元', false],
    ['5元', '0万元', false],
    ['0元', '5万元', false],
  ])('%s and %s are ten thousand times apart: %s', (a, b, expected) => {
    expect(holds(differByTenThousand, a, b)).toBe(expected);
  });

  it.each([
    ['378.65万元', '379.65万元', true],
    ['378.65万元', '378.56万元', true],
    ['378.65万元', '387.65万元', true],
    ['378.65万元', '368.75万元', false],
    ['378.65万元', '399.65万元', false],
    ['378.65万元', '378.65万元', false],
    ['378.65万元', '3786.5万元', false],
    ['78.65万元', '078.65万元', false],
    ['10万元', '1万元', false],
    ['378.57万元', '378.65万元', false],
    ['378.76万元', '378.65万元', false],
    ['738.61万元', '378.65万元', false],
    ['78.65万元', '178.65万元', true],
    ['3796500元', '378.65万元', true],
    ['378.65万元', '3796500元', true],
    ['378.65万元', '356.78万元', false],
    ['345.65万元', '534.65万元', false],
  ])('%s is a slip of %s: %s', (a, b, expected) => expect(holds(isSlip, a, b)).toBe(expected));

  it.each([
    ['100万元', '200万元', true],
    ['100万元', '200.01万元', false],
    ['200万元', '100万元', true],
    ['200.01万元', '100万元', false],
    ['1500000元', '100万元', true],
    ['2.1亿元', '10000万元', false],
  ])('%s is near %s: %s', (a, b, expected) => expect(holds(isNear, a, b)).toBe(expected));
});

describe('units', () => {
  it.each([
    [null, '个', 0],
    ['个', null, 0],
    ['个', '个', 0],
    ['个', '次', null],
    ['万元', '元', 4],
    ['元', '万元', -4],
    ['亿元', '万元', 4],
    ['千万元', '元', 7],
    ['百万元', '万元', 2],
    ['千元', '元', 3],
    ['万人次', '人次', 4],
    ['万', '元', null],
    ['万', '亿', null],
    ['千米', '公里', 0],
    ['km', '公里', 0],
    ['百分比', '%', 0],
    ['百分点', '个百分点', 0],
    ['‰', '%', -1],
    ['%', '‰', 1],
    ['㎡', 'm2', 0],
    ['m²', '平米', 0],
    ['平米', '平方米', 0],
    ['天', '日', 0],
    ['天', '月', null],
    ['次/年', '次', 0],
    ['元/人', '元/人/年度', 0],
    ['次/月', '次', null],
    ['人/年级', '人级', null],
    ['公斤', '千克', 0],
  ])('1 %s in %s is a power of %s', (from, to, power) => expect(powerBetween(from, to)).toBe(power));
});

function ratioOf(text: string) {
  const [n = '0', d = '1'] = text.split('/');
  return exact.ratio(BigInt(n), BigInt(d));
}

describe('a verdict', () => {
  it.each([
    ['712/100', '7.12', 2, true, null],
    ['712/100', '7.120', 2, true, null],
    ['535/1000', '0.53', 2, true, null],
    ['2697825/37865', '71.24', 2, false, 'truncated'],
    ['86183/1000', '86.19', 2, false, 'ceiling'],
    ['862/100', '9', 2, false, 'coarser'],
    ['7199/1000', '7.1', 2, false, 'truncated'],
    ['7101/1000', '7.2', 2, false, 'ceiling'],
    ['7201/1000', '7.1', 2, false, null],
    ['7199/1000', '7.10', 2, false, null],
    ['9218/100', '93.18', 2, false, null],
  ] as const)('on %s printed %s in a column of %i places', (right, text, places, fits, explanation) => {
    expect(verdictOf(ratioOf(right), measured(text).value, places)).toEqual({ fits, explanation });
  });

  it('is an error where nothing explains it, or only an absent row', () => {
    expect(levelOf({ fits: false, explanation: null })).toBe('error');
    expect(levelOf({ fits: false, explanation: 'missing-row' })).toBe('error');
    expect(levelOf({ fits: false, explanation: 'truncated' })).toBe('warning');
  });

  it('says why', () => {
    expect(whyOf(null)).toEqual({ zh: '', en: '' });
    expect(whyOf('ceiling').zh).toBe('（进一法可以得到所印的数）');
  });
});

describe('an exact value for people', () => {
  it.each([
    ['7/1', '7'],
    ['1/8', '0.125'],
    ['1/64', '0.015625'],
    ['1/128', '0.0078…'],
    ['2/3', '0.6666…'],
    ['-2/3', '-0.6666…'],
    ['71249999/1000000', '71.249999'],
    ['712499999/10000000', '71.2499…'],
  ])('%s is shown as %s', (value, text) => expect(shown(ratioOf(value))).toBe(text));

  it('is computed with the decimals of its column', () =>
    expect(computedText(ratioOf('2/3'), 2)).toBe('0.67'));
});
