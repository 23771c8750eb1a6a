// Every rule, in the order in which their diagnostics are given. To add one: its file under rules/, its code and words, a line here.

import { allFullMarks } from './rules/all-full-marks.ts';
import { amountUnitSuspect } from './rules/amount-unit-suspect.ts';
import { budgetChangeUnexplained } from './rules/budget-change-unexplained.ts';
import { costDirection } from './rules/cost-direction.ts';
import { costOverrun } from './rules/cost-overrun.ts';
import { deductionUnexplained } from './rules/deduction-unexplained.ts';
import { dimensionMissing } from './rules/dimension-missing.ts';
import { duplicateIndicator } from './rules/duplicate-indicator.ts';
import { executedExceedsBudget } from './rules/executed-exceeds-budget.ts';
import { executionRate } from './rules/execution-rate.ts';
import { executionScore } from './rules/execution-score.ts';
import { fieldMissing } from './rules/field-missing.ts';
import { fullScoreTargetMissed } from './rules/full-score-target-missed.ts';
import { fundingSum } from './rules/funding-sum.ts';
import { goalIndicators } from './rules/goal-indicators.ts';
import { goalMissing } from './rules/goal-missing.ts';
import { goalTarget } from './rules/goal-target.ts';
import { grade } from './rules/grade.ts';
import { indicatorScore } from './rules/indicator-score.ts';
import { level1Weights } from './rules/level1-weights.ts';
import { lowExecutionUnexplained } from './rules/low-execution-unexplained.ts';
import { missingRow } from './rules/missing-row.ts';
import { narrative } from './rules/narrative.ts';
import { narrativeAdjustment } from './rules/narrative-adjustment.ts';
import { overachievementUnexplained } from './rules/overachievement-unexplained.ts';
import { scoreExceedsWeight } from './rules/score-exceeds-weight.ts';
import { scoreFarAboveExecution } from './rules/score-far-above-execution.ts';
import { templateResidue } from './rules/template-residue.ts';
import { totalScore } from './rules/total-score.ts';
import { totalWeight } from './rules/total-weight.ts';
import { totalWeightNot100 } from './rules/total-weight-not-100.ts';
import { unitsIncomparable } from './rules/units-incomparable.ts';
import { zeroActualScored } from './rules/zero-actual-scored.ts';
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
  narrativeAdjustment,
  amountUnitSuspect,
  totalWeightNot100,
  grade,
  executedExceedsBudget,
  budgetChangeUnexplained,
  lowExecutionUnexplained,
  scoreFarAboveExecution,
  indicatorScore,
  fullScoreTargetMissed,
  zeroActualScored,
  overachievementUnexplained,
  deductionUnexplained,
  costOverrun,
  costDirection,
  unitsIncomparable,
  zeroQuantityCostScored,
  duplicateIndicator,
  goalMissing,
  goalIndicators,
  goalTarget,
  level1Weights,
  dimensionMissing,
  fieldMissing,
  templateResidue,
  allFullMarks,
];
