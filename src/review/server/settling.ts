// When the outputs over all reports are made anew: some seconds after the last correction, and at the end.
// Surprise: a failure then (a full disk, a file that a spreadsheet holds open) is told and tried again; the corrections themselves are safe.

import type { ServedDesk } from './routes.ts';

/** From the last correction on: a person who goes on working is not waited upon by a machine that writes. */
const QUIET_MILLISECONDS = 4_000;

export class Settling {
  readonly #desk: ServedDesk;
  readonly #log: (line: string) => void;
  #timer: NodeJS.Timeout | null = null;
  #underway: Promise<void> = Promise.resolve();
  #isOwed = false;

  constructor(desk: ServedDesk, log: (line: string) => void) {
    this.#desk = desk;
    this.#log = log;
  }

  later(): void {
    this.#isOwed = true;
    if (this.#timer) clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#settle(), QUIET_MILLISECONDS);
  }

  /** Nothing is owed after this, unless it is told. */
  async finish(): Promise<void> {
    if (this.#timer) clearTimeout(this.#timer);
    await this.#settle();
  }

  #settle(): Promise<void> {
    this.#underway = this.#underway.then(() => this.#settleOnce());
    return this.#underway;
  }

  async #settleOnce(): Promise<void> {
    if (!this.#isOwed) return;
    this.#isOwed = false;
    try {
      await this.#desk.settle();
    } catch (error) {
      this.#isOwed = true;
      this.#log(`results could not be written anew: ${error instanceof Error ? error.message : error}`);
    }
  }
}
