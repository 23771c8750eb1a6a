// 指标得分不合任何已知的计分规则：达到目标得满分，否则按比例；≤ 与成本按 目标/完成 或线性递减。方向与单位确定时才检验。
// The score fits no scoring rule that the profile knows. Rising: min(1, actual/target) × weight. Falling: target/actual × weight, or
// linear down to 0 at twice the target. Tested only where direction and units are certain. Source: 财预〔2020〕10号's frame.

import { diagnosticOf, type Message } from '../../diagnostic/index.ts';
import { achievementOf } from '../achievement.ts';
import { hasFullScore, rightScores, scorePlaces, sharedRows } from '../scoring.ts';
import { groundsOf, type Printed, present, type Rule, rowName } from '../subject.ts';
import { computedText, verdictOf } from '../verdict.ts';

export const indicatorScore: Rule = function* ({ evaluation, profile }) {
  const places = scorePlaces(evaluation);
  for (const row of evaluation.indicators) {
    const { score, weight } = row;
    const achievement = achievementOf(row);
    if (!score || !weight || !achievement || hasFullScore(row)) continue;
    if (sharedRows(evaluation).has(row)) continue;
    const { target, actual } = achievement.printed;
    const right = rightScores(row, profile);
    const verdicts = right.map(({ value }) => verdictOf(value, score.value, places));
    const [usual] = right;
    if (!usual || verdicts.some(({ fits, explanation }) => fits || explanation !== null)) continue;
    yield diagnosticOf('indicator-score-mismatch', {
      fields: [score.field, weight.field, actual.field, target.field],
      stated: String(score.value),
      computed: computedText(usual.value, places),
      because: groundsOf([score, weight, actual, target]),
      words: {
        row: rowName(row),
        target: target.value,
        actual: actual.value,
        weight: String(weight.value),
        due: dueWords(right, weight),
      },
    });
  }
};

/** Each formula's own sum, where several are in use. */
function dueWords(right: ReturnType<typeof rightScores>, weight: Printed): Message {
  const sums = present(right.map(({ sum }) => sum));
  if (sums.length === 0)
    return { zh: `已达目标，应得满分 ${weight.value}`, en: `all ${weight.value} are due` };
  return { zh: `应得 ${sums.join(' 或 ')}`, en: `${sums.join(' or ')} is due` };
}
