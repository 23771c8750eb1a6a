// A folder of results, made by a run in this process, and what stands in it.

import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DEFAULT_ALLOWANCE } from '../../src/batch/allowance.ts';
import { Run } from '../../src/batch/run.ts';
import { documentsUnder } from '../../src/batch/walk.ts';
import { DEFAULT_PROFILE } from '../../src/record/index.ts';
import { freshFolder } from './hebiao.ts';

const MANNER = {
  settings: { profile: DEFAULT_PROFILE },
  allowance: DEFAULT_ALLOWANCE,
  password: null,
  pages: null,
};
const NOBODY = { all() {}, began() {}, ended() {}, withdrew() {} };

/** Contents by file name, in a new folder. */
export function sourcesOf(contents: Readonly<Record<string, string | Uint8Array>>): string {
  const folder = freshFolder();
  for (const [name, content] of Object.entries(contents)) writeFileSync(join(folder, name), content);
  return folder;
}

export async function ran(folder: string, out: string, force = false): Promise<void> {
  const found = await documentsUnder([folder]);
  await new Run({ out, manner: MANNER, jobs: 1, force }, NOBODY).read(found);
}

/** Every file that does not depend on the clock: path → content. */
export function contentsOf(out: string): Readonly<Record<string, string>> {
  const names = readdirSync(out, { recursive: true, encoding: 'utf8' }).toSorted();
  const files = names.filter((name) => /\.(json|csv|html|gz|webp)$/.test(name));
  return Object.fromEntries(files.map((name) => [name, readFileSync(join(out, name), 'base64')]));
}

/** The journal without what the clock says. */
export function journalOf(out: string): readonly object[] {
  const lines = readFileSync(join(out, 'journal.ndjson'), 'utf8').trimEnd().split('\n');
  return lines.map((line) => ({ ...JSON.parse(line), ms: 0, peakBytes: 0 }));
}
