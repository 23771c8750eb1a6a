// The families of FIELD.md as data: 财政部 and what each province makes of it.
// Surprise: every family is the base form with differences, since that is how they came about.

import { BASE, COMMENTS, type Family, type LevelSpec } from './family.ts';
import { MANAGED_LEVELS, PROSE_HEADINGS, SPLIT_TARGET, withFunding, withHeadings } from './headings.ts';

const CENTRAL_LINES: Family['fundingLines'] = [
  ['total', ['年度资金总额', '年度资金总额：']],
  ['central', ['其中：中央财政资金', '其中：中央补助']],
  ['provincial', ['省级财政资金', '省级资金']],
  ['local', ['市县(区)财政资金', '市县（区）财政资金']],
  ['carryover', ['上年结转资金']],
  ['other', ['其他资金']],
];

const SCORED_80: readonly LevelSpec[] = [
  { names: ['产出指标'], points: 40, kinds: ['quantity', 'quality', 'timeliness'] },
  { names: ['效益指标'], points: 30, kinds: ['social', 'lasting'] },
  { names: ['满意度指标'], points: 10, kinds: ['satisfaction'] },
];

const MOF_AB = withHeadings(
  { ...BASE, name: 'mof2020ab', habits: ['pointsInLevel1', 'changes'] },
  {
    adjustedBudget: ['全年预算数（A）', '全年预算数(A)'],
    executed: ['全年执行数（B）', '全年执行数(B)'],
    executionRate: ['执行率（B/A）', '执行率(B/A)', '预算执行率(B/A×100%)'],
  },
);

const SHANXI: Family = withHeadings(
  {
    ...BASE,
    name: 'shanxi',
    titles: ['{project} 项目绩效自评表'],
    fundingLines: CENTRAL_LINES,
    nothing: ['--', '--', '—'],
    goal: [['年度总体目标'], ['预期目标'], ['实际完成情况']],
    narrative: PROSE_HEADINGS,
    narrativeBlocks: ['项目绩效分析', '自评结果分析'],
    habits: ['supervisorCode', 'changes', 'repeatedGoals'],
  },
  {
    initialBudget: ['年初预算数'],
    adjustedBudget: ['全年预算数'],
    target: [
      ['target', ['年度指标值']],
      ['adjustedTarget', ['调整后指标值']],
    ],
    deviation: ['偏差原因分析及改进措施'],
  },
);

const POVERTY: Family = withHeadings(
  {
    ...BASE,
    name: 'poverty',
    titles: ['绩效目标自评表', '衔接资金项目绩效目标自评表', '财政专项扶贫资金项目绩效目标自评表'],
    fundingLines: [
      BASE.fundingLines[0] ?? ['total', ['年度资金总额:']],
      ['currentAppropriation', ['其中:本年财政拨款']],
      ['other', ['其他资金']],
    ],
    nothing: ['-', ''],
    indicatorColumns: [
      ['level1', ['一级指标']],
      ['level2', ['二级指标']],
      ['level3', ['三级指标']],
      ['weight', ['分值']],
      ['target', ['年度指标值']],
      ['actual', ['全年实际值', '全年实际值(B)']],
      ['score', ['得分']],
      ['deviation', ['未完成原因及拟采取的改进措施', '未完成原因和改进措施']],
    ],
    habits: ['starredRows', 'childRows', 'pointsInLevel1', 'scoredParts'],
  },
  {
    initialBudget: null,
    adjustedBudget: ['全年预算数(A)'],
    executed: ['全年执行数(B)'],
    executionRate: ['执行率(B/A)'],
  },
);

const TRANSFER: Family = withHeadings(
  {
    ...BASE,
    name: 'transfer',
    class: 'transfer',
    titles: [
      '{project}转移支付区域绩效目标自评表',
      '中央对地方专项转移支付绩效目标自评表',
      '{project}转移支付绩效目标自评表',
    ],
    fundingLines: [
      ['total', ['年度资金总额：', '年度资金总额:']],
      ['central', ['其中：中央补助', '其中：中央财政资金']],
      ['local', ['地方资金', '地方财政资金']],
      ['other', ['其他资金']],
    ],
    goal: [['年度总体目标', '总体目标完成情况'], ['年初设定目标', '总体目标'], ['全年实际完成情况']],
    isScored: false,
    executionPoints: null,
    totalAt: 'none',
    habits: ['management'],
  },
  {
    initialBudget: null,
    adjustedBudget: ['全年预算数（A）', '全年预算数(A)'],
    executed: ['全年执行数（B）', '全年执行数(B)'],
    executionRate: ['预算执行率（B/A）', '预算执行率(B/A×100%)'],
    actual: ['全年完成值', '全年实际完成值'],
    deviation: ['未完成原因和改进措施'],
  },
);

const YUNNAN: Family = withHeadings(
  {
    ...BASE,
    name: 'yunnan',
    units: ['元', '元', '万元'],
    unitAt: 'line',
    places: [2, 2, 0],
    targetHeading: '年度指标值',
    signs: [
      ['≧', '≦', '═'],
      ['≧', '≦', '﹦'],
      ['>=', '<=', '='],
      ['≥', '≤', '='],
    ],
    habits: ['annexNumber', 'grade'],
    notCompared: ['/indicators/*/actualQuantity/unit'],
  },
  { target: SPLIT_TARGET, actual: ['实际完成值'] },
);

const SICHUAN_2022: Family = withHeadings(
  {
    ...BASE,
    name: 'sichuan2022',
    titles: ['部门预算项目支出绩效自评表({year}年度)', '部门预算项目支出绩效自评表（{year}年度）'],
    fundingBlock: ['年度预算数({unit})', '预算执行情况(10分)({unit})', '项目资金（{unit}）'],
    fundingLines: [
      ['total', ['总额', '年度资金总额']],
      ['fiscal', ['其中：财政资金', '其中:财政资金']],
      ['specialAccount', ['财政专户管理资金']],
      ['unit', ['单位资金']],
      ['other', ['其他资金']],
    ],
    nothing: ['/'],
    totalLabels: ['合计'],
    narrative: COMMENTS,
    habits: ['changes'],
    notCompared: ['/indicators/*/actualQuantity/unit'],
  },
  {
    initialBudget: ['年初预算'],
    adjustedBudget: ['调整后预算数'],
    executed: ['预算执行数'],
    weight: ['权重'],
    executionRate: ['预算执行率'],
    score: [
      ['score', ['得分']],
      ['reason', ['原因']],
    ],
    target: SPLIT_TARGET,
    actual: ['完成值', '全年完成值'],
    deviation: ['未完成原因分析'],
  },
);

const SICHUAN_2020: Family = withHeadings(
  {
    ...BASE,
    name: 'sichuan2020',
    titles: ['{year}年项目绩效自评表'],
    fundingLines: [
      ['total', ['年度资金总额', '总额']],
      ['fiscal', ['其中：财政资金']],
      ['other', ['其他资金', '其它资金']],
    ],
    levels: BASE.levels.map((level, at) => (at === 0 ? { ...level, names: ['项目完成指标'] } : level)),
    isScored: false,
    executionPoints: null,
    totalAt: 'none',
    habits: ['wordedActuals'],
  },
  {
    initialBudget: null,
    adjustedBudget: ['预算数'],
    executed: ['执行数', '预算执行数'],
    executionRate: null,
    target: ['预期指标值'],
    actual: ['实际完成指标值'],
    deviation: null,
  },
);

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

const GUANGSHUI: Family = withHeadings(
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

const WUHAN: Family = withHeadings(
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

const HEBEI: Family = withHeadings(
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

const BEIJING: Family = withHeadings(
  { ...BASE, name: 'beijing', narrative: [], habits: ['halfWeights', 'changes'], places: [2, 6] },
  {
    actual: [
      ['actual', ['实际完成值']],
      ['rule', ['得分计算方法']],
    ],
  },
);

const HUNAN: Family = withHeadings(
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

const GUANGDONG: Family = {
  ...BASE,
  name: 'guangdong',
  places: [6],
  indicatorColumns: [
    ...BASE.indicatorColumns.filter(([name]) => name !== 'score'),
    ['score', ['打分', '自评打分']],
  ],
};

const XIZANG: Family = {
  ...GUANGDONG,
  name: 'xizang',
  fundingLines: [
    ['total', ['年度资金总额']],
    ['central', ['其中：中央财政资金']],
    ['provincial', ['自治区资金']],
    ['other', ['其他资金']],
  ],
};

const DEPARTMENT: Family = {
  ...BASE,
  name: 'department',
  class: 'department',
  titles: ['部门整体支出绩效自评表', '{year}年度部门整体支出绩效自评表'],
  fundingBlock: ['部门资金（{unit}）', '部门资金({unit})'],
  narrative: COMMENTS,
};

/** 得分 and 分值 stand in both blocks; here the fund block has words of its own. */
const HUBEI_20 = withFunding(HUBEI, { score: ['得分(20分*执行率)', '得分（20分*执行率）'] });
const CHONGQING_FLAT = withFunding(CHONGQING, { weight: ['执行率权重'], score: ['执行率得分', '得分'] });

export const FAMILIES: readonly Family[] = [
  BASE,
  MOF_AB,
  SHANXI,
  POVERTY,
  TRANSFER,
  YUNNAN,
  SICHUAN_2022,
  SICHUAN_2020,
  HUBEI_20,
  GUANGSHUI,
  WUHAN,
  HEBEI,
  CHONGQING_FLAT,
  BEIJING,
  HUNAN,
  GUANGDONG,
  XIZANG,
  DEPARTMENT,
];
