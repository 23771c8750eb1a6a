// Rows of slots, as HTML writes a table, → cells with their places in the grid.

import type { DrawnCell, Pointer } from '../plan.ts';

export interface Slot {
  readonly text: string;
  readonly rowSpan: number;
  readonly columnSpan: number;
  readonly fields: readonly Pointer[];
}

export type Slots = readonly (readonly Slot[])[];

export function slot(text: string, rest: Partial<Omit<Slot, 'text'>> = {}): Slot {
  return { text, rowSpan: 1, columnSpan: 1, fields: [], ...rest };
}

/** Widths of `count` cells that fill `total` columns; what is left over goes to the cells at `fat`, in turn. */
export function spread(total: number, count: number, fat: readonly number[]): readonly number[] {
  const widths = new Array<number>(count).fill(1);
  for (let left = total - count, turn = 0; left > 0; left--, turn++) {
    const at = fat[turn % fat.length] ?? 0;
    widths[at] = (widths[at] ?? 0) + 1;
  }
  return widths;
}

export function cellsIn(rows: Slots): readonly DrawnCell[] {
  const taken = new Set<string>();
  return rows.flatMap((slots, row) => {
    let column = 0;
    return slots.map((one): DrawnCell => {
      while (taken.has(`${row} ${column}`)) column += 1;
      const cell = { ...one, row, column };
      for (const place of slotsOf(cell)) taken.add(place);
      return cell;
    });
  });
}

export function slotsOf({
  row,
  column,
  rowSpan,
  columnSpan,
}: Omit<DrawnCell, 'text' | 'fields'>): readonly string[] {
  return Array.from({ length: rowSpan * columnSpan }, (_, at) => {
    const down = Math.floor(at / columnSpan);
    return `${row + down} ${column + (at % columnSpan)}`;
  });
}
