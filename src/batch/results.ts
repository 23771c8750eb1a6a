// The folder that a run leaves: where each thing in it is, and what is cleared away before and after.

import { readdir, rm } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { HASH_DIGITS } from '../write/index.ts';
import { reportBeside } from './beside.ts';
import { codeOf } from './content.ts';
import { makeFolder, PARTIAL } from './files.ts';

/** File systems end at 255 bytes; what is left is for the hash and the ending of a file that is being written. */
const LONGEST_NAME = 200;

export class Results {
  readonly out: string;

  constructor(out: string) {
    this.out = out;
  }

  get reports(): string {
    return join(this.out, 'reports');
  }

  /** Where members of archives are put while the run goes on; a child of a run that was just killed may still write into its own. */
  get unpacked(): string {
    return join(this.#allUnpacked, String(process.pid));
  }

  get #allUnpacked(): string {
    return join(this.out, '.unpacked');
  }

  /** Pieces of scanned pages, for the page of the run. */
  get photos(): string {
    return join(this.out, '.photos');
  }

  /** What was seen of each source that has a form, for the review page. */
  get sheets(): string {
    return join(this.out, '.sheets');
  }

  /** reports/<name>-<sha256, 12 digits>.json */
  reportOf(name: string, sha256: string): string {
    return join(this.reports, `${stemOf(name, sha256)}.json`);
  }

  /** Folders are there, and nothing is left of a run that was killed. */
  async prepare(): Promise<void> {
    await makeFolder(this.reports);
    await this.clearUnfinished();
  }

  /** Members of archives, and what was being written when it was stopped. A child that was just killed may still be at its last file. */
  async clearUnfinished(): Promise<void> {
    await rm(this.#allUnpacked, { recursive: true, force: true, maxRetries: 5 });
    for (const folder of [this.out, this.reports, this.photos, this.sheets])
      await clear(folder, (name) => name.endsWith(PARTIAL));
  }

  async reportCount(): Promise<number> {
    return (await namesIn(this.reports)).filter((name) => OURS.test(name)).length;
  }

  /** Only the reports of this run stay: those of sources that are gone or have changed would be found and believed. Corrections are people's work and stay. Gives how many reports went. */
  async keepOnly(reports: ReadonlySet<string>): Promise<number> {
    const isGone = (name: string) => OURS.test(name) && !reports.has(join(this.reports, name));
    await clear(this.photos, isGone);
    await clear(this.sheets, (name) => isGone(reportBeside(name)));
    return clear(this.reports, isGone);
  }
}

const OURS = /-[0-9a-f]{12}\.json$/;

async function clear(folder: string, unwanted: (name: string) => boolean): Promise<number> {
  const names = (await namesIn(folder)).filter(unwanted);
  for (const name of names) await rm(join(folder, name), { force: true });
  return names.length;
}

/** Not every run has every folder. */
async function namesIn(folder: string): Promise<readonly string[]> {
  try {
    return await readdir(folder);
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return [];
    throw error;
  }
}

/** What the names of all files of one content begin with. */
export function stemOf(name: string, sha256: string): string {
  return `${plainName(name)}-${sha256.slice(0, HASH_DIGITS)}`;
}

export function plainName(name: string): string {
  let plain = basename(name).replaceAll(/[\p{Cc}<>:"\\|?*]/gu, '_');
  while (Buffer.byteLength(plain) > LONGEST_NAME) plain = [...plain].slice(0, -1).join('');
  return plain;
}
