// 山西, 云南 and 四川 (2020 and 2022).

import { BASE, COMMENTS, type Family } from '../family.ts';
import { CENTRAL_LINES, PROSE_HEADINGS, SPLIT_TARGET, withHeadings } from '../headings.ts';

export const SHANXI: Family = withHeadings(
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

export const YUNNAN: Family = withHeadings(
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

export const SICHUAN_2022: Family = withHeadings(
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

export const SICHUAN_2020: Family = withHeadings(
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
