// 完成值达到指标值的界限（通用 130%）以上而未说明原因：目标可能定得过低。
// The actual value reaches the profile's bound (130% usual) of a rising target and no reason is given: the target may be too low.
// Source: usual practice of re-checking.

import { diagnosticOf } from '../../diagnostic/index.ts';
import { exact } from '../../number/index.ts';
import { boundOf } from '../../record/profile.ts';
import { achievementOf, isCost } from '../achievement.ts';
import { percentage } from '../percent.ts';
import { groundsOf, type Rule, rowName, saysNothing } from '../subject.ts';
import { computedText } from '../verdict.ts';

export const overachievementUnexplained: Rule = function* ({ evaluation, profile }) {
  for (const row of evaluation.indicators) {
    const achievement = achievementOf(row);
    if (achievement?.direction !== 'rising' || achievement.target.numerator <= 0n) continue;
    if (isCost(row) || !saysNothing(row.deviation)) continue;
    const percent = percentage(achievement.actual, achievement.target);
    if (exact.compare(percent, boundOf(profile.overachievement)) < 0) continue;
    const { target, actual } = achievement.printed;
    yield diagnosticOf('overachievement-unexplained', {
      fields: [actual.field, target.field],
      stated: actual.value,
      because: groundsOf([actual, target]),
      words: {
        row: rowName(row),
        target: target.value,
        actual: actual.value,
        percent: computedText(percent, 1),
      },
    });
  }
};
