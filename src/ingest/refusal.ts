// A source that cannot be read, as an exception inside ingest and as one `fatal` at its door.
// Surprise: what a decoder throws by itself becomes `unreadable` with the decoder's own words, so that no file can crash a run.

import type { Code, Diagnostic } from '../diagnostic/diagnostic.ts';
import { diagnosticOf } from '../diagnostic/make.ts';

type Fatal = Extract<Code, 'unreadable' | 'encrypted' | 'unsupported-carrier' | 'over-limit' | 'timed-out'>;

/** Thrown where reading cannot go on; `index.ts` turns it into its diagnostic. */
export class Refusal extends Error {
  readonly code: Fatal;
  readonly zh: string;
  readonly en: string;

  constructor(code: Fatal, zh: string, en: string) {
    super(en);
    this.name = 'Refusal';
    this.code = code;
    this.zh = zh;
    this.en = en;
  }
}

/** The 1-based numbers of the pages to be read of a document that has `count`; throws a Refusal where none of those asked for is there. */
export function pagesOf(count: number, asked: readonly number[] | null): readonly number[] {
  const all = Array.from({ length: count }, (_, at) => at + 1);
  if (!asked) return all;
  const chosen = all.filter((number) => asked.includes(number));
  if (chosen.length > 0) return chosen;
  throw new Refusal(
    'unreadable',
    `文件只有 ${count} 页，没有所选的页（--pages）`,
    `the document has ${count} pages, and none of those asked for (--pages)`,
  );
}

/** The fatal diagnostic for whatever a reader threw. */
export function fatalOf(thrown: unknown): Diagnostic {
  if (thrown instanceof Refusal) {
    return diagnosticOf(thrown.code, { words: { what: { zh: thrown.zh, en: thrown.en } } });
  }
  const said = thrown instanceof Error ? thrown.message : String(thrown);
  const what = {
    zh: `文件无法读取，可能已损坏：${said}`,
    en: `The file cannot be read and may be damaged: ${said}`,
  };
  return diagnosticOf('unreadable', { words: { what } });
}

/** Something about the source that is worth knowing, though it was read. */
export function sourceNote(zh: string, en: string): Diagnostic {
  return diagnosticOf('source-note', { words: { what: { zh, en } } });
}
