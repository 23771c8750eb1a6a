// Sources as they lie on the desk: read once, with a cell made uncertain where a test needs a scan's doubt.

import { readFileSync } from 'node:fs';
import { blockAt, printedBlocks } from '../../src/correct/index.ts';
import type { Diagnostic } from '../../src/diagnostic/index.ts';
import { DEFAULT_LIMITS } from '../../src/ingest/source.ts';
import { outcomeOf, outcomeOfSheet, type Sheet } from '../../src/pipeline.ts';
import { type Correction, DEFAULT_PROFILE, type Report } from '../../src/record/index.ts';
import { type Origin, type Reading, withTables } from '../../src/tree/index.ts';
import { fixture } from './hebiao.ts';

export async function sheetOf(name: string): Promise<Sheet> {
  const bytes = new Uint8Array(readFileSync(fixture(name)));
  const source = { name, bytes, limits: DEFAULT_LIMITS, password: null, pages: null };
  const { sheet } = await outcomeOf(source, { profile: DEFAULT_PROFILE });
  if (sheet === null) throw new Error(`${name} was not read`);
  return sheet;
}

export async function reportOn(sheet: Sheet, corrections: readonly Correction[] = []): Promise<Report> {
  return (await outcomeOfSheet(sheet, corrections)).report;
}

/** Where the first form states a field. */
export function placeOf(report: Report, field: string): Origin {
  const evidence = report.evaluations[0]?.evidence[field];
  if (evidence === undefined) throw new Error(`nothing states ${field}`);
  return evidence.origin;
}

/** The sheet as a recognizer would have given it: one cell says `text`, is not sure, and has other readings. */
export function misread(sheet: Sheet, place: Origin, text: string, readings: readonly Reading[]): Sheet {
  const misreadCell = blockAt(printedBlocks(sheet.tree), place);
  const tree = withTables(sheet.tree, (table) => ({
    ...table,
    cells: table.cells.map((cell) =>
      cell === misreadCell
        ? { ...cell, text, words: [{ text, origin: cell.origin, confidence: 0.6, readings }] }
        : cell,
    ),
  }));
  return { ...sheet, tree };
}

const SAID = { by: '王芳', at: '2026-01-01T00:00:00.000Z' };

export function textCorrection(place: Origin, from: string, to: string): Correction {
  return { kind: 'text', ...SAID, place, from, to };
}

export function bindingCorrection(field: `/${string}`, to: readonly Origin[], evaluation = 0): Correction {
  return { kind: 'binding', ...SAID, evaluation, field, from: [], to };
}

export function withdrawalOf(of: number): Correction {
  return { kind: 'withdrawal', ...SAID, of };
}

export function foundIn({ diagnostics }: Report, code: Diagnostic['code']): readonly Diagnostic[] {
  return diagnostics.filter((diagnostic) => diagnostic.code === code);
}
