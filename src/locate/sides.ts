// Whether the table at the head of a page stands where the one before ended: between the same sides, or in the same columns.
// Surprise: a table without rules has no sides, and print ends where it ends; its parts must have every column below the same one, and look like its rows.

import type { Page, Table } from '../tree/nodes.ts';
import type { Box } from '../tree/origin.ts';
import { isNumeric } from './chunks.ts';
import { NEAR } from './segments.ts';
import { ruledXs, sidesOf } from './xs.ts';

/** Points by which the sides of the two parts may differ: scanned pages lie a little apart. */
const SIDES = 9;

/** `foot` is where the last part of `table` stands on its page. */
export function sidesAgree(
  { table, foot, page }: { readonly table: Table; readonly foot: Box; readonly page: Page },
  next: Table,
  box: Box,
): boolean {
  const [ours, theirs] = [ruledXs(table), ruledXs(next)];
  if (ours === null && theirs === null) return columnsAgree(table, next);
  if (ours === null || theirs === null) return false;
  const stands = (left: number, right: number) =>
    Math.abs(left - box[0]) <= SIDES && Math.abs(right - box[2]) <= SIDES;
  return (
    stands(foot[0], foot[2]) || stands(page.width - foot[2], page.width - foot[0]) || areShifted(ours, theirs)
  );
}

/** Points by which a page is moved aside for its binding at most. */
const BINDING = 72;

/** The same columns at another place: three at least, since two are soon alike. */
function areShifted(ours: readonly number[], theirs: readonly number[]): boolean {
  const shift = (ours[0] ?? 0) - (theirs[0] ?? 0);
  return (
    ours.length > 3 &&
    ours.length === theirs.length &&
    Math.abs(shift) <= BINDING &&
    theirs.every((x, at) => Math.abs(x + shift - (ours[at] ?? 0)) <= NEAR)
  );
}

type Extent = readonly [number, number];

/** Share of the narrower print of a column that stands over that of the other part. */
const OVER = 0.5;

/** As many columns, and print over print in each that both have print in. */
function columnsAgree(table: Table, next: Table): boolean {
  if (table.columns !== next.columns) return false;
  const [ours, theirs] = [extentsOf(table), extentsOf(next)];
  const both = ours.flatMap((own, at) => {
    const other = theirs[at];
    return own && other ? [isOver(own, other)] : [];
  });
  return both.length > 1 && both.every((isOne) => isOne);
}

function isOver([x0, x1]: Extent, [left, right]: Extent): boolean {
  return Math.min(x1, right) - Math.max(x0, left) >= OVER * Math.min(x1 - x0, right - left);
}

/** How far the print of each column reaches. */
function extentsOf({ cells, columns }: Table): readonly (Extent | undefined)[] {
  const extents = new Array<Extent | undefined>(columns).fill(undefined);
  for (const cell of cells) {
    const [x0, x1] = sidesOf(cell) ?? [0, 0];
    if (cell.columnSpan > 1 || cell.words.length === 0) continue;
    const [left, right] = extents[cell.column] ?? [x0, x1];
    extents[cell.column] = [Math.min(left, x0), Math.max(right, x1)];
  }
  return extents;
}

/** Where no header begins it again, the first row of a part without rules must have figures where the last one above has, and some. */
export function goesOnInFigures(table: Table, next: Table): boolean {
  const first = next.cells.filter((cell) => cell.row === 0 && cell.words.length > 0);
  const last = table.cells.filter((cell) => cell.row + cell.rowSpan === table.rows);
  const pairs = first.flatMap((cell) => {
    const upper = last.find((other) => other.column === cell.column);
    return upper && cell.column > 0 && isNumeric(upper) ? [isNumeric(cell)] : [];
  });
  return pairs.length > 0 && pairs.every((isFigure) => isFigure);
}
