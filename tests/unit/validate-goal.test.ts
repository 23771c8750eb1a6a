// The goal text as a list of items, and the row of which each item speaks.

import { describe, expect, it } from 'vitest';
import { bareName, goalListOf } from '../../src/validate/goal.ts';
import { formWith } from '../support/clean-form.ts';

/** The items of a goal text, each as `name|target|row`. */
function items(text: string, rows: readonly (readonly [string | null, string | null])[] = []) {
  const indicators = rows.map(([level3, target]) => ({ level3, target }));
  const list = goalListOf(
    formWith({ '/goal/expected': null, '/goal/achieved': text, '/indicators': indicators }),
  );
  return (
    list?.items.map(
      ({ name, target, row }) => `${name}|${target}|${row ? (row.target?.field.split('/')[2] ?? '') : '-'}`,
    ) ?? null
  );
}

describe('a list in the goal text', () => {
  it.each([
    ['甲：1次；乙：2次；丙：3次', ['甲|1次|-', '乙|2次|-', '丙|3次|-']],
    [' 甲: 1次;乙：2次;\n 丙，3次 。', ['甲|1次|-', '乙|2次|-', '丙|3次|-']],
    ['甲：1次；乙：2次', null],
    ['甲：1次；乙：2次；丙：3次；丁：4次；其他', ['甲|1次|-', '乙|2次|-', '丙|3次|-', '丁|4次|-']],
    ['甲：1次；乙：2次；丙：3次；其他', null],
    ['甲：1次；乙：2次；丙：3次；丁：4次；戊；己', null],
    ['甲：乙：1次；丙：2次；丁：3次', ['甲：乙|1次|-', '丙|2次|-', '丁|3次|-']],
    [`${'甲'.repeat(40)}：1次；乙：2次；丙：3次`, [`${'甲'.repeat(40)}|1次|-`, '乙|2次|-', '丙|3次|-']],
    [`${'甲'.repeat(41)}：1次；乙：2次；丙：3次`, null],
    ['完成培训，提升技能', null],
    ['甲：1次；乙：2次；丙：3次； ；　', ['甲|1次|-', '乙|2次|-', '丙|3次|-']],
    ['；；；', null],
    ['', null],
  ])('%s', (text, expected) => expect(items(text)).toEqual(expected));

  it('is sought in what was expected first', () => {
    const form = formWith({
      '/goal/expected': '甲：1次；乙：2次；丙：3次',
      '/goal/achieved': '丁：1次；戊：2次；己：3次',
    });
    expect(goalListOf(form)?.stated.field).toBe('/goal/expected');
    expect(goalListOf(formWith({ '/goal/expected': null, '/goal/achieved': null }))).toBeNull();
  });
});

describe('the row of an item', () => {
  const rest = '；乙：2次；丙：3次';
  it.each([
    ['甲：1次', [['甲', '≥1次']], '0'],
    ['购置甲：1次', [['甲数量', '1次']], '0'],
    [
      '甲：1次',
      [
        ['甲', '2次'],
        ['甲', '1次'],
      ],
      '1',
    ],
    [
      '甲：1次',
      [
        ['甲', '2次'],
        ['甲', '3次'],
      ],
      '0',
    ],
    [
      '甲：1次',
      [
        [null, '1次'],
        ['甲', '3次'],
      ],
      '1',
    ],
    [
      '甲：1次',
      [
        ['甲', null],
        ['甲', '1次'],
      ],
      '1',
    ],
    ['甲：1次', [['丁', '1次']], '-'],
    ['档案寄存：1次', [['档案寄托', '1次']], '0'],
    ['档案寄：1次', [['档案托', '1次']], '-'],
    ['档案寄存：1次', [['档案甲乙', '1次']], '-'],
    [
      '档案寄存：1次',
      [
        [null, '1次'],
        ['档案寄托', '1次'],
        ['档案寄存', '2次'],
      ],
      '2',
    ],
    ['档案寄存：1次', [['档案寄', '1次']], '-'],
  ] as const)('%s', (item, rows, row) => {
    expect(items(item + rest, rows)?.[0]?.split('|')[2]).toBe(row);
  });
});

describe('a bare name', () => {
  it.each([
    ['指标1：购置资料推车数量', '资料推车'],
    ['★培训人次数', '培训人'],
    ['3、开展培训', '培训'],
    ['（甲）、乙。“丙”', '甲乙丙'],
    ['批量采购电脑', '电脑'],
    ['电脑采购', '电脑采购'],
  ])('%s', (name, expected) => {
    expect(bareName(name)).toBe(expected);
  });
});
