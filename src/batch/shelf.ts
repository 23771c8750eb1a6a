// A folder of results as a shelf: what is in it, and people's corrections added to it, one at a time.
// Surprise: what a crash left half done (corrections whose report was not written any more) is told by its age and done when the folder is opened.

import { access, constants, readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { outcomeOfSheet, type Sheet } from '../pipeline.ts';
import type { Correction, Report } from '../record/index.ts';
import type { Addition, Entry, Shelf } from '../shelf.ts';
import { reportFrom, reportJson } from '../write/index.ts';
import { CORRECTIONS, picturePath } from './beside.ts';
import { addCorrections, correctionsBeside, correctionsFiles } from './corrections.ts';
import { writeWhole } from './files.ts';
import { isCurrent } from './former.ts';
import { Hold } from './hold.ts';
import { Occupied } from './lock.ts';
import { isStale, markFresh, markStale } from './outputs.ts';
import { carryPhotos } from './photos.ts';
import { registered } from './register.ts';
import { Results } from './results.ts';
import { settleOutputs } from './settle.ts';
import { sheetBeside, sheetState } from './sheets.ts';
import { Shelved } from './shelved.ts';

export class FolderShelf implements Shelf {
  readonly name: string;
  readonly isReadOnly: boolean;
  readonly #results: Results;
  readonly #shelved: Shelved;
  readonly #hold: Hold;
  /** Edits are written one after the other, and so are the outputs over all; an edit does not wait for these. */
  #editing: Promise<unknown> = Promise.resolve();
  #settling: Promise<void> = Promise.resolve();
  #edits = 0;

  private constructor(out: string, isReadOnly: boolean) {
    this.name = out;
    this.isReadOnly = isReadOnly;
    this.#results = new Results(out);
    this.#shelved = new Shelved(out);
    this.#hold = new Hold(out);
  }

  static async at(out: string): Promise<FolderShelf> {
    const shelf = new FolderShelf(out, !(await isWritable(out)));
    if (!shelf.isReadOnly) await shelf.#mend();
    return shelf;
  }

  async entries(): Promise<readonly Entry[]> {
    return (await this.#shelved.all()).flatMap(({ entries }) => entries);
  }

  async report(id: string): Promise<Report | null> {
    const path = await this.#pathOf(id);
    return path === null ? null : reportFrom(await readFile(path, 'utf8'));
  }

  async sheet(id: string): Promise<Sheet | null> {
    const path = await this.#pathOf(id);
    return path === null ? null : sheetBeside(path);
  }

  async reading(id: string): Promise<string> {
    const path = await this.#pathOf(id);
    return path === null ? '' : sheetState(path);
  }

  async picture(id: string, page: number): Promise<Uint8Array | null> {
    const path = await this.#pathOf(id);
    return path === null ? null : readFile(picturePath(path, page)).catch(() => null);
  }

  async corrections(id: string): Promise<readonly Correction[]> {
    const path = await this.#pathOf(id);
    return path === null ? [] : correctionsBeside(path);
  }

  append(id: string, addition: Addition): Promise<boolean> {
    const appended = this.#editing.then(() => this.#hold.during(() => this.#append(id, addition)));
    this.#editing = appended.catch(() => {}); // who asked for it is told; the next one goes on
    return appended;
  }

  settle(): Promise<void> {
    const settled = this.#settling.then(() => this.#settle());
    this.#settling = settled.catch(() => {});
    return settled;
  }

  async #append(id: string, { known, added, report }: Addition): Promise<boolean> {
    const path = await this.#pathOf(id);
    if (path === null) return false;
    const before = await correctionsBeside(path);
    if (before.length !== known) return false;
    await this.#stale();
    await addCorrections(path, added);
    await this.#replace(path, report, [...before, ...added]);
    return true;
  }

  /** What is made of all reports is out of date from now on. */
  async #stale(): Promise<void> {
    this.#edits += 1;
    await markStale(this.name);
  }

  async #replace(path: string, report: Report, corrections: readonly Correction[]): Promise<void> {
    await carryPhotos(path, reportFrom(await readFile(path, 'utf8')), report);
    await writeWhole(path, reportJson(report));
    await this.#shelved.add(registered(report, basename(path), corrections));
  }

  async #settle(): Promise<void> {
    if (!(await isStale(this.name))) return;
    await this.#hold.during(async () => {
      const edits = this.#edits;
      await settleOutputs(this.#results, await this.#shelved.all());
      if (edits === this.#edits) await markFresh(this.name);
    });
  }

  /** A run that is going on takes in what was corrected by itself. */
  async #mend(): Promise<void> {
    const broken = await this.#brokenOff();
    if (broken.length === 0) return;
    try {
      await this.#hold.during(async () => {
        for (const path of broken) await this.#mendOne(path);
      });
    } catch (error) {
      if (!(error instanceof Occupied)) throw error;
    }
  }

  /** Reports that did not take in all of their corrections, or of which the register does not say so. */
  async #brokenOff(): Promise<readonly string[]> {
    const known = new Map((await this.#shelved.all()).map(({ file, version }) => [file, version]));
    const broken: string[] = [];
    for (const name of await correctionsFiles(this.#results.reports)) {
      const file = `${name.slice(0, -CORRECTIONS.length)}.json`;
      const path = join(this.#results.reports, file);
      const version = known.get(file);
      if (version === undefined) continue;
      const isWhole = (await isCurrent(path)) && (await correctionsBeside(path)).length === version;
      if (!isWhole) broken.push(path);
    }
    return broken;
  }

  async #mendOne(path: string): Promise<void> {
    const sheet = await sheetBeside(path);
    if (sheet === null) return;
    const corrections = await correctionsBeside(path);
    await this.#stale();
    await this.#replace(path, (await outcomeOfSheet(sheet, corrections)).report, corrections);
  }

  async #pathOf(id: string): Promise<string | null> {
    const file = await this.#shelved.fileOf(id);
    return file === null ? null : join(this.#results.reports, file);
  }
}

function isWritable(folder: string): Promise<boolean> {
  return access(folder, constants.W_OK).then(
    () => true,
    () => false,
  );
}
