// A value and the place on the paper that states it. No number stands in a record without it.

import type { Pointer } from '../diagnostic/diagnostic.ts';
import type { Origin, Reading } from '../tree/nodes.ts';

/** `text` is as printed; `readings` are the other likely readings of that text, likeliest first. */
export interface Stated<T> {
  readonly value: T;
  readonly field: Pointer;
  readonly text: string;
  readonly origin: Origin;
  readonly confidence: number;
  readonly readings: readonly Reading[];
}
