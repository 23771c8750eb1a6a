// 成本指标的目标写作 ≥；节约类与百分比指标除外。
// A cost indicator's target is written with ≥; savings and percentages excepted.
// Source: usual practice of re-checking.

import { diagnosticOf } from '../../diagnostic/index.ts';
import { basisOf, isCost } from '../achievement.ts';
import { groundsOf, type Rule, rowName } from '../subject.ts';

export const costDirection: Rule = function* ({ evaluation }) {
  for (const row of evaluation.indicators.filter(isCost)) {
    const { stated, quantity } = basisOf(row);
    if (!stated || (quantity?.comparator !== '≥' && quantity?.comparator !== '>')) continue;
    if (quantity.unit === '%' || quantity.unit === '百分比' || /节|率/.test(rowName(row))) continue;
    yield diagnosticOf('cost-direction-suspect', {
      fields: [stated.field],
      stated: stated.value,
      because: groundsOf([stated, row.level2]),
      words: { row: rowName(row) },
    });
  }
};
