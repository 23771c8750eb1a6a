// The whole program on one screen: a source goes in, its report comes out; each stage yields its doubts and hands on its value.
// Surprise: every hand-over is kept in the Reading, so that `inspect`, the cases and the review page can show what each stage saw.

import { createHash } from 'node:crypto';
import { bind } from './bind/index.ts';
import { type Diagnostic, diagnosticOf } from './diagnostic/index.ts';
import type { Form } from './form/index.ts';
import { ingest } from './ingest/index.ts';
import type { Source } from './ingest/source.ts';
import { locate } from './locate/index.ts';
import { normalize } from './normalize/index.ts';
import { recognize } from './recognize/index.ts';
import { type Evaluation, inRecordOrder, type Profile, type Report, reportOf } from './record/index.ts';
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

/** `trees` is null where the source could not be opened. */
export interface Reading {
  readonly trees: Trees | null;
  readonly forms: readonly Form[];
  readonly evaluations: readonly Evaluation[];
}

export async function* treesOf(source: Source): AsyncGenerator<Diagnostic, Trees | null, void> {
  const ingested = yield* ingest(source);
  if (ingested === null) return null;
  const located = yield* locate(ingested);
  const recognized = yield* recognize(located);
  return { ingested, located, recognized };
}

export async function* readingOf(
  source: Source,
  settings: Settings,
): AsyncGenerator<Diagnostic, Reading, void> {
  const trees = yield* treesOf({ ...source, formsOnly: true });
  if (trees === null) return { trees, forms: [], evaluations: [] };
  const forms = yield* bind(trees.recognized);
  if (forms.length === 0) yield diagnosticOf('no-form-found', { words: { what: NO_FORM } });
  const evaluations = yield* normalize(forms);
  yield* validate({ evaluations, profile: settings.profile });
  return { trees, forms, evaluations };
}

const NO_FORM = {
  zh: '文件可以读取，但其中没有找到绩效自评表；请确认文件是否正确',
  en: 'the file was read, but no self-evaluation form was found in it; check that it is the right file',
};

/** Everything about one source: what each stage handed over, and the report. */
export interface Outcome extends Reading {
  readonly report: Report;
}

export async function outcomeOf(source: Source, settings: Settings): Promise<Outcome> {
  const { said, value } = await heard(readingOf(source, settings));
  const facts = {
    name: source.name,
    sha256: createHash('sha256').update(source.bytes).digest('hex'),
    bytes: source.bytes.length,
    carrier: value.trees?.recognized.carrier ?? null,
    pages: value.trees?.recognized.pages.length ?? null,
  };
  return { ...value, report: reportOf(facts, value.evaluations, inRecordOrder(said)) };
}

/** A stage run to its end: what it said, and its value. */
export async function heard<T>(
  stage: AsyncGenerator<Diagnostic, T, void>,
): Promise<{ readonly said: readonly Diagnostic[]; readonly value: T }> {
  const said: Diagnostic[] = [];
  for (;;) {
    const step = await stage.next();
    if (step.done) return { said, value: step.value };
    said.push(step.value);
  }
}
