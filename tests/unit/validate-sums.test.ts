// The sums behind totals and funds beyond their plain cases: what may explain them, what they lack, and which cell is suspected.

import { describe, expect, it } from 'vitest';
import type { Diagnostic } from '../../src/diagnostic/index.ts';
import { DEFAULT_PROFILE } from '../../src/record/profiles/index.ts';
import { validate } from '../../src/validate/index.ts';
import { type Changes, formWith } from '../support/clean-form.ts';

function found(changes: Changes, code: string): readonly Diagnostic[] {
  return [...validate({ evaluations: [formWith(changes)], profile: DEFAULT_PROFILE })].filter(
    (diagnostic) => diagnostic.code === code,
  );
}

/** Level, first field and explanation of each. */
function brief(changes: Changes, code: string): readonly string[] {
  return found(changes, code).map(
    ({ level, fields: [field], stated, computed, explanation }) =>
      `${level} ${field} ${stated}→${computed} ${explanation}`,
  );
}

describe('the total score', () => {
  const code = 'total-score-mismatch';

  const rounded = {
    '/indicators/0/target': '≥70人',
    '/indicators/0/score': '14.86',
    '/indicators/2/target': '70%',
    '/indicators/2/actual': '33%',
    '/indicators/2/score': '4.71',
  };
  it.each([
    ['88.88', 'warning', 'accumulated-rounding'],
    ['88.90', 'warning', 'coarser'],
    ['88.87', 'error', null],
    ['88.91', 'error', null],
  ] as const)('may be off by the rounding of three scores: %s', (score, level, explanation) => {
    const [first] = found({ ...rounded, '/total/score': score }, code);
    expect(first).toMatchObject({ level, explanation });
  });

  /** One row is rounded, 7.43 for 52 of 70; the total is one hundredth more than its terms. */
  function oneOff(execution: Changes): Diagnostic | undefined {
    const rows = Object.fromEntries([1, 2, 3, 4, 5].map((at) => [`/indicators/${at}/score`, '10']));
    const rounded = {
      '/indicators/0/target': '≥70人',
      '/indicators/0/weight': '10',
      '/indicators/0/score': '7.43',
    };
    const score = execution['/funding/0/score'] === undefined ? '9.32' : execution['/funding/0/score'];
    const total = String((57.43 + Number(score) + 0.01).toFixed(2));
    return found({ ...execution, ...rows, ...rounded, '/total/score': total }, code)[0];
  }

  it.each([
    [
      'a score that equals its weight',
      { '/funding/0/executed': '378.65', '/funding/0/executionRate': '100', '/funding/0/score': '10' },
    ],
    [
      'a score that the rate gives exactly',
      { '/funding/0/adjustedBudget': '400', '/funding/0/executed': '300', '/funding/0/score': '7.5' },
    ],
    ['no weight', { '/funding/0/weight': null }],
  ] as const)('is exact over %s of the execution', (_, changes) => {
    expect(oneOff(changes)).toMatchObject({ code, explanation: null });
  });

  it.each([
    ['its rate is rounded', {}],
    ['its rate is not known', { '/funding/0/executed': null, '/funding/0/executionRate': null }],
  ] as const)('may be off by the rounding of the execution too where %s', (_, changes) => {
    expect(oneOff(changes)).toMatchObject({ level: 'warning', explanation: 'accumulated-rounding' });
  });

  it('is a warning where it is below its rows and one of them is blank', () => {
    expect(brief({ '/indicators/3/score': null, '/total/score': '70.32' }, code)).toEqual([
      'warning /total/score 70.32→82.32 null',
    ]);
    expect(brief({ '/indicators/3/score': null, '/total/score': '99.99' }, code)).toEqual([]);
  });

  it('is not tested without scores', () => {
    const blank = Object.fromEntries([0, 1, 2, 3, 4, 5].map((at) => [`/indicators/${at}/score`, null]));
    expect(brief({ ...blank, '/total/score': '5' }, code)).toEqual([]);
    expect(brief({ '/total/score': null }, code)).toEqual([]);
  });

  it('writes negative scores in brackets, and a lone one as it is', () => {
    const [first] = found({ '/indicators/1/score': '-1' }, code);
    expect(first?.message.zh).toContain('9.32 + 13 + (-1) + 10 + 10 + 30 + 10 = 81.32');
    const lone = { level3: '甲', weight: '90', score: '80' };
    const [only] = found(
      {
        '/indicators': [lone],
        '/funding/0/weight': null,
        '/funding/0/score': null,
        '/total/weight': '90',
        '/total/score': '70',
      },
      code,
    );
    expect(only?.message.zh).toContain('各指标得分合计 80。');
  });

  it('takes the columns of points in the fund block for points that may be printed', () => {
    const none = { '/funding/0/weight': null, '/funding/0/score': null, '/total/score': '94' };
    const whole = { ...none, '/indicators/4/weight': '40', '/indicators/4/score': '40' };
    const points = (column: 'weight' | 'score') => ({ ...whole, [`/funding/1/${column}`]: '1' });
    expect(brief(whole, code)).toEqual(['error /total/score 94→93 null']);
    expect(brief(points('weight'), code)).toEqual([]);
    expect(brief(points('score'), code)).toEqual([]);
    expect(brief({ ...whole, '/indicators/4/weight': '39' }, code)).toEqual([]);
    expect(brief({ ...whole, '/total/weight': null }, code)).toEqual([]);
    expect(brief({ ...whole, '/indicators/4/weight': null }, code)).toEqual([]);
    expect(brief({ ...whole, '/funding/0/weight': '10' }, code)).toEqual([]);
  });

  it('takes the way of adding that comes closer where a row scores the execution', () => {
    const row = {
      level2: '预算执行率',
      level3: null,
      target: '100%',
      actual: '93.24%',
      weight: '10',
      score: '9.32',
    };
    expect(brief({ '/indicators/-': row, '/total/score': '92.42' }, code)).toEqual([
      'error /total/score 92.42→92.32 null',
    ]);
    expect(brief({ '/indicators/-': row, '/total/score': '101.54' }, code)).toEqual([
      'error /total/score 101.54→101.64 null',
    ]);
  });
});

describe('a missing row', () => {
  const code = 'missing-row-suspected';
  const short = (weight: string, score: string): Changes => ({
    '/indicators/4/weight': weight,
    '/indicators/4/score': score,
  });
  const goal = '培训人数：≥80人；结业率：≥95%；档案寄存费：100元/米；资料印刷：5册';

  it.each([
    [short('29', '29'), true],
    [short('29', '29.5'), false],
    [short('29', '28.5'), false],
    [short('30', '29'), false],
    [short('29', '30'), false],
    [{ ...short('29', '29'), '/indicators/3/weight': null }, false],
    [{ ...short('29', '29'), '/indicators/3/score': null }, false],
    [{ ...short('29', '29'), '/total/weight': null }, false],
    [{ ...short('29', '29'), '/total/score': null }, false],
    [{ ...short('29', '29.5'), '/goal/expected': goal }, true],
    [{ ...short('29', '28.5'), '/goal/expected': goal }, false],
    [{ ...short('29', '30'), '/goal/expected': goal }, false],
    [{ ...short('29', '29.5'), '/goal/expected': '培训人数：≥80人；结业率：≥95%；教材：50元/册' }, false],
  ])('%j is suspected: %s', (changes, expected) => {
    expect(found(changes, code).length > 0).toBe(expected);
    const totals = ['total-weight-mismatch', 'total-score-mismatch'].flatMap((total) =>
      found(changes, total),
    );
    expect(totals.some(({ explanation }) => explanation === 'missing-row')).toBe(expected);
    if (expected) expect(totals.map(({ level }) => level)).toEqual(['error', 'error']);
  });

  it('names the items that have no row', () => {
    const [note] = found({ ...short('29', '29.5'), '/goal/expected': goal }, code);
    expect(note).toMatchObject({
      level: 'note',
      fields: ['/total/weight', '/total/score', '/goal/expected'],
      explanation: 'missing-row',
      because: [
        { field: '/total/weight', text: '100' },
        { field: '/total/score', text: '92.32' },
        { field: '/goal/expected', text: '档案寄存费：100元/米' },
        { field: '/goal/expected', text: '资料印刷：5册' },
      ],
    });
    expect(note?.message.zh).toBe(
      '分值合计差 1、总分差 0.5，漏列一行即可解释；目标文字中没有对应指标行的是“档案寄存费：100元/米”、“资料印刷：5册”。',
    );
    expect(note?.message.en).toContain(
      'of the goal text, “档案寄存费：100元/米”, “资料印刷：5册” has no row.',
    );
  });
});

describe('a sum of funds', () => {
  const code = 'funding-sum-mismatch';

  it.each([
    ['130', []],
    ['137', ['error /funding/0/executed 137→260 null']],
  ])('of three sources that each consist of others is %s: %j', (total, told) => {
    const line = (source: string, label: string, executed: string) => ({ source, label, executed });
    const funding = [
      line('total', '年度资金总额', total),
      line('fiscal', '财政拨款', '100'),
      line('central', '其中：中央资金', '60'),
      line('local', '地方资金', '40'),
      line('unit', '单位资金', '20'),
      line('other', '其中：事业收入', '15'),
      line('other', '经营收入', '5'),
      line('other', '其他资金', '10'),
      line('other', '其中：捐赠收入', '6'),
      line('other', '利息收入', '4'),
    ];
    expect(brief({ '/funding': funding }, code)).toEqual(told);
  });

  it.each([
    [
      'the total, where nothing tells',
      { '/funding/0/initialBudget': '379.65' },
      'error /funding/0/initialBudget 379.65→378.65 null',
    ],
    [
      'the part whose rate would fit',
      { '/funding/1/executed': '290.00' },
      'error /funding/1/executed 290.00→280 null',
    ],
    [
      'the part whose other budget would',
      { '/funding/2/adjustedBudget': '87.65' },
      'error /funding/2/adjustedBudget 87.65→78.65 null',
    ],
    [
      'the total, whose rate would fit',
      { '/funding/0/executed': '363.07', '/funding/1/executionRate': null },
      'error /funding/0/executed 363.07→353.07 null',
    ],
    [
      'the total, where two parts are alike suspect',
      { '/funding/1/initialBudget': '310', '/funding/2/initialBudget': '88.65' },
      'error /funding/0/initialBudget 378.65→398.65 null',
    ],
    [
      'the total, where a part without a rate is as likely',
      { '/funding/2/executed': '83.07' },
      'error /funding/0/executed 353.07→363.07 null',
    ],
    [
      'the total, where nothing speaks for a part, though least against it',
      { '/funding/2/executed': '83.07', '/funding/3/executed': null },
      'error /funding/0/executed 353.07→363.07 null',
    ],
    [
      'the total, where two parts would repeat their other budgets',
      {
        '/funding/0/initialBudget': '388.65',
        '/funding/1/initialBudget': '310',
        '/funding/2/initialBudget': '88.65',
      },
      'error /funding/0/initialBudget 388.65→398.65 null',
    ],
    [
      'the part whose rate would fit with more decimals than it prints',
      { '/funding/1/executed': '290', '/funding/1/executionRate': '93.36', '/funding/2/executed': '73' },
      'error /funding/1/executed 290→280.07 null',
    ],
    [
      'no part because all of its budget would be spent',
      {
        '/funding/0/executed': '358.65',
        '/funding/0/executionRate': null,
        '/funding/1/executionRate': null,
        '/funding/2/executed': '88.65',
      },
      'error /funding/0/executed 358.65→368.65 null',
    ],
  ] as const)('suspects %s', (_, changes, expected) => expect(brief(changes, code)).toContain(expected));

  it('is rounded by itself only in large units and over parts that are rounded', () => {
    const off = {
      '/funding/0/initialBudget': '378.64',
      '/funding/1/initialBudget': '299.99',
      '/funding/2/initialBudget': '78.66',
    };
    const [warning] = brief(off, code);
    expect(warning).toContain('accumulated-rounding');
    expect(brief({ ...off, '/amountUnit': null }, code)[0]).toContain('accumulated-rounding');
    expect(brief({ ...off, '/amountUnit': '元' }, code)[0]).toMatch(/^error .+ null$/);
    const whole = {
      '/funding/1/initialBudget': '299.00',
      '/funding/2/initialBudget': '79.66',
      '/funding/0/initialBudget': '378.65',
    };
    expect(brief(whole, code)[0]).toMatch(/^error .+ null$/);
    const two = { ...off, '/funding/0/initialBudget': '378.63' };
    expect(brief(two, code)[0]).toMatch(/^error .+ null$/);
  });

  it('may be explained by a custom of rounding', () => {
    const cut = { '/funding/1/initialBudget': '300.009', '/funding/0/initialBudget': '378.65' };
    expect(brief(cut, code)[0]).toMatch(/^warning \/funding\/0\/initialBudget 378.65→378.659 truncated/);
  });

  it('adds no amounts of different units', () => {
    expect(
      brief({ '/funding/1/initialBudget': '3000000元', '/funding/2/initialBudget': '78万元' }, code),
    ).toEqual([]);
    expect(
      brief({ '/funding/1/initialBudget': '301万元', '/funding/2/initialBudget': '78.65万元' }, code),
    ).toHaveLength(1);
  });

  it('takes a cell without a unit for one in the unit of the table', () => {
    const mixed = {
      '/amountUnit': '元',
      '/narrative/0/text': '已完成。',
      '/funding/0/adjustedBudget': '378.65万元',
      '/funding/0/initialBudget': '378.65万元',
      '/funding/0/executed': '353.07万元',
    };
    expect(brief(mixed, code)).toEqual([]);
    const line = { '/funding/0/executed': '3530700', '/funding/0/executionRate': '100' };
    expect(brief({ ...mixed, ...line }, 'execution-rate-mismatch')).toEqual([]);
    expect(brief({ ...mixed, ...line, '/funding/0/score': '10' }, 'execution-score-mismatch')).toEqual([]);
    expect(brief({ ...mixed, '/funding/0/executionRate': '92.24' }, 'execution-rate-mismatch')).toHaveLength(
      1,
    );
  });

  it('may have more parts than are told where only one is', () => {
    const one = { source: 'total', label: '总额', executed: '10' };
    const part = { source: 'currentAppropriation', label: '其中：财政拨款', executed: '9' };
    expect(found({ '/funding': [one, part] }, code)).toEqual([]);
    expect(brief({ '/funding': [one, { ...part, executed: '11' }] }, code)).toEqual([
      'error /funding/0/executed 10→11 null',
    ]);
  });

  it('is called by its label without a colon', () => {
    expect(
      found({ '/funding/0/label': '总额：', '/funding/0/initialBudget': '379.65' }, code)[0]?.message.zh,
    ).toMatch(/^“总额”的年初预算数/);
    expect(
      found({ '/funding/0/label': '总额: ', '/funding/0/initialBudget': '379.65' }, code)[0]?.message.zh,
    ).toMatch(/^“总额”的/);
    expect(
      found({ '/funding/0/label': '总：额', '/funding/0/initialBudget': '379.65' }, code)[0]?.message.zh,
    ).toMatch(/^“总：额”的/);
  });
});

describe('points', () => {
  it.each([
    [{ '/funding/0/score': '11' }, ['/funding/0/score 年度资金总额']],
    [{ '/funding/0/score': '10', '/funding/0/executed': '378.65' }, []],
    [{ '/total/score': '101' }, ['/total/score 总分']],
    [{ '/total/score': '-1', '/total/weight': null }, ['/total/score 总分']],
    [{ '/total/score': '100' }, []],
    [{ '/indicators/1/score': '11', '/indicators/1/level3': null }, ['/indicators/1/score 质量指标']],
    [
      { '/indicators/1/score': '11', '/indicators/1/level3': null, '/indicators/1/level2': null },
      ['/indicators/1/score 产出指标'],
    ],
    [
      {
        '/indicators/1/score': '11',
        '/indicators/1/level3': null,
        '/indicators/1/level2': null,
        '/indicators/1/level1': null,
      },
      ['/indicators/1/score —'],
    ],
    [{ '/indicators/1/score': '11', '/indicators/1/weight': null }, []],
    [{ '/indicators/1/score': '-0.1', '/indicators/1/weight': null }, ['/indicators/1/score 结业率']],
  ] as const)('%j', (changes, expected) => {
    const names = found(changes, 'score-exceeds-weight').map(
      ({ fields: [field], message }) => `${field} ${/“(.+?)”/.exec(message.zh)?.[1]}`,
    );
    expect(names).toEqual(expected);
  });

  it('below 0 without a weight are said to be below 0', () => {
    const [first] = found(
      { '/indicators/1/score': '-0.1', '/indicators/1/weight': null },
      'score-exceeds-weight',
    );
    expect(first?.message).toEqual({
      zh: '“结业率”的得分 -0.1 低于 0。',
      en: 'The score -0.1 of “结业率” is below 0.',
    });
  });
});

describe('the score of the execution', () => {
  const code = 'execution-score-mismatch';
  it.each([
    [
      'from the printed rate where that is right',
      {
        '/funding/0/adjustedBudget': '400',
        '/funding/0/executed': '353.07',
        '/funding/0/executionRate': '88.3',
        '/funding/0/score': '8.830',
      },
      'warning coarser',
    ],
    [
      'from a printed rate that is wrong',
      { '/funding/0/executionRate': '95.12', '/funding/0/score': '9.512' },
      'error null',
    ],
    [
      'truncated',
      { '/funding/0/adjustedBudget': '365', '/funding/0/score': '9.67', '/funding/0/executionRate': '96.73' },
      undefined,
    ],
    ['above the whole', { '/funding/0/executed': '400', '/funding/0/score': '10' }, undefined],
    [
      'above the whole and yet not full',
      { '/funding/0/executed': '400', '/funding/0/score': '9' },
      'error null',
    ],
    [
      'without amounts, from the rate',
      { '/funding/0/executed': null, '/funding/0/score': '9.52' },
      'error null',
    ],
    ['without amounts and right', { '/funding/0/executed': null }, undefined],
    [
      'without a rate',
      { '/funding/0/executed': null, '/funding/0/executionRate': null, '/funding/0/score': '1' },
      undefined,
    ],
    [
      'in two units',
      {
        '/funding/0/executed': '3530700元',
        '/funding/0/adjustedBudget': '378.65万元',
        '/funding/0/score': '1',
      },
      undefined,
    ],
    [
      'of nothing',
      { '/funding/0/executed': '0', '/funding/0/adjustedBudget': '0', '/funding/0/score': '1' },
      undefined,
    ],
    ['of a part', { '/funding/1/weight': '10', '/funding/1/score': '5' }, 'error null'],
    ['without a weight', { '/funding/0/weight': null, '/funding/0/score': '1' }, undefined],
  ] as const)('%s', (_, changes, expected) => {
    const [first] = found(changes, code);
    expect(first && `${first.level} ${first.explanation}`).toBe(expected);
  });

  it('writes out the cap', () => {
    const [first] = found({ '/funding/0/executed': '400', '/funding/0/score': '9' }, code);
    expect(first?.message.zh).toContain('105.6384…% 按 100% 计，100% × 10 = 10');
    expect(first?.computed).toBe('10.00');
  });
});

describe('a printed rate', () => {
  const code = 'execution-rate-mismatch';
  it.each([
    [
      {
        '/funding/0/executionRate': '93.24',
        '/funding/0/executed': '3530700元',
        '/funding/0/adjustedBudget': '400万元',
      },
      [],
    ],
    [{ '/funding/3/executionRate': '100' }, []],
    [{ '/funding/3/executionRate': '0.00%' }, []],
    [{ '/funding/3/executionRate': '99' }, ['error /funding/3/executionRate 99→null null']],
    [{ '/funding/3/executionRate': '99', '/funding/3/executed': '0.00' }, []],
    [{ '/funding/3/executionRate': '99', '/funding/3/executed': '5' }, []],
    [{ '/funding/0/executionRate': '93' }, ['warning /funding/0/executionRate 93→93.24 coarser']],
    [{ '/funding/0/executionRate': '93.2' }, ['warning /funding/0/executionRate 93.2→93.24 coarser']],
    [{ '/funding/0/executionRate': null }, []],
  ] as const)('%j', (changes, expected) => expect(brief(changes, code)).toEqual(expected));
});
