// The lock of a folder, held by one shelf while it writes, however many things it writes at once.

import { lockSoon } from './lock.ts';

export class Hold {
  readonly #out: string;
  #holders = 0;
  #taken: Promise<() => Promise<void>> | null = null;

  constructor(out: string) {
    this.#out = out;
  }

  /** Rejects with Occupied where somebody else holds the folder. */
  async during<T>(act: () => Promise<T>): Promise<T> {
    this.#holders += 1;
    this.#taken ??= lockSoon(this.#out);
    const taken = this.#taken;
    try {
      await taken;
      return await act();
    } finally {
      this.#holders -= 1;
      if (this.#holders === 0) await this.#free(taken);
    }
  }

  async #free(taken: Promise<() => Promise<void>>): Promise<void> {
    this.#taken = null;
    const release = await taken;
    await release();
  }
}
