// A family's columns from the base's: other headings, dropped columns, several columns for one.

import { type Family, type LevelSpec, USUAL_LEVELS } from './family.ts';
import type { FundingColumn, IndicatorColumn } from './plan.ts';

type Name = FundingColumn | IndicatorColumn;
type Columns = readonly (readonly [Name, readonly string[]])[];

/** Other words for a column, or the columns that take its place; null drops it. */
export type Change = readonly string[] | Columns | null;

type Changes = Partial<Record<Name, Change>>;

/** Columns that stand in one block only; 分值 and 得分 stand in both. */
const HOMES: Partial<Record<Name, 'funding' | 'indicators'>> = {
  arrived: 'funding',
  reason: 'funding',
  review: 'indicators',
};

export function withHeadings(family: Family, changes: Changes): Family {
  const indicators = changed(family.indicatorColumns, changes, 'indicators') as Family['indicatorColumns'];
  return { ...withFunding(family, changes), indicatorColumns: indicators };
}

export function withFunding(family: Family, changes: Changes): Family {
  const funding = changed(family.fundingColumns, changes, 'funding') as Family['fundingColumns'];
  return { ...family, fundingColumns: funding };
}

function changed(columns: Columns, changes: Changes, block: string): Columns {
  return columns.flatMap(([name, words]): Columns => {
    const change = changes[name];
    if (change === undefined) return [[name, words]];
    const instead = change === null ? [] : areColumns(change) ? change : [[name, change] as const];
    return instead.filter(([other]) => (HOMES[other] ?? block) === block);
  });
}

function areColumns(change: readonly string[] | Columns): change is Columns {
  return typeof change[0] !== 'string';
}

export const SPLIT_TARGET: Change = [
  ['comparator', ['指标性质']],
  ['target', ['指标值']],
  ['unit', ['度量单位', '计量单位']],
];

/** Decision and management are scored as indicators are; 90 points in all. */
export const MANAGED_LEVELS: readonly LevelSpec[] = [
  { names: ['项目决策', '决策指标'], points: 10, kinds: ['decision'] },
  { names: ['项目管理', '过程指标', '管理指标'], points: 10, kinds: ['process'] },
  ...USUAL_LEVELS.map((level, at) => ({ ...level, points: [35, 25, 10][at] ?? 0 })),
];

export const PROSE_HEADINGS: Family['narrative'] = [
  ['项目实施和预算执行情况及分析', '项目实施和预算执行情况分析'],
  ['产出情况及分析'],
  ['效益情况及分析'],
  ['满意度情况及分析'],
  ['主要经验做法'],
  ['项目管理中存在的主要问题及原因分析'],
  ['下一步改进措施及管理建议'],
];

export const CENTRAL_LINES: Family['fundingLines'] = [
  ['total', ['年度资金总额', '年度资金总额：']],
  ['central', ['其中：中央财政资金', '其中：中央补助']],
  ['provincial', ['省级财政资金', '省级资金']],
  ['local', ['市县(区)财政资金', '市县（区）财政资金']],
  ['carryover', ['上年结转资金']],
  ['other', ['其他资金']],
];
