// Everything that a form says in words, wherever it says it: where a reason may stand.

import { type Ratio, ratioOf } from '../number/index.ts';
import type { Evaluation } from '../record/evaluation.ts';
import { percentOf } from './percent.ts';
import { present, totalLine } from './subject.ts';
import { areInOneUnit } from './terms.ts';

export function wordsOf(evaluation: Evaluation): readonly string[] {
  const { goal, narrative, indicators, remarks } = evaluation;
  const stated = [
    goal.expected,
    goal.achieved,
    ...narrative.map(({ text }) => text),
    ...indicators.map(({ deviation }) => deviation),
  ];
  return [...present(stated).map(({ value }) => value), ...remarks];
}

/** The fund block's rate in percent, unrounded where the amounts are printed; null for 0/0 and where nothing tells it. */
export function executionPercent(evaluation: Evaluation): Ratio | null {
  const line = totalLine(evaluation);
  const { executed, adjustedBudget: budget } = line ?? {};
  if (executed && budget && areInOneUnit([executed, budget], evaluation))
    return percentOf(executed.value, budget.value);
  return line?.executionRate ? ratioOf(line.executionRate.value) : null;
}
