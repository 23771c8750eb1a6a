// What a former run over the same folder left that still holds: same name, same content, same settings, same program.

import { access } from 'node:fs/promises';
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
    return access(path).then(
      () => line,
      () => null,
    );
  }
}

function identity(name: string, sha256: string | null): string {
  return `${sha256} ${name}`;
}
