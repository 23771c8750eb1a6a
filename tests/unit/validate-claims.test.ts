// What a contradiction of the prose says of itself: the rate written out, the custom that explains it, and against which cell it is held; and adjustments.

import { describe, expect, it } from 'vitest';
import type { Diagnostic } from '../../src/diagnostic/index.ts';
import { DEFAULT_PROFILE } from '../../src/record/profiles/index.ts';
import { validate } from '../../src/validate/index.ts';
import { type Changes, formWith } from '../support/clean-form.ts';

function told(text: string, more: Changes = {}, code = 'narrative-mismatch'): readonly Diagnostic[] {
  const evaluation = formWith({ ...more, '/narrative/0/text': text });
  return [...validate({ evaluations: [evaluation], profile: DEFAULT_PROFILE })].filter(
    (diagnostic) => diagnostic.code === code,
  );
}

describe('a wrong rate', () => {
  it.each([
    ['预算执行率93.25%。', {}, 'ceiling'],
    ['预算执行率93.34%。', {}, null],
    ['预算执行率93.24%。', { '/funding/0/executionRate': '93.25' }, 'ceiling'],
    ['预算执行率93.0%。', { '/funding/0/executionRate': '93.2' }, 'coarser'],
    ['预算执行率50.00%。', { '/funding/0/adjustedBudget': '0' }, null],
    ['预算执行率50.12%。', { '/funding/0/executed': null }, null],
    ['预算执行率50.12%。', { '/funding/0/adjustedBudget': null }, null],
    [
      '预算执行率0.13%。',
      {
        '/funding/0/adjustedBudget': '800',
        '/funding/0/initialBudget': '800',
        '/funding/0/executed': '1',
        '/funding/0/executionRate': '0.12',
      },
      'tie',
    ],
  ] as const)('%s with %j is explained by %s', (text, more, explanation) => {
    expect(told(text, more).map((found) => [found.level, found.explanation])).toEqual([
      ['error', explanation],
    ]);
  });

  it('is written out from the most precise executed amount that the form tells', () => {
    const [found] = told('执行预算资金353.0682万元，预算执行率93.34%。');
    expect(found?.message.zh).toContain('；353.0682 ÷ 378.65 = 93.2439…%。');
    const [other] = told('执行预算资金353.0682万元，预算执行率93.34%。', { '/amountUnit': '元' });
    expect(other?.message.zh).toContain('；353.07 ÷ 378.65 = ');
    const [budget] = told('年初预算378.6512万元，预算执行率93.34%。');
    expect(budget?.message.zh).toContain('；353.07 ÷ 378.65 = ');
    const [coarse] = told('执行预算资金353.1万元，预算执行率93.34%。');
    expect(coarse?.message.zh).toContain('；353.07 ÷ 378.65 = ');
    const [apart] = told('执行预算资金353.1682万元，预算执行率93.34%。');
    expect(apart?.message.zh).not.toContain('353.1682 ÷');
  });

  it('has no sum where an amount is not printed, and rests on the amounts where they are', () => {
    const [bare] = told('预算执行率50.12%。', { '/funding/0/executed': null });
    expect(bare?.message.zh).toBe('文字写“预算执行率50.12%”，而表中执行率为 93.24%。');
    expect(bare?.fields).toEqual(['/narrative/0/text', '/funding/0/executionRate']);
    const [full] = told('预算执行率50.12%。');
    expect(full?.fields).toEqual([
      '/narrative/0/text',
      '/funding/0/executionRate',
      '/funding/0/executed',
      '/funding/0/adjustedBudget',
    ]);
    expect(full?.because[0]).toEqual({ field: '/narrative/0/text', text: '预算执行率50.12%' });
  });

  it('of the initial budget is one where that is another budget', () => {
    const initial = { '/funding/0/initialBudget': '400.00' };
    expect(told('预算执行率88.27%。', initial)).toEqual([]);
    expect(told('预算执行率88.2%。', initial)).toHaveLength(1);
    expect(told('预算执行率88.27%。', { ...initial, '/funding/0/executed': null })).toHaveLength(1);
    expect(told('预算执行率88.27%。', { '/funding/0/initialBudget': null })).toHaveLength(1);
    expect(told('预算执行率93.24%。', { '/funding/0/executionRate': '93.30' })).toHaveLength(1);
    expect(
      told('预算执行率93.24%。', { '/funding/0/executionRate': '93.30', '/funding/0/adjustedBudget': null }),
    ).toEqual([]);
  });
});

const FINER = { '/funding/1/executionRate': '95.67', '/funding/1/executed': '287.01' };

describe('an amount', () => {
  it.each([
    ['stated by another line is not held against the total', '全年支出280.00万元。', {}, []],
    ['stated by a rate of another line neither', '预算执行率93.33%。', {}, []],
    ['stated finer than another line prints it neither', '执行率93.333%。', {}, []],
    [
      'stated firmly and coarser than another line prints it is',
      '预算执行率95.7%。',
      FINER,
      ['/funding/0/executionRate'],
    ],
    ['stated loosely and coarser is not', '资金支出率95.7%。', FINER, []],
    [
      'that another line would print so, but does not give, is held against the total',
      '执行率99.67%。',
      { '/funding/1/executionRate': '100', '/funding/1/executed': '300.00' },
      ['/funding/0/executionRate'],
    ],
    [
      'that another line prints, though its amounts do not give it, is not',
      '执行率93.35%。',
      { '/funding/1/executionRate': '93.35' },
      [],
    ],
    ['is no rate', '预算执行率378.65%。', {}, ['/funding/0/executionRate']],
    [
      'in the unit of its cell',
      '全年实际支出353.17万元。',
      { '/amountUnit': null, '/funding/0/executed': '353.07万元' },
      ['/funding/0/executed'],
    ],
    ['without any unit is not tested', '全年实际支出353.17万元。', { '/amountUnit': null }, []],
    [
      'that is nearest the initial budget',
      '批复预算400.01万元。',
      { '/funding/0/initialBudget': '400.00' },
      ['/funding/0/initialBudget'],
    ],
    ['that is none of both, and not firm', '批复预算500.01万元。', {}, []],
    [
      'of four characters is no slip unless firm',
      '批复预算37.6万元。',
      { '/funding/0/adjustedBudget': '37.5' },
      [],
    ],
    [
      'of five is',
      '批复预算137.6万元。',
      { '/funding/0/adjustedBudget': '137.5' },
      ['/funding/0/adjustedBudget'],
    ],
    [
      'that is the budget, though it is told as spent',
      '全年实际支出378.65万元。',
      {},
      ['/funding/0/executed'],
    ],
    [
      'that is the initial budget, though it is told as adjusted',
      '全年预算400.00万元。',
      { '/funding/0/initialBudget': '400.00' },
      [],
    ],
    [
      'that is the adjusted budget, though it is told as initial',
      '年初预算378.65万元。',
      { '/funding/0/initialBudget': '400.00' },
      ['/funding/0/initialBudget'],
    ],
    ['of loose words may be any column', '共支付378.65万元。', {}, []],
    [
      'of loose words may be the budget, from which a digit parts what was spent',
      '共支付353.17万元。',
      { '/funding/0/adjustedBudget': '353.17', '/funding/0/initialBudget': '353.17' },
      [],
    ],
    ['of loose words may be the rate that the table cut off', '资金支出率93.249%。', {}, []],
    ['of loose words may be an amount that the table cut off', '共支付353.079万元。', {}, []],
    ['far away may be another budget', '全年预算900.5万元。', {}, []],
    ['near by is not', '全年预算500.5万元。', {}, ['/funding/0/adjustedBudget']],
    [
      'in a line that alone is there',
      '全年预算500.5万元。',
      { '/funding': [{ source: 'fiscal', label: '财政', adjustedBudget: '400' }] },
      ['/funding/0/adjustedBudget'],
    ],
    ['among lines without a total', '全年预算500.5万元。', { '/funding/0/source': 'fiscal' }, []],
    ['in a quotation of many words', '（经研究决定）全年预算500.5万元。', {}, ['/funding/0/adjustedBudget']],
    ['of another year', '2021年全年预算500.5万元。', {}, []],
    [
      'of no year that the form tells',
      '2021年全年预算500.5万元。',
      { '/fiscalYear': null },
      ['/funding/0/adjustedBudget'],
    ],
    ['of another project', '甲项目全年预算500.5万元。', {}, []],
    ['of this project', '技能培训全年预算500.5万元。', {}, ['/funding/0/adjustedBudget']],
    [
      'of this project, whose name is blank',
      '全年预算500.5万元。',
      { '/projectName': null },
      ['/funding/0/adjustedBudget'],
    ],
    ['of which only a part is meant', '其中全年预算500.5万元。', {}, []],
    ['beyond the longest prose', `${'。'.repeat(20_000)}全年预算500.5万元。`, {}, []],
    [
      'at the end of long prose',
      `${'。'.repeat(19_980)}全年预算500.5万元。`,
      {},
      ['/funding/0/adjustedBudget'],
    ],
    ['after a full-width comma', '批复文件，全年预算500.5万元。', {}, ['/funding/0/adjustedBudget']],
    [
      'told of a reason',
      '已完成。',
      { '/indicators/0/deviation': '全年预算500.5万元' },
      ['/funding/0/adjustedBudget'],
    ],
    [
      'told of what was achieved',
      '已完成。',
      { '/goal/achieved': '全年预算500.5万元' },
      ['/funding/0/adjustedBudget'],
    ],
    ['of the goal', '已完成。', { '/goal/expected': '全年预算500.5万元' }, []],
  ] as const)('%s', (_, text, more, fields) => {
    expect(told(text, more).map(({ fields: [, field] }) => field)).toEqual(fields);
  });

  it('ten thousand times apart is a matter of units', () => {
    expect(told('全年预算378.65元。')).toEqual([]);
    expect(told('全年预算378.65元。', {}, 'amount-unit-suspect')[0]?.fields).toEqual([
      '/funding/0/adjustedBudget',
      '/narrative/0/text',
    ]);
    expect(told('预算执行率932400%。', {}, 'amount-unit-suspect')).toEqual([]);
    const cell = { '/funding/0/adjustedBudget': '378.65万元' };
    expect(told('全年预算378.65元。', cell, 'amount-unit-suspect')[0]?.message.zh).toContain(
      '表中为 378.65万元，恰差',
    );
  });

  it('is held against the table in each of two sentences, and so is one of another kind beside it', () => {
    const apart = { '/narrative/-': { heading: '经费', text: '全年预算600.5万元。' } };
    expect(told('全年预算500.5万元。', apart).map(({ stated }) => stated)).toEqual(['500.5', '600.5']);
    const kinds = told('全年预算500.5万元，全年实际支出400.5万元。');
    expect(kinds.map(({ stated }) => stated)).toEqual(['500.5', '400.5']);
    expect(told('全年预算500.5万元，全年预算600.5万元。')).toEqual([]);
  });

  it('stands beside the cell as it is printed, where that has a unit of its own', () => {
    const cell = { '/amountUnit': null, '/funding/0/executed': '353.07万元' };
    expect(told('全年实际支出353.17万元。', cell)[0]?.message.zh).toContain('为 353.07万元');
    expect(told('全年实际支出353.17万元。')[0]?.message.zh).toContain('为 353.07万元');
  });

  it('is quoted with its words and nothing around them', () => {
    expect(told('经研究， 全年预算 500.5 万元到位。')[0]?.because[0]?.text).toBe('全年预算 500.5 万元');
  });
});

describe('an adjustment', () => {
  const code = 'narrative-adjustment-mismatch';
  const more = { '/funding/0/initialBudget': '400.00', '/funding/0/adjustedBudget': '378.65' };
  it.each([
    ['调减预算21.35万元。', null],
    ['调减预算213500元。', null],
    ['调减预算21.3万元。', null],
    ['调减预算21.45万元。', '378.55'],
    ['调减预算0.002145亿元。', '378.55'],
    ['追加预算21.35万元。', '421.35'],
    ['变更预算21.35万元。', null],
    ['变更预算30万元。', '430 / 370'],
    ['调整后预算为30万元。', null],
    ['调减预算数为30万元。', null],
    ['调减人员30万元。', null],
    ['追加预算30万元，调减预算30万元。', null],
    ['追加30元/人。', null],
    ['追加30万元，又收回30万元。', null],
    ['压减经费30.5万元。', '369.5'],
    ['收回资金30,000元。', '397'],
  ] as const)('%s leads to %s', (text, computed) => {
    expect(told(text, more, code).map((found) => found.computed)).toEqual(
      computed === null ? [] : [computed],
    );
  });

  it('untold in its direction is none where the budget did not change', () => {
    expect(told('变更预算用途30万元。', {}, code)).toEqual([]);
    expect(told('追加预算30万元。', {}, code)).toHaveLength(1);
  });

  it.each(['/funding/0/initialBudget', '/funding/0/adjustedBudget', '/amountUnit'])(
    'is not tested without %s',
    (blank) => {
      expect(told('调减预算30万元。', { ...more, [blank]: null }, code)).toEqual([]);
    },
  );

  it('is quoted as it stands', () => {
    const [found] = told('经批准， 调减预算　３０万元 。', more, code);
    expect(found?.because[0]).toEqual({ field: '/narrative/0/text', text: '调减预算　３０万元' });
    expect(found?.stated).toBe('378.65');
  });
});
