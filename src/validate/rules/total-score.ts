// 总分 = 执行率得分 + 各指标得分（其中项不计，合并格计一次）；得分空白则不检验。各行舍入误差的累积可以解释小的差别。
// Total score = execution score + indicator scores (parts do not count, a merged cell counts once); blank scores are unknown.
// The accumulated rounding of the rows that are rounded may explain a small gap. Source: arithmetic.

import { diagnosticOf } from '../../diagnostic/index.ts';
import { exact, type Ratio, ratioOf, ulpOf } from '../../number/index.ts';
import type { Evaluation } from '../../record/evaluation.ts';
import { lacksRow } from '../missing-row.ts';
import { HUNDRED } from '../percent.ts';
import { executionPercent } from '../remarks.ts';
import { compareScore, isRounded, scorePlaces } from '../scoring.ts';
import { countedRows, groundsOf, present, type Rule, type Subject, same, totalLine } from '../subject.ts';
import { distinct, sumOf, writtenSum } from '../terms.ts';
import { isContradicted, scoreSumOf, type TotalSum } from '../totals.ts';
import { explainedBy, levelOf, shown, type Verdict, verdictOf, whyOf } from '../verdict.ts';

export const totalScore: Rule = function* (subject) {
  const total = scoreSumOf(subject.evaluation);
  if (!total) return;
  const sum = sumOf(total.terms);
  const contradicted = isContradicted(total);
  if (contradicted === 'no') return;
  const verdict = scoreVerdict(subject, total, sum);
  yield diagnosticOf('total-score-mismatch', {
    level: contradicted === 'certainly' ? levelOf(verdict) : 'warning',
    fields: [total.printed.field, ...total.terms.map(({ field }) => field)],
    stated: String(total.printed.value),
    computed: shown(sum),
    explanation: verdict.explanation,
    because: groundsOf([total.printed, ...total.terms]),
    words: { sum: same(writtenSum(total.terms)), why: whyOf(verdict.explanation) },
  });
};

function scoreVerdict(subject: Subject, total: TotalSum, sum: Ratio): Verdict {
  const places = scorePlaces(subject.evaluation);
  const verdict = verdictOf(sum, total.printed.value, Math.max(places, total.printed.value.places));
  if (verdict.fits || verdict.explanation !== null) return verdict;
  if (isAccumulated(subject, total, sum)) return explainedBy('accumulated-rounding');
  return lacksRow(subject.evaluation) ? explainedBy('missing-row') : verdict;
}

/** Within the half units of the rows that are rounded: each of them may be off by half of its last place. */
function isAccumulated({ evaluation, profile }: Subject, total: TotalSum, sum: Ratio): boolean {
  const places = scorePlaces(evaluation);
  const rows = countedRows(evaluation).filter((row) => isRounded(row, profile, places));
  const scores = distinct(present(rows.map(({ score }) => score)));
  const halves = exact.ratio(BigInt(scores.length + (isExecutionRounded(evaluation) ? 1 : 0)), 2n);
  const gap = exact.absolute(exact.subtract(sum, ratioOf(total.printed.value)));
  return exact.compare(gap, exact.multiply(halves, ulpOf(places))) <= 0;
}

/** A score that equals its weight is exact, and so is one that the unrounded rate gives. */
function isExecutionRounded(evaluation: Evaluation): boolean {
  const { score, weight } = totalLine(evaluation) ?? { score: null, weight: null };
  if (!score || !weight || compareScore(score, weight) === 0) return false;
  const percent = executionPercent(evaluation);
  if (!percent) return true;
  const right = exact.multiply(exact.divide(percent, HUNDRED), ratioOf(weight.value));
  return exact.compare(right, ratioOf(score.value)) !== 0;
}
