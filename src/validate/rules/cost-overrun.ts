// 成本指标实际值超过指标值的幅度大于界限（通用 15%）。
// A cost indicator's actual value is over its target by more than the profile's bound (15% usual).
// Source: usual practice of re-checking.

import { diagnosticOf } from '../../diagnostic/index.ts';
import { exact } from '../../number/index.ts';
import { boundOf } from '../../record/profile.ts';
import { achievementOf, isCost } from '../achievement.ts';
import { percentage } from '../percent.ts';
import { groundsOf, type Rule, rowName } from '../subject.ts';
import { computedText } from '../verdict.ts';

export const costOverrun: Rule = function* ({ evaluation, profile }) {
  for (const row of evaluation.indicators.filter(isCost)) {
    const achievement = achievementOf(row);
    if (!achievement || achievement.direction === null || achievement.direction === 'rising') continue;
    if (achievement.target.numerator <= 0n) continue;
    const percent = percentage(exact.subtract(achievement.actual, achievement.target), achievement.target);
    if (exact.compare(percent, boundOf(profile.costOverrun)) <= 0) continue;
    const { target, actual } = achievement.printed;
    yield diagnosticOf('cost-overrun', {
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
