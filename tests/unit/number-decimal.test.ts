// Decimals and ratios at their edges: caps, signs, shifts of the point, and what is no number at all.

import { describe, expect, it } from 'vitest';
import {
  columnPlaces,
  contains,
  Decimal,
  decimalOf,
  exact,
  intervalOf,
  MOST_PLACES,
  plainText,
  printedDecimal,
  sameValue,
  shifted,
  significantPlaces,
} from '../../src/number/index.ts';

function decimal(text: string): Decimal {
  const found = decimalOf(text);
  if (!found) throw new Error(`no decimal: ${text}`);
  return found;
}

describe('decimalOf', () => {
  it.each([
    ['378.65', 37865n, 2],
    ['-3', -3n, 0],
    ['+3', 3n, 0],
    ['007', 7n, 0],
    ['1,234.50', 123450n, 2],
    ['-1,234,567', -1234567n, 0],
    ['0.05', 5n, 2],
  ] as const)('%s', (text, units, places) => {
    expect(decimalOf(text)).toEqual(new Decimal(units, places));
  });

  it.each(['', '.5', '5.', '1234,567', '1,23', ',123', '1,234x', 'x1', 'x1,234', '1 2', '１', '--1'])(
    'no decimal: %s',
    (text) => expect(decimalOf(text)).toBeNull(),
  );

  it('is capped in digits and in places', () => {
    expect(decimalOf('9'.repeat(40))).not.toBeNull();
    expect(decimalOf('9'.repeat(41))).toBeNull();
    expect(decimalOf(`${'9'.repeat(25)}.${'1'.repeat(15)}`)).not.toBeNull();
    expect(decimalOf(`${'9'.repeat(25)}.${'1'.repeat(16)}`)).toBeNull();
    expect(decimalOf(`0.${'1'.repeat(MOST_PLACES)}`)).not.toBeNull();
    expect(decimalOf(`0.${'1'.repeat(MOST_PLACES + 1)}`)).toBeNull();
  });
});

describe('a decimal', () => {
  it.each([
    [new Decimal(5n, 2), '0.05'],
    [new Decimal(-5n, 2), '-0.05'],
    [new Decimal(-120n, 1), '-12.0'],
    [new Decimal(0n, 2), '0.00'],
    [new Decimal(7n, 0), '7'],
  ])('prints as %s', (value, text) => expect(String(value)).toBe(text));

  it.each([
    ['0.7125', 2, '71.25'],
    ['5.25', 2, '525'],
    ['5', 2, '500'],
    ['5', -2, '0.05'],
    ['0.5', 1, '5'],
  ])('%s shifted by %i is %s', (text, power, expected) => {
    expect(String(shifted(decimal(text), power))).toBe(expected);
  });

  it('is a value apart from its places', () => {
    expect(sameValue(decimal('7.3'), decimal('7.30'))).toBe(true);
    expect(sameValue(decimal('7.3'), decimal('7.31'))).toBe(false);
    expect(significantPlaces(decimal('7.30'))).toBe(1);
    expect(significantPlaces(decimal('700'))).toBe(0);
    expect(columnPlaces([decimal('7.3'), decimal('7.125'), decimal('7')])).toBe(3);
    expect(columnPlaces([])).toBe(0);
  });
});

describe('printedDecimal', () => {
  it.each([
    ...['亿元', '千万元', '百万元', '万元', '千元', '元', '分', '%', '％'].map((unit) => [
      `12.50${unit}`,
      '12.50',
    ]),
    ['¥12', '12'],
    ['￥12', '12'],
    ['−12', '-12'],
    ['–12', '-12'],
    ['﹣12', '-12'],
    [`${' '.repeat(63)}5`, '5'],
  ])('%s', (text = '', expected = '') => expect(String(printedDecimal(text))).toBe(expected));

  it.each(['12元/人', '12万', '元12', '12元元', '1¥2', `${' '.repeat(64)}5`])('no number: %s', (text) => {
    expect(printedDecimal(text)).toBeNull();
  });

  it('rests on ASCII without any white space', () => expect(plainText('（Ａ ～\n１）　')).toBe('(A~1)'));
});

describe('a ratio', () => {
  const half = exact.ratio(1n, 2n);
  const third = exact.ratio(-1n, -3n);

  it('has a denominator above 0', () => {
    expect(exact.ratio(1n, -2n)).toEqual({ numerator: -1n, denominator: 2n });
    expect(third).toEqual({ numerator: 1n, denominator: 3n });
    expect(() => exact.ratio(1n, 0n)).toThrow('denominator 0');
    expect(() => exact.divide(half, exact.ZERO)).toThrow(RangeError);
  });

  it('reckons', () => {
    const is = (a: ReturnType<typeof exact.ratio>, n: bigint, d: bigint) =>
      expect(exact.compare(a, exact.ratio(n, d))).toBe(0);
    is(exact.add(half, third), 5n, 6n);
    is(exact.subtract(half, third), 1n, 6n);
    is(exact.multiply(half, third), 1n, 6n);
    is(exact.divide(half, third), 3n, 2n);
    is(exact.sum([half, half, third]), 4n, 3n);
    is(exact.sum([]), 0n, 1n);
    is(exact.absolute(exact.ratio(-1n, 2n)), 1n, 2n);
    is(exact.absolute(half), 1n, 2n);
    is(exact.least(half, third), 1n, 3n);
    is(exact.least(third, half), 1n, 3n);
    expect([exact.compare(third, half), exact.compare(half, third)]).toEqual([-1, 1]);
  });
});

describe('an interval', () => {
  const within = (text: string, rounding: 'nearest' | 'truncated' | 'ceiling', value: string) => {
    const [n = '0', d = '1'] = value.split('/');
    return contains(intervalOf(decimal(text), rounding), exact.ratio(BigInt(n), BigInt(d)));
  };

  it.each([
    ['0.5', 'nearest', '45/100', true],
    ['0.5', 'nearest', '55/100', true],
    ['0.5', 'nearest', '551/1000', false],
    ['0.5', 'nearest', '449/1000', false],
    ['0.5', 'truncated', '5/10', true],
    ['0.5', 'truncated', '599/1000', true],
    ['0.5', 'truncated', '6/10', false],
    ['0.5', 'truncated', '499/1000', false],
    ['-0.5', 'truncated', '-599/1000', true],
    ['-0.5', 'truncated', '-6/10', false],
    ['-0.5', 'truncated', '-4/10', false],
    ['0.5', 'ceiling', '5/10', true],
    ['0.5', 'ceiling', '401/1000', true],
    ['0.5', 'ceiling', '4/10', false],
    ['0.5', 'ceiling', '501/1000', false],
    ['-0.5', 'ceiling', '-401/1000', true],
    ['-0.5', 'ceiling', '-4/10', false],
    ['0.0', 'truncated', '99/1000', true],
    ['0.0', 'truncated', '-99/1000', true],
    ['0.0', 'truncated', '1/10', false],
    ['0.0', 'truncated', '-1/10', false],
    ['0.0', 'ceiling', '0/1', true],
    ['0.0', 'ceiling', '1/1000', false],
    ['0.0', 'ceiling', '-1/1000', false],
  ] as const)('of %s %s: %s %s', (text, rounding, value, expected) => {
    expect(within(text, rounding, value)).toBe(expected);
  });
});
