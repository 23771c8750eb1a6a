// What straightening hands on: blocks whose tables are all drawn tables, and the places where an alignment was a choice.

import type { Message } from '../diagnostic/diagnostic.ts';
import { wordOf } from '../tree/build.ts';
import type { Block, Cell, Origin, Table } from '../tree/nodes.ts';

/** A cell whose column was chosen; `how` says by what. */
export interface Choice {
  readonly origins: readonly Origin[];
  readonly how: Message;
  /** True where nothing but likelihood cut the text: what it states cannot convict the author. */
  readonly unsure: boolean;
}

export interface Straight {
  readonly blocks: readonly Block[];
  readonly choices: readonly Choice[];
  /** Of a table that was rebuilt: words with numbers among them that came into none of its rows. */
  readonly lost?: ReadonlyMap<Table, readonly string[]>;
}

export const BY_ARITHMETIC: Message = {
  zh: '本行有空白单元格丢失，按内容类型、相邻行和本行的算术关系确定各列',
  en: 'a blank cell of this row was lost; the others were placed by their type, by neighbouring rows and by the row’s own arithmetic',
};

/** A slot of a rebuilt table. */
export interface Slot {
  readonly column: number;
  readonly text: string;
  readonly origin: Origin;
}

/** A drawn table of one-slot cells. Slots of one row and column are joined by whoever makes them. */
export function tableOfSlots(rows: readonly (readonly Slot[])[], origin: Origin): Table {
  const cells = rows.flatMap((slots, row) => slots.map((slot) => cellOfSlot(slot, row)));
  const columns = cells.reduce((most, cell) => Math.max(most, cell.column + 1), 0);
  return { type: 'table', rows: rows.length, columns, placement: 'grid', cells, origin };
}

function cellOfSlot({ column, text, origin }: Slot, row: number): Cell {
  const words = text === '' ? [] : [wordOf(text, origin)];
  return { type: 'cell', row, column, rowSpan: 1, columnSpan: 1, text, words, origin };
}
