// Which lines of a fund block may make up its total, by blocks as forms print them: one reading that works out is enough.

import { describe, expect, it } from 'vitest';
import { partsOf } from '../../src/validate/funding-parts.ts';
import { formWith } from '../support/clean-form.ts';

type Line = readonly [source: string, label: string];

const TOTAL: Line = ['total', '年度资金总额'];
const FISCAL: Line = ['fiscal', '财政拨款'];
const CURRENT: Line = ['currentAppropriation', '其中：当年财政拨款'];
const CURRENT_ALONE: Line = ['currentAppropriation', '当年财政拨款'];
const CENTRAL: Line = ['central', '中央资金'];
const LOCAL: Line = ['local', '市县资金'];
const OTHER: Line = ['other', '其他资金'];
const OF_WHICH: Line = ['other', '1.其中：专项'];
const UNKNOWN: Line = ['unknown', '专项一'];

function partsIn(lines: readonly Line[]) {
  const funding = lines.map(([source, label]) => ({ source, label, executed: '1' }));
  return partsOf(formWith({ '/funding': funding }));
}

/** Each reading as the numbers of its lines, without repetitions. */
function readings(...lines: readonly Line[]): readonly string[] {
  const all = formOrder(lines);
  return [...new Set(all)];
}

function formOrder(lines: readonly Line[]): readonly string[] {
  const parts = partsIn(lines);
  return (parts?.readings ?? []).map((reading) =>
    reading.map(({ label: { field } }) => field.split('/')[2]).join(' '),
  );
}

describe('the readings of a fund block', () => {
  it.each([
    [[TOTAL, FISCAL, OTHER], ['1 2']],
    [[FISCAL, OTHER, TOTAL], ['0 1']],
    [[TOTAL, TOTAL, FISCAL], ['2']],
    [
      [TOTAL, FISCAL, CENTRAL, LOCAL],
      ['1 2 3', '1'],
    ],
    [
      [TOTAL, CURRENT, CENTRAL, OTHER],
      ['1 2 3', '1 3'],
    ],
    [[TOTAL, CENTRAL, LOCAL, OTHER], ['1 2 3']],
    [
      [TOTAL, FISCAL, CURRENT, OTHER],
      ['1 2 3', '1 3', '1'],
    ],
    [
      [TOTAL, FISCAL, CURRENT, CENTRAL, OTHER],
      ['1 2 3 4', '1 2 4', '1 3 4', '1 4', '1'],
    ],
    [
      [TOTAL, FISCAL, CURRENT_ALONE, CENTRAL, OTHER],
      ['1 2 3 4', '1 2 4', '1 3 4', '1 4'],
    ],
    [
      [TOTAL, FISCAL, UNKNOWN, OTHER],
      ['1 2 3', '1 3'],
    ],
    [[TOTAL, UNKNOWN, UNKNOWN], ['1 2']],
    [
      [TOTAL, OTHER, OF_WHICH, LOCAL],
      ['1 2 3', '1 3', '1'],
    ],
    [[TOTAL, OF_WHICH, OTHER, LOCAL], ['1 2 3']],
    [
      [TOTAL, OTHER, OF_WHICH, LOCAL, OTHER, OF_WHICH, LOCAL],
      ['1 2 3 4 5 6', '1 3 4 6', '1 3 4 5 6', '1 4 5 6', '1 5 6', '1 6', '1 4 6', '1', '1 4'],
    ],
    [
      [TOTAL, OTHER, OF_WHICH, LOCAL, OTHER],
      ['1 2 3 4', '1 3 4', '1 4', '1'],
    ],
    [
      [TOTAL, OTHER, OF_WHICH, LOCAL, OF_WHICH],
      ['1 2 3 4', '1 3', '1 3 4', '1 4', '1'],
    ],
    [
      [TOTAL, OF_WHICH, OTHER, OF_WHICH, LOCAL],
      ['1 2 3 4', '1 2 4', '1 2'],
    ],
  ] as const)('%j', (lines, expected) => expect(readings(...lines)).toEqual(expected));

  it.each([
    { below: 50, expected: 51 },
    { below: 51, expected: 52 },
    { below: 70, expected: 52 },
  ])(
    'are $expected where $below lines may stand below one: as they are, up to 50 of them below, or all',
    ({ below, expected }) => {
      const others = Array.from({ length: below - 1 }, () => OTHER);
      const found = readings(TOTAL, OTHER, OF_WHICH, ...others);
      expect(found).toHaveLength(expected);
      expect(found.at(-1)).toBe('1');
    },
  );

  it('are none without a total or without parts', () => {
    expect(partsIn([TOTAL])).toBeNull();
    expect(partsIn([FISCAL, OTHER])).toBeNull();
    expect(partsIn([FISCAL])).toBeNull();
    expect(partsIn([])).toBeNull();
  });

  it('need not be all of the total where only one part of it is told', () => {
    expect(partsIn([TOTAL, CURRENT])?.isExhaustive).toBe(false);
    expect(partsIn([TOTAL, FISCAL])?.isExhaustive).toBe(true);
    expect(partsIn([TOTAL, CURRENT, OTHER])?.isExhaustive).toBe(true);
  });
});
