// The five long tables of a run, written while it goes on: rows in the order of source names, whichever source ends first.
// Surprise: a report that must wait for its turn waits on the disk, not in memory; only its path is kept.

import { type FileHandle, open, readFile, rename } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { Correction, Report } from '../record/index.ts';
import {
  BOM,
  csvOf,
  HEADERS,
  longRows,
  NO_PHOTOS,
  type Photos,
  reportFrom,
  TABLES,
  type TableName,
} from '../write/index.ts';
import { correctionsBeside } from './corrections.ts';
import { partialOf } from './files.ts';
import { GrowingPage } from './page.ts';
import { photosBeside } from './photos.ts';
import { GrowingRegister, registered } from './register.ts';

/** Where a source's report is: in a file, at hand, or nowhere (a duplicate). */
export type Whereabouts = string | Report | null;

export class GrowingTables {
  readonly #out: string;
  readonly #files = new Map<TableName, FileHandle>();
  readonly #page: GrowingPage;
  readonly #register: GrowingRegister;
  readonly #waiting = new Map<number, Whereabouts>();
  #next = 0;
  #writing: Promise<void> = Promise.resolve();

  constructor(out: string) {
    this.#out = out;
    this.#page = new GrowingPage(out);
    this.#register = new GrowingRegister(out);
  }

  async open(): Promise<void> {
    await this.#page.open();
    await this.#register.open();
    for (const name of TABLES) {
      const file = await open(partialOf(this.#pathOf(name)), 'w');
      this.#files.set(name, file);
      await file.appendFile(BOM + (await csvOf([HEADERS[name]])));
    }
  }

  /** `turn` is the source's place in the order of names; every turn from 0 on comes once. */
  add(turn: number, report: Whereabouts): Promise<void> {
    this.#waiting.set(turn, report);
    this.#writing = this.#writing.then(() => this.#writeWhatIsDue());
    return this.#writing;
  }

  /** All sources are in: the tables get their names. `stamp` is of the journal that goes with them. */
  async finish(stamp: string): Promise<void> {
    await this.#writing;
    await this.#register.finish(stamp);
    await this.#page.finish();
    await this.close();
    for (const name of TABLES) await rename(partialOf(this.#pathOf(name)), this.#pathOf(name));
  }

  async close(): Promise<void> {
    for (const file of this.#files.values()) await file.close();
    this.#files.clear();
    await this.#page.close();
    await this.#register.close();
  }

  async #writeWhatIsDue(): Promise<void> {
    for (;;) {
      const due = this.#waiting.get(this.#next);
      if (due === undefined) return;
      this.#waiting.delete(this.#next);
      this.#next += 1;
      if (typeof due === 'string') await this.#append(await keptAt(due));
      else if (due !== null) await this.#append({ report: due, ...NOTHING_BESIDE });
    }
  }

  async #append({ report, photos, file, corrections }: Kept): Promise<void> {
    await this.#register.add(registered(report, file, corrections));
    const rows = longRows(report);
    for (const name of TABLES) await this.#files.get(name)?.appendFile(await csvOf(rows[name]));
    await this.#page.add(report, photos);
  }

  #pathOf(name: TableName): string {
    return join(this.#out, `${name}.csv`);
  }
}

/** A report and what lies beside it. */
interface Kept {
  readonly report: Report;
  readonly photos: Photos;
  readonly file: string | null;
  readonly corrections: readonly Correction[];
}

const NOTHING_BESIDE = { photos: NO_PHOTOS, file: null, corrections: [] };

async function keptAt(path: string): Promise<Kept> {
  return {
    report: reportFrom(await readFile(path, 'utf8')),
    photos: await photosBeside(path),
    file: basename(path),
    corrections: await correctionsBeside(path),
  };
}
