// Where a section begins in a stream of units: by its block label, or by three of its headings in a row.

import { type Concept, knows } from '../../form/vocabulary.ts';
import { bareLabel } from '../../text/label.ts';
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

/** 年度目标2 in a line or cell of its own: 湖北 parts its indicators by their goals. */
export function headsNumberedGoal(reader: Reader): boolean {
  const gap = reader.units[reader.at]?.gap;
  const label = gap === 'row' || gap === 'cell' ? reader.label('goal') : null;
  return label !== null && /\d$/.test(bareLabel(label.text));
}

export function headsIndicators(reader: Reader): boolean {
  return hasHeadings(reader, 'indicatorColumn');
}

/** A block that states no field: 资金管理情况, 项目实施内容及过程概述. */
export function headsAside(reader: Reader): boolean {
  return reader.label('block')?.concept === 'managementBlock';
}

const BUDGETS: ReadonlySet<string> = new Set(['initialBudget', 'adjustedBudget', 'executed']);

/** A heading of amounts by its whole name (全年预算数), which no name of a project or unit holds: texts taken from a page in columns mix both. */
export function headsAmounts(reader: Reader): boolean {
  const label = reader.units[reader.at]?.gap === 'none' ? null : reader.label('fundingColumn');
  return label !== null && BUDGETS.has(label.concept) && knows('fundingColumn', label.text);
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

/** The one column without a meaning that forms put first. Any other words above 一级指标 may be the end of the goal. */
const SERIAL = /^(?:序号|编号)$/;

function isSerial({ units, at }: Reader): boolean {
  return SERIAL.test(units[at]?.text ?? '');
}

function hasHeadings(reader: Reader, section: ColumnSection): boolean {
  const ahead = new Reader(reader.units, reader.at + (isSerial(reader) ? 1 : 0));
  for (let count = 0; count < HEADINGS; count++) {
    const label = ahead.label(section);
    if (!label) return false;
    ahead.at = label.end;
  }
  return true;
}

/** Columns that forms add of their own, one beside the other, are two at most: 数据来源, 目标填报口径. */
const MOST_UNKNOWN = 2;
const LONGEST_HEADING = 10;

/**
 * The headings that stand here in a row, blanks between them passed over: their meanings, and their slots from a column on.
 * Words that no vocabulary knows head a column too (null) where a heading that was not there yet follows them.
 */
export function takeHeadings<S extends ColumnSection>(
  reader: Reader,
  section: S,
  from: number,
): readonly [readonly (Concept<S> | null)[], readonly Slot[]] {
  const names: (Concept<S> | null)[] = [];
  const slots: Slot[] = [];
  for (;;) {
    const label = reader.label(section);
    const first = isSerial(reader) && hasHeadings(reader, section) ? 1 : 0;
    const unknown = label ? 0 : names.length === 0 ? first : unknownBefore(reader, section, names);
    if (!label && unknown === 0) return [names, slots];
    names.push(label?.concept ?? null);
    slots.push(reader.take(label?.end ?? reader.at + 1, from + slots.length));
    reader.until(() => !reader.isBlank());
  }
}

/** How many units stand before the next heading, each of which could be one; 0 where no new heading follows. */
function unknownBefore<S extends ColumnSection>(
  { units, at }: Reader,
  section: S,
  names: readonly (Concept<S> | null)[],
): number {
  const ahead = new Reader(units, at);
  for (let count = 0; count <= MOST_UNKNOWN; count++) {
    const label = ahead.label(section);
    if (label) return names.includes(label.concept) ? 0 : count;
    if (!mayHead(ahead)) return 0;
    ahead.at += 1;
    ahead.until(() => !ahead.isBlank());
  }
  return 0;
}

/** Words, and no name of a level or of a fund line: those begin what stands below the headings. */
function mayHead(reader: Reader): boolean {
  const text = reader.units[reader.at]?.text ?? '';
  if (text.length > LONGEST_HEADING || !/^\p{Script=Han}[^\d。，；]+$/u.test(text)) return false;
  return (['level1', 'level2', 'fundingLine', 'total'] as const).every(
    (section) => reader.label(section) === null,
  );
}
