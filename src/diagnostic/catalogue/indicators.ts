// Words for what single indicator rows say, and for how they fit the goal text.

import { type Entry, SOURCES } from './entry.ts';

export const INDICATOR_CODES = {
  'duplicate-indicator': {
    level: 'warning',
    title: { zh: '指标重复', en: 'Indicator listed twice' },
    sentence: {
      zh: '指标“{row}”及其目标 {stated} 出现两次。',
      en: 'The indicator “{row}” stands twice with the same target “{stated}”.',
    },
    source: SOURCES.practice,
    example: { zh: '两行都是“培训次数 ≥2次”。', en: 'Two rows both say 培训次数 ≥2次.' },
  },
  'full-score-target-missed': {
    level: 'warning',
    title: { zh: '未达目标却得满分', en: 'Full score, target missed' },
    sentence: {
      zh: '“{row}”目标 {target}，完成 {actual}，未达目标，却得满分 {stated}。',
      en: '“{row}”: target “{target}”, actual “{actual}”; the target was missed, yet the score is the full {stated}.',
    },
    source: SOURCES.measures,
    example: {
      zh: '密集架单价目标 500元/个，实际 1250元/个，得满分 1。',
      en: 'A unit cost of 500 was planned, 1250 was paid, and the score is full.',
    },
  },
  'overachievement-unexplained': {
    level: 'warning',
    title: { zh: '大幅超额未说明', en: 'Far above target without a reason' },
    sentence: {
      zh: '“{row}”完成 {actual}，为目标 {target} 的 {percent}%，未说明原因（目标可能定得过低）。',
      en: '“{row}”: actual “{actual}” is {percent}% of the target “{target}”, and no reason is given (the target may be too low).',
    },
    source: SOURCES.practice,
    example: {
      zh: '计划 20 平方米，实际 33.82 平方米，为 169.1%。',
      en: '20 planned, 33.82 bought: 169.1%.',
    },
  },
  'deduction-unexplained': {
    level: 'warning',
    title: { zh: '扣分未说明原因', en: 'Deduction without a reason' },
    sentence: {
      zh: '“{row}”分值 {weight}，得分 {stated}，偏差原因一栏空白。',
      en: '“{row}” scores {stated} of {weight}, and the column for reasons is blank.',
    },
    source: SOURCES.measures,
    example: { zh: '分值 1，得分 0.6，原因栏空白。', en: 'Weight 1, score 0.6, no reason.' },
  },
  'cost-overrun': {
    level: 'warning',
    title: { zh: '成本超支', en: 'Cost overrun' },
    sentence: {
      zh: '成本指标“{row}”目标 {target}，实际 {actual}，超出 {percent}%。',
      en: 'The cost indicator “{row}” came to “{actual}”, {percent}% over its target “{target}”.',
    },
    source: SOURCES.practice,
    example: { zh: '500元/个 → 1250元/个，超出 150%。', en: '500 → 1250 a piece: 150% over.' },
  },
  'units-incomparable': {
    level: 'note',
    title: { zh: '目标与完成值无法比较', en: 'Target and actual cannot be compared' },
    sentence: {
      zh: '“{row}”目标 {target} 与完成值 {actual} 单位不同，得分无法检验。',
      en: '“{row}”: target “{target}” and actual “{actual}” have different units, so that the score cannot be tested.',
    },
    source: SOURCES.practice,
    example: { zh: '目标 ≥1次，完成值 100%。', en: 'Target ≥1次, actual 100%.' },
  },
  'zero-actual-scored': {
    level: 'warning',
    title: { zh: '完成值为 0 却得分', en: 'Nothing done, yet scored' },
    sentence: {
      zh: '“{row}”目标 {target}，完成 {actual}，却得 {stated} 分。',
      en: '“{row}”: target “{target}”, actual “{actual}”, yet it scores {stated}.',
    },
    source: SOURCES.measures,
    example: { zh: '目标 50个，完成 0个，得分 0.5。', en: 'Target 50, actual 0, score 0.5.' },
  },
  'zero-quantity-cost-scored': {
    level: 'note',
    title: { zh: '未购置却有单价得分', en: 'Nothing bought, yet its unit cost scored' },
    sentence: {
      zh: '“{bought}”完成 {actual}，并未购置，成本指标“{row}”却得 {stated} 分。',
      en: 'Nothing was bought (“{bought}”: “{actual}”), yet the cost indicator “{row}” scores {stated}.',
    },
    source: SOURCES.practice,
    example: {
      zh: '购置资料推车 0个，资料推车单价 400元/个 却得 1 分。',
      en: 'No trolley was bought, yet the unit cost of trolleys scores 1.',
    },
  },
  'cost-direction-suspect': {
    level: 'warning',
    title: { zh: '成本指标方向可疑', en: 'Cost indicator with ≥' },
    sentence: {
      zh: '成本指标“{row}”的目标写作 {stated}，成本通常应为 ≤。',
      en: 'The cost indicator “{row}” has the target “{stated}”; costs are usually bounded by ≤.',
    },
    source: SOURCES.practice,
    example: { zh: '总成本 ≥90万元。', en: 'Total cost ≥90万元.' },
  },
  'goal-indicator-missing': {
    level: 'warning',
    title: { zh: '目标与指标不对应', en: 'Goal text and indicators do not correspond' },
    sentence: { zh: '{what}。', en: '{what}.' },
    source: SOURCES.practice,
    example: {
      zh: '目标文字有“档案寄存费：100元/米”，指标表没有这一行。',
      en: 'The goal text has 档案寄存费：100元/米, the table has no such row.',
    },
  },
  'goal-target-differs': {
    level: 'warning',
    title: { zh: '目标值前后不一', en: 'The goal text gives another target' },
    sentence: {
      zh: '目标文字中“{row}”为 {told}，指标表中为 {stated}。',
      en: 'The goal text gives “{told}” for “{row}”, the indicator table “{stated}”.',
    },
    source: SOURCES.practice,
    example: { zh: '目标文字写培训 2次，指标值写 3次。', en: 'The goal text says 2次, the row says 3次.' },
  },
} as const satisfies Record<string, Entry>;
