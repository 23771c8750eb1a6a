// 目标为正数（越高越好），完成值为 0，得分却高于 0。
// A positive target that is to be reached, an actual value of 0, and yet a score above 0.
// Source: 财预〔2020〕10号's frame.

import { diagnosticOf } from '../../diagnostic/index.ts';
import { achievementOf } from '../achievement.ts';
import { sharedRows } from '../scoring.ts';
import { groundsOf, type Rule, rowName } from '../subject.ts';

export const zeroActualScored: Rule = function* ({ evaluation }) {
  const shared = sharedRows(evaluation);
  for (const row of evaluation.indicators) {
    if (shared.has(row)) continue;
    const achievement = achievementOf(row);
    if (achievement?.direction !== 'rising' || achievement.target.numerator <= 0n) continue;
    if (achievement.actual.numerator !== 0n || !row.score || row.score.value.units <= 0n) continue;
    const { target, actual } = achievement.printed;
    yield diagnosticOf('zero-actual-scored', {
      fields: [row.score.field, actual.field, target.field],
      stated: String(row.score.value),
      computed: '0',
      because: groundsOf([row.score, actual, target]),
      words: { row: rowName(row), target: target.value, actual: actual.value },
    });
  }
};
