// A reason, known beforehand, why a source or a result cannot be had. Anything else that is thrown is a crash.

import type { Failed } from './job.ts';

export class Refusal extends Error {
  readonly status: Failed['status'];

  constructor(status: Failed['status'], reason: string) {
    super(reason);
    this.status = status;
  }
}
