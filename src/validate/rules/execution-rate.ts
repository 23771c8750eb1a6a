// 执行率 = 全年执行数 ÷ 全年预算数，逐行检验三者齐全的资金行；0/0 没有执行率；表头写明除以到位数的不检验。
// Execution rate = executed ÷ adjusted budget, for each funding line that prints all three; 0/0 has no rate; not where the heading divides
// by what has arrived.
// Source: arithmetic; the form's own heading 执行率(B/A).

import { diagnosticOf } from '../../diagnostic/index.ts';
import { columnPlaces, decimalOf, exact, type Ratio, ratioOf, sameValue } from '../../number/index.ts';
import type { Evaluation, Funding } from '../../record/evaluation.ts';
import { folded } from '../../text/label.ts';
import { HUNDRED, percentOf } from '../percent.ts';
import { groundsOf, lineName, type Printed, present, type Rule, same } from '../subject.ts';
import { areInOneUnit } from '../terms.ts';
import { computedText, levelOf, shown, type Verdict, verdictOf, whyOf } from '../verdict.ts';

interface RatedLine {
  readonly line: Funding;
  readonly budget: Printed;
  readonly executed: Printed;
  readonly rate: Printed;
}

export const executionRate: Rule = function* ({ evaluation }) {
  if (evaluation.columns.includes('rateOfArrived')) return;
  const rates = present(evaluation.funding.map((line) => line.executionRate));
  const places = columnPlaces(rates.map(({ value }) => value));
  for (const rated of evaluation.funding.flatMap((line) => ratedLine(line, evaluation))) {
    const right = percentOf(rated.executed.value, rated.budget.value);
    if (right) yield* wrongRate(rated, right, places);
    else yield* rateOfNothing(rated);
  }
};

function ratedLine(line: Funding, evaluation: Evaluation): readonly RatedLine[] {
  const { adjustedBudget: budget, executed, executionRate: rate } = line;
  return budget && executed && rate && areInOneUnit([budget, executed], evaluation)
    ? [{ line, budget, executed, rate }]
    : [];
}

function* wrongRate({ line, budget, executed, rate }: RatedLine, right: Ratio, places: number) {
  const verdict = tenthsVerdict(right, rate) ?? verdictOf(right, rate.value, places);
  if (verdict.fits) return;
  yield diagnosticOf('execution-rate-mismatch', {
    level: levelOf(verdict),
    fields: [rate.field, executed.field, budget.field],
    stated: String(rate.value),
    computed: computedText(right, places),
    explanation: verdict.explanation,
    because: groundsOf([rate, executed, budget]),
    words: {
      line: lineName(line),
      sum: same(`${executed.value} ÷ ${budget.value} = ${shown(right)}%`),
      why: whyOf(verdict.explanation),
    },
  });
}

/** 0.9 is printed for 86%: a fraction of one decimal says less than the whole percents that it is recorded in. Null for any other rate. */
function tenthsVerdict(right: Ratio, { text, value }: Printed): Verdict | null {
  const fraction = decimalOf(folded(text));
  if (fraction?.places !== 1 || sameValue(fraction, value)) return null;
  return verdictOf(exact.divide(right, HUNDRED), fraction, fraction.places);
}

/** 0, blank and 100% are all printed beside 0/0; any other number says something that is not there. 0.00 may be a rounding of more than nothing. */
function* rateOfNothing({ line, budget, executed, rate }: RatedLine) {
  const isUsual = rate.value.units === 0n || exact.compare(ratioOf(rate.value), HUNDRED) === 0;
  const isNothing = executed.value.units === 0n && executed.value.places + budget.value.places === 0;
  if (isUsual || !isNothing) return;
  yield diagnosticOf('execution-rate-mismatch', {
    fields: [rate.field, executed.field, budget.field],
    stated: String(rate.value),
    because: groundsOf([rate, executed, budget]),
    words: {
      line: lineName(line),
      sum: { zh: '0 ÷ 0 没有执行率', en: '0 ÷ 0 has no rate' },
      why: whyOf(null),
    },
  });
}
