// Bytes of a PDF → what the reader and `locate` make of them.

import type { Diagnostic } from '../../../src/diagnostic/index.ts';
import { readPdf } from '../../../src/ingest/pdf/index.ts';
import { DEFAULT_LIMITS, type Source } from '../../../src/ingest/source.ts';
import { locate } from '../../../src/locate/index.ts';
import { type Document, type Table, tablesOf } from '../../../src/tree/index.ts';

export interface Outcome {
  readonly said: readonly Diagnostic[];
  readonly document: Document | null;
}

export async function readingOf(bytes: Uint8Array, choice: Partial<Source> = {}): Promise<Outcome> {
  const source = { name: 'test.pdf', bytes, limits: DEFAULT_LIMITS, password: null, pages: null, ...choice };
  const said: Diagnostic[] = [];
  const reader = readPdf(source);
  for (;;) {
    const step = await reader.next();
    if (step.done) return { said, document: step.value };
    said.push(step.value);
  }
}

export function located(document: Document): Document {
  const stage = locate(document);
  for (;;) {
    const step = stage.next();
    if (step.done) return step.value;
  }
}

export async function tablesIn(bytes: Uint8Array): Promise<readonly Table[]> {
  const { document } = await readingOf(bytes);
  return document ? tablesOf(located(document)) : [];
}
