// A diagnostic: what does not hold, where, and why. Codes are a closed union; words come from the catalogue.

/** From worst to least. */
export const LEVELS = ['fatal', 'error', 'warning', 'doubt', 'note'] as const;
export type Level = (typeof LEVELS)[number];

export const EXPLANATIONS = [
  'truncated',
  'ceiling',
  'coarser',
  'tie',
  'accumulated-rounding',
  'missing-row',
  'reading',
] as const;
export type Explanation = (typeof EXPLANATIONS)[number];

/** A JSON Pointer within one evaluation, such as `/funding/0/executed`. */
export type Pointer = `/${string}`;

export interface Message {
  readonly zh: string;
  readonly en: string;
}

/** One statement on the paper that a diagnostic rests on, with its printed text. */
export interface Ground {
  readonly field: Pointer;
  readonly text: string;
}

/** `fields[0]` is where it is wrong; `evaluation` is null where the whole source is meant. */
export interface Diagnostic {
  readonly level: Level;
  readonly code: Code;
  readonly evaluation: number | null;
  readonly fields: readonly Pointer[];
  readonly stated: string | null;
  readonly computed: string | null;
  readonly explanation: Explanation | null;
  readonly message: Message;
  readonly because: readonly Ground[];
}

export const CODES = [
  'unreadable',
  'encrypted',
  'unsupported-carrier',
  'no-form-found',
  'over-limit',
  'timed-out',
  'crashed',
  'execution-rate-mismatch',
  'execution-score-mismatch',
  'funding-sum-mismatch',
  'total-score-mismatch',
  'total-weight-mismatch',
  'score-exceeds-weight',
  'narrative-mismatch',
  'narrative-adjustment-mismatch',
  'indicator-score-mismatch',
  'missing-row-suspected',
  'total-weight-not-100',
  'grade-mismatch',
  'executed-exceeds-budget',
  'budget-change-unexplained',
  'low-execution-unexplained',
  'score-far-above-execution',
  'amount-unit-suspect',
  'level1-weights-unusual',
  'dimension-missing',
  'duplicate-indicator',
  'template-residue',
  'full-score-target-missed',
  'overachievement-unexplained',
  'deduction-unexplained',
  'cost-overrun',
  'units-incomparable',
  'zero-actual-scored',
  'zero-quantity-cost-scored',
  'cost-direction-suspect',
  'goal-indicator-missing',
  'goal-target-differs',
  'goal-missing',
  'field-missing',
  'all-full-marks',
  'uncertain-reading',
  'ambiguous-column',
  'unbound-cell',
  'source-note',
] as const;
export type Code = (typeof CODES)[number];

/** A stage yields its diagnostics and returns its value. */
export type Stage<In, Out> = (input: In) => Generator<Diagnostic, Out, void>;
