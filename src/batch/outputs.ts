// Everything in a folder of results that is made of all its reports: long tables, the page, the register and the journal.
// Surprise: people's corrections make them stale, a mark on the disk says so, and it goes only when they are all made anew.

import { access, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { writeWhole } from './files.ts';
import { GrowingTables, type Whereabouts } from './growing.ts';
import { Journal, type Line } from './journal.ts';
import { stampOf } from './register.ts';

export class Outputs {
  readonly #out: string;
  readonly #tables: GrowingTables;

  constructor(out: string) {
    this.#out = out;
    this.#tables = new GrowingTables(out);
  }

  open(): Promise<void> {
    return this.#tables.open();
  }

  /** `turn` is the source's place in the order of names; every turn from 0 on comes once. */
  add(turn: number, report: Whereabouts): Promise<void> {
    return this.#tables.add(turn, report);
  }

  /** `lines` in the order of names. */
  async finish(lines: readonly Line[]): Promise<void> {
    await this.#tables.finish(stampOf(lines));
    await new Journal(this.#out).replace(lines);
  }

  close(): Promise<void> {
    return this.#tables.close();
  }
}

function staleMark(out: string): string {
  return join(out, '.stale');
}

export async function markStale(out: string): Promise<void> {
  if (!(await isStale(out))) await writeWhole(staleMark(out), '');
}

export function isStale(out: string): Promise<boolean> {
  return access(staleMark(out)).then(
    () => true,
    () => false,
  );
}

export async function markFresh(out: string): Promise<void> {
  await rm(staleMark(out), { force: true });
}
