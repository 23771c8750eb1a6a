// What a made-up form says and how it is laid out, before it is drawn: every text as it will be printed.
// Surprise: an injected error changes the plan, and the form is drawn anew, so that what is drawn and what is expected never part.

import type { Fixed } from './exact.ts';

export type Pointer = `/${string}`;

export type FundingColumn =
  | 'initialBudget'
  | 'adjustedBudget'
  | 'arrived'
  | 'executed'
  | 'weight'
  | 'executionRate'
  | 'score'
  | 'reason';

export type IndicatorColumn =
  | 'level1'
  | 'level2'
  | 'level3'
  | 'comparator'
  | 'target'
  | 'unit'
  | 'adjustedTarget'
  | 'actual'
  | 'rule'
  | 'factor'
  | 'weight'
  | 'score'
  | 'review'
  | 'deviation'
  | 'core';

/** A line of the fund block; a blank text is a blank cell. */
export interface PlannedLine {
  readonly source: string;
  readonly label: string;
  readonly texts: Readonly<Record<FundingColumn, string>>;
}

/** `text` alone where it is words; a quantity has its sign, digits and unit apart as well. */
export interface Measure {
  readonly text: string;
  readonly sign: string;
  readonly amount: string;
  readonly unit: string;
}

/** `shares`: this row prints no weight and score of its own, one merged cell covers it and the row above. */
export interface PlannedRow {
  readonly level1: string;
  readonly level2: string;
  readonly level3: string;
  readonly target: Measure;
  readonly adjustedTarget: Measure;
  readonly actual: Measure;
  readonly weight: string;
  readonly score: string;
  readonly deviation: string;
  readonly rule: string;
  readonly factor: string;
  readonly review: string;
  readonly core: string;
  readonly partOf: number | null;
  readonly shares: boolean;
  /** Left over from the template: drawn, but no indicator. */
  readonly isResidue: boolean;
}

/** `{executed}` and its like in a text stand for what the fund block prints; `wrong` replaces one of them. */
export interface PlannedProse {
  readonly heading: string;
  readonly template: string;
  readonly wrong: Readonly<Record<string, string>>;
}

export interface Heading<Name extends string> {
  readonly name: Name;
  readonly heading: string;
}

export interface Layout {
  readonly fundingBlock: string;
  readonly fundingColumns: readonly Heading<FundingColumn>[];
  readonly management: readonly (readonly [string, string, string])[];
  readonly goalBlock: string;
  readonly goalHeadings: readonly [string, string] | null;
  readonly indicatorBlock: string;
  readonly indicatorColumns: readonly Heading<IndicatorColumn>[];
  /** The heading over 指标性质, 指标值, 度量单位, where there are two levels. */
  readonly targetHeading: string | null;
  readonly levels: 'merged' | 'repeated' | 'blank';
  readonly totalAt: 'row' | 'header' | 'none';
  readonly totalLabel: string;
  /** Labels of the blocks around the narrative; two in 山西, none elsewhere. */
  readonly narrativeBlocks: readonly string[];
  readonly titleInTable: boolean;
  /** Spare grid columns go to the label's column, or to the first amounts. */
  readonly lean: number;
}

export interface Plan {
  readonly seed: number;
  readonly family: string;
  readonly class: string;
  readonly layout: Layout;
  readonly title: string;
  readonly year: number;
  /** Lines under the title: （2020 年度）, 单位：万元, 公开14表. */
  readonly lines: readonly string[];
  /** Label and value of each header cell, row by row; the field is null for what states none. */
  readonly header: readonly (readonly HeaderPair[])[];
  readonly supervisor: { readonly code: string | null; readonly name: string };
  readonly unit: string;
  /** A rate is printed as 0.7125. */
  readonly rateIsFraction: boolean;
  readonly executionWeight: Fixed | null;
  readonly funding: readonly PlannedLine[];
  readonly goal: { readonly expected: string; readonly achieved: string };
  readonly rows: readonly PlannedRow[];
  readonly total: { readonly weight: string; readonly score: string; readonly grade: string };
  readonly narrative: readonly PlannedProse[];
  readonly notCompared: readonly string[];
}

export interface HeaderPair {
  readonly label: string;
  readonly text: string;
  readonly field: Pointer | null;
}

export interface DrawnCell {
  readonly row: number;
  readonly column: number;
  readonly rowSpan: number;
  readonly columnSpan: number;
  readonly text: string;
  readonly fields: readonly Pointer[];
}

export interface DrawnLine {
  readonly text: string;
  readonly fields: readonly Pointer[];
}

/** `evaluation` is in the shape of the published record, without evidence. */
export interface DrawnForm {
  readonly seed: number;
  readonly family: string;
  readonly plan: Plan;
  readonly lines: readonly DrawnLine[];
  readonly rows: number;
  readonly columns: number;
  readonly cells: readonly DrawnCell[];
  readonly evaluation: Expected;
  readonly places: ReadonlyMap<Pointer, DrawnCell | DrawnLine>;
}

export type Json = null | string | number | readonly Json[] | { readonly [key: string]: Json };
export type Expected = Readonly<Record<string, Json>>;
