// Every rule: a case that fires it, where and how; and a near miss that does not. The clean form itself yields nothing at all.

import { describe, expect, it } from 'vitest';
import {
  CATALOGUE,
  CODES,
  type Code,
  type Diagnostic,
  type Explanation,
  type Level,
} from '../../src/diagnostic/index.ts';
import { DEFAULT_PROFILE } from '../../src/record/profiles/index.ts';
import { validate } from '../../src/validate/index.ts';
import { type Changes, formWith } from '../support/clean-form.ts';

function found(changes: Changes): readonly Diagnostic[] {
  return [...validate({ evaluations: [formWith(changes)], profile: DEFAULT_PROFILE })];
}

/** Everything that a diagnostic says, for people to read in a diff. */
function written({ level, fields, stated, computed, explanation, because, message }: Diagnostic): string {
  const grounds = because.map(({ field, text }) => `${field} ${text}`);
  return [
    `${level}: ${stated} → ${computed}, ${explanation}`,
    ...[fields, grounds].map((lines) => lines.join(', ')),
    message.zh,
    message.en,
  ].join('\n');
}

interface Firing {
  readonly code: Code;
  readonly by: Changes;
  readonly at: string;
  readonly level?: Level;
  readonly explanation?: Explanation | null;
  readonly stated?: string | null;
  readonly computed?: string | null;
  /** Parts of the sentence in Chinese. */
  readonly says?: readonly string[];
  readonly notBy: Changes;
}

const row = (more: Changes) => ({
  level1: '产出指标',
  level2: '数量指标',
  level3: '其他',
  target: '明显',
  actual: '明显',
  weight: '1',
  score: '1',
  ...more,
});

const PROSE = '/narrative/0/text';

const FIRINGS: readonly Firing[] = [
  {
    code: 'execution-rate-mismatch',
    by: { '/funding/0/executionRate': '93.34' },
    at: '/funding/0/executionRate',
    level: 'error',
    stated: '93.34',
    computed: '93.24',
    explanation: null,
    notBy: { '/funding/0/executionRate': '93.24%' },
  },
  {
    code: 'execution-rate-mismatch',
    by: { '/funding/0/executionRate': '93.25' },
    at: '/funding/0/executionRate',
    level: 'warning',
    explanation: 'ceiling',
    notBy: { '/funding/3/executionRate': '0.00' },
  },
  {
    code: 'execution-rate-mismatch',
    by: { '/funding/3/executionRate': '9' },
    at: '/funding/3/executionRate',
    level: 'error',
    computed: null,
    notBy: { '/funding/3/executionRate': '100%' },
  },
  {
    code: 'execution-score-mismatch',
    by: { '/funding/0/score': '9.42', '/total/score': '92.42' },
    at: '/funding/0/score',
    level: 'error',
    stated: '9.42',
    computed: '9.32',
    notBy: { '/funding/0/weight': '10.0' },
  },
  {
    code: 'execution-score-mismatch',
    by: { '/funding/0/score': '9', '/total/score': '92.00' },
    at: '/funding/0/score',
    level: 'warning',
    explanation: 'coarser',
    notBy: { '/funding/0/executed': '0', '/funding/0/adjustedBudget': '0' },
  },
  {
    code: 'funding-sum-mismatch',
    by: { '/funding/0/initialBudget': '379.65' },
    at: '/funding/0/initialBudget',
    level: 'error',
    stated: '379.65',
    computed: '378.65',
    explanation: null,
    notBy: {
      '/funding/2/initialBudget': null,
      '/funding/3/initialBudget': null,
      '/funding/1/initialBudget': null,
    },
  },
  {
    code: 'funding-sum-mismatch',
    by: { '/funding/0/initialBudget': '378.66' },
    at: '/funding/0/initialBudget',
    level: 'error',
    explanation: null,
    notBy: { '/funding/0/initialBudget': '378.650' },
  },
  {
    code: 'funding-sum-mismatch',
    by: {
      '/funding/0/initialBudget': '378.64',
      '/funding/1/initialBudget': '299.99',
      '/funding/2/initialBudget': '78.66',
    },
    at: '/funding/0/initialBudget',
    level: 'warning',
    explanation: 'accumulated-rounding',
    notBy: {},
  },
  {
    code: 'funding-sum-mismatch',
    by: { '/funding/1/executed': '290.00' },
    at: '/funding/1/executed',
    level: 'error',
    notBy: {
      '/funding/-': {
        source: 'central',
        label: '其中：中央资金',
        initialBudget: '30',
        adjustedBudget: '30',
        executed: '28',
      },
    },
  },
  {
    code: 'funding-sum-mismatch',
    by: { '/funding/2/initialBudget': null, '/funding/0/initialBudget': '299' },
    at: '/funding/0/initialBudget',
    level: 'error',
    notBy: {},
  },
  {
    code: 'funding-sum-mismatch',
    by: { '/funding/2/initialBudget': null },
    at: '/funding/0/initialBudget',
    level: 'warning',
    notBy: {},
  },
  {
    code: 'funding-sum-mismatch',
    by: { '/funding/2/initialBudget': '87.65' },
    at: '/funding/2/initialBudget',
    level: 'error',
    stated: '87.65',
    computed: '78.65',
    says: ['印为 378.65，但各来源合计 300.00 + 87.65 + 0 = 387.65（', '有误的似是其中的 87.65，应为 78.65）'],
    notBy: { '/funding/0/initialBudget': '378.65万元', '/funding/1/initialBudget': '3000000元' },
  },
  {
    code: 'total-score-mismatch',
    by: { '/total/score': '93.32' },
    at: '/total/score',
    level: 'error',
    stated: '93.32',
    computed: '92.32',
    explanation: null,
    notBy: { '/indicators/4/score': null, '/total/score': '99.99' },
  },
  {
    code: 'total-score-mismatch',
    by: { '/total/score': '92' },
    at: '/total/score',
    level: 'warning',
    explanation: 'coarser',
    notBy: { '/total/score': '92.320' },
  },
  {
    code: 'total-score-mismatch',
    by: {
      '/indicators/0/target': '≥70人',
      '/indicators/0/score': '14.86',
      '/indicators/2/actual': '33%',
      '/indicators/2/target': '70%',
      '/indicators/2/score': '4.71',
      '/total/score': '88.88',
    },
    at: '/total/score',
    level: 'warning',
    explanation: 'accumulated-rounding',
    notBy: {},
  },
  {
    code: 'total-weight-mismatch',
    by: { '/indicators/4/weight': '29' },
    at: '/total/weight',
    level: 'error',
    stated: '100',
    computed: '99',
    notBy: { '/indicators/4/weight': null },
  },
  {
    code: 'total-weight-mismatch',
    by: { '/indicators/3/weight': null, '/indicators/4/weight': '60' },
    at: '/total/weight',
    level: 'warning',
    notBy: { '/indicators/-': row({ level3: '其中：女学员', partOf: 0, weight: '5', score: '5' }) },
  },
  {
    code: 'score-exceeds-weight',
    by: { '/indicators/1/score': '11', '/total/score': '93.32' },
    at: '/indicators/1/score',
    level: 'error',
    notBy: { '/indicators/1/score': '10.0' },
  },
  {
    code: 'score-exceeds-weight',
    by: { '/indicators/1/score': '-1', '/total/score': '81.32' },
    at: '/indicators/1/score',
    level: 'error',
    notBy: { '/indicators/1/score': '0', '/total/score': '82.32' },
  },
  {
    code: 'narrative-mismatch',
    by: { [PROSE]: '预算执行率93.34%。' },
    at: PROSE,
    level: 'error',
    stated: '93.34',
    computed: '93.24',
    notBy: { [PROSE]: '预算执行率93.2%。' },
  },
  {
    code: 'narrative-mismatch',
    by: { [PROSE]: '全年预算资金３７９．６５　万元。' },
    at: PROSE,
    notBy: { [PROSE]: '全年预算资金3786500元，0.0378650亿元到位。' },
  },
  {
    code: 'narrative-mismatch',
    by: { [PROSE]: '省财政批复预算378.56万元。' },
    at: PROSE,
    notBy: {
      [PROSE]: '成交金额359.71万元，实现资金节约20.64亿元，上年执行率80.12%，一季度预算执行率21.30%。',
    },
  },
  {
    code: 'narrative-mismatch',
    by: { [PROSE]: '共计支付353.17万元。' },
    at: PROSE,
    notBy: { [PROSE]: '共计支付353.0682万元，其中支付尾款12.5万元，支付设备款353.17万元。' },
  },
  {
    code: 'narrative-mismatch',
    by: { [PROSE]: '执行预算资金300.5万元。' },
    at: PROSE,
    notBy: { [PROSE]: '执行预算资金约300.5万元，执行数超过350万元，预算执行率达到90%以上。' },
  },
  {
    code: 'narrative-adjustment-mismatch',
    by: { '/funding/0/initialBudget': '300', [PROSE]: '年中追加88.65万元。' },
    at: PROSE,
    level: 'warning',
    computed: '388.65',
    notBy: { '/funding/0/initialBudget': '300', [PROSE]: '年中调减88.65元/人。' },
  },
  {
    code: 'narrative-adjustment-mismatch',
    by: { '/funding/0/adjustedBudget': '398.65', [PROSE]: '经批准追加预算30.00万元。' },
    at: PROSE,
    computed: '408.65',
    notBy: { '/funding/0/adjustedBudget': '398.65', [PROSE]: '经批准追加预算20.00万元。' },
  },
  {
    code: 'narrative-adjustment-mismatch',
    by: { '/funding/0/adjustedBudget': '398.65', [PROSE]: '经批准核减项目资金20.00万元。' },
    at: PROSE,
    computed: '358.65',
    notBy: { [PROSE]: '经批准变更部分预算资金用途，共计59.67万元。' },
  },
  {
    code: 'amount-unit-suspect',
    by: { [PROSE]: '全年预算资金378.65元。' },
    at: '/funding/0/adjustedBudget',
    notBy: { [PROSE]: '全年预算资金378.65万元。' },
  },
  {
    code: 'amount-unit-suspect',
    by: { '/amountUnit': '亿元', '/funding/0/initialBudget': '3786500', [PROSE]: '已完成。' },
    at: '/funding/0/initialBudget',
    notBy: { '/funding/0/initialBudget': '37865' },
  },
  {
    code: 'indicator-score-mismatch',
    by: { '/indicators/0/score': '15', '/total/score': '94.32' },
    at: '/indicators/0/score',
    computed: '13.00',
    notBy: { '/indicators/0/target': '80人左右', '/indicators/0/score': '15', '/total/score': '94.32' },
  },
  {
    code: 'indicator-score-mismatch',
    by: { '/indicators/3/actual': '60元/册', '/indicators/3/score': '7', '/indicators/3/deviation': '涨价' },
    at: '/indicators/3/score',
    notBy: {
      '/indicators/3/actual': '60元/册',
      '/indicators/3/score': '8.33',
      '/indicators/3/deviation': '涨价',
    },
  },
  {
    code: 'indicator-score-mismatch',
    by: { '/indicators/3/actual': '110元/册', '/indicators/3/score': '1', '/indicators/3/deviation': '涨价' },
    at: '/indicators/3/score',
    notBy: {
      '/indicators/3/actual': '60元/册',
      '/indicators/3/score': '8',
      '/indicators/3/deviation': '涨价',
    },
  },
  {
    code: 'missing-row-suspected',
    by: { '/indicators/4/weight': '29', '/indicators/4/score': '29' },
    at: '/total/weight',
    explanation: 'missing-row',
    stated: null,
    says: ['差 1、总分差 1，'],
    notBy: { '/indicators/4/weight': '29', '/indicators/4/score': '28.5' },
  },
  {
    code: 'total-weight-not-100',
    by: { '/total/weight': '110' },
    at: '/total/weight',
    notBy: { '/total/weight': '100.0' },
  },
  {
    code: 'grade-mismatch',
    by: { '/total/grade': '良' },
    at: '/total/grade',
    computed: '优',
    notBy: { '/total/grade': '合格' },
  },
  {
    code: 'executed-exceeds-budget',
    by: { '/funding/2/executed': '78.66' },
    at: '/funding/2/executed',
    notBy: { '/funding/2/executed': '78.65' },
  },
  {
    code: 'budget-change-unexplained',
    by: { '/funding/0/initialBudget': '370.00' },
    at: '/funding/0/adjustedBudget',
    notBy: { '/funding/0/initialBudget': '370.00', '/goal/achieved': '年中追加经费，已完成' },
  },
  {
    code: 'low-execution-unexplained',
    by: { '/funding/0/executed': '300.00', [PROSE]: '完成培训。', '/indicators/0/deviation': '场地不足' },
    at: '/funding/0/executionRate',
    stated: '93.24',
    computed: '79.23',
    says: ['79.23% 低于 80%'],
    notBy: { '/funding/0/executed': '302.92', [PROSE]: '完成培训。' },
  },
  {
    code: 'low-execution-unexplained',
    by: {
      '/funding/0/executed': '300.00',
      [PROSE]: '因地制宜完成培训。',
      '/indicators/0/deviation': '场地不足',
    },
    at: '/funding/0/executionRate',
    notBy: { '/funding/0/executed': '300.00', [PROSE]: '因场地不足少办一期。' },
  },
  {
    code: 'score-far-above-execution',
    by: { '/funding/0/executed': '300.00' },
    at: '/total/score',
    notBy: { '/funding/0/executed': '340.00' },
  },
  {
    code: 'level1-weights-unusual',
    by: { '/indicators/4/weight': '25' },
    at: '/indicators/4/weight',
    stated: null,
    computed: '25',
    says: ['“效益指标”分值合计 25，通常为 30'],
    notBy: { '/indicators/4/level1': '效益指标(25分)', '/indicators/4/weight': '25' },
  },
  {
    code: 'dimension-missing',
    by: { '/indicators/5/level1': '产出指标', '/indicators/5/level2': '质量指标' },
    at: '/indicators',
    stated: null,
    says: ['没有满意度指标。'],
    notBy: { '/indicators/5/level1': '效益指标' },
  },
  {
    code: 'duplicate-indicator',
    by: {
      '/indicators/1/level3': '按时开班率',
      '/indicators/1/level2': '时效指标',
      '/indicators/1/target': '100%',
    },
    at: '/indicators/2/level3',
    notBy: { '/indicators/1/level3': '按时开班率', '/indicators/1/level2': '时效指标' },
  },
  {
    code: 'template-residue',
    by: { '/goal/achieved': '（填写全年实际完成情况，100字以内）' },
    at: '/goal/achieved',
    notBy: { '/goal/achieved': '组织学员填写问卷' },
  },
  {
    code: 'template-residue',
    by: { '/indicators/4/level3': '指标1：' },
    at: '/indicators/4/level3',
    notBy: { '/indicators/4/level3': '指标1：就业' },
  },
  {
    code: 'full-score-target-missed',
    by: { '/indicators/0/score': '20' },
    at: '/indicators/0/score',
    notBy: { '/indicators/0/score': '20', '/indicators/0/adjustedTarget': '50人' },
  },
  {
    code: 'full-score-target-missed',
    by: { '/indicators/3/actual': '51元/册' },
    at: '/indicators/3/score',
    notBy: { '/indicators/3/target': '50元/本', '/indicators/3/actual': '51元/册' },
  },
  {
    code: 'overachievement-unexplained',
    by: { '/indicators/0/actual': '104人', '/indicators/0/score': '20', '/indicators/0/deviation': null },
    at: '/indicators/0/actual',
    stated: '104人',
    computed: null,
    says: ['为目标 ≥80人 的 130.0%'],
    notBy: { '/indicators/0/actual': '103人', '/indicators/0/score': '20', '/indicators/0/deviation': null },
  },
  {
    code: 'deduction-unexplained',
    by: { '/indicators/0/deviation': '无' },
    at: '/indicators/0/score',
    notBy: { '/indicators/0/deviation': '见说明' },
  },
  {
    code: 'cost-overrun',
    by: { '/indicators/3/actual': '58元/册' },
    at: '/indicators/3/actual',
    stated: '58元/册',
    computed: null,
    says: ['超出 16.0%'],
    notBy: { '/indicators/3/actual': '57.5元/册' },
  },
  {
    code: 'units-incomparable',
    by: { '/indicators/1/actual': '98人' },
    at: '/indicators/1/actual',
    notBy: { '/indicators/1/actual': '98' },
  },
  {
    code: 'zero-actual-scored',
    by: { '/indicators/0/actual': '0人' },
    at: '/indicators/0/score',
    notBy: { '/indicators/0/actual': '0人', '/indicators/0/target': '≤80人' },
  },
  {
    code: 'zero-quantity-cost-scored',
    by: { '/indicators/0/level3': '购置教材', '/indicators/0/actual': '0册' },
    at: '/indicators/3/score',
    notBy: { '/indicators/0/level3': '购置教材', '/indicators/0/actual': '1册' },
  },
  {
    code: 'cost-direction-suspect',
    by: { '/indicators/3/target': '≥50元/册' },
    at: '/indicators/3/target',
    notBy: { '/indicators/3/target': '≥5%', '/indicators/3/level3': '成本节约率' },
  },
  {
    code: 'goal-indicator-missing',
    by: { '/goal/expected': '培训人数：≥80人；结业率：≥95%；档案寄存费：100元/米' },
    at: '/goal/expected',
    stated: '档案寄存费：100元/米',
    notBy: { '/goal/expected': '培训人数：≥80人；结业率：≥95%；按时开班率：100%' },
  },
  {
    code: 'goal-target-differs',
    by: { '/goal/expected': '培训人数：≥90人；结业率：≥95%；按时开班率：100%' },
    at: '/indicators/0/target',
    stated: '≥80人',
    says: ['“培训人数”为 ≥90人，指标表中为 ≥80人'],
    notBy: { '/goal/expected': '培训人数：80人；结业率：≥95%；按时开班率：100%' },
  },
  {
    code: 'goal-missing',
    by: { '/goal/expected': null },
    at: '/goal/expected',
    notBy: { '/goal/expected': null, '/goal/achieved': null },
  },
  {
    code: 'field-missing',
    by: { '/implementer': null },
    at: '/implementer',
    notBy: { '/projectCode': null },
  },
  {
    code: 'field-missing',
    by: { '/indicators/4/actual': null },
    at: '/indicators/4/actual',
    notBy: { '/indicators/-': row({ level3: '其中：女学员', partOf: 0, weight: null, score: null }) },
  },
  {
    code: 'all-full-marks',
    by: {
      '/indicators/0/score': '20',
      ...Object.fromEntries(
        [6, 7, 8, 9].map((at) => [`/indicators/${at}`, row({ level3: `其他${at}` })] as const),
      ),
    },
    at: '/indicators/0/score',
    notBy: { '/indicators/0/score': '20' },
  },
];

/** Near misses beyond the one that each firing has. */
const SILENT: readonly (readonly [Code, Changes])[] = [
  ['level1-weights-unusual', { '/indicators/1/weight': null, '/indicators/4/weight': '25' }],
  ['zero-actual-scored', { '/indicators/0/actual': '0人', '/indicators/0/score': '0' }],
  ['goal-indicator-missing', { '/goal/expected': '培训人数：≥80人；结业率：≥95%；按时开班律：100%' }],
  [
    'funding-sum-mismatch',
    {
      '/funding/-': {
        source: 'fiscal',
        label: '财政资金',
        initialBudget: '300',
        adjustedBudget: '300',
        executed: '280',
      },
    },
  ],
  ['total-score-mismatch', { '/total/score': null }],
  [
    'score-exceeds-weight',
    { '/indicators/1/weight': null, '/indicators/1/score': '99', '/total/score': null },
  ],
  ['grade-mismatch', { '/total/grade': '良', '/total/weight': '110' }],
  ['executed-exceeds-budget', { '/funding/0/adjustedBudget': null }],
  ['executed-exceeds-budget', { '/funding/0/executed': '2697800元' }],
  ['budget-change-unexplained', { '/funding/0/initialBudget': '3786500元' }],
  ['cost-overrun', { '/indicators/3/target': '≤5万元', '/indicators/3/actual': '48000' }],
  ['full-score-target-missed', { '/indicators/3/target': '≤5万元', '/indicators/3/actual': '48000' }],
  ['overachievement-unexplained', { '/indicators/0/target': '≥1万人', '/indicators/0/actual': '12000' }],
  ['full-score-target-missed', { '/indicators/0/target': '≥98%', '/indicators/0/actual': '0.99' }],
  ['executed-exceeds-budget', { '/funding/3/adjustedBudget': '-8.65', '/funding/3/executed': '-3.07' }],
  [
    'goal-indicator-missing',
    { '/goal/expected': '目标1：完成职业技能培训；目标2：提升技能；目标3：促进就业' },
  ],
  ['goal-indicator-missing', { '/goal/expected': '完成培训，提升技能；加强管理，提高效率；培训人数：≥80人' }],
  ['template-residue', { '/indicators/1/level3': '请假审批规范率' }],
  ['template-residue', { '/indicators/1/level3': '填写问卷数量' }],
  [
    'budget-change-unexplained',
    { '/funding/0/initialBudget': '300', [PROSE]: '新增下达培训经费78.65万元。' },
  ],
  ['narrative-adjustment-mismatch', { '/funding/0/initialBudget': '300', [PROSE]: '年中追加78.65万元。' }],
  ['narrative-adjustment-mismatch', { '/funding/0/initialBudget': '300', [PROSE]: '增加收入120万元。' }],
  ['narrative-adjustment-mismatch', { '/funding/0/initialBudget': '300', [PROSE]: '追加投资120万元。' }],
  ['cost-overrun', { '/indicators/3/target': '50%', '/indicators/3/actual': '80%' }],
  ['overachievement-unexplained', { '/indicators/3/target': '≥50元/册', '/indicators/3/actual': '70元/册' }],
  ['overachievement-unexplained', { '/indicators/0/actual': '200人', '/indicators/0/deviation': '需求增加' }],
  ['deduction-unexplained', { '/indicators/0/weight': null, '/indicators/0/deviation': null }],
  ['goal-target-differs', { '/goal/expected': '培训人数：90；结业率：≥95%；按时开班率：100%' }],
];

describe('further near misses', () => {
  it.each(SILENT)('%s by %j', (code, changes) => {
    expect(found(changes).filter((diagnostic) => diagnostic.code === code)).toEqual([]);
  });
});

describe('the clean form', () => {
  it('yields nothing', () => {
    expect(found({})).toEqual([]);
  });
});

describe.each(FIRINGS.map((firing) => [firing.code, firing] as const))('%s', (code, firing) => {
  it(`fires by ${JSON.stringify(firing.by).slice(0, 80)}`, () => {
    const [first] = found(firing.by).filter((diagnostic) => diagnostic.code === code);
    expect(first?.fields[0]).toBe(firing.at);
    expect(first?.level).toBe(firing.level ?? CATALOGUE[code].level);
    if (firing.explanation !== undefined) expect(first?.explanation).toBe(firing.explanation);
    if (firing.stated !== undefined) expect(first?.stated).toBe(firing.stated);
    if (firing.computed !== undefined) expect(first?.computed).toBe(firing.computed);
    for (const words of firing.says ?? []) expect(first?.message.zh).toContain(words);
    expect(first?.evaluation).toBe(0);
  });

  it(`says all of it by ${JSON.stringify(firing.by).slice(0, 80)}`, () => {
    const fired = found(firing.by).filter((diagnostic) => diagnostic.code === code);
    expect(fired.map(written).join('\n\n')).toMatchSnapshot();
  });

  it(`is silent by ${JSON.stringify(firing.notBy).slice(0, 80)}`, () => {
    expect(found(firing.notBy).filter((diagnostic) => diagnostic.code === code)).toEqual([]);
  });
});

describe('messages', () => {
  it.each(FIRINGS.map((firing) => [firing.code, firing] as const))('in English: %s', (_, { by }) => {
    for (const { code, message } of found(by)) {
      expect(message.en.replaceAll(/“[^“”]*”/g, ''), code).not.toMatch(/\p{Script=Han}|[，。；：“”]/u);
    }
  });
});

describe('the catalogue', () => {
  const given = new Set(FIRINGS.map(({ code }) => code));
  const elsewhere = ['uncertain-reading', 'ambiguous-column', 'unbound-cell', 'source-note'];

  it('has no rule that no case fires', () => {
    const silent = CODES.filter((code) => CATALOGUE[code].level !== 'fatal' && !given.has(code));
    expect(silent).toEqual(elsewhere);
  });

  it.each(CODES)('%s has all its words in both languages', (code) => {
    const { title, sentence, source, example } = CATALOGUE[code];
    for (const words of [title, sentence, source, example]) {
      expect(words.zh).toMatch(/[\p{Script=Han}{]/u);
      expect(words.en).not.toBe('');
    }
  });
});
