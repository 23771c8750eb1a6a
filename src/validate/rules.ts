// Every rule, in the order in which their diagnostics are given. To add one: its file under rules/, its code and words, a line here.

import { costOverrun } from './rules/cost-overrun.ts';
import { deductionUnexplained } from './rules/deduction-unexplained.ts';
import { executionRate } from './rules/execution-rate.ts';
import { executionScore } from './rules/execution-score.ts';
import { fullScoreTargetMissed } from './rules/full-score-target-missed.ts';
import { fundingSum } from './rules/funding-sum.ts';
import { indicatorScore } from './rules/indicator-score.ts';
import { missingRow } from './rules/missing-row.ts';
import { narrative } from './rules/narrative.ts';
import { overachievementUnexplained } from './rules/overachievement-unexplained.ts';
import { scoreExceedsWeight } from './rules/score-exceeds-weight.ts';
import { totalScore } from './rules/total-score.ts';
import { totalWeight } from './rules/total-weight.ts';
import { unitsIncomparable } from './rules/units-incomparable.ts';
import { zeroQuantityCostScored } from './rules/zero-quantity-cost-scored.ts';
import type { Rule } from './subject.ts';

export const RULES: readonly Rule[] = [
  fundingSum,
  executionRate,
  executionScore,
  scoreExceedsWeight,
  totalWeight,
  totalScore,
  missingRow,
  narrative,
  indicatorScore,
  fullScoreTargetMissed,
  overachievementUnexplained,
  deductionUnexplained,
  costOverrun,
  unitsIncomparable,
  zeroQuantityCostScored,
];
