// Draws → the headings of a table: one to three levels, some over several columns, and a row of units or column numbers below.
// Surprise: the heading over the labels is blank more often than not, and nothing tells a reader so.

import type { Entry } from './contents.ts';
import type { Dice } from './dice.ts';
import { capitalized, heading, phrase } from './prose.ts';

export interface Head {
  readonly rows: number;
  readonly entries: readonly Entry[];
}

interface Group {
  readonly from: number;
  readonly span: number;
}

export function headOf(dice: Dice, columns: number, wordy: readonly boolean[]): Head {
  const figures = wordy.lastIndexOf(true) + 1;
  const groups = columns - figures >= 2 && dice.chance(0.45) ? groupsOf(dice, figures, columns) : [];
  const top = groups.length >= 2 && groups.length <= 4 && dice.chance(0.25) ? groupsOver(dice, groups) : [];
  const levels = [top, groups].filter((level) => level.length > 0);
  const spanning = levels.flatMap((level, row) =>
    level.map(({ from, span }) => entryAt(row, from, { columns: span, text: groupName(dice) })),
  );
  const leaves = leavesOf(dice, { columns, wordy, groups, levels: levels.length });
  const below = lastRow(dice, figures, columns, levels.length + 1);
  return {
    rows: levels.length + 1 + (below.length > 0 ? 1 : 0),
    entries: [...spanning, ...leaves, ...below],
  };
}

function entryAt(
  row: number,
  column: number,
  { rows = 1, columns = 1, text }: { rows?: number; columns?: number; text: string },
): Entry {
  return { row, column, rowSpan: rows, columnSpan: columns, text };
}

interface Leaves {
  readonly columns: number;
  readonly wordy: readonly boolean[];
  readonly groups: readonly Group[];
  readonly levels: number;
}

/** The lowest headings; those that stand below no group are as high as all levels. */
function leavesOf(dice: Dice, { columns, wordy, groups, levels }: Leaves): readonly Entry[] {
  const years = dice.chance(0.35);
  const long = dice.chance(0.25);
  const first = dice.between(1995, 2006);
  const grouped = new Set(
    groups.flatMap(({ from, span }) => Array.from({ length: span }, (_, at) => from + at)),
  );
  return Array.from({ length: columns }, (_, column) => column).flatMap((column) => {
    if (column === 0 && dice.chance(0.5)) return [];
    const text = years && !wordy[column] ? String(first + column) : headingOf(dice, long);
    return grouped.has(column)
      ? entryAt(levels, column, { text })
      : entryAt(0, column, { rows: levels + 1, text });
  });
}

function headingOf(dice: Dice, long: boolean): string {
  if (long) return capitalized(phrase(dice, dice.between(3, 6)));
  return dice.chance(0.6) ? heading(dice) : capitalized(phrase(dice, dice.between(1, 3)));
}

function groupName(dice: Dice): string {
  return dice.oneOf([
    heading(dice),
    String(dice.between(1998, 2012)),
    capitalized(phrase(dice, dice.oneOf([2, 5]))),
  ]);
}

function groupsOf(dice: Dice, first: number, columns: number): readonly Group[] {
  const groups: Group[] = [];
  let from = first + (columns - first > 3 && dice.chance(0.3) ? 1 : 0);
  while (columns - from >= 2) {
    const left = columns - from;
    const span = left <= 3 ? left : dice.between(2, Math.min(4, left - 2));
    groups.push({ from, span });
    from += span;
  }
  return groups;
}

/** One heading over all groups, or one over each two. */
function groupsOver(dice: Dice, groups: readonly Group[]): readonly Group[] {
  const [first, last] = [groups[0], groups.at(-1)];
  if (!first || !last) return [];
  if (groups.length < 4 || dice.chance(0.5))
    return [{ from: first.from, span: last.from + last.span - first.from }];
  const middle = groups[2] ?? last;
  return [
    { from: first.from, span: middle.from - first.from },
    { from: middle.from, span: last.from + last.span - middle.from },
  ];
}

/** The unit of all figures, or the columns' numbers, above the first row. */
function lastRow(dice: Dice, figures: number, columns: number, row: number): readonly Entry[] {
  if (columns - figures >= 2 && dice.chance(0.08))
    return [entryAt(row, figures, { columns: columns - figures, text: dice.oneOf(UNITS) })];
  if (dice.chance(0.04))
    return Array.from({ length: columns }, (_, at) => entryAt(row, at, { text: `(${at + 1})` }));
  return [];
}

const UNITS = ['Percent of total', 'Millions of dollars', 'Number per 1,000 persons', 'EUR million'] as const;
