// 执行率得分 = min(执行率, 100%) × 分值，按未舍入的执行率计算；逐行检验印有分值与得分的资金行，0/0 不检验。
// Execution score = min(rate, 100%) × weight, from the unrounded rate, for each funding line that prints weight and score; not for 0/0.
// Source: 财预〔2020〕10号's frame; the printed weight decides (10 usual, 20 in Hubei).

import { diagnosticOf, type Message } from '../../diagnostic/index.ts';
import { columnPlaces, exact, type Interval, intervalOf, type Ratio, ratioOf } from '../../number/index.ts';
import type { Evaluation, Funding } from '../../record/evaluation.ts';
import { HUNDRED, percentOf } from '../percent.ts';
import { scorePlaces } from '../scoring.ts';
import { groundsOf, lineName, type Printed, present, type Rule, type Subject, same } from '../subject.ts';
import { areInOneUnit } from '../terms.ts';
import {
  computedText,
  explainedBy,
  FITS,
  levelOf,
  shown,
  type Verdict,
  verdictOf,
  whyOf,
} from '../verdict.ts';

interface ScoredLine {
  readonly line: Funding;
  readonly weight: Printed;
  readonly score: Printed;
  /** Unrounded, in percent. */
  readonly rate: Ratio;
  readonly inputs: readonly Printed[];
}

/** Whole points hide most of what a rate says (9 for 8.62, 10 for 9.5): that is a coarser rounding, and said so. */
const FEWEST_PLACES = 1;

export const executionScore: Rule = function* ({ evaluation }) {
  const printed = scorePlaces(evaluation);
  for (const scored of evaluation.funding.flatMap((line) => scoredLine(line, evaluation))) {
    const right = scoreOf(scored.rate, scored.weight);
    const isWhole = right.numerator % right.denominator === 0n;
    const places = isWhole ? printed : Math.max(FEWEST_PLACES, printed);
    const verdict = scoreVerdict(scored, { evaluation, places, right });
    if (!verdict.fits) yield mismatch(scored, { verdict, places, right });
  }
};

function scoredLine(line: Funding, evaluation: Evaluation): readonly ScoredLine[] {
  const { weight, score } = line;
  const basis = rateBasis(line, evaluation);
  return weight && score && basis ? [{ line, weight, score, ...basis }] : [];
}

/** The unrounded rate from the amounts; the printed one only where an amount is absent, or is not what the rate divides by. */
function rateBasis(
  line: Funding,
  evaluation: Evaluation,
): { rate: Ratio; inputs: readonly Printed[] } | null {
  const { adjustedBudget: budget, executed, executionRate } = line;
  if (budget && executed && !evaluation.columns.includes('rateOfArrived')) {
    const rate = areInOneUnit([budget, executed], evaluation)
      ? percentOf(executed.value, budget.value)
      : null;
    return rate && { rate, inputs: [executed, budget] };
  }
  return executionRate && { rate: ratioOf(executionRate.value), inputs: [executionRate] };
}

function scoreOf(rate: Ratio, weight: Printed): Ratio {
  return exact.multiply(exact.divide(exact.least(rate, HUNDRED), HUNDRED), ratioOf(weight.value));
}

/** A score worked out from a rounded rate, where the right one rounds to that, has merely a coarser basis. */
function scoreVerdict(
  { line, score, weight, rate, inputs }: ScoredLine,
  about: { evaluation: Subject['evaluation']; places: number; right: Ratio },
): Verdict {
  const verdict = verdictOf(about.right, score.value, about.places);
  const printedRate = line.executionRate;
  if (verdict.fits || verdict.explanation !== null || printedRate === null) return verdict;
  const rates = present(about.evaluation.funding.map(({ executionRate }) => executionRate));
  const ratePlaces = columnPlaces(rates.map(({ value }) => value));
  const isFromRounded = inputs.includes(printedRate)
    ? isGiven(intervalOf(score.value, 'nearest', about.places), {
        rates: intervalOf(printedRate.value, 'nearest', ratePlaces),
        weight,
      })
    : verdictOf(rate, printedRate.value, ratePlaces).fits &&
      verdictOf(scoreOf(ratioOf(printedRate.value), weight), score.value, about.places) === FITS;
  return isFromRounded ? explainedBy('coarser') : verdict;
}

/** Whether some rate gives one of the scores: where an amount is blank, any that is printed so may be the right one. */
function isGiven(scores: Interval, { rates, weight }: { rates: Interval; weight: Printed }): boolean {
  const isAbove = exact.compare(scoreOf(rates.low, weight), scores.high) > 0;
  const isBelow = exact.compare(scoreOf(rates.high, weight), scores.low) < 0;
  return !isAbove && !isBelow;
}

function mismatch(
  { line, score, weight, rate, inputs }: ScoredLine,
  found: { verdict: Verdict; places: number; right: Ratio },
) {
  return diagnosticOf('execution-score-mismatch', {
    level: levelOf(found.verdict),
    fields: [score.field, weight.field, ...inputs.map(({ field }) => field)],
    stated: String(score.value),
    computed: computedText(found.right, found.places),
    explanation: found.verdict.explanation,
    because: groundsOf([score, weight, ...inputs]),
    words: {
      line: lineName(line),
      sum: sumWords(rate, weight, found.right),
      why: whyOf(found.verdict.explanation),
    },
  });
}

function sumWords(rate: Ratio, weight: Printed, right: Ratio): Message {
  const sum = `${shown(exact.least(rate, HUNDRED))}% × ${weight.value} = ${shown(right)}`;
  if (exact.compare(rate, HUNDRED) <= 0) return same(sum);
  return {
    zh: `${shown(rate)}% 按 100% 计，${sum}`,
    en: `the rate of ${shown(rate)}% counts as 100%, and ${sum}`,
  };
}
