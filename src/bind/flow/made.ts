// The rows of a form as they are rebuilt from a stream, and where they were a choice.

import { BY_ARITHMETIC, type Choice, type Slot } from '../straight.ts';

export interface Made {
  readonly rows: (readonly Slot[])[];
  readonly choices: Choice[];
}

/** The slots before the columns: the block's label, and the label of a funding line. */
export const BEFORE = 2;

export function choiceOf(slots: readonly Slot[], unsure: boolean): Choice {
  return { origins: slots.map((slot) => slot.origin), how: BY_ARITHMETIC, unsure };
}
