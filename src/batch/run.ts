// A folder of documents → a folder of results: every source once, each in a child process, nothing lost and nothing read twice.
// Surprise: small files go first, so that a few long scans cannot hold up thousands of pages of text; outputs are in the order of names all the same.

import { VERSION } from '../version.ts';
import { reportJson } from '../write/index.ts';
import { Aside } from './aside.ts';
import { type ContentFacts, contentFacts, isShortage, NO_CONTENT, reasonOf } from './content.ts';
import { correctionsFiles } from './corrections.ts';
import { fatalReport } from './fatal.ts';
import { writeWhole } from './files.ts';
import { Former, keyOf } from './former.ts';
import type { Whereabouts } from './growing.ts';
import { type Answer, type Done, type Failed, type Manner, NO_COUNTS } from './job.ts';
import { Journal, type Line } from './journal.ts';
import { lock } from './lock.ts';
import { withMembers } from './members.ts';
import { isStale, markFresh, Outputs } from './outputs.ts';
import { Pool } from './pool.ts';
import { failed } from './refusal.ts';
import { Results } from './results.ts';
import { dropSheet } from './sheets.ts';
import { FolderShelf } from './shelf.ts';
import { NothingToRead, Refused } from './stops.ts';
import { byName, type Found } from './walk.ts';

/** What a caller wants of a run. `force` reads again what a former run has read. */
export interface Order {
  readonly out: string;
  readonly manner: Manner;
  readonly jobs: number;
  readonly force: boolean;
}

/** Who is told as sources begin and end. `kept`: the result of a former run stands. */
export interface Observer {
  all(count: number): void;
  began(name: string): void;
  ended(line: Line, kept: boolean): void;
  /** At the end: so many reports of a former run are gone, since their sources are not among these. */
  withdrew(count: number): void;
}

/** A source with its turn (its place in the order of names) and what is known of its content. */
interface Entry extends Found {
  readonly turn: number;
}

export class Run {
  readonly #order: Order;
  readonly #observer: Observer;
  readonly #pool: Pool;
  readonly #results: Results;
  readonly #journal: Journal;
  readonly #outputs: Outputs;
  readonly #key: string;
  readonly #lines: Line[] = [];
  readonly #firstWith = new Map<string, string>();
  #former = new Former([], '');
  #aside = new Aside([], []);
  #failure: Error | null = null;
  #stopping = false;

  constructor(order: Order, observer: Observer) {
    this.#order = order;
    this.#observer = observer;
    this.#pool = new Pool(order.manner, order.jobs);
    this.#results = new Results(order.out);
    this.#journal = new Journal(order.out);
    this.#outputs = new Outputs(order.out);
    this.#key = keyOf(order.manner);
  }

  /** The journal's lines, or null when the run was stopped before its end. */
  async read(found: readonly Found[]): Promise<readonly Line[] | null> {
    if (!this.#order.force) await settled(this.#order.out);
    const release = await lock(this.#order.out);
    try {
      await this.#results.prepare();
      if (found.every(({ problem }) => problem !== null)) await this.#spareFormer();
      await this.#journal.mend();
      if (!this.#order.force) this.#former = await Former.of(this.#journal, this.#key);
      await this.#outputs.open();
      const entries = await this.#entriesOf(found);
      this.#aside = new Aside(await correctionsFiles(this.#results.reports), entries);
      await this.#readAll(entries);
      if (this.#failure) throw this.#failure;
      return this.#stopping ? null : await this.#finish();
    } finally {
      this.#pool.stop();
      await this.#outputs.close();
      await this.#results.clearUnfinished();
      await release();
    }
  }

  /** What is being read is given up; what was read is kept. */
  stop(): void {
    this.#stopping = true;
    this.#pool.stop();
  }

  async #spareFormer(): Promise<void> {
    const kept = await this.#results.reportCount();
    if (kept > 0) throw new NothingToRead(kept);
  }

  async #entriesOf(found: readonly Found[]): Promise<readonly Entry[]> {
    const sources = await withMembers(found.toSorted(byName), {
      folder: this.#results.unpacked,
      mostBytes: this.#order.manner.allowance.inflatedBytes,
      unpack: (archive, into) => this.#unpacked(archive, into),
    });
    this.#observer.all(sources.length);
    return sources
      .toSorted(byName)
      .map((each, turn) => ({ ...each, turn }))
      .toSorted((a, b) => a.size - b.size || a.turn - b.turn);
  }

  async #unpacked(archive: Found, into: string): Promise<Answer> {
    const answer = await this.#pool.answer({ kind: 'unpack', name: archive.name, content: archive, into });
    if (answer.status === 'refused') throw new Refused(answer.reason);
    return answer;
  }

  /** Contents are hashed one after the other, so that of equal sources always the same one is read. */
  async #readAll(entries: readonly Entry[]): Promise<void> {
    const underway = new Set<Promise<void>>();
    for (const entry of entries) {
      await this.#pool.room();
      if (this.#stopping) break;
      const ended = this.#settled(entry, await factsOf(entry))
        .catch((error: Error) => this.#fail(error))
        .finally(() => underway.delete(ended));
      underway.add(ended);
    }
    await Promise.all(underway);
  }

  #fail(error: Error): void {
    this.#failure ??= error;
    this.stop();
  }

  async #settled(entry: Entry, facts: ContentFacts | Failed): Promise<void> {
    if ('status' in facts) return this.#failed(entry, NO_CONTENT, facts);
    const sha256 = facts.sha256 ?? '';
    const first = this.#firstWith.get(sha256);
    if (first !== undefined) return this.#duplicate(entry, facts, first);
    this.#firstWith.set(sha256, entry.name);
    const path = this.#results.reportOf(entry.name, sha256);
    const line = await this.#former.lineOf(entry.name, facts, path);
    if (line) return this.#end(entry, line, { report: path, kept: true });
    if (entry.problem) return this.#failed(entry, facts, entry.problem);
    return this.#readOne(entry, facts, path);
  }

  async #readOne(entry: Entry, facts: ContentFacts, path: string): Promise<void> {
    const former = await this.#aside.of(entry, facts.sha256 ?? '');
    const job = { kind: 'report', name: entry.name, content: entry, into: path, former } as const;
    const answer = await this.#pool.answer(job, () => this.#observer.began(entry.name));
    if (answer.status === 'stopped') return;
    if (answer.status === 'refused') throw new Refused(answer.reason);
    if (answer.status !== 'done') return this.#failed(entry, facts, answer);
    const status = answer.counts.fatal > 0 ? 'failed' : 'read';
    await this.#end(entry, { ...this.#lineOf(entry, facts, answer), status }, { report: path, kept: false });
  }

  async #failed(entry: Entry, facts: ContentFacts, failed: Failed): Promise<void> {
    const report = fatalReport(entry.name, facts, failed);
    const path = facts.sha256 === null ? null : this.#results.reportOf(entry.name, facts.sha256);
    if (path !== null) await dropSheet(path);
    if (path !== null) await writeWhole(path, reportJson(report));
    const line = { ...this.#lineOf(entry, facts, failed), diagnostics: { ...NO_COUNTS, fatal: 1 } };
    await this.#end(entry, line, { report: path ?? report, kept: false });
  }

  async #duplicate(entry: Entry, facts: ContentFacts, of: string): Promise<void> {
    const line = { ...this.#lineOf(entry, facts, NOTHING_DONE), status: 'duplicate', of } as const;
    await this.#end(entry, line, { report: null, kept: false });
  }

  #lineOf({ name }: Entry, { sha256 }: ContentFacts, answer: Answer): Line {
    const { forms, counts } = answer.status === 'done' ? answer : { forms: 0, counts: NO_COUNTS };
    const { ms, peak: peakBytes } = answer;
    return {
      name,
      sha256,
      status: 'failed',
      of: null,
      ms,
      peakBytes,
      forms,
      diagnostics: counts,
      key: answer.status === 'crashed' ? '' : this.#key,
      version: VERSION,
    };
  }

  async #end(entry: Entry, line: Line, how: { report: Whereabouts; kept: boolean }): Promise<void> {
    this.#lines[entry.turn] = line;
    if (!how.kept) await this.#journal.append(line);
    await this.#outputs.add(entry.turn, how.report);
    this.#observer.ended(line, how.kept);
  }

  async #finish(): Promise<readonly Line[]> {
    await this.#outputs.finish(this.#lines);
    await markFresh(this.#order.out);
    const mine = this.#lines.flatMap(({ name, sha256 }) =>
      sha256 === null ? [] : [this.#results.reportOf(name, sha256)],
    );
    // The disk may have gone after the first look at it.
    if (mine.length > 0) this.#observer.withdrew(await this.#results.keepOnly(new Set(mine)));
    return this.#lines;
  }
}

/** What was corrected since the last run has reached every report and count that this one may keep. */
async function settled(out: string): Promise<void> {
  if (await isStale(out)) await (await FolderShelf.at(out)).settle();
}

const NOTHING_DONE: Done = {
  status: 'done',
  text: '',
  counts: NO_COUNTS,
  forms: 0,
  photos: {},
  kept: null,
  peak: 0,
  ms: 0,
};

/** An archive that cannot be taken apart has a content all the same; what could not be opened has no size. */
async function factsOf(entry: Entry): Promise<ContentFacts | Failed> {
  if (entry.problem && entry.size === 0) return entry.problem;
  try {
    return await contentFacts(entry);
  } catch (error) {
    if (isShortage(error)) throw error;
    return failed('unreadable', reasonOf(error));
  }
}
