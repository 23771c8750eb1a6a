// 指标得分率比预算执行率高出界限（通用 5 个百分点）以上。
// The indicators' score rate exceeds the execution rate by more than the profile's bound (5 points usual).
// Source: usual practice of re-checking.

import { diagnosticOf } from '../../diagnostic/index.ts';
import { exact } from '../../number/index.ts';
import { boundOf } from '../../record/profile.ts';
import { percentage } from '../percent.ts';
import { executionPercent } from '../remarks.ts';
import { countedRows, groundsOf, present, type Rule, totalLine } from '../subject.ts';
import { distinct, sumOf } from '../terms.ts';
import { computedText } from '../verdict.ts';

export const scoreFarAboveExecution: Rule = function* ({ evaluation, profile }) {
  const rows = countedRows(evaluation);
  const rate = executionPercent(evaluation);
  if (!rate || rows.some(({ weight, score }) => !weight || !score)) return;
  const weights = sumOf(distinct(present(rows.map(({ weight }) => weight))));
  if (weights.numerator <= 0n) return;
  const scores = sumOf(distinct(present(rows.map(({ score }) => score))));
  const percent = percentage(scores, weights);
  const above = exact.subtract(percent, rate);
  if (exact.compare(above, boundOf(profile.scoreAboveExecution)) <= 0) return;
  const line = totalLine(evaluation);
  const grounds = present([evaluation.total.score, line?.executionRate ?? null, line?.executed ?? null]);
  yield diagnosticOf('score-far-above-execution', {
    fields: grounds.map(({ field }) => field),
    because: groundsOf(grounds),
    words: {
      percent: computedText(percent, 2),
      rate: computedText(rate, 2),
      points: String(profile.scoreAboveExecution),
    },
  });
};
