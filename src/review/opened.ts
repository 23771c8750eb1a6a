// A source as it lies on the desk: what was seen, what was corrected, and what follows from both.
// Surprise: where what was seen is kept, the report is worked out from it and not taken from the file, so that no crash between two files can show.

import { correctTexts } from '../correct/index.ts';
import type { Form } from '../form/index.ts';
import { heard, outcomeOfSheet, type Sheet } from '../pipeline.ts';
import type { Correction, PublishedReport, Report } from '../record/index.ts';
import type { Shelf } from '../shelf.ts';
import type { Document } from '../tree/index.ts';
import { reportJson } from '../write/index.ts';
import { doubtsOf } from './doubts.ts';
import { pageViews, Spots, spotsOf } from './paper.ts';
import type { SourceView } from './view.ts';

export interface Opened {
  readonly id: string;
  /** The reading of the source that it comes from. */
  readonly reading: string;
  readonly sheet: Sheet | null;
  readonly corrections: readonly Correction[];
  readonly report: Report;
  readonly forms: readonly Form[];
  readonly tree: Document;
  readonly spots: Spots;
}

const NO_TREE: Document = { type: 'document', carrier: 'text', pages: [] };

/** Null where the shelf has no such source. */
export async function openedFrom(shelf: Shelf, id: string): Promise<Opened | null> {
  const reading = await shelf.reading(id);
  const [sheet, corrections] = await Promise.all([shelf.sheet(id), shelf.corrections(id)]);
  if (sheet !== null) return openedAs({ id, reading }, sheet, corrections);
  const report = await shelf.report(id);
  return report && { id, reading, sheet, corrections, report, ...NOTHING_SEEN };
}

const NOTHING_SEEN = { forms: [], tree: NO_TREE, spots: new Spots([]) };

export async function openedAs(
  { id, reading }: Pick<Opened, 'id' | 'reading'>,
  sheet: Sheet,
  corrections: readonly Correction[],
): Promise<Opened> {
  const { report, forms } = await outcomeOfSheet(sheet, corrections);
  const { value: corrected } = await heard(correctTexts(sheet.tree, corrections));
  const { tree } = corrected;
  return {
    id,
    reading,
    sheet,
    corrections,
    report,
    forms,
    tree,
    spots: new Spots(spotsOf(sheet.tree, tree)),
  };
}

export function viewOf(opened: Opened, isReadOnly: boolean): SourceView {
  const { id, sheet, corrections, report, tree } = opened;
  return {
    id,
    name: report.source.name,
    version: corrections.length,
    editable: sheet !== null && !isReadOnly,
    report: JSON.parse(reportJson(report)) as PublishedReport,
    pages: pageViews(sheet?.tree ?? tree, tree, sheet?.pictured ?? []),
    bindings: opened.forms.map((form) => placesIn(form, opened)),
    doubts: doubtsOf(report.diagnostics, opened),
    corrections,
  };
}

function placesIn({ bindings }: Form, { spots }: Opened): Readonly<Record<string, readonly string[]>> {
  return Object.fromEntries(
    bindings.map(({ field, pieces }) => {
      const places = pieces.flatMap(({ origin }) => spots.at(origin)?.place ?? []);
      return [field, [...new Set(places)]];
    }),
  );
}
