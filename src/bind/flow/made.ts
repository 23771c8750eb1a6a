// The rows of a form as they are rebuilt from a stream, and where they were a choice.

import type { Message } from '../../diagnostic/diagnostic.ts';
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

const UNPLACED: Message = {
  zh: '此处文字与各列对应不上，其中的数字未采用',
  en: 'this text could not be placed under the headings; none of its numbers was taken',
};

/** A line whose text, right of all columns, states nothing; numbers are never dropped without a word. */
export function setAside(made: Made, label: Slot, text: Slot): void {
  made.rows.push([label, text]);
  if (/\d/.test(text.text))
    made.choices.push({ origins: [label.origin, text.origin], how: UNPLACED, unsure: true });
}
