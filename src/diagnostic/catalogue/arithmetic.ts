// Words for sums, rates and totals that do not work out. {sum} writes the calculation out, {why} says what would explain the gap.

import { type Entry, SOURCES } from './entry.ts';

export const ARITHMETIC_CODES = {
  'execution-rate-mismatch': {
    level: 'error',
    title: { zh: '执行率与金额不符', en: 'Execution rate does not follow from the amounts' },
    sentence: {
      zh: '“{line}”的执行率印为 {stated}%，但 {sum}{why}。',
      en: 'The execution rate of “{line}” is printed as {stated}%, but {sum}{why}.',
    },
    source: SOURCES.arithmetic,
    example: {
      zh: '全年执行数 215457.6 ÷ 全年预算数 250000 = 86.18304%，表上印 86.19：只有进一法能得到（警告）；印 87.18 则无法解释（错误）。',
      en: '215457.6 ÷ 250000 = 86.18304%, printed 86.19: only rounding up gives it (warning); 87.18 nothing explains (error).',
    },
  },
  'execution-score-mismatch': {
    level: 'error',
    title: { zh: '执行率得分不符', en: 'Execution score does not follow from the rate' },
    sentence: {
      zh: '“{line}”的得分印为 {stated}，但 {sum}{why}。',
      en: 'The score of “{line}” is printed as {stated}, but {sum}{why}.',
    },
    source: SOURCES.measures,
    example: {
      zh: '分值 10，执行数 269.78，预算数 378.65：10 × 71.2478…% = 7.1247…，应印 7.12。按未舍入的执行率计算。',
      en: 'Weight 10, executed 269.78 of 378.65: 10 × 71.2478…% = 7.1247…, to be printed as 7.12. The rate is taken unrounded.',
    },
  },
  'funding-sum-mismatch': {
    level: 'error',
    title: { zh: '资金总额与各来源之和不符', en: 'Funding total is not the sum of its sources' },
    sentence: {
      zh: '“{line}”的{column}印为 {total}，但各来源合计 {sum}{why}。',
      en: 'The {column} of “{line}” is printed as {total}, but its sources come to {sum}{why}.',
    },
    source: SOURCES.arithmetic,
    example: {
      zh: '年度资金总额 0，其中本年财政拨款 90：合计 90，不是 0。',
      en: 'Total 0, of which appropriation of the year 90: the sources come to 90, not 0.',
    },
  },
  'total-score-mismatch': {
    level: 'error',
    title: { zh: '总分与各项得分之和不符', en: 'Total score is not the sum of the scores' },
    sentence: {
      zh: '总分印为 {stated}，但执行率得分与各指标得分合计 {sum}{why}。',
      en: 'The total score is printed as {stated}, but the execution score and the indicator scores come to {sum}{why}.',
    },
    source: SOURCES.arithmetic,
    example: {
      zh: '执行率得分 7.3，各指标得分合计 84.88：7.3 + 84.88 = 92.18，总分却印 93.18。',
      en: 'Execution score 7.3 and indicator scores of 84.88: 7.3 + 84.88 = 92.18, yet 93.18 is printed.',
    },
  },
  'total-weight-mismatch': {
    level: 'error',
    title: { zh: '分值合计不符', en: 'Total weight is not the sum of the weights' },
    sentence: {
      zh: '分值合计印为 {stated}，但执行率分值与各指标分值合计 {sum}{why}。',
      en: 'The total weight is printed as {stated}, but the execution weight and the indicator weights come to {sum}{why}.',
    },
    source: SOURCES.arithmetic,
    example: {
      zh: '执行率 10 分，各指标分值合计 89：10 + 89 = 99，合计却印 100。',
      en: 'Execution 10 and indicators 89: 10 + 89 = 99, yet 100 is printed.',
    },
  },
  'score-exceeds-weight': {
    level: 'error',
    title: { zh: '得分不在 0 与分值之间', en: 'Score not between 0 and its weight' },
    sentence: {
      zh: '“{row}”的得分 {stated} {bound}。',
      en: 'The score {stated} of “{row}” {bound}.',
    },
    source: SOURCES.measures,
    example: { zh: '分值 5，得分 6。', en: 'Weight 5, score 6.' },
  },
  'narrative-mismatch': {
    level: 'error',
    title: { zh: '文字与表格不符', en: 'The prose contradicts the table' },
    sentence: {
      zh: '文字写“{quote}”，而表中{quantity}为 {table}{why}。',
      en: 'The prose says “{quote}”, while the table states “{table}” as its {quantity}{why}.',
    },
    source: SOURCES.consistency,
    example: {
      zh: '文字写“年度预算执行完成率71.24%”，表中执行率为 71.25；269.7825 ÷ 378.65 = 71.2485…%，截尾得 71.24。',
      en: 'The prose says 71.24%, the table 71.25; 269.7825 ÷ 378.65 = 71.2485…%, which truncates to 71.24.',
    },
  },
  'narrative-adjustment-mismatch': {
    level: 'warning',
    title: {
      zh: '文字所述调整与预算数不符',
      en: 'The adjustment in the prose does not lead to the adjusted budget',
    },
    sentence: {
      zh: '文字写“{quote}”，年初预算数 {initial} 由此应调整为 {computed}，而全年预算数印为 {stated}。',
      en: 'The prose says “{quote}”; this would turn the initial budget of {initial} into {computed}, but the adjusted budget is printed as {stated}.',
    },
    source: SOURCES.consistency,
    example: {
      zh: '年初 735.59，文字说调减 59.67：735.59 − 59.67 = 675.92，与全年预算数一致；若印 685.92 则不符。',
      en: 'Initial budget 735.59, and the prose tells of a cut of 59.67: 735.59 − 59.67 = 675.92, as printed; 685.92 would not agree.',
    },
  },
  'indicator-score-mismatch': {
    level: 'warning',
    title: { zh: '指标得分不合计分规则', en: 'Indicator score fits no scoring rule' },
    sentence: {
      zh: '“{row}”得分 {stated}，而目标 {target}、完成 {actual}、分值 {weight}，{due}。',
      en: '“{row}” scores {stated}, but with target “{target}”, actual “{actual}” and weight {weight}, {due}.',
    },
    source: SOURCES.measures,
    example: {
      zh: '目标 80 个，完成 52 个，分值 3：52/80 × 3 = 1.95。得分 1.95 合规，2.5 则不合。',
      en: 'Target 80, actual 52, weight 3: 52/80 × 3 = 1.95. A score of 1.95 fits, 2.5 does not.',
    },
  },
  'missing-row-suspected': {
    level: 'note',
    title: { zh: '疑似漏列一行指标', en: 'A row seems to be missing' },
    sentence: {
      zh: '分值合计差 {weightGap}、总分差 {scoreGap}，漏列一行即可解释；{candidates}。',
      en: 'The weights fall short by {weightGap} and the scores by {scoreGap}, which one absent row would explain; {candidates}.',
    },
    source: SOURCES.practice,
    example: {
      zh: '分值与总分恰好都少 1，目标文字中只有“档案寄存费：100元/米”没有对应的指标行。',
      en: 'Weights and scores both lack exactly 1, and only 档案寄存费：100元/米 of the goal text has no row.',
    },
  },
  'total-weight-not-100': {
    level: 'warning',
    title: { zh: '总分值不是 100', en: 'Total weight is not 100' },
    sentence: {
      zh: '分值合计印为 {stated}，通常应为 {usual}。',
      en: 'The total weight is printed as {stated}; {usual} is usual.',
    },
    source: SOURCES.measures,
    example: { zh: '分值合计印 110。', en: 'A total weight of 110 is printed.' },
  },
  'grade-mismatch': {
    level: 'warning',
    title: { zh: '评价等级与总分不符', en: 'Grade does not fit the total' },
    sentence: {
      zh: '等级印为“{stated}”，总分 {score} 按通常的界限应为“{computed}”。',
      en: 'The grade is printed as “{stated}”; a total of {score} is “{computed}” under the usual bounds.',
    },
    source: SOURCES.measures,
    example: { zh: '总分 88 评为优；优须达到 90。', en: 'A total of 88 graded 优, which begins at 90.' },
  },
} as const satisfies Record<string, Entry>;
