// Where a person sits down with a shelf: the list, one source at a time, and edits that take effect at once.
// Surprise: an edit names the state that it was made on; where another tab or person was quicker it is refused, and nothing is lost.

import type { Sheet } from '../pipeline.ts';
import type { Correction } from '../record/index.ts';
import { Busy, type Shelf } from '../shelf.ts';
import { correctionsFor } from './edits.ts';
import { listingOf, type Query } from './listing.ts';
import { type Opened, openedAs, openedFrom, viewOf } from './opened.ts';
import { EditRefusal } from './refusal.ts';
import type { EditRequest, Listing, SourceView } from './view.ts';

/** Cells of all sources that lie open, of about a kilobyte each: some hundreds of forms, or one very long document. */
const MOST_CELLS = 100_000;

export class Desk {
  readonly #shelf: Shelf;
  readonly #now: () => Date;
  /** The one that was looked at last stands last. */
  readonly #opened = new Map<string, Opened>();

  constructor(shelf: Shelf, now: () => Date = () => new Date()) {
    this.#shelf = shelf;
    this.#now = now;
  }

  async listing(query: Query): Promise<Listing> {
    return listingOf(await this.#shelf.entries(), query);
  }

  async view(id: string): Promise<SourceView | null> {
    const opened = await this.#open(id);
    return opened && this.#viewOf(opened);
  }

  /** Null where there are other corrections by now than the request knows, or no such source. Rejects with an EditRefusal. */
  async edit(id: string, request: EditRequest): Promise<SourceView | null> {
    const opened = await this.#open(id);
    if (opened === null || opened.corrections.length !== request.version) return null;
    if (opened.sheet === null || this.#shelf.isReadOnly) throw new EditRefusal(READ_ONLY);
    const added = correctionsFor(request, opened, this.#now().toISOString());
    const next = await this.#withAdded(opened, opened.sheet, added);
    const { length: known } = opened.corrections;
    const { report } = next;
    if (!(await this.#shelf.append(id, { known, added, report }).catch(refuseWhileBusy))) return null;
    this.#keep(next);
    return this.#viewOf(next);
  }

  picture(id: string, page: number): Promise<Uint8Array | null> {
    return this.#shelf.picture(id, page);
  }

  settle(): Promise<void> {
    return this.#shelf.settle();
  }

  /** What would be set aside is better refused while the person is there. */
  async #withAdded(opened: Opened, sheet: Sheet, added: readonly Correction[]): Promise<Opened> {
    const next = await openedAs(opened, sheet, [...opened.corrections, ...added]);
    const before = new Set(notesIn(opened).map(({ message }) => message.zh));
    const aside = notesIn(next).find(({ message }) => !before.has(message.zh));
    if (aside) throw new EditRefusal(aside.message);
    return next;
  }

  async #open(id: string): Promise<Opened | null> {
    const known = this.#opened.get(id);
    const opened = known && (await this.#isCurrent(known)) ? known : await openedFrom(this.#shelf, id);
    if (opened) this.#keep(opened);
    return opened;
  }

  /** Nobody else has corrected it since, and no run has read it again. */
  async #isCurrent({ id, reading, corrections }: Opened): Promise<boolean> {
    const [now, { length }] = await Promise.all([this.#shelf.reading(id), this.#shelf.corrections(id)]);
    return now === reading && length === corrections.length;
  }

  #keep(opened: Opened): void {
    this.#opened.delete(opened.id);
    this.#opened.set(opened.id, opened);
    let cells = [...this.#opened.values()].reduce((sum, { spots }) => sum + spots.all.length, 0);
    for (const [id, { spots }] of this.#opened) {
      if (cells <= MOST_CELLS || id === opened.id) break;
      this.#opened.delete(id);
      cells -= spots.all.length;
    }
  }

  #viewOf(opened: Opened): SourceView {
    return viewOf(opened, this.#shelf.isReadOnly);
  }
}

const READ_ONLY = {
  zh: '此结果只能查看；用 hebiao run --force 重新读取后可以更正',
  en: 'these results can only be looked at; read them again with hebiao run --force to correct them',
};

function refuseWhileBusy(error: unknown): never {
  throw error instanceof Busy ? new EditRefusal(BUSY) : error;
}

const BUSY = {
  zh: '另一个进程正在写入这些结果；请在它结束后再试',
  en: 'another process is writing these results; try again when it has ended',
};

function notesIn({ report }: Opened) {
  return report.diagnostics.filter(({ code }) => code === 'source-note');
}
