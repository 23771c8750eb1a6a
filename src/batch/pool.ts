// A few workers and the queue before them. The one home of p-queue.
// Surprise: the queue is kept short on purpose; who fills it waits for room, so that memory does not grow with the number of sources.

import PQueue from 'p-queue';
import type { Answer, Job, Manner } from './job.ts';
import { Worker } from './worker.ts';

export class Pool {
  readonly #queue: PQueue;
  readonly #idle: Worker[];
  readonly #workers: readonly Worker[];
  readonly #jobs: number;
  #stopped = false;

  /** `program` is what the children run; another than ours only to see how they are watched. */
  constructor(manner: Manner, jobs: number, program?: URL) {
    this.#queue = new PQueue({ concurrency: jobs });
    this.#jobs = jobs;
    this.#workers = Array.from({ length: jobs }, () => new Worker(manner, program));
    this.#idle = [...this.#workers];
  }

  /** `began` is called when the job's turn comes. */
  answer(job: Job, began?: () => void): Promise<Answer> {
    return this.#queue.add(() => {
      began?.();
      return this.#answered(job);
    });
  }

  /** Settles when a job given now would soon begin. */
  async room(): Promise<void> {
    await this.#queue.onSizeLessThan(this.#jobs);
  }

  /** Ends every child at once; jobs that run or wait are answered with `stopped`. */
  stop(): void {
    this.#stopped = true;
    for (const worker of this.#workers) worker.stop();
  }

  async #answered(job: Job): Promise<Answer> {
    const worker = this.#idle.pop();
    if (this.#stopped || worker === undefined) return STOPPED;
    const start = performance.now();
    try {
      const answer = await worker.answer(job);
      if (this.#stopped && answer.status !== 'done') return STOPPED;
      return { ...answer, ms: Math.round(performance.now() - start) };
    } finally {
      this.#idle.push(worker);
    }
  }
}

const STOPPED: Answer = { status: 'stopped', reason: '', peak: 0, ms: 0 };
