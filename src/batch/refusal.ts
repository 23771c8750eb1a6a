// A reason, known beforehand, why a source or a result cannot be had. Anything else that is thrown is a crash.

import type { Failed } from './job.ts';

/** What failed before any process had to do with it. */
export function failed(status: Failed['status'], reason: string): Failed {
  return { status, reason, peak: 0, ms: 0 };
}

export class Refusal extends Error {
  readonly status: Failed['status'];

  constructor(status: Failed['status'], reason: string) {
    super(reason);
    this.status = status;
  }
}
