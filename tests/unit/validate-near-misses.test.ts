// What a rule must let pass and what just tips it over, pairwise: the same form with the one thing changed that decides.

import { describe, expect, it } from 'vitest';
import type { Code, Diagnostic } from '../../src/diagnostic/index.ts';
import type { Evaluation } from '../../src/record/evaluation.ts';
import { DEFAULT_PROFILE } from '../../src/record/profiles/index.ts';
import { validate } from '../../src/validate/index.ts';
import { type Changes, formWith } from '../support/clean-form.ts';
import type { Json } from '../support/shared-forms.ts';

function found(code: Code, changes: Changes): readonly Diagnostic[] {
  return foundIn(code, formWith(changes));
}

function foundIn(code: Code, evaluation: Evaluation): readonly Diagnostic[] {
  return [...validate({ evaluations: [evaluation], profile: DEFAULT_PROFILE })].filter(
    (diagnostic) => diagnostic.code === code,
  );
}

/** The changed values of row 0 (人数, OUTPUT) or row 3 (教材, a cost), by their names. */
function row(at: number, values: Readonly<Record<string, Json>>): Changes {
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => [`/indicators/${at}/${name}`, value]),
  );
}

const COUNT = 0;
const COST = 3;
const COST_LEVEL = { level1: '成本指标', level2: null };
const added = (values: Readonly<Record<string, Json>>): Changes => ({ '/indicators/-': values });

interface Pair {
  readonly code: Code;
  readonly fires: Changes;
  readonly silent: Changes;
}

const PAIRS: readonly Pair[] = [
  {
    code: 'cost-direction-suspect',
    fires: row(COST, { target: '>50元/册' }),
    silent: row(COST, { target: '<50元/册' }),
  },
  {
    code: 'cost-direction-suspect',
    fires: row(COST, { target: '≥50元' }),
    silent: row(COST, { target: '≥5%' }),
  },
  {
    code: 'cost-direction-suspect',
    fires: row(COST, { target: '≥50元' }),
    silent: row(COST, { target: '≥5百分比' }),
  },
  {
    code: 'cost-direction-suspect',
    fires: row(COST, { target: '≥50元' }),
    silent: row(COST, { target: '≥50元', level3: '节约经费' }),
  },
  {
    code: 'cost-overrun',
    fires: row(COST, { actual: '58元/册' }),
    silent: row(COST, { actual: '57.5元/册' }),
  },
  {
    code: 'cost-overrun',
    fires: row(COST, { actual: '60元/册' }),
    silent: row(COUNT, { target: '≤50人', actual: '60人' }),
  },
  {
    code: 'cost-overrun',
    fires: row(COST, { actual: '60元/册' }),
    silent: row(COST, { target: '≥50元/册', actual: '60元/册' }),
  },
  {
    code: 'cost-overrun',
    fires: row(COST, { target: '≤1元', actual: '2元' }),
    silent: row(COST, { target: '≤0元', actual: '2元' }),
  },
  {
    code: 'dimension-missing',
    fires: {
      '/indicators': [
        { level1: '产出指标', level2: '数量指标', level3: '甲' },
        { level1: '效益指标', level2: null, level3: '乙' },
      ],
    },
    silent: { '/indicators': [{ level1: '工作任务', level2: '培训', level3: '甲' }] },
  },
  {
    code: 'duplicate-indicator',
    fires: added({ level1: '产出指标', level2: '数量指标', level3: '培训人数', target: '≥80人' }),
    silent: added({ level1: '产出指标', level2: '数量指标', level3: '培训人', target: '数≥80人' }),
  },
  {
    code: 'duplicate-indicator',
    fires: added({ level1: '产出指标', level2: '数量指标', level3: '培训人数', target: '≥80人' }),
    silent: {
      ...row(COUNT, { target: null }),
      ...added({ level1: '产出指标', level2: '数量指标', level3: '培训人数', target: null }),
    },
  },
  {
    code: 'execution-rate-mismatch',
    fires: { '/funding/3/executionRate': '9' },
    silent: {
      '/funding/3/executionRate': '9',
      '/funding/3/adjustedBudget': '0.00',
      '/funding/3/executed': '0.00',
    },
  },
  {
    code: 'execution-score-mismatch',
    fires: { '/funding/0/score': '9', '/total/score': '92' },
    silent: { '/funding/0/score': '9', '/total/score': '92', '/funding/0/executed': '340.79' },
  },
  { code: 'field-missing', fires: row(COUNT, { target: null }), silent: {} },
  {
    code: 'field-missing',
    fires: added({ level3: '其中：女学员', partOf: 0, target: '40人', weight: null, score: null }),
    silent: added({
      level3: '其中：女学员',
      partOf: 0,
      target: '40人',
      actual: '40人',
      weight: null,
      score: null,
    }),
  },
  { code: 'field-missing', fires: row(COUNT, { weight: null }), silent: {} },
  {
    code: 'full-score-target-missed',
    fires: row(COUNT, { weight: '13' }),
    silent: row(COUNT, { weight: '0', score: '0' }),
  },
  {
    code: 'goal-target-differs',
    fires: { '/goal/expected': '培训人数：90人；结业率：≥95%；按时开班率：100%' },
    silent: { '/goal/expected': '培训人数：90场；结业率：≥95%；按时开班率：100%' },
  },
  {
    code: 'goal-target-differs',
    fires: { '/goal/expected': '培训人数：90人；结业率：≥95%；按时开班率：100%' },
    silent: {
      '/goal/expected': '培训人数：90人；结业率：≥95%；按时开班率：100%',
      ...row(COUNT, { target: '≥80' }),
    },
  },
  {
    code: 'goal-target-differs',
    fires: { '/goal/expected': '培训人数：90人；结业率：≥95%；按时开班率：100%' },
    silent: { '/goal/expected': '培训人数：较多；结业率：≥95%；按时开班率：100%' },
  },
  {
    code: 'goal-target-differs',
    fires: {
      '/goal/expected': '培训人数：90人；结业率：≥95%；按时开班率：100%',
      ...row(COUNT, { actual: '90%' }),
    },
    silent: {
      '/goal/expected': '培训人数：90人；结业率：≥95%；按时开班率：100%',
      ...row(COUNT, { actual: '90人' }),
    },
  },
  { code: 'grade-mismatch', fires: { '/total/grade': '良' }, silent: { '/total/grade': '优（92分）' } },
  { code: 'grade-mismatch', fires: { '/total/score': '89.99' }, silent: { '/total/score': '90' } },
  {
    code: 'level1-weights-unusual',
    fires: row(COUNT, { weight: '21' }),
    silent: added({ level1: '决策指标', level3: '立项依据', weight: '5' }),
  },
  {
    code: 'low-execution-unexplained',
    fires: {
      '/funding/0/adjustedBudget': '100万元',
      '/funding/0/executed': '500000元',
      '/funding/0/executionRate': '50',
    },
    silent: {
      '/funding/0/adjustedBudget': '100万元',
      '/funding/0/executed': '900000元',
      '/funding/0/executionRate': '90',
    },
  },
  {
    code: 'narrative-adjustment-mismatch',
    fires: { '/funding/0/initialBudget': '300', '/narrative/0/text': '年中追加预算78.66万元。' },
    silent: { '/funding/0/initialBudget': '300', '/narrative/0/text': '年中追加预算78.65万元。' },
  },
  {
    code: 'narrative-adjustment-mismatch',
    fires: { '/funding/0/initialBudget': '300', '/narrative/0/text': '年中追加预算78.66万元。' },
    silent: {
      '/amountUnit': null,
      '/funding/0/initialBudget': '300',
      '/narrative/0/text': '年中追加预算78.66万元。',
    },
  },
  {
    code: 'overachievement-unexplained',
    fires: row(COUNT, { actual: '104人', deviation: null }),
    silent: row(COUNT, { target: '≥0人', actual: '104人', deviation: null }),
  },
  {
    code: 'score-exceeds-weight',
    fires: row(COUNT, { score: '21' }),
    silent: row(COUNT, { score: null }),
  },
  {
    code: 'score-exceeds-weight',
    fires: row(COUNT, { score: '-2' }),
    silent: row(COUNT, { level3: '违规扣分', score: '-2' }),
  },
  {
    code: 'dimension-missing',
    fires: {
      '/indicators': [
        { level1: '工作任务', level2: '培训', level3: '甲' },
        { level1: '产出指标', level2: '数量指标', level3: '乙' },
        { level1: '效益指标', level2: '社会效益指标', level3: '丙' },
      ],
    },
    silent: {
      '/indicators': [
        { level1: '产出指标', level2: '培训', level3: '甲' },
        { level1: '效益指标', level2: '就业', level3: '乙' },
        { level1: '满意度指标', level2: '学员', level3: '丙' },
      ],
    },
  },
  {
    code: 'executed-exceeds-budget',
    fires: { '/amountUnit': null, '/funding/3/executed': '12', '/funding/3/adjustedBudget': '10万元' },
    silent: { '/amountUnit': null, '/funding/3/executed': '12元', '/funding/3/adjustedBudget': '10万元' },
  },
  {
    code: 'executed-exceeds-budget',
    fires: { '/funding/3/executed': '0.01', '/funding/3/adjustedBudget': '-10' },
    silent: { '/funding/3/executed': '0', '/funding/3/adjustedBudget': '-10' },
  },
  {
    code: 'grade-mismatch',
    fires: { '/total/score': '88.32', '/total/grade': '优秀' },
    silent: { '/total/grade': '优秀' },
  },
  {
    code: 'indicator-score-mismatch',
    fires: row(COUNT, { target: '≥3人', actual: '2人', score: '13.32' }),
    silent: row(COUNT, { target: '≥3人', actual: '2人', score: '13.34' }),
  },
  {
    code: 'narrative-mismatch',
    fires: {
      '/funding/0': { source: 'total', initialBudget: '100', adjustedBudget: '90', executed: '80' },
      '/narrative/0/text': '全年预算80万元。',
    },
    silent: {
      '/funding/0': { source: 'total', initialBudget: '100', adjustedBudget: '90', executed: '80' },
      '/narrative/0/text': '预算执行率80%。',
    },
  },
  {
    code: 'narrative-mismatch',
    fires: {
      '/funding/0': {
        source: 'total',
        initialBudget: '0',
        adjustedBudget: '100',
        executed: '80',
        executionRate: '80',
      },
      '/narrative/0/text': '预算执行率85%。',
    },
    silent: {
      '/funding/0': {
        source: 'total',
        initialBudget: '0',
        adjustedBudget: '100',
        executed: '80',
        executionRate: '80',
      },
      '/narrative/0/text': '预算执行率80%。',
    },
  },
  {
    code: 'narrative-mismatch',
    fires: { '/amountUnit': null, '/narrative/0/text': '预算执行率94.23%。' },
    silent: { '/amountUnit': null, '/narrative/0/text': '预算执行率93.24%。' },
  },
  {
    code: 'score-far-above-execution',
    fires: { '/funding/0/executed': '300' },
    silent: { '/funding/0/executed': '300', ...row(COUNT, { weight: null }) },
  },
  {
    code: 'score-far-above-execution',
    fires: { '/funding/0/executed': '300' },
    silent: { '/funding/0/executed': '300', ...row(COUNT, { score: null }) },
  },
  {
    code: 'score-far-above-execution',
    fires: { '/funding/0/executed': '300' },
    silent: { '/funding/0/executed': '300', '/indicators': [{ level3: '甲', weight: '0', score: '0' }] },
  },
  {
    code: 'score-far-above-execution',
    fires: { '/funding/0/adjustedBudget': '1000', '/funding/0/executed': '949.9', ...exactly('80') },
    silent: { '/funding/0/adjustedBudget': '1000', '/funding/0/executed': '950', ...exactly('80') },
  },
  {
    code: 'template-residue',
    fires: { '/goal/achieved': `  请填写${'实'.repeat(57)}  ` },
    silent: { '/goal/achieved': `请填写${'实'.repeat(58)}` },
  },
  {
    code: 'zero-actual-scored',
    fires: row(COUNT, { target: '≥1人', actual: '0人', score: '1' }),
    silent: row(COUNT, { target: '≥0人', actual: '0人', score: '1' }),
  },
  {
    code: 'zero-actual-scored',
    fires: row(COUNT, { target: '≥98%', actual: '0', score: '1' }),
    silent: row(COUNT, { target: '≥98%', actual: '0.5', score: '1' }),
  },
  {
    code: 'zero-quantity-cost-scored',
    fires: bought('教材', '教材单价', '10'),
    silent: bought('教材', '教材单价', '0'),
  },
  {
    code: 'zero-quantity-cost-scored',
    fires: bought('教材', '教材费', '10'),
    silent: bought('书', '书', '10'),
  },
  {
    code: 'zero-quantity-cost-scored',
    fires: bought('教材成本册', '教材成本册', '10'),
    silent: bought('教材册', '教材成本册', '10'),
  },
];

/** Every row in full, but the first, which is worth so many points less than its 100. */
function exactly(score: string): Changes {
  return { '/indicators': [{ level3: '甲', weight: '80', score }] };
}

/** Nothing of a thing was bought, and its cost scores so much. */
function bought(quantity: string, cost: string, score: string): Changes {
  return {
    ...row(COUNT, { level3: `购置${quantity}`, target: '80册', actual: '0册', score: '0' }),
    ...row(COST, { level3: cost, score }),
  };
}

describe('one thing decides', () => {
  it.each(PAIRS.map((pair) => [pair.code, pair] as const))('%s', (code, { fires, silent }) => {
    expect(found(code, fires)).toHaveLength(1);
    expect(found(code, silent)).toEqual([]);
  });
});

describe('a cost', () => {
  it('is one by its first level alone', () => {
    expect(found('cost-overrun', row(COUNT, { ...COST_LEVEL, target: '50元', actual: '60元' }))).toHaveLength(
      1,
    );
  });
});

describe('a score that is not in full', () => {
  const deducted = formWith(row(COUNT, { deviation: null }));

  it('needs a reason only where the form asks for one', () => {
    expect(foundIn('deduction-unexplained', deducted)).toHaveLength(1);
    const columns = deducted.columns.filter((column) => column !== 'deviation');
    expect(foundIn('deduction-unexplained', { ...deducted, columns })).toEqual([]);
  });

  it('says nothing of a row that shares it with another', () => {
    const [first, second, ...others] = deducted.indicators;
    const sharing = (score: typeof first) =>
      [first, second].flatMap((one) => (one ? [{ ...one, score: score?.score ?? null }] : []));
    const indicators = [...sharing(first), ...others];
    expect(foundIn('deduction-unexplained', { ...deducted, indicators })).toEqual([]);
  });
});

describe('a full score of a missed target', () => {
  const missed = formWith(row(COUNT, { weight: '13' }));

  it('says nothing of a row that shares it with another', () => {
    expect(foundIn('full-score-target-missed', missed)).toHaveLength(1);
    const [first, second, ...others] = missed.indicators;
    const shared = [first, second].flatMap((one) => (one ? [{ ...one, score: first?.score ?? null }] : []));
    const indicators = [...shared, ...others];
    expect(foundIn('full-score-target-missed', { ...missed, indicators })).toEqual([]);
  });
});

describe('a sum of funds that may be read in several ways', () => {
  const told = (total: string, ...lines: readonly (readonly [source: string, amount: string | null])[]) => {
    const parts = lines.map(([source, executed]) => ({ source, executed }));
    const [first] = found('funding-sum-mismatch', {
      '/funding': [{ source: 'total', executed: total }, ...parts],
    });
    return first ? `${first.level} ${first.explanation} ${first.computed}` : null;
  };

  it.each([
    [
      '100',
      [
        ['fiscal', '80'],
        ['central', '60'],
        ['other', '20'],
      ],
      null,
    ],
    [
      '100',
      [
        ['fiscal', '90'],
        ['central', '60'],
        ['other', null],
      ],
      'warning null 90',
    ],
    [
      '100',
      [
        ['fiscal', '90'],
        ['central', '60'],
        ['other', '40'],
      ],
      'error null 190',
    ],
    [
      '101',
      [
        ['fiscal', '80.6'],
        ['central', '50'],
        ['other', '20'],
      ],
      'warning coarser 100.6',
    ],
    [
      '100',
      [
        ['central', '60'],
        ['local', '50'],
        ['other', null],
      ],
      'error null 110',
    ],
    [
      '100.1',
      [
        ['central', '33.36'],
        ['local', '33.36'],
        ['other', '33.37'],
      ],
      'warning coarser 100.09',
    ],
    [
      '99.95',
      [
        ['central', '33.31'],
        ['local', '33.31'],
        ['other', '33.32'],
      ],
      'warning accumulated-rounding 99.94',
    ],
  ] as const)('of %s from %j: %s', (total, lines, expected) => expect(told(total, ...lines)).toBe(expected));
});

describe('the sum behind a rate of the prose', () => {
  it('is in the unit of the table, whatever the prose tells more exactly', () => {
    const [first] = found('narrative-mismatch', {
      '/narrative/0/text': '实际支出3530700.000元，预算执行率94.23%。',
    });
    expect(first?.message.zh).toContain('353.07 ÷ 378.65');
  });
});

describe('a total score that is off by a hundredth', () => {
  /** One row is rounded: half a hundredth. The execution has all of its 10 points at 102 %, which is exact. */
  const off = (total: string) =>
    found('total-score-mismatch', {
      '/funding/0/executed': '386.22',
      '/funding/0/score': '10',
      ...row(COUNT, { target: '≥81人', score: '12.84' }),
      '/total/score': total,
    }).map(({ level, explanation }) => `${level} ${explanation}`);

  it('is no rounding of one row and of an execution in full', () => {
    expect(off('92.84')).toEqual([]);
    expect(off('92.85')).toEqual(['error null']);
  });
});

describe('a row that seems to be missing', () => {
  it('rests on the goal only where that names it', () => {
    const changes = {
      ...row(4, { weight: '29', score: '29' }),
      '/goal/expected': '培训人数：≥80人；结业率：≥95%；按时开班率：100%',
    };
    const [first] = found('missing-row-suspected', changes);
    expect(first?.fields).toEqual(['/total/weight', '/total/score']);
  });
});

describe('rows of the template that were never filled in', () => {
  const residue = (...remarks: readonly string[]) => {
    const told = foundIn('template-residue', { ...formWith({}), remarks });
    return told.map(({ fields, stated }) => [...fields, stated]);
  };

  it('are told once for all of them', () => {
    expect(residue('指标1：/', '……', '指标1：', '说明')).toEqual([['/indicators', '指标1：、……']]);
  });

  it('are none where the notes of a form say something', () => {
    expect(residue('指标1：培训', '注：得分保留两位小数', '（预算执行率低于90%的须说明原因）')).toEqual([]);
  });
});

describe('a list of goals that names all rows but one', () => {
  const names = ['甲', '乙', '丙', '丁', '戊', '己', '庚', '辛', '壬', '癸'].map((name) => `${name}事项`);
  const indicators = names.map((level3) => ({ level3, target: '1次', actual: '1次' }));
  const goals = (count: number) =>
    names
      .slice(0, count)
      .map((name) => `${name}：1次`)
      .join('；');

  it('lacks that one', () => {
    const changes = { '/indicators': indicators, '/goal/expected': goals(9) };
    const [first, ...others] = found('goal-indicator-missing', changes);
    expect(others).toEqual([]);
    expect(first).toMatchObject({
      stated: '癸事项',
      because: [{ field: '/indicators/9/level3', text: '癸事项' }],
    });
    expect(first?.fields).toEqual(['/indicators/9/level3', '/goal/expected']);
    expect(first?.message.zh).toContain('唯独没有“癸事项”');
  });

  it('was not meant to name them all where it lacks more than a tenth', () => {
    const changes = { '/indicators': indicators, '/goal/expected': goals(8) };
    expect(found('goal-indicator-missing', changes)).toEqual([]);
  });
});

describe('the score of the execution', () => {
  /** 20 points at 66.55 %: 13.31 by the amounts; 13.40 by the printed rate 67. */
  const scored = (rate: string | null, score: string): Changes => ({
    '/funding': [
      {
        source: 'total',
        label: '总额',
        adjustedBudget: '100',
        executed: '66.55',
        executionRate: rate,
        weight: '20',
        score,
      },
    ],
  });

  it.each([
    ['67', '13.31', null],
    ['67', '13.40', 'warning coarser'],
    ['67', '13.60', 'error null'],
    ['68', '13.60', 'error null'],
    [null, '13.40', 'error null'],
  ] as const)('at a printed rate of %s may be %s: %s', (rate, score, told) => {
    const [first] = found('execution-score-mismatch', scored(rate, score));
    expect(first ? `${first.level} ${first.explanation}` : null).toBe(told);
  });

  it('that the amounts explain needs no other basis', () => {
    const changes = { ...scored('66.6', '13.32'), '/funding/0/executed': '66.56' };
    expect(found('execution-score-mismatch', changes)[0]?.explanation).toBe('ceiling');
  });

  it('rests on the printed rate where an amount is blank', () => {
    const changes = { ...scored('67', '13.31'), '/funding/0/executed': null };
    const [first] = found('execution-score-mismatch', changes);
    expect(first?.because.map(({ field }) => field)).toContain('/funding/0/executionRate');
    expect(first?.computed).toBe('13.40');
  });

  it.each([
    ['67', '13.29', 'error null'],
    ['67', '13.30', 'warning coarser'],
    ['67', '13.50', 'warning coarser'],
    ['67', '13.51', 'error null'],
    ['67.00', '13.42', 'error null'],
    ['100', '19.97', 'warning coarser'],
  ])(
    'at a printed rate of %s alone may be %s, which another rate gives that is printed so: %s',
    (rate, score, told) => {
      const changes = { ...scored(rate, score), '/funding/0/executed': null };
      const [first] = found('execution-score-mismatch', changes);
      expect(`${first?.level} ${first?.explanation}`).toBe(told);
    },
  );

  it('rests on the printed rate, which is not tested, where that is a share of what has arrived', () => {
    const evaluation = formWith(scored('67', '13.40'));
    const told = (columns: typeof evaluation.columns) =>
      [...validate({ evaluations: [{ ...evaluation, columns }], profile: DEFAULT_PROFILE })]
        .filter(({ code }) => code.startsWith('execution'))
        .map(({ code }) => code);
    expect(told(evaluation.columns)).toEqual(['execution-score-mismatch']);
    expect(told([...evaluation.columns, 'rateOfArrived'])).toEqual([]);
  });

  it('is capped at a rate above 100 %, and says so', () => {
    const told = (executed: string) =>
      found('execution-score-mismatch', { ...scored(null, '13'), '/funding/0/executed': executed })[0]
        ?.message.zh;
    expect(told('110')).toContain('但 110% 按 100% 计，100% × 20 = 20。');
    expect(told('100')).toContain('但 100% × 20 = 20。');
    expect(told('100')).not.toContain('min');
  });
});
