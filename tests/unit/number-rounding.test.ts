// Which rounding turned an exact value into a printed one, by examples from real forms.

import { describe, expect, it } from 'vitest';
import { decimalOf, exact, nearestDecimal, printedDecimal, roundingsGiving } from '../../src/number/index.ts';

function printed(text: string) {
  const decimal = decimalOf(text);
  if (!decimal) throw new Error(`no decimal: ${text}`);
  return decimal;
}

function ratioOfText(fraction: string) {
  const [numerator = '0', denominator = '1'] = fraction.split('/');
  return exact.ratio(BigInt(numerator), BigInt(denominator));
}

describe('roundingsGiving', () => {
  it.each([
    ['71248/10000', '7.12', 2, ['nearest', 'truncated']],
    ['2697825/37865', '71.24', 2, ['truncated']],
    ['86183/1000', '86.19', 2, ['ceiling']],
    ['862/100', '9', 2, ['coarser']],
    ['862/100', '9', 0, ['nearest', 'ceiling']],
    ['862/100', '9.00', 2, ['coarser']],
    ['535/1000', '0.53', 2, ['nearest', 'tie', 'truncated']],
    ['75/1000', '0.08', 2, ['nearest', 'tie', 'ceiling']],
    ['-75/1000', '-0.08', 2, ['nearest', 'tie', 'ceiling']],
    ['-75/1000', '-0.07', 2, ['nearest', 'tie', 'truncated']],
    ['73/10', '7.3', 2, ['nearest', 'truncated', 'ceiling', 'coarser']],
    ['-4/1000', '0.00', 2, ['nearest', 'truncated', 'coarser']],
    ['9/1000', '0.00', 2, ['truncated', 'coarser']],
    ['0/1', '0.00', 2, ['nearest', 'truncated', 'ceiling', 'coarser']],
    ['9218/100', '93.18', 2, []],
  ] as const)('%s printed %s at %i places', (fraction, text, places, expected) => {
    expect(roundingsGiving(ratioOfText(fraction), printed(text), places)).toEqual(expected);
  });
});

describe('nearestDecimal', () => {
  it.each([
    ['2697825/37865', 4, '71.2485'],
    ['1/2', 0, '1'],
    ['-1/2', 0, '-1'],
    ['1/3', 2, '0.33'],
    ['-2/3', 2, '-0.67'],
  ] as const)('%s to %i places', (fraction, places, expected) => {
    expect(String(nearestDecimal(ratioOfText(fraction), places))).toBe(expected);
  });
});

describe('printedDecimal', () => {
  it.each([
    ['６２０.８２万元', '620.82'],
    ['100.00%', '100.00'],
    ['1,234.50元', '1234.50'],
    ['－3', '-3'],
    ['10分', '10'],
    [' 7 . 3 ', '7.3'],
    ['--', null],
    ['/', null],
    ['', null],
    ['无', null],
    ['1.2.3', null],
  ] as const)('%s', (text, expected) => {
    expect(printedDecimal(text)?.toString() ?? null).toBe(expected);
  });
});
