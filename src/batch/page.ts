// The page of a run, written while the run goes on: what is found of each report is set aside on the disk until the totals are known.

import { createReadStream } from 'node:fs';
import { type FileHandle, open, readFile, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Report } from '../record/index.ts';
import { type Language, PART_FILES, Page, type Parts, type Photos, partsFrom } from '../write/index.ts';
import { partialOf } from './files.ts';

export async function pageParts(): Promise<Parts> {
  const texts = (files: readonly URL[]) => Promise.all(files.map((file) => readFile(file, 'utf8')));
  return partsFrom(await texts(PART_FILES.styles), await texts(PART_FILES.modules));
}

/** A report, and pieces of the scanned pages that it was read from. */
export interface Pictured {
  readonly report: Report;
  readonly photos: Photos;
}

/** The page over a few reports, at once; without a language it speaks its reader's own. */
export async function pageOver(pictured: readonly Pictured[], language: Language | null): Promise<string> {
  const page = new Page();
  const parts = await pageParts();
  const chunks = pictured.map(({ report, photos }) => page.add(report, photos)).join('') + page.rest();
  return page.opening(parts, language) + chunks + page.closing(parts);
}

export class GrowingPage {
  readonly #page = new Page();
  readonly #path: string;
  #aside: FileHandle | null = null;

  constructor(out: string) {
    this.#path = join(out, 'index.html');
  }

  get #asidePath(): string {
    return partialOf(`${this.#path}.chunks`);
  }

  async open(): Promise<void> {
    this.#aside = await open(this.#asidePath, 'w');
  }

  /** `photos` are pieces of its scanned pages. */
  async add(report: Report, photos: Photos): Promise<void> {
    const chunks = this.#page.add(report, photos);
    if (chunks !== '') await this.#aside?.appendFile(chunks);
  }

  async finish(): Promise<void> {
    await this.#aside?.appendFile(this.#page.rest());
    await this.close();
    const parts = await pageParts();
    const file = await open(partialOf(this.#path), 'w');
    try {
      await file.appendFile(this.#page.opening(parts));
      for await (const chunk of createReadStream(this.#asidePath)) await file.appendFile(chunk);
      await file.appendFile(this.#page.closing(parts));
    } finally {
      await file.close();
    }
    await rename(partialOf(this.#path), this.#path);
    await rm(this.#asidePath, { force: true });
  }

  async close(): Promise<void> {
    await this.#aside?.close();
    this.#aside = null;
  }
}
