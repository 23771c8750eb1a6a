// One evaluation as the program works on it: every value with its place. report.ts makes the published shape of it.
// Surprise: a score or weight in one merged cell stands in each row that it covers, with one and the same origin; sums count it once.

import type { Pointer } from '../diagnostic/diagnostic.ts';
import type { ColumnName } from '../form/form.ts';
import type { Decimal } from '../number/decimal.ts';
import type { Quantity } from '../number/quantity.ts';
import type { Stated } from './stated.ts';

export const FORM_CLASSES = ['project', 'department', 'transfer', 'other'] as const;
export type FormClass = (typeof FORM_CLASSES)[number];

export const FUNDING_SOURCES = [
  'total',
  'central',
  'provincial',
  'local',
  'currentAppropriation',
  'fiscal',
  'specialAccount',
  'unit',
  'carryover',
  'other',
  'unknown',
] as const;
export type FundingSource = (typeof FUNDING_SOURCES)[number];

type Text = Stated<string> | null;
type Number = Stated<Decimal> | null;

/** A line of the fund block. `executionRate` is in percent. */
export interface Funding {
  readonly source: FundingSource;
  readonly label: Stated<string>;
  readonly initialBudget: Number;
  readonly adjustedBudget: Number;
  readonly executed: Number;
  readonly weight: Number;
  readonly executionRate: Number;
  readonly score: Number;
}

/** A row of the indicator block. `partOf` is the index of the row of which this is a scored 其中 part. */
export interface Indicator {
  readonly level1: Text;
  readonly level2: Text;
  readonly level3: Text;
  readonly target: Text;
  readonly adjustedTarget: Text;
  readonly actual: Text;
  readonly targetQuantity: Quantity | null;
  readonly adjustedTargetQuantity: Quantity | null;
  readonly actualQuantity: Quantity | null;
  readonly weight: Number;
  readonly score: Number;
  readonly deviation: Text;
  readonly partOf: Stated<number> | null;
}

export interface Narrative {
  readonly heading: Text;
  readonly text: Text;
}

/** The fields of a form's head, in the order of the record. */
export const HEAD_FIELDS = [
  'title',
  'class',
  'fiscalYear',
  'projectName',
  'projectCode',
  'supervisor',
  'supervisorCode',
  'implementer',
  'amountUnit',
] as const;

export interface Evaluation {
  readonly title: Text;
  readonly class: Stated<FormClass> | null;
  readonly fiscalYear: Stated<number> | null;
  readonly projectName: Text;
  readonly projectCode: Text;
  readonly supervisor: Text;
  readonly supervisorCode: Text;
  readonly implementer: Text;
  readonly amountUnit: Text;
  readonly funding: readonly Funding[];
  readonly goal: { readonly expected: Text; readonly achieved: Text };
  readonly indicators: readonly Indicator[];
  readonly total: { readonly weight: Number; readonly score: Number; readonly grade: Text };
  readonly narrative: readonly Narrative[];
  /** Not published: which columns the form prints, and its texts that state no field. */
  readonly columns: readonly ColumnName[];
  readonly remarks: readonly string[];
  /** Fields whose place in flattened text was a guess, or that stand on an illegible page: an error that rests on one may be ours. */
  readonly unsure: readonly Pointer[];
  /** Fields that say what a person corrected. */
  readonly corrected: readonly Pointer[];
}
