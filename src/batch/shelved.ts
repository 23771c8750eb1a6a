// The register of a folder as it is at the moment, by id and in the order of names; made from the reports where it is missing.
// Surprise: while a run is writing there, its journal has no register yet; what was known before stays until it has.

import { readFile, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { reportFrom } from '../write/index.ts';
import { correctionsBeside } from './corrections.ts';
import { Journal, linesInOrder } from './journal.ts';
import { isOccupied } from './lock.ts';
import {
  addRegistered,
  type Registered,
  registered,
  registerOf,
  registerPath,
  stampOf,
  writeRegister,
} from './register.ts';
import { Results } from './results.ts';

export class Shelved {
  readonly #out: string;
  #all = new Map<string, Registered>();
  #files = new Map<string, string>();
  #seen = '';
  #looking: Promise<void> | null = null;

  constructor(out: string) {
    this.#out = out;
  }

  async all(): Promise<readonly Registered[]> {
    await this.#look();
    return [...this.#all.values()];
  }

  async fileOf(id: string): Promise<string | null> {
    await this.#look();
    return this.#files.get(id) ?? null;
  }

  /** Only who holds the folder adds: what others added was seen before. */
  async add(line: Registered): Promise<void> {
    await this.#look();
    await addRegistered(this.#out, line);
    this.#take(line);
    this.#seen = await this.#state();
  }

  /** Those who ask at the same time wait for one look. */
  async #look(): Promise<void> {
    this.#looking ??= this.#lookAnew().finally(() => {
      this.#looking = null;
    });
    await this.#looking;
  }

  async #lookAnew(): Promise<void> {
    const state = await this.#state();
    if (state === this.#seen) return;
    const lines = (await registerOf(this.#out)) ?? (await this.#made());
    if (lines === null) return;
    this.#all = new Map();
    this.#files = new Map();
    for (const line of lines) this.#take(line);
    this.#seen = await this.#state();
  }

  #take(line: Registered): void {
    this.#all.set(line.file ?? ` ${line.name}`, line);
    const [entry] = line.entries;
    if (entry && line.file !== null) this.#files.set(entry.id, line.file);
  }

  /** Null: what was known before stays. */
  async #made(): Promise<readonly Registered[] | null> {
    const occupied = await isOccupied(this.#out);
    if (occupied && this.#all.size > 0) return null;
    const journal = await new Journal(this.#out).lines();
    const lines: Registered[] = [];
    for (const path of await reportsIn(this.#out)) lines.push(...(await registeredAt(path)));
    if (!occupied) await writeRegister(this.#out, lines, stampOf(journal)).catch(() => {}); // a read-only folder
    return lines;
  }

  async #state(): Promise<string> {
    const paths = [registerPath(this.#out), join(this.#out, 'journal.ndjson')];
    return (await Promise.all(paths.map(stateOf))).join(' ');
  }
}

function stateOf(path: string): Promise<string> {
  return stat(path, { bigint: true }).then(
    ({ mtimeNs, size, ino }) => `${mtimeNs} ${size} ${ino}`,
    () => '-',
  );
}

async function reportsIn(out: string): Promise<readonly string[]> {
  const results = new Results(out);
  const lines = await linesInOrder(out);
  return lines.flatMap(({ name, sha256, status }) =>
    sha256 === null || status === 'duplicate' ? [] : [results.reportOf(name, sha256)],
  );
}

/** None where the report is gone or spoiled. */
async function registeredAt(path: string): Promise<readonly Registered[]> {
  try {
    const report = reportFrom(await readFile(path, 'utf8'));
    return [registered(report, basename(path), await correctionsBeside(path))];
  } catch {
    return [];
  }
}
