// The smallest thing that is never taken apart: a cell of flattened text, a word between spaces, a character where nothing separates.

import type { Origin } from '../../tree/nodes.ts';

/** What stands between a unit and the one before it. */
export type Gap = 'none' | 'space' | 'cell' | 'row';

/** `level` marks the printed name of a level: it ends whatever stands before it. */
export interface Unit {
  readonly text: string;
  readonly gap: Gap;
  readonly origin: Origin;
  readonly level?: boolean;
}

export function isBlank(unit: Unit): boolean {
  return unit.text.trim() === '';
}

/** Whether nothing separates some of the units. */
export function isGlued(units: readonly Unit[]): boolean {
  return units.some(({ gap }) => gap === 'none');
}

/** The text of units that are one cell: a space where there was one. */
export function textOf(units: readonly Unit[]): string {
  return units.reduce((text, unit, at) => text + (at > 0 && unit.gap !== 'none' ? ' ' : '') + unit.text, '');
}

/** Two numbers with a blank between them are two numbers; only a unit may stand apart from its number. */
export function mayJoin(before: string, unit: Unit): boolean {
  if (unit.gap === 'none') return true;
  return !(/[\d%％)）]$/.test(before) && /^[\d≥≤><=≧≦-]/.test(unit.text));
}

/** The cost of reading over a gap, as if it were inside one cell. */
export const OVER: Readonly<Record<Gap, number>> = { none: 0, space: 0.7, cell: 5, row: 6 };
