// What a former run over the same folder left that still holds: same name, same content, same settings, same program.

import { stat } from 'node:fs/promises';
import { type Diagnostic, diagnosticOf } from '../diagnostic/index.ts';
import { correctionsPath } from './beside.ts';
import type { ContentFacts } from './content.ts';
import type { Journal, Line } from './journal.ts';

export class Former {
  readonly #lines: ReadonlyMap<string, Line>;

  constructor(lines: readonly Line[]) {
    this.#lines = new Map(lines.map((line) => [identity(line.name, line.sha256), line]));
  }

  static async of(journal: Journal, key: string): Promise<Former> {
    return new Former(
      (await journal.lines()).filter((line) => line.key === key && line.status !== 'duplicate'),
    );
  }

  /** The line of a source whose report still stands at `path`, or null. */
  async lineOf(name: string, { sha256 }: ContentFacts, path: string): Promise<Line | null> {
    const line = this.#lines.get(identity(name, sha256));
    if (line === undefined || sha256 === null) return null;
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

function identity(name: string, sha256: string | null): string {
  return `${sha256} ${name}`;
}
