// 湖北, 武汉, 河北, 重庆, 北京, 湖南, 广东, 西藏.

import { BASE, COMMENTS, type Family, type LevelSpec } from '../family.ts';
import { CENTRAL_LINES, MANAGED_LEVELS, withFunding, withHeadings } from '../headings.ts';

const SCORED_80: readonly LevelSpec[] = [
  { names: ['产出指标'], points: 40, kinds: ['quantity', 'quality', 'timeliness'] },
  { names: ['效益指标'], points: 30, kinds: ['social', 'lasting'] },
  { names: ['满意度指标'], points: 10, kinds: ['satisfaction'] },
];

const HUBEI: Family = withHeadings(
  {
    ...BASE,
    name: 'hubei20',
    titles: ['{year}年度{project}项目自评表'],
    fundingBlock: ['预算执行情况（{unit}）（20分）', '预算执行情况({unit})(20分)'],
    fundingLines: [['total', ['年度财政资金总额']]],
    goal: null,
    levels: SCORED_80,
    executionPoints: 20,
    habits: ['checkboxes'],
  },
  {
    initialBudget: null,
    adjustedBudget: ['预算数(A)', '预算数（A）'],
    executed: ['执行数(B)', '执行数（B）'],
    executionRate: ['执行率(B/A)', '执行率（B/A）'],
    target: ['年初目标值(A)', '年初目标值（A）'],
    actual: ['实际完成值(B)', '实际完成值（B）'],
    weight: null,
    deviation: null,
  },
);

export const GUANGSHUI: Family = withHeadings(
  {
    ...BASE,
    name: 'guangshui',
    levels: MANAGED_LEVELS,
    totalAt: 'header',
    totalLabels: ['自评总分', '自评得分', '项目总得分'],
    habits: ['grade'],
  },
  {
    score: [
      ['score', ['自评得分']],
      ['review', ['复核分', '复核得分', '财政审定得分']],
    ],
  },
);

export const WUHAN: Family = withHeadings(
  {
    ...BASE,
    name: 'wuhan',
    titles: ['{year}年度{project}项目绩效自评表'],
    fundingBlock: ['资金来源（{unit}）', '资金来源({unit})'],
    fundingLines: [
      ['currentAppropriation', ['一般预算内拨款', '一般公共预算拨款']],
      ['other', ['其他资金']],
      ['total', ['合计']],
    ],
    totalLast: true,
    goal: null,
    isScored: false,
    executionPoints: null,
    totalAt: 'none',
    habits: [],
  },
  {
    initialBudget: null,
    adjustedBudget: ['预算数(A)'],
    executed: ['执行数(B)'],
    executionRate: ['执行率(B/A)'],
    target: ['年初目标值'],
    deviation: ['未完成原因及改进措施'],
  },
);

export const HEBEI: Family = withHeadings(
  { ...BASE, name: 'hebei', executionPoints: null, habits: ['rateRow'], totalLabels: ['总分', '合计'] },
  {
    initialBudget: null,
    adjustedBudget: [
      ['adjustedBudget', ['预算数']],
      ['arrived', ['资金到位数', '到位数']],
    ],
    executed: ['支出数', '执行数'],
    executionRate: null,
    weight: ['权重占比(%)', '权重占比（%）'],
    score: ['折算得分'],
  },
);

const CHONGQING: Family = withHeadings(
  {
    ...BASE,
    name: 'chongqing',
    fundingLines: [
      ['total', ['年度资金总额']],
      ['local', ['其中：市级资金', '其中：区级资金']],
      ['other', ['其他资金']],
    ],
    nothing: ['', '-'],
    totalAt: 'header',
    totalLabels: ['自评总分', '自评总分(分)'],
    habits: ['flat', 'changes'],
    notCompared: ['/indicators/*/actualQuantity/unit'],
  },
  {
    level1: null,
    level2: null,
    level3: ['指标名称'],
    target: [
      ['unit', ['计量单位']],
      ['comparator', ['指标性质']],
      ['target', ['指标值']],
    ],
    actual: [
      ['actual', ['全年完成值']],
      ['factor', ['得分系数(%)', '得分系数（%）']],
    ],
    weight: ['指标权重'],
    score: ['指标得分', '得分'],
    deviation: [
      ['deviation', ['说明']],
      ['core', ['是否核心指标']],
    ],
  },
);

export const BEIJING: Family = withHeadings(
  { ...BASE, name: 'beijing', narrative: [], habits: ['halfWeights', 'changes'], places: [2, 6] },
  {
    actual: [
      ['actual', ['实际完成值']],
      ['rule', ['得分计算方法']],
    ],
  },
);

export const HUNAN: Family = withHeadings(
  {
    ...BASE,
    name: 'hunan',
    fundingLines: CENTRAL_LINES.slice(0, 4),
    levels: MANAGED_LEVELS,
    totalAt: 'row',
    habits: ['pointsInNames'],
    narrative: COMMENTS,
    notCompared: ['/indicators/*/weight', '/total/weight'],
  },
  {
    initialBudget: [
      ['initialBudget', ['计划安排']],
      ['arrived', ['资金到位', '到位数']],
    ],
    adjustedBudget: null,
    executed: ['实际支出', '实际支出数'],
    executionRate: null,
    weight: null,
    score: ['自评得分', '得分'],
  },
);

export const GUANGDONG: Family = {
  ...BASE,
  name: 'guangdong',
  places: [6],
  indicatorColumns: [
    ...BASE.indicatorColumns.filter(([name]) => name !== 'score'),
    ['score', ['打分', '自评打分']],
  ],
};

export const XIZANG: Family = {
  ...GUANGDONG,
  name: 'xizang',
  fundingLines: [
    ['total', ['年度资金总额']],
    ['central', ['其中：中央财政资金']],
    ['provincial', ['自治区资金']],
    ['other', ['其他资金']],
  ],
};

/** 得分 and 分值 stand in both blocks; here the fund block has words of its own. */
export const HUBEI_20 = withFunding(HUBEI, { score: ['得分(20分*执行率)', '得分（20分*执行率）'] });
export const CHONGQING_FLAT = withFunding(CHONGQING, {
  weight: ['执行率权重'],
  score: ['执行率得分', '得分'],
});
