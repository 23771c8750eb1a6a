// 印出的分值合计不是 100（或口径规定的数）。
// The printed total weight is not 100 (or the profile's value).
// Source: 财预〔2020〕10号's frame.

import { diagnosticOf } from '../../diagnostic/index.ts';
import { exact, ratioOf } from '../../number/index.ts';
import { boundOf } from '../../record/profile.ts';
import { groundsOf, type Rule } from '../subject.ts';

export const totalWeightNot100: Rule = function* ({ evaluation, profile }) {
  const { weight } = evaluation.total;
  const usual = boundOf(profile.weights.total);
  if (!weight || exact.compare(ratioOf(weight.value), usual) === 0) return;
  yield diagnosticOf('total-weight-not-100', {
    fields: [weight.field],
    stated: String(weight.value),
    because: groundsOf([weight]),
    words: { usual: String(profile.weights.total) },
  });
};
