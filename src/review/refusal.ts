// Why an edit cannot be made, for the person who made it.

import type { Message } from '../diagnostic/index.ts';

export class EditRefusal extends Error {
  readonly why: Message;

  constructor(why: Message) {
    super(`${why.zh} (${why.en})`);
    this.why = why;
  }
}
