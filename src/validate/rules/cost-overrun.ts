// 成本指标实际值超过指标值的幅度大于界限（通用 15%）。
// A cost indicator's actual value is over its target by more than the profile's bound (15 % usual).
// Source: usual practice of re-checking.

import { diagnosticOf } from '../../diagnostic/index.ts';
import { exact } from '../../number/index.ts';
import { boundOf } from '../../record/profile.ts';
import { achievementOf, basisOf, isCost } from '../achievement.ts';
import { percentage } from '../percent.ts';
import { groundsOf, type Rule, rowName } from '../subject.ts';
import { computedText } from '../verdict.ts';

export const costOverrun: Rule = function* ({ evaluation, profile }) {
  for (const row of evaluation.indicators.filter(isCost)) {
    const achievement = achievementOf(row);
    const target = basisOf(row).stated;
    if (!achievement || achievement.direction === null || achievement.direction === 'rising') continue;
    if (!target || !row.actual || achievement.target.numerator <= 0n) continue;
    const percent = percentage(exact.subtract(achievement.actual, achievement.target), achievement.target);
    if (exact.compare(percent, boundOf(profile.costOverrun)) <= 0) continue;
    yield diagnosticOf('cost-overrun', {
      fields: [row.actual.field, target.field],
      stated: row.actual.value,
      because: groundsOf([row.actual, target]),
      words: {
        row: rowName(row),
        target: target.value,
        actual: row.actual.value,
        percent: computedText(percent, 1),
      },
    });
  }
};
