// 十项以上指标全部满分。
// Every indicator has full marks, ten or more of them (the profile's number).
// Source: usual practice of re-checking.

import { diagnosticOf } from '../../diagnostic/index.ts';
import { hasFullScore } from '../scoring.ts';
import { countedRows, groundsOf, type Rule } from '../subject.ts';

export const allFullMarks: Rule = function* ({ evaluation, profile }) {
  const rows = countedRows(evaluation);
  if (rows.length < profile.fullMarksRows || !rows.every(hasFullScore)) return;
  const scores = rows.map(({ score }) => score);
  yield diagnosticOf('all-full-marks', {
    fields: scores.flatMap((score) => (score ? [score.field] : [])),
    because: groundsOf(scores),
    words: { rows: String(rows.length) },
  });
};
