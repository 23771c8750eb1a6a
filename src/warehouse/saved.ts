// The folder that a run left → its reports, in the order of their file names.
// Surprise: a report does not say which version of the program wrote it; the journal beside it does.

import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { SavedReport } from './load.ts';
import { WarehouseProblem } from './problem.ts';

/** Rejects where there is no such folder; the reports themselves are read one after the other. */
export async function savedReports(out: string): Promise<AsyncIterable<SavedReport>> {
  const folder = join(out, 'reports');
  return reportsIn(folder, await namesIn(folder), await versionsIn(out));
}

async function* reportsIn(
  folder: string,
  names: readonly string[],
  versions: ReadonlyMap<string, string>,
): AsyncGenerator<SavedReport> {
  for (const name of names) {
    const where = join(folder, name);
    const digits = /-([0-9a-f]{12})\.json$/.exec(name)?.[1] ?? '';
    yield { where, text: await readFile(where, 'utf8'), programVersion: versions.get(digits) ?? null };
  }
}

async function namesIn(folder: string): Promise<readonly string[]> {
  try {
    return (await readdir(folder)).filter((name) => name.endsWith('.json')).toSorted();
  } catch {
    throw new WarehouseProblem(
      `${folder}: 没有这个文件夹；请给出 hebiao run 的 --out (no such folder; give the --out of a run)`,
    );
  }
}

/** The first digits of a content's hash → the program version that read it. */
async function versionsIn(out: string): Promise<ReadonlyMap<string, string>> {
  const text = await readFile(join(out, 'journal.ndjson'), 'utf8').catch(() => '');
  return new Map(text.split('\n').flatMap(versionFrom));
}

function versionFrom(line: string): readonly (readonly [string, string])[] {
  try {
    const { sha256, version } = JSON.parse(line) as { sha256?: unknown; version?: unknown };
    return typeof sha256 === 'string' && typeof version === 'string' ? [[sha256.slice(0, 12), version]] : [];
  } catch {
    return []; // a killed run leaves its last line unfinished
  }
}
