// A case is a folder: source.* and everything that we say about it (tree, form, record, findings). This file makes the goldens of one.
// Surprise: a golden that nothing claims is an error too: it would look as if it were checked.

import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DEFAULT_ALLOWANCE } from '../../src/batch/allowance.ts';
import { type Outcome, outcomeOf } from '../../src/pipeline.ts';
import { DEFAULT_PROFILE } from '../../src/record/index.ts';
import { outline } from '../../src/tree/index.ts';
import { formsText, placeName } from '../../src/write/index.ts';

export const FIXTURES = new URL('../../fixtures/', import.meta.url).pathname;
export const GOLDENS = ['tree.txt', 'form.txt', 'record.json', 'findings.json'] as const;
export type Golden = (typeof GOLDENS)[number];

export function casesIn(folder: string): readonly string[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
    .toSorted();
}

export function sourceOf(folder: string): string {
  const name = readdirSync(folder).find((each) => each.startsWith('source.'));
  if (name === undefined) throw new Error(`${folder} has no source.*`);
  return name;
}

/** Files of a case that are neither its source, nor a golden, nor a note for people. */
export function unclaimedIn(folder: string): readonly string[] {
  const known = new Set<string>([...GOLDENS, 'README.md', sourceOf(folder)]);
  return readdirSync(folder).filter((name) => !known.has(name));
}

export async function outcomeOfCase(folder: string): Promise<Outcome> {
  const name = sourceOf(folder);
  const bytes = new Uint8Array(readFileSync(join(folder, name)));
  const source = { name, bytes, limits: DEFAULT_ALLOWANCE, password: null, pages: null };
  return outcomeOf(source, { profile: DEFAULT_PROFILE });
}

/** Evidence is in form.txt already; the record holds values only, so that a diff shows what changed. */
export function goldensOf({ trees, forms, report }: Outcome): Readonly<Record<Golden, string>> {
  return {
    'tree.txt': trees ? outline(trees.recognized) : '',
    'form.txt': formsText(forms),
    'record.json': indented(report.evaluations.map(({ evidence: _, ...values }) => values)),
    'findings.json': indented(report.diagnostics.map((diagnostic) => withPlace(diagnostic, report))),
  };
}

/** A finding in a golden says where it stands, and leaves out what is empty. */
function withPlace(diagnostic: Outcome['report']['diagnostics'][number], report: Outcome['report']): object {
  const { level, code, evaluation, fields, stated, computed, explanation, message } = diagnostic;
  const origin = report.evaluations[evaluation ?? -1]?.evidence[fields[0] ?? '']?.origin;
  const place = origin ? placeName(origin, 'en') : null;
  return { level, code, evaluation, fields, place, stated, computed, explanation, message: message.zh };
}

function indented(value: unknown): string {
  return `${JSON.stringify(value, null, 1)}\n`;
}

export function writeGoldens(folder: string, goldens: Readonly<Record<Golden, string>>): void {
  for (const name of GOLDENS) writeFileSync(join(folder, name), goldens[name]);
}
