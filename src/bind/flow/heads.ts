// Where a section begins in a stream of units: by its block label, or by three of its headings in a row.

import type { Concept } from '../../form/vocabulary.ts';
import type { Slot } from '../straight.ts';
import { Reader } from './reader.ts';

type ColumnSection = 'fundingColumn' | 'indicatorColumn';

const HEADINGS = 3;

export function headsFunding(reader: Reader): boolean {
  return reader.label('block')?.concept === 'fundingBlock' || hasHeadings(reader, 'fundingColumn');
}

export function headsGoal(reader: Reader): boolean {
  return reader.label('block')?.concept === 'goalBlock' || reader.label('goal') !== null;
}

export function headsIndicators(reader: Reader): boolean {
  return hasHeadings(reader, 'indicatorColumn');
}

export function headsTasks(reader: Reader): boolean {
  return reader.label('block')?.concept === 'taskBlock';
}

/** A block label that ends the lines of the fund block: of the goal, the indicators, or the management of funds. */
export function endsFunding(reader: Reader): boolean {
  const block = reader.label('block')?.concept;
  const other = block !== undefined && block !== 'fundingBlock' && block !== 'narrativeBlock';
  return other || headsGoal(reader) || headsIndicators(reader);
}

function hasHeadings(reader: Reader, section: ColumnSection): boolean {
  const ahead = new Reader(reader.units, reader.at);
  for (let count = 0; count < HEADINGS; count++) {
    const label = ahead.label(section);
    if (!label) return false;
    ahead.at = label.end;
  }
  return true;
}

/** The headings that stand here in a row, blanks between them passed over: their meanings, and their slots from a column on. */
export function takeHeadings<S extends ColumnSection>(
  reader: Reader,
  section: S,
  from: number,
): readonly [readonly Concept<S>[], readonly Slot[]] {
  const names: Concept<S>[] = [];
  const slots: Slot[] = [];
  for (let label = reader.label(section); label; label = reader.label(section)) {
    names.push(label.concept);
    slots.push(reader.take(label.end, from + slots.length));
    reader.until(() => !reader.isBlank());
  }
  return [names, slots];
}
