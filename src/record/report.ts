// Evaluations and diagnostics → the Report that is published: plain values, and beside them the place of each one on the paper.
// Surprise: what the program works with says for each value where it stands; what is published says it apart, under `evidence`, by pointer.

import { z } from 'zod';
import type { Diagnostic } from '../diagnostic/diagnostic.ts';
import { Decimal } from '../number/decimal.ts';
import type { Quantity } from '../number/quantity.ts';
import type { Evaluation, Funding, Indicator } from './evaluation.ts';
import { evidenceOf } from './evidence.ts';
import type { Frozen } from './frozen.ts';
import { type evaluationSchemaWith, reportSchemaWith, SCHEMA_VERSION, type sourceSchema } from './schemas.ts';
import type { Stated } from './stated.ts';

const exactAmount = z.instanceof(Decimal);
export const exactReportSchema = reportSchemaWith(exactAmount);

export type Report = Frozen<z.infer<typeof exactReportSchema>>;
export type PublishedEvaluation = Frozen<
  z.infer<ReturnType<typeof evaluationSchemaWith<typeof exactAmount>>>
>;
export type SourceFacts = Frozen<z.infer<typeof sourceSchema>>;

/** `facts` is what is known of the source itself. */
export function reportOf(
  facts: SourceFacts,
  evaluations: readonly Evaluation[],
  diagnostics: readonly Diagnostic[],
): Report {
  return {
    schemaVersion: SCHEMA_VERSION,
    source: facts,
    evaluations: evaluations.map(publishedEvaluation),
    diagnostics,
  };
}

export function publishedEvaluation(evaluation: Evaluation): PublishedEvaluation {
  const { goal, total } = evaluation;
  return {
    title: plain(evaluation.title),
    class: evaluation.class?.value ?? 'other',
    fiscalYear: plain(evaluation.fiscalYear),
    projectName: plain(evaluation.projectName),
    projectCode: plain(evaluation.projectCode),
    supervisor: plain(evaluation.supervisor),
    supervisorCode: plain(evaluation.supervisorCode),
    implementer: plain(evaluation.implementer),
    amountUnit: plain(evaluation.amountUnit),
    funding: evaluation.funding.map(publishedFunding),
    goal: { expected: plain(goal.expected), achieved: plain(goal.achieved) },
    indicators: evaluation.indicators.map(publishedIndicator),
    total: { weight: plain(total.weight), score: plain(total.score), grade: plain(total.grade) },
    narrative: evaluation.narrative.map(({ heading, text }) => ({
      heading: plain(heading),
      text: plain(text),
    })),
    evidence: evidenceOf(evaluation),
  };
}

function plain<T>(stated: Stated<T> | null): T | null {
  return stated === null ? null : stated.value;
}

function publishedFunding(line: Funding): PublishedEvaluation['funding'][number] {
  return {
    source: line.source,
    label: line.label.value,
    initialBudget: plain(line.initialBudget),
    adjustedBudget: plain(line.adjustedBudget),
    executed: plain(line.executed),
    weight: plain(line.weight),
    executionRate: plain(line.executionRate),
    score: plain(line.score),
  };
}

function publishedIndicator(row: Indicator): PublishedEvaluation['indicators'][number] {
  return {
    level1: plain(row.level1),
    level2: plain(row.level2),
    level3: plain(row.level3),
    target: plain(row.target),
    adjustedTarget: plain(row.adjustedTarget),
    actual: plain(row.actual),
    targetQuantity: publishedQuantity(row.targetQuantity),
    adjustedTargetQuantity: publishedQuantity(row.adjustedTargetQuantity),
    actualQuantity: publishedQuantity(row.actualQuantity),
    weight: plain(row.weight),
    score: plain(row.score),
    deviation: plain(row.deviation),
    partOf: plain(row.partOf),
  };
}

function publishedQuantity(quantity: Quantity | null): Quantity | null {
  if (quantity === null) return null;
  return { comparator: quantity.comparator, amount: quantity.amount, unit: quantity.unit };
}
