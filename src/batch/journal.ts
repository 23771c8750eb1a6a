// One line a source as it ends: what a resumed run goes by, and what tells an operator where the time went.
// Surprise: lines are appended in the order in which sources end; when the run is complete they are put in the order of names.

import { appendFile, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { writeWhole } from './files.ts';
import type { Counts } from './job.ts';
import { compareText } from './walk.ts';

/** `read`: has a report without a fatal line. `failed`: its report says why. `duplicate`: has the content of the source `of`. */
export interface Line {
  readonly name: string;
  readonly sha256: string | null;
  readonly status: 'read' | 'failed' | 'duplicate';
  readonly of: string | null;
  readonly ms: number;
  readonly peakBytes: number;
  readonly forms: number;
  readonly diagnostics: Counts;
  /** Of the settings and the program's version: another key means that the source must be read again. A crash has none: what killed the process may have been another's doing. */
  readonly key: string;
  /** Of the program: tells a warehouse which of two readings is the newer one. */
  readonly version: string;
}

export class Journal {
  readonly #path: string;

  constructor(out: string) {
    this.#path = join(out, 'journal.ndjson');
  }

  /** A killed run leaves at most its last line unfinished; that line is dropped. */
  async lines(): Promise<readonly Line[]> {
    const text = await readFile(this.#path, 'utf8').catch(() => '');
    return text.split('\n').flatMap(lineFrom);
  }

  /** Ends a line that a killed run left unfinished, so that the next one does not become part of it. */
  async mend(): Promise<void> {
    const text = await readFile(this.#path, 'utf8').catch(() => '');
    if (text !== '' && !text.endsWith('\n')) await appendFile(this.#path, '\n');
  }

  async append(line: Line): Promise<void> {
    await appendFile(this.#path, `${JSON.stringify(line)}\n`);
  }

  async replace(lines: readonly Line[]): Promise<void> {
    await writeWhole(this.#path, linesText(lines));
  }
}

export function linesText(lines: readonly Line[]): string {
  return lines.map((line) => `${JSON.stringify(line)}\n`).join('');
}

function lineFrom(text: string): readonly Line[] {
  try {
    const line: unknown = JSON.parse(text);
    return typeof line === 'object' && line !== null && 'key' in line ? [line as Line] : [];
  } catch {
    return [];
  }
}

/** The lines that hold, in the order of names: of a source that was read again before its run was stopped, the last one. */
export async function linesInOrder(out: string): Promise<readonly Line[]> {
  const lines = await new Journal(out).lines();
  const last = new Map(lines.map((line) => [`${line.sha256} ${line.name}`, line]));
  return [...last.values()].toSorted((a, b) => compareText(a.name, b.name));
}
