// A cursor over units: takes labels and values one after another.

import type { Section } from '../../form/vocabulary.ts';
import type { Origin } from '../../tree/nodes.ts';
import { isBlank, textOf, type Unit } from '../align/index.ts';
import type { Slot } from '../straight.ts';
import { type LabelRun, labelRun } from './labels.ts';

export class Reader {
  readonly units: readonly Unit[];
  at: number;

  constructor(units: readonly Unit[], at = 0) {
    this.units = units;
    this.at = at;
  }

  get done(): boolean {
    return this.at >= this.units.length;
  }

  label<S extends Section>(section: S): LabelRun<S> | null {
    return labelRun(this.units, this.at, section);
  }

  isBlank(): boolean {
    const unit = this.units[this.at];
    return unit !== undefined && isBlank(unit);
  }

  /** The units up to where `stops` holds (or the end), and moves there. */
  until(stops: () => boolean): readonly Unit[] {
    const from = this.at;
    while (!this.done && !stops()) this.at += 1;
    return this.units.slice(from, this.at);
  }

  /** The units of a label, as one slot, and moves past it. */
  take(end: number, column: number): Slot {
    const units = this.units.slice(this.at, end);
    this.at = Math.max(end, this.at + 1);
    return slotOf(units, column);
  }
}

const NOWHERE: Origin = { on: 'text', line: 1, column: 1 };

export function slotOf(units: readonly Unit[], column: number): Slot {
  const printed = units.filter((unit) => !isBlank(unit));
  return { column, text: textOf(printed), origin: printed[0]?.origin ?? units[0]?.origin ?? NOWHERE };
}
