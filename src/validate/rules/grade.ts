// 评价等级与总分不符：优 ≥ 90，良 ≥ 80，中 ≥ 60，差 < 60（口径可改）；分值合计不是 100 时不检验。
// The printed grade does not fit the total under the profile's bounds; not tested where the weights do not come to 100.
// Source: 财预〔2020〕10号's frame, as seen in form footnotes.

import { diagnosticOf } from '../../diagnostic/index.ts';
import { exact, ratioOf } from '../../number/index.ts';
import type { Evaluation } from '../../record/evaluation.ts';
import { boundOf, type Profile } from '../../record/profile.ts';
import { groundsOf, type Printed, type Rule } from '../subject.ts';

export const grade: Rule = function* ({ evaluation, profile }) {
  const { grade: printed, score } = evaluation.total;
  if (!printed || !score || !isOutOf(profile.weights.total, evaluation)) return;
  // 较差 is 差.
  const known = profile.grades.find((entry) => printed.value.replace(/^较/, '').startsWith(entry.grade));
  const right = gradeOf(score, profile);
  if (!known || !right || known.grade === right) return;
  yield diagnosticOf('grade-mismatch', {
    fields: [printed.field, score.field],
    stated: printed.value,
    computed: right,
    because: groundsOf([printed, score]),
    words: { score: String(score.value) },
  });
};

function isOutOf(total: number, { total: { weight } }: Evaluation): boolean {
  return weight === null || exact.compare(ratioOf(weight.value), boundOf(total)) === 0;
}

function gradeOf(score: Printed, { grades }: Profile): string | null {
  const reached = grades.find(({ from }) => exact.compare(ratioOf(score.value), boundOf(from)) >= 0);
  return reached?.grade ?? null;
}
