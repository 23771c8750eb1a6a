// A source's view → what a person calls its fields, in both languages: those that are stated, and the blank ones beside them.
// Surprise: a blank cell has a name too, because a person may say which cell states it.

import { HEAD_FIELDS } from '../../record/index.ts';
import { columnName, fieldName, SCRIPT_WORDS } from '../../write/index.ts';
import type { SourceView } from '../view.ts';

type Names = Readonly<Record<string, readonly [zh: string, en: string]>>;
type Form = SourceView['report']['evaluations'][number];

/** For each evaluation: field → its name. */
export function namesIn({ report, bindings }: SourceView): readonly Names[] {
  return report.evaluations.map((form, index) => {
    const found = report.diagnostics.filter(({ evaluation }) => evaluation === index);
    const told = found.flatMap(({ fields, because }) => [...fields, ...because.map(({ field }) => field)]);
    return namesOf(form, new Set([...fieldsOf(form), ...Object.keys(bindings[index] ?? {}), ...told]));
  });
}

/** What the page is told once: words of levels, rules and columns, and the names of fields that every form has. */
export function pageWords(): object {
  const columnNames = COLUMNS.map((name) => [name, [headingOf(name, 'zh'), headingOf(name, 'en')]]);
  const fields = namesOf(null, new Set(LONE_FIELDS));
  return { ...SCRIPT_WORDS, fields, columnNames: Object.fromEntries(columnNames) };
}

const FUNDING_COLUMNS = ['label', 'initialBudget', 'adjustedBudget', 'executed', 'executionRate'];
const INDICATOR_COLUMNS = ['level1', 'level2', 'level3', 'target', 'adjustedTarget', 'actual', 'deviation'];
const COLUMNS = [...FUNDING_COLUMNS, ...INDICATOR_COLUMNS, 'weight', 'score'];

function headingOf(column: string, language: 'zh' | 'en'): string {
  return columnName(`/row/0/${column}`, language) ?? column;
}

function namesOf(form: Form | null, fields: ReadonlySet<string>): Names {
  return Object.fromEntries(
    [...fields].map((field) => [
      field,
      [fieldName(form, field, 'zh'), fieldName(form, field, 'en')] as const,
    ]),
  );
}

const LONE_FIELDS = [
  ...HEAD_FIELDS.map((field) => `/${field}`),
  ...['expected', 'achieved'].map((field) => `/goal/${field}`),
  ...['weight', 'score', 'grade'].map((field) => `/total/${field}`),
  ...['/funding', '/goal', '/indicators', '/total', '/narrative'],
];

function fieldsOf(form: Form): readonly string[] {
  return [
    ...LONE_FIELDS,
    ...form.funding.flatMap((line, at) => Object.keys(line).map((column) => `/funding/${at}/${column}`)),
    ...form.indicators.flatMap((row, at) => Object.keys(row).map((column) => `/indicators/${at}/${column}`)),
    ...form.narrative.flatMap((_, at) => [`/narrative/${at}/heading`, `/narrative/${at}/text`]),
  ];
}
