// Bytes or text → what ingest makes of them, for tests.

import type { Diagnostic } from '../../src/diagnostic/diagnostic.ts';
import { DEFAULT_LIMITS, ingest } from '../../src/ingest/index.ts';
import { type Document, gridOf, tablesOf } from '../../src/tree/index.ts';
import { blocksOf } from '../../src/tree/walk.ts';

export interface Ingested {
  readonly document: Document | null;
  readonly diagnostics: readonly Diagnostic[];
}

export async function ingested(name: string, content: string | Uint8Array): Promise<Ingested> {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
  const reading = ingest({ name, bytes, limits: DEFAULT_LIMITS, password: null, pages: null });
  const diagnostics: Diagnostic[] = [];
  let step = await reading.next();
  for (; !step.done; step = await reading.next()) diagnostics.push(step.value);
  return { document: step.value, diagnostics };
}

/** Each table as its expanded grid of texts; a slot that no cell covers is null. */
export async function grids(name: string, content: string | Uint8Array) {
  const { document } = await ingested(name, content);
  if (!document) throw new Error(`${name} was not read`);
  return tablesOf(document).map((table) => gridOf(table).map((row) => row.map((cell) => cell?.text ?? null)));
}

/** Lines as their text, tables as `[rows×columns]`, in reading order. */
export async function outlineOf(name: string, content: string | Uint8Array): Promise<readonly string[]> {
  const { document } = await ingested(name, content);
  if (!document) throw new Error(`${name} was not read`);
  return blocksOf(document).map((block) =>
    block.type === 'line' ? block.text : `[${block.rows}×${block.columns}]`,
  );
}

export async function codes(name: string, content: string | Uint8Array): Promise<readonly string[]> {
  return (await ingested(name, content)).diagnostics.map(({ code }) => code);
}
