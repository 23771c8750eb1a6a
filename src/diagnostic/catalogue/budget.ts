// Words for budgets that were exceeded, changed or left unspent without a word.

import { type Entry, SOURCES } from './entry.ts';

export const BUDGET_CODES = {
  'executed-exceeds-budget': {
    level: 'warning',
    title: { zh: '执行数超过预算数', en: 'More was spent than budgeted' },
    sentence: {
      zh: '“{line}”的全年执行数 {stated} 超过全年预算数 {budget}。',
      en: '“{line}”: {stated} was spent, more than the adjusted budget of {budget}.',
    },
    source: SOURCES.practice,
    example: { zh: '预算 329.77，执行 338.31。', en: 'Budget 329.77, executed 338.31.' },
  },
  'budget-change-unexplained': {
    level: 'warning',
    title: { zh: '预算变动未说明', en: 'Budget change without an explanation' },
    sentence: {
      zh: '年初预算数 {initial} 变为全年预算数 {stated}，表内没有任何调整、追加、调减或变更的说明。',
      en: 'The initial budget of {initial} became {stated}, and the form nowhere speaks of an adjustment.',
    },
    source: SOURCES.practice,
    example: {
      zh: '年初 238.93，全年 251.89，全表没有“追加”等字样。',
      en: 'Initial 238.93, adjusted 251.89, and no word such as 追加 in the form.',
    },
  },
  'low-execution-unexplained': {
    level: 'warning',
    title: { zh: '执行率偏低未说明', en: 'Low execution without a reason' },
    sentence: {
      zh: '预算执行率 {computed}% 低于 {bound}%，未见原因说明。',
      en: 'The execution rate of {computed}% is below {bound}%, and no reason is given.',
    },
    source: SOURCES.practice,
    example: {
      zh: '执行率 62%，没有说明原因（默认界限 80%）。',
      en: 'A rate of 62% without a reason (default bound: 80%).',
    },
  },
  'score-far-above-execution': {
    level: 'note',
    title: { zh: '指标得分率远高于执行率', en: 'Scores far above execution' },
    sentence: {
      zh: '指标得分率 {percent}% 比预算执行率 {rate}% 高出 {points} 个百分点以上。',
      en: 'The indicators score {percent}% of their weight, more than {points} points above the execution rate of {rate}%.',
    },
    source: SOURCES.practice,
    example: {
      zh: '只花了 71% 的钱，指标却得了 100% 的分。',
      en: '71% of the money was spent, and the indicators score 100%.',
    },
  },
  'amount-unit-suspect': {
    level: 'warning',
    title: { zh: '金额单位可疑', en: 'Unit of amounts suspect' },
    sentence: { zh: '{what}。', en: '{what}.' },
    source: SOURCES.practice,
    example: {
      zh: '表头写万元，表中预算数 3786500，文字写 378.65 万元：恰差一万倍。',
      en: 'The table is headed 万元 and states 3786500, the prose says 378.65万元: exactly ten thousand times.',
    },
  },
} as const satisfies Record<string, Entry>;
