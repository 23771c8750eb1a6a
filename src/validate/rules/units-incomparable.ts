// 指标值与完成值单位不同（≥1次 对 100%），得分无法检验；只在印有得分时提示。
// Target and actual have different units (≥1次 against 100%), so that the score cannot be tested; only where a score is printed.
// Source: usual practice of re-checking.

import { diagnosticOf } from '../../diagnostic/index.ts';
import { basisOf } from '../achievement.ts';
import { groundsOf, type Rule, rowName } from '../subject.ts';
import { powerBetween } from '../units.ts';

export const unitsIncomparable: Rule = function* ({ evaluation }) {
  for (const row of evaluation.indicators) {
    const { stated: target, quantity } = basisOf(row);
    const { actual, actualQuantity, score } = row;
    if (!target || !quantity || !actual || !actualQuantity || !score) continue;
    if (powerBetween(actualQuantity.unit, quantity.unit) !== null) continue;
    yield diagnosticOf('units-incomparable', {
      fields: [actual.field, target.field],
      stated: actual.value,
      because: groundsOf([actual, target, score]),
      words: { row: rowName(row), target: target.value, actual: actual.value },
    });
  }
};
