// The vertical lines of a ruled table, read back from its cells' boxes.

import type { Cell, Table } from '../tree/nodes.ts';

/** columns + 1 places; null for a table without rules, whose cells are only as wide as their words. */
export function ruledXs(table: Table): readonly number[] | null {
  const xs = new Array<number | undefined>(table.columns + 1).fill(undefined);
  for (const cell of table.cells) {
    const sides = sidesOf(cell);
    if (!sides) return null;
    xs[cell.column] ??= sides[0];
    xs[cell.column + cell.columnSpan] ??= sides[1];
  }
  const known = xs.filter((x) => x !== undefined);
  const rising = known.every((x, at) => at === 0 || x > (known[at - 1] ?? x));
  return known.length === xs.length && rising && isFilled(table, known) ? known : null;
}

/** Points by which a cell's sides may miss the table's lines. */
const OFF = 3;

/** Ruled cells reach from line to line; cells without rules are as wide as their words. Parts from other pages lie a little apart. */
function isFilled({ cells, origin }: Table, xs: readonly number[]): boolean {
  const near = (a: number | undefined, b: number | undefined) => Math.abs((a ?? 0) - (b ?? 0)) <= OFF;
  const first = cells.filter(
    (cell) => cell.origin.on === 'page' && origin.on === 'page' && cell.origin.page === origin.page,
  );
  return first.every((cell) => {
    const sides = sidesOf(cell);
    return near(sides?.[0], xs[cell.column]) && near(sides?.[1], xs[cell.column + cell.columnSpan]);
  });
}

export function sidesOf(cell: Cell): readonly [number, number] | null {
  return cell.origin.on === 'page' ? [cell.origin.box[0], cell.origin.box[2]] : null;
}
