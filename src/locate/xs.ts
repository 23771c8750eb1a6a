// The vertical lines of a ruled table, read back from its cells' boxes.

import type { Cell, Table } from '../tree/nodes.ts';

/** columns + 1 places; null where a column begins nowhere (a table without rules, whose cells are only as wide as their words). */
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
  return known.length === xs.length && rising ? known : null;
}

export function sidesOf(cell: Cell): readonly [number, number] | null {
  return cell.origin.on === 'page' ? [cell.origin.box[0], cell.origin.box[2]] : null;
}
