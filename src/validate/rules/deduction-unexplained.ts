// 得分低于分值而偏差原因一栏空白（表内有该栏时）。
// A score below its weight with the column for reasons left blank, where the form has that column.
// Source: 财预〔2020〕10号's frame: deviations are to be explained.

import { diagnosticOf } from '../../diagnostic/index.ts';
import { compareScore, sharedRows } from '../scoring.ts';
import { countedRows, groundsOf, type Rule, rowName, saysNothing } from '../subject.ts';

export const deductionUnexplained: Rule = function* ({ evaluation }) {
  if (!evaluation.columns.includes('deviation')) return;
  const shared = sharedRows(evaluation);
  for (const row of countedRows(evaluation).filter((counted) => !shared.has(counted))) {
    const { score, weight, deviation } = row;
    if (!score || !weight || compareScore(score, weight) >= 0 || !saysNothing(deviation)) continue;
    yield diagnosticOf('deduction-unexplained', {
      fields: [score.field, weight.field],
      stated: String(score.value),
      because: groundsOf([score, weight, deviation]),
      words: { row: rowName(row), weight: String(weight.value) },
    });
  }
};
