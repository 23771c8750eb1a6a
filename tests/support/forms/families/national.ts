// The families that hold in every province: with (A)(B), 衔接资金, transfer payments, whole departments.

import { BASE, COMMENTS, type Family } from '../family.ts';
import { withHeadings } from '../headings.ts';

export const MOF_AB = withHeadings(
  { ...BASE, name: 'mof2020ab', habits: ['pointsInLevel1', 'changes'] },
  {
    adjustedBudget: ['全年预算数（A）', '全年预算数(A)'],
    executed: ['全年执行数（B）', '全年执行数(B)'],
    executionRate: ['执行率（B/A）', '执行率(B/A)', '预算执行率(B/A×100%)'],
  },
);

export const POVERTY: Family = withHeadings(
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

export const TRANSFER: Family = withHeadings(
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

export const DEPARTMENT: Family = {
  ...BASE,
  name: 'department',
  class: 'department',
  titles: ['部门整体支出绩效自评表', '{year}年度部门整体支出绩效自评表'],
  fundingBlock: ['部门资金（{unit}）', '部门资金({unit})'],
  narrative: COMMENTS,
};
