// What sets one family of forms apart: its columns, its labels with their synonyms, its points, and its habits.

import type { FundingColumn, IndicatorColumn } from './plan.ts';

export type Kind =
  | 'quantity'
  | 'quality'
  | 'timeliness'
  | 'cost'
  | 'economic'
  | 'social'
  | 'ecological'
  | 'lasting'
  | 'satisfaction'
  | 'decision'
  | 'process';

export type Habit =
  | 'supervisorCode'
  | 'grade'
  | 'starredRows'
  | 'childRows'
  | 'pointsInLevel1'
  | 'pointsInNames'
  | 'rateRow'
  | 'flat'
  | 'management'
  | 'changes'
  | 'halfWeights'
  | 'sharedScores'
  | 'wordedActuals'
  | 'checkboxes'
  | 'annexNumber'
  | 'scoredParts'
  | 'repeatedGoals';

type Columns<Name> = readonly (readonly [Name, readonly string[]])[];

/** `points` of the first level; its rows share them. */
export interface LevelSpec {
  readonly names: readonly string[];
  readonly points: number;
  readonly kinds: readonly Kind[];
}

/** `{unit}` in a block label and `{year}` in a title are filled in. The first funding line is the total, or the last with `totalLast`. */
export interface Family {
  readonly name: string;
  readonly class: string;
  readonly titles: readonly string[];
  readonly units: readonly string[];
  readonly unitAt: 'block' | 'line';
  readonly places: readonly number[];
  readonly fundingBlock: readonly string[];
  readonly fundingColumns: Columns<FundingColumn>;
  readonly fundingLines: Columns<string>;
  readonly totalLast: boolean;
  readonly nothing: readonly string[];
  readonly goal: readonly [readonly string[], readonly string[], readonly string[]] | null;
  readonly indicatorBlock: readonly string[];
  readonly indicatorColumns: Columns<IndicatorColumn>;
  readonly targetHeading: string | null;
  readonly signs: readonly (readonly [atLeast: string, atMost: string, equal: string])[];
  readonly levels: readonly LevelSpec[];
  /** Points of the execution rate in the fund block, or null where it has none. */
  readonly executionPoints: number | null;
  readonly isScored: boolean;
  readonly totalAt: 'row' | 'header' | 'none';
  readonly totalLabels: readonly string[];
  readonly narrative: readonly (readonly string[])[];
  readonly narrativeBlocks: readonly string[];
  readonly habits: readonly Habit[];
  readonly notCompared: readonly string[];
}

const OUTPUT: LevelSpec = {
  names: ['产出指标', '产出指标', '项目产出指标'],
  points: 50,
  kinds: ['quantity', 'quality', 'timeliness', 'cost'],
};
const BENEFIT: LevelSpec = {
  names: ['效益指标', '效益指标', '效果指标'],
  points: 30,
  kinds: ['economic', 'social', 'ecological', 'lasting'],
};
const SATISFACTION: LevelSpec = { names: ['满意度指标'], points: 10, kinds: ['satisfaction'] };
export const USUAL_LEVELS = [OUTPUT, BENEFIT, SATISFACTION];

/** 财政部 2020, from which the others differ. */
export const BASE: Family = {
  name: 'mof2020',
  class: 'project',
  titles: ['项目支出绩效自评表', '{year}年度项目支出绩效自评表', '{project}项目支出绩效自评表'],
  units: ['万元'],
  unitAt: 'block',
  places: [0, 2, 2, 2],
  fundingBlock: ['项目资金（{unit}）', '项目资金({unit})', '项目资金 （{unit}）'],
  fundingColumns: [
    ['initialBudget', ['年初预算数', '年初预算', '年初批复数']],
    ['adjustedBudget', ['全年预算数', '调整后预算数', '全年(调整)预算数', '调整预算数']],
    ['executed', ['全年执行数', '全年执行数', '预算执行数', '实际支出数']],
    ['weight', ['分值', '权重', '标准分']],
    ['executionRate', ['执行率', '预算执行率', '执行率(%)']],
    ['score', ['得分', '自评得分']],
  ],
  fundingLines: [
    ['total', ['年度资金总额', '年度资金总额：', '年度资金总额:']],
    ['currentAppropriation', ['其中：当年财政拨款', '其中:本年财政拨款', '其中：本年财政拨款']],
    ['carryover', ['上年结转资金', '上年结转']],
    ['other', ['其他资金']],
  ],
  totalLast: false,
  nothing: ['—', '-', '--', ''],
  goal: [
    ['年度总体目标', '年度目标'],
    ['预期目标', '年初设定目标'],
    ['实际完成情况', '全年实际完成情况'],
  ],
  indicatorBlock: ['绩效指标', '绩效指标', '年度绩效指标'],
  indicatorColumns: [
    ['level1', ['一级指标']],
    ['level2', ['二级指标']],
    ['level3', ['三级指标']],
    ['target', ['年度指标值', '指标值', '目标值']],
    ['actual', ['实际完成值', '全年完成值', '全年实际完成值']],
    ['weight', ['分值', '指标分值']],
    ['score', ['得分', '自评得分']],
    ['deviation', ['偏差原因分析及改进措施', '未完成原因分析', '未完成原因和改进措施']],
  ],
  targetHeading: null,
  signs: [
    ['≥', '≤', '='],
    ['≥', '≤', '='],
  ],
  levels: USUAL_LEVELS,
  executionPoints: 10,
  isScored: true,
  totalAt: 'row',
  totalLabels: ['总分', '总分', '合计'],
  narrative: [],
  narrativeBlocks: [],
  habits: ['changes', 'sharedScores'],
  notCompared: [],
};

export const COMMENTS: Family['narrative'] = [
  ['评价结论', '自评结论'],
  ['存在问题', '存在的问题'],
  ['改进措施'],
];
