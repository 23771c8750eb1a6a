// `.index.ndjson`: what a list of all forms says of each report, one line a report, so that 10,000 need not be opened to show them.
// Surprise: an edit adds a line rather than writing the file anew; the last line of a report holds, and a stamp says of which journal it all is.

import { createHash } from 'node:crypto';
import { appendFile, type FileHandle, open, readFile, rename } from 'node:fs/promises';
import { join } from 'node:path';
import { standingOf } from '../correct/index.ts';
import { LEVELS, type Level } from '../diagnostic/index.ts';
import type { Correction, PublishedEvaluation, Report } from '../record/index.ts';
import type { Entry } from '../shelf.ts';
import { HASH_DIGITS, reportJson } from '../write/index.ts';
import { partialOf, writeWhole } from './files.ts';
import type { Counts } from './job.ts';
import { Journal, type Line } from './journal.ts';

/** One report. `file` is its name under reports/; a source that could not be opened has none, and its report stands here. */
export interface Registered {
  readonly name: string;
  readonly file: string | null;
  readonly report: string | null;
  /** How many corrections its file held when the report was written. */
  readonly version: number;
  readonly entries: readonly Entry[];
}

export function registered(
  report: Report,
  file: string | null,
  corrections: readonly Correction[],
): Registered {
  return {
    name: report.source.name,
    file,
    report: file === null ? reportJson(report) : null,
    version: corrections.length,
    entries: report.source.sha256 === null ? [] : entriesOf(report, standingOf(corrections).length),
  };
}

/** What concerns the whole source counts for its first form. */
export function entriesOf(report: Report, corrected: number): readonly Entry[] {
  const { source, evaluations, diagnostics } = report;
  const forms: readonly (PublishedEvaluation | null)[] = evaluations.length > 0 ? evaluations : [null];
  return forms.map((form, index) => {
    const own = diagnostics.filter(({ evaluation }) => (evaluation ?? 0) === index);
    return {
      id: (source.sha256 ?? '').slice(0, HASH_DIGITS),
      form: form && index,
      name: source.name,
      title: form?.title ?? null,
      projectName: form?.projectName ?? null,
      fiscalYear: form?.fiscalYear ?? null,
      class: form?.class ?? null,
      counts: countsIn(own),
      codes: [...new Set(own.map(({ code }) => code))],
      corrected,
    };
  });
}

function countsIn(diagnostics: readonly { readonly level: Level }[]): Counts {
  const counts = { fatal: 0, error: 0, warning: 0, doubt: 0, note: 0 };
  for (const { level } of diagnostics) counts[level] += 1;
  return counts;
}

export function countsOfAll(entries: readonly Entry[]): Counts {
  const total = { fatal: 0, error: 0, warning: 0, doubt: 0, note: 0 };
  for (const { counts } of entries) for (const level of LEVELS) total[level] += counts[level];
  return total;
}

/** Of the journal that belongs to a register; times are left out, so that two runs over the same sources leave the same bytes. */
export function stampOf(journal: readonly Line[]): string {
  const hash = createHash('sha256');
  for (const { ms: _, peakBytes: __, ...line } of journal) hash.update(`${JSON.stringify(line)}\n`);
  return hash.digest('hex');
}

export function registerPath(out: string): string {
  return join(out, '.index.ndjson');
}

/** Null where it is absent or of another journal: then it must be made from the reports. */
export async function registerOf(out: string): Promise<readonly Registered[] | null> {
  const text = await readFile(registerPath(out), 'utf8').catch(() => '');
  const lines = text.split('\n').flatMap(lineFrom);
  const stamp = lines.findLast((line) => 'stamp' in line);
  if (stamp === undefined || stamp.stamp !== stampOf(await new Journal(out).lines())) return null;
  const last = new Map<string, Registered>();
  for (const line of lines) if (!('stamp' in line)) last.set(line.file ?? ` ${line.name}`, line);
  return [...last.values()];
}

interface Stamp {
  readonly stamp: string;
}

/** A last line that a crash cut off is none: the report that it was of is newer than the register says, and is looked at again. */
function lineFrom(text: string): readonly (Registered | Stamp)[] {
  try {
    return text === '' ? [] : [JSON.parse(text) as Registered | Stamp];
  } catch {
    return [];
  }
}

/** Begins with a line break, which ends what a crash may have left. */
export async function addRegistered(out: string, line: Registered): Promise<void> {
  await appendFile(registerPath(out), `\n${JSON.stringify(line)}\n`);
}

export async function writeRegister(out: string, lines: readonly Registered[], stamp: string): Promise<void> {
  const all = [...lines, { stamp }];
  await writeWhole(registerPath(out), all.map((line) => `${JSON.stringify(line)}\n`).join(''));
}

/** Written while a run goes on. */
export class GrowingRegister {
  readonly #path: string;
  #file: FileHandle | null = null;

  constructor(out: string) {
    this.#path = registerPath(out);
  }

  async open(): Promise<void> {
    this.#file = await open(partialOf(this.#path), 'w');
  }

  async add(line: Registered): Promise<void> {
    await this.#file?.appendFile(`${JSON.stringify(line)}\n`);
  }

  async finish(stamp: string): Promise<void> {
    await this.#file?.appendFile(`${JSON.stringify({ stamp })}\n`);
    await this.close();
    await rename(partialOf(this.#path), this.#path);
  }

  async close(): Promise<void> {
    await this.#file?.close();
    this.#file = null;
  }
}
