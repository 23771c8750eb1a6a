// The best alignment of a row, and whether it is certain: digits that nothing separates can often be cut in more than one way.
// Surprise: leaving digits together may be the guess, too: 10分0.99分 is 0.99 where the rate is left out, and 0.9 and 9 where it is not.

import type { Frame } from './column.ts';
import { type Alignment, cutsAlike, recordsFrom } from './record.ts';
import { isBlank, isGlued, type Unit } from './unit.ts';

/** Arithmetic that explains a row this well makes its cuts certain. */
const CORROBORATED = -0.7;

export interface Best extends Alignment {
  /** Whether another cut of the same digits is nearly as cheap. */
  readonly contested: boolean;
}

/** Another cut of the same digits within so much could as well be meant: about what one cut costs, or a column left out. */
const NEARLY = 1;

/** The first of alignments of the same units that stand in order of their cost. */
export function bestOf(alignments: readonly Alignment[]): Best | null {
  const [best, ...others] = alignments;
  if (!best) return null;
  const contested = others.some((other) => !cutsAlike(other, best) && other.cost < best.cost + NEARLY);
  return { ...best, contested };
}

/** Whether digits were cut, or left together, where only likelihood says so; in glued units also where the row's arithmetic speaks against it. */
export function isGuessed({ cuts, arithmetic, contested }: Best, units: readonly Unit[]): boolean {
  return contested || (cuts.length > 0 && arithmetic > CORROBORATED) || (arithmetic > 0 && isGlued(units));
}

/** The cheapest alignment that uses every unit but blanks at the end; null when there is none. */
export function bestRecord(units: readonly Unit[], frame: Frame): Best | null {
  const end = units.findLastIndex((unit) => !isBlank(unit)) + 1;
  if (end === 0) return null;
  const found = [...recordsFrom(units, 0, frame, end).values()].flat();
  return bestOf(found.sort((a, b) => a.cost - b.cost));
}
