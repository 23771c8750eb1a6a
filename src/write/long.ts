// A report → rows of the five long tables, one row a thing, all keyed by the form's id.
// Surprise: a finding about the source as a whole belongs to no form; its form id is empty and the source's hash still names it.

import type { PublishedEvaluation, Report } from '../record/index.ts';
import type { CsvRow } from './csv.ts';

export const TABLES = ['forms', 'funding', 'indicators', 'narrative', 'findings'] as const;
export type TableName = (typeof TABLES)[number];

/** Enough of a sha256 to tell a run's sources apart and short enough to read. */
export const HASH_DIGITS = 12;

export function formId(sha256: string | null, index: number): string {
  return `${(sha256 ?? '').slice(0, HASH_DIGITS)}-${index}`;
}

type Columns<T> = readonly (readonly [name: string, cell: (thing: T) => CsvRow[number]])[];

/** One thing and where it belongs: the report, its form and the thing's own place in it. */
interface Placed<T> {
  readonly report: Report;
  readonly id: string;
  readonly form: PublishedEvaluation;
  readonly position: number;
  readonly thing: T;
}

const FORMS: Columns<Placed<PublishedEvaluation>> = [
  ['form_id', ({ id }) => id],
  ['source', ({ report }) => report.source.name],
  ['sha256', ({ report }) => report.source.sha256],
  ['carrier', ({ report }) => report.source.carrier],
  ['position', ({ position }) => position],
  ['title', ({ form }) => form.title],
  ['class', ({ form }) => form.class],
  ['fiscal_year', ({ form }) => form.fiscalYear],
  ['project_name', ({ form }) => form.projectName],
  ['project_code', ({ form }) => form.projectCode],
  ['supervisor', ({ form }) => form.supervisor],
  ['supervisor_code', ({ form }) => form.supervisorCode],
  ['implementer', ({ form }) => form.implementer],
  ['amount_unit', ({ form }) => form.amountUnit],
  ['goal_expected', ({ form }) => form.goal.expected],
  ['goal_achieved', ({ form }) => form.goal.achieved],
  ['total_weight', ({ form }) => form.total.weight],
  ['total_score', ({ form }) => form.total.score],
  ['grade', ({ form }) => form.total.grade],
];

const FUNDING: Columns<Placed<PublishedEvaluation['funding'][number]>> = [
  ['form_id', ({ id }) => id],
  ['position', ({ position }) => position],
  ['source', ({ thing }) => thing.source],
  ['label', ({ thing }) => thing.label],
  ['initial_budget', ({ thing }) => thing.initialBudget],
  ['adjusted_budget', ({ thing }) => thing.adjustedBudget],
  ['executed', ({ thing }) => thing.executed],
  ['weight', ({ thing }) => thing.weight],
  ['execution_rate', ({ thing }) => thing.executionRate],
  ['score', ({ thing }) => thing.score],
];

const INDICATORS: Columns<Placed<PublishedEvaluation['indicators'][number]>> = [
  ['form_id', ({ id }) => id],
  ['position', ({ position }) => position],
  ['level1', ({ thing }) => thing.level1],
  ['level2', ({ thing }) => thing.level2],
  ['level3', ({ thing }) => thing.level3],
  ['target', ({ thing }) => thing.target],
  ['adjusted_target', ({ thing }) => thing.adjustedTarget],
  ['actual', ({ thing }) => thing.actual],
  ['target_comparator', ({ thing }) => thing.targetQuantity?.comparator ?? null],
  ['target_amount', ({ thing }) => thing.targetQuantity?.amount ?? null],
  ['target_unit', ({ thing }) => thing.targetQuantity?.unit ?? null],
  ['adjusted_target_comparator', ({ thing }) => thing.adjustedTargetQuantity?.comparator ?? null],
  ['adjusted_target_amount', ({ thing }) => thing.adjustedTargetQuantity?.amount ?? null],
  ['adjusted_target_unit', ({ thing }) => thing.adjustedTargetQuantity?.unit ?? null],
  ['actual_comparator', ({ thing }) => thing.actualQuantity?.comparator ?? null],
  ['actual_amount', ({ thing }) => thing.actualQuantity?.amount ?? null],
  ['actual_unit', ({ thing }) => thing.actualQuantity?.unit ?? null],
  ['weight', ({ thing }) => thing.weight],
  ['score', ({ thing }) => thing.score],
  ['deviation', ({ thing }) => thing.deviation],
  ['part_of', ({ thing }) => thing.partOf],
];

const NARRATIVE: Columns<Placed<PublishedEvaluation['narrative'][number]>> = [
  ['form_id', ({ id }) => id],
  ['position', ({ position }) => position],
  ['heading', ({ thing }) => thing.heading],
  ['text', ({ thing }) => thing.text],
];

interface PlacedFinding {
  readonly report: Report;
  readonly position: number;
  readonly thing: Report['diagnostics'][number];
}

const FINDINGS: Columns<PlacedFinding> = [
  [
    'form_id',
    ({ report, thing }) =>
      thing.evaluation === null ? null : formId(report.source.sha256, thing.evaluation),
  ],
  ['source', ({ report }) => report.source.name],
  ['sha256', ({ report }) => report.source.sha256],
  ['position', ({ position }) => position],
  ['level', ({ thing }) => thing.level],
  ['code', ({ thing }) => thing.code],
  ['field', ({ thing }) => thing.fields[0] ?? null],
  ['fields', ({ thing }) => thing.fields.join(' ')],
  ['stated', ({ thing }) => thing.stated],
  ['computed', ({ thing }) => thing.computed],
  ['explanation', ({ thing }) => thing.explanation],
  ['message_zh', ({ thing }) => thing.message.zh],
  ['message_en', ({ thing }) => thing.message.en],
  ['because', ({ thing }) => thing.because.map(({ field, text }) => `${field}=${text}`).join('; ')],
];

function headerOf<T>(columns: Columns<T>): CsvRow {
  return columns.map(([name]) => name);
}

export const HEADERS: Readonly<Record<TableName, CsvRow>> = {
  forms: headerOf(FORMS),
  funding: headerOf(FUNDING),
  indicators: headerOf(INDICATORS),
  narrative: headerOf(NARRATIVE),
  findings: headerOf(FINDINGS),
};

function rowsOf<T>(columns: Columns<T>, things: readonly T[]): readonly CsvRow[] {
  return things.map((thing) => columns.map(([, cell]) => cell(thing)));
}

/** The things of every form of a report, each with its place. */
function placed<T>(
  report: Report,
  things: (form: PublishedEvaluation) => readonly T[],
): readonly Placed<T>[] {
  return report.evaluations.flatMap((form, index) => {
    const id = formId(report.source.sha256, index);
    return things(form).map((thing, position) => ({ report, id, form, position, thing }));
  });
}

export function longRows(report: Report): Readonly<Record<TableName, readonly CsvRow[]>> {
  const forms = placed(report, (form) => [form]).map((row, position) => ({ ...row, position }));
  const findings = report.diagnostics.map((thing, position) => ({ report, position, thing }));
  return {
    forms: rowsOf(FORMS, forms),
    funding: rowsOf(
      FUNDING,
      placed(report, (form) => form.funding),
    ),
    indicators: rowsOf(
      INDICATORS,
      placed(report, (form) => form.indicators),
    ),
    narrative: rowsOf(
      NARRATIVE,
      placed(report, (form) => form.narrative),
    ),
    findings: rowsOf(FINDINGS, findings),
  };
}
