// What a former run over the same folder left that still holds: same name, same content, same settings, same program.

import { createHash } from 'node:crypto';
import { stat } from 'node:fs/promises';
import { type Diagnostic, diagnosticOf } from '../diagnostic/index.ts';
import { VERSION } from '../version.ts';
import { correctionsPath } from './beside.ts';
import type { ContentFacts } from './content.ts';
import type { Manner } from './job.ts';
import type { Journal, Line } from './journal.ts';
import { stemOf } from './results.ts';

export class Former {
  readonly #lines: ReadonlyMap<string, Line>;
  readonly #key: string;

  /** Of several lines over one report the last one tells what stands there. */
  constructor(lines: readonly Line[], key: string) {
    this.#lines = new Map(
      lines
        .filter(({ status }) => status !== 'duplicate')
        .map((line) => [stemOf(line.name, line.sha256 ?? ''), line]),
    );
    this.#key = key;
  }

  static async of(journal: Journal, key: string): Promise<Former> {
    return new Former(await journal.lines(), key);
  }

  /** The line of a source whose report still stands at `path`, or null. */
  async lineOf(name: string, { sha256 }: ContentFacts, path: string): Promise<Line | null> {
    if (sha256 === null) return null;
    const line = this.#lines.get(stemOf(name, sha256));
    if (line?.name !== name || line.key !== this.#key) return null;
    return (await isCurrent(path)) ? line : null;
  }
}

/** Whether a report stands and took in what people corrected: a crash between the two leaves it the older one. */
export async function isCurrent(reportPath: string): Promise<boolean> {
  const [report, corrections] = await Promise.all([
    changedAt(reportPath),
    changedAt(correctionsPath(reportPath)),
  ]);
  return report !== null && (corrections === null || corrections <= report);
}

function changedAt(path: string): Promise<bigint | null> {
  return stat(path, { bigint: true }).then(
    ({ mtimeNs }) => mtimeNs,
    () => null,
  );
}

export function formerNote(correctionsFile: string): Diagnostic {
  const what = {
    zh: `此文件的内容已改变；对原内容所作的更正未采用，保存在 reports/${correctionsFile}。`,
    en: `The content of this file has changed; what was corrected of the former one was set aside and is kept in reports/${correctionsFile}.`,
  };
  return diagnosticOf('source-note', { words: { what } });
}

/** Whatever changes a result changes the key. */
export function keyOf(manner: Manner): string {
  const text = JSON.stringify({ version: VERSION, ...manner });
  return createHash('sha256').update(text).digest('hex').slice(0, 16);
}
