// A worker: claims as many sources as it has readers free, reads them, stores what came of them, until it is told to stop or nothing is left.
// Surprise: when the database goes away the worker keeps what it has read and waits; it asks again every few seconds until it may store it.

import { setTimeout as pause } from 'node:timers/promises';
import { DatabaseProblem } from '../database/index.ts';
import type { Claim, Queue } from './queue.ts';
import type { Reader, Reading } from './task.ts';

/** `drain`: end when nothing is left to read, by anybody. */
export interface WorkOrder {
  readonly jobs: number;
  readonly drain: boolean;
  readonly ended: (name: string, reading: Reading, fate: 'stored' | 'dropped' | 'again') => void;
  readonly troubled: (problem: DatabaseProblem) => void;
}

/** An empty queue is asked so often; half of it is the least a submitted source waits. */
const IDLE_MILLISECONDS = 1_000;
/** A database that is away is asked so often. */
const AWAY_MILLISECONDS = 2_000;
/** Of a heartbeat's time: two touches may be lost. */
const TOUCHES = 3;

export class Work {
  readonly #queue: Queue;
  readonly #reader: Reader;
  readonly #order: WorkOrder;
  readonly #held = new Map<Claim, Promise<void>>();
  readonly #stop = new AbortController();
  #failure: Error | null = null;
  #recovered = false;
  #touched = 0;

  constructor(queue: Queue, reader: Reader, order: WorkOrder) {
    this.#queue = queue;
    this.#reader = reader;
    this.#order = order;
  }

  /** No more is claimed; what is being read is read to its end and stored. */
  stop(): void {
    this.#stop.abort();
  }

  /** Settles when all that was claimed is stored. */
  async run(): Promise<void> {
    const heart = setInterval(() => void this.#touch(), IDLE_MILLISECONDS);
    try {
      while (!this.#stop.signal.aborted && this.#failure === null) {
        if ((await this.#round()) === 'drained') break;
      }
      await Promise.all(this.#held.values());
    } finally {
      clearInterval(heart);
    }
    if (this.#failure) throw this.#failure;
  }

  /** One look at the queue. While the database is away it is a rest. */
  async #round(): Promise<'claimed' | 'drained'> {
    try {
      if (!this.#recovered) await this.#queue.recover();
      this.#recovered = true;
      return await this.#claimNext();
    } catch (error) {
      if (!(error instanceof DatabaseProblem && error.passing)) throw error;
      this.#order.troubled(error);
      await this.#rest(AWAY_MILLISECONDS);
      return 'claimed';
    }
  }

  async #claimNext(): Promise<'claimed' | 'drained'> {
    const free = this.#order.jobs - this.#held.size;
    if (free <= 0) {
      await Promise.race(this.#held.values());
      return 'claimed';
    }
    const claims = await this.#queue.claim(free);
    for (const claim of claims) this.#take(claim);
    if (claims.length > 0) return 'claimed';
    await this.#buryDead();
    if (this.#order.drain && this.#held.size === 0 && (await this.#queue.isDrained())) return 'drained';
    await Promise.race([this.#rest(IDLE_MILLISECONDS), ...this.#held.values()]);
    return 'claimed';
  }

  #take(claim: Claim): void {
    const settled = this.#settle(claim)
      .catch((error: Error) => {
        this.#failure ??= error;
      })
      .finally(() => this.#held.delete(claim));
    this.#held.set(claim, settled);
  }

  async #settle(claim: Claim): Promise<void> {
    const reading = await this.#reader.read(claim.task);
    if (reading.outcome === 'stopped') return;
    if (reading.outcome === 'again' && !claim.last) {
      await this.#patiently(() => this.#queue.giveBack(claim, reading.reason));
      this.#order.ended(claim.task.name, reading, 'again');
    } else await this.#store(claim, reading);
  }

  async #store(claim: Claim, reading: Reading): Promise<void> {
    const stored = await this.#patiently(() => this.#queue.settle(claim, reading));
    this.#order.ended(claim.task.name, reading, stored ? 'stored' : 'dropped');
  }

  async #buryDead(): Promise<void> {
    for (const claim of await this.#queue.claimDead(this.#order.jobs)) {
      await this.#store(claim, this.#reader.lost(claim.task));
    }
  }

  /** What was read is not given up: again and again while the database is away; any other trouble is the caller's. */
  async #patiently<T>(act: () => Promise<T>): Promise<T> {
    for (;;) {
      try {
        return await act();
      } catch (error) {
        if (!(error instanceof DatabaseProblem && error.passing)) throw error;
        this.#order.troubled(error);
        await pause(AWAY_MILLISECONDS);
      }
    }
  }

  async #rest(milliseconds: number): Promise<void> {
    await pause(milliseconds, undefined, { signal: this.#stop.signal }).catch(() => {}); // stopping ends the rest early
  }

  /** A touch that fails is tried at the next beat; two may be lost. */
  async #touch(): Promise<void> {
    const claims = [...this.#held.keys()];
    const seconds = Math.min(...claims.map(({ heartbeatSeconds }) => heartbeatSeconds)) / TOUCHES;
    const now = performance.now();
    if (claims.length === 0 || now - this.#touched < seconds * 1000) return;
    this.#touched = now;
    await this.#queue.touch(claims).catch((error: unknown) => {
      if (error instanceof DatabaseProblem) this.#order.troubled(error);
      else this.#failure ??= error as Error;
    });
  }
}
