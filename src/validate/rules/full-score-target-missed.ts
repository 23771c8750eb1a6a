// 未达到指标值（按其方向：≥ 为下限，≤ 与成本为上限）却得满分。
// The target was missed in its direction (≥ from below, ≤ and costs from above) and the score is full.
// Source: 财预〔2020〕10号's frame: full marks for a target that is met, else in proportion.

import { diagnosticOf } from '../../diagnostic/index.ts';
import { achievementOf, isMissed } from '../achievement.ts';
import { hasFullScore, sharedRows } from '../scoring.ts';
import { groundsOf, type Rule, rowName } from '../subject.ts';

export const fullScoreTargetMissed: Rule = function* ({ evaluation }) {
  const shared = sharedRows(evaluation);
  for (const row of evaluation.indicators.filter((one) => !shared.has(one))) {
    const achievement = achievementOf(row);
    if (!hasFullScore(row) || row.score.value.units === 0n || !achievement || !isMissed(row, achievement))
      continue;
    const { score, weight } = row;
    const { target, actual } = achievement.printed;
    yield diagnosticOf('full-score-target-missed', {
      fields: [score.field, actual.field, target.field, weight.field],
      stated: String(score.value),
      because: groundsOf([score, actual, target, weight]),
      words: { row: rowName(row), target: target.value, actual: actual.value },
    });
  }
};
