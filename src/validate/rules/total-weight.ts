// 分值合计 = 执行率分值 + 各指标分值（其中项不计，合并格计一次），必须精确相等；分值空白则不检验。
// Total weight = execution weight + indicator weights (parts do not count, a merged cell counts once), exactly; blank weights are unknown.
// Source: arithmetic.

import { diagnosticOf } from '../../diagnostic/index.ts';
import { lacksRow } from '../missing-row.ts';
import { groundsOf, type Rule, same } from '../subject.ts';
import { sumOf, writtenSum } from '../terms.ts';
import { isContradicted, weightSumOf } from '../totals.ts';
import { shown, whyOf } from '../verdict.ts';

export const totalWeight: Rule = function* ({ evaluation }) {
  const total = weightSumOf(evaluation);
  if (!total) return;
  const sum = sumOf(total.terms);
  const contradicted = isContradicted(total);
  if (contradicted === 'no') return;
  const explanation = lacksRow(evaluation) ? 'missing-row' : null;
  yield diagnosticOf('total-weight-mismatch', {
    level: contradicted === 'certainly' ? 'error' : 'warning',
    fields: [total.printed.field, ...total.terms.map(({ field }) => field)],
    stated: String(total.printed.value),
    computed: shown(sum),
    explanation,
    because: groundsOf([total.printed, ...total.terms]),
    words: { sum: same(writtenSum(total.terms)), why: whyOf(explanation) },
  });
};
