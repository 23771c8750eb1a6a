// The whole program on one screen: a source goes in, its report comes out; each stage yields its doubts and hands on its value.
// Surprise: every hand-over is kept in the Reading, so that `inspect`, the cases and the review page can show what each stage saw.

import { createHash } from 'node:crypto';
import { bind } from './bind/index.ts';
import { correctBindings, correctTexts, unsettled } from './correct/index.ts';
import { type Diagnostic, diagnosticOf } from './diagnostic/index.ts';
import type { Form } from './form/index.ts';
import { ingest } from './ingest/index.ts';
import type { Source } from './ingest/source.ts';
import { locate } from './locate/index.ts';
import { normalize } from './normalize/index.ts';
import { recognize } from './recognize/index.ts';
import {
  type Correction,
  type Evaluation,
  inRecordOrder,
  type Profile,
  type Report,
  reportOf,
  type SourceFacts,
} from './record/index.ts';
import type { Document } from './tree/index.ts';
import { validate } from './validate/index.ts';

/** What a caller chooses beside the source. */
export interface Settings {
  readonly profile: Profile;
}

/** The three trees. `recognized` is the one that everything after works on. */
export interface Trees {
  readonly ingested: Document;
  readonly located: Document;
  readonly recognized: Document;
}

/** What was made of a tree. `trees` is null where the source could not be opened. */
export interface Reading {
  readonly trees: Trees | null;
  readonly forms: readonly Form[];
  readonly evaluations: readonly Evaluation[];
}

/** What was seen of a source, as far as corrections cannot change it: everything else can be worked out again from this. */
export interface Sheet {
  readonly facts: SourceFacts;
  readonly said: readonly Diagnostic[];
  readonly tree: Document;
  /** Numbers of the pages that are pictures. */
  readonly pictured: readonly number[];
  readonly settings: Settings;
}

export async function* treesOf(source: Source): AsyncGenerator<Diagnostic, Trees | null, void> {
  const ingested = yield* ingest(source);
  if (ingested === null) return null;
  const located = yield* locate(ingested);
  const recognized = yield* recognize(located);
  if (recognized === null) return null;
  return { ingested, located, recognized };
}

/** From what is on the paper, and what people said of it, to what does not hold. */
export function* readingOf(
  { tree, settings }: Pick<Sheet, 'tree' | 'settings'>,
  corrections: readonly Correction[] = [],
): Generator<Diagnostic, Omit<Reading, 'trees'>, void> {
  const corrected = yield* correctTexts(tree, corrections);
  const forms = yield* correctBindings(bind(corrected.tree), corrected, corrections);
  if (forms.length === 0) yield diagnosticOf('no-form-found', { words: { what: NO_FORM } });
  const evaluations = yield* unsettled(normalize(forms), forms);
  yield* validate({ evaluations, profile: settings.profile });
  return { forms, evaluations };
}

const NO_FORM = {
  zh: '文件可以读取，但其中没有找到绩效自评表；请确认文件是否正确',
  en: 'the file was read, but no self-evaluation form was found in it; check that it is the right file',
};

/** Everything about one source: what each stage handed over, and the report. */
export interface Outcome extends Reading {
  readonly sheet: Sheet | null;
  readonly report: Report;
}

/** What is known of a source before it is read: what people said of it, and what its report shall note. */
export interface Known {
  readonly corrections: readonly Correction[];
  readonly notes: readonly Diagnostic[];
}

const NOTHING_KNOWN: Known = { corrections: [], notes: [] };

export async function outcomeOf(
  source: Source,
  settings: Settings,
  { corrections, notes }: Known = NOTHING_KNOWN,
): Promise<Outcome> {
  const { said: seen, value: trees } = await heard(treesOf({ ...source, formsOnly: true }));
  const said = [...notes, ...seen];
  const facts = {
    name: source.name,
    sha256: createHash('sha256').update(source.bytes).digest('hex'),
    bytes: source.bytes.length,
    carrier: trees?.recognized.carrier ?? null,
    pages: trees?.recognized.pages.length ?? null,
  };
  if (trees === null)
    return {
      trees,
      sheet: null,
      forms: [],
      evaluations: [],
      report: reportOf(facts, [], inRecordOrder(said)),
    };
  const tree = trees.recognized;
  const pictured = tree.pages.flatMap(({ number, picture }) => (picture ? [number] : []));
  return { trees, ...(await outcomeOfSheet({ facts, said, tree, pictured, settings }, corrections)) };
}

/** The same from its sheet, without reading the source again: what an edit costs. */
export async function outcomeOfSheet(
  sheet: Sheet,
  corrections: readonly Correction[],
): Promise<Omit<Outcome, 'trees'>> {
  const { said, value } = await heard(readingOf(sheet, corrections));
  const report = reportOf(sheet.facts, value.evaluations, inRecordOrder([...sheet.said, ...said]));
  return { sheet, ...value, report };
}

/** A stage run to its end: what it said, and its value. */
export async function heard<T>(
  stage: AsyncGenerator<Diagnostic, T, void> | Generator<Diagnostic, T, void>,
): Promise<{ readonly said: readonly Diagnostic[]; readonly value: T }> {
  const said: Diagnostic[] = [];
  for (;;) {
    const step = await stage.next();
    if (step.done) return { said, value: step.value };
    said.push(step.value);
  }
}
