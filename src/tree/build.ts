// Makers of nodes with the defaults that most carriers share.

import type { Cell, Line, Page, Table, Word } from './nodes.ts';
import type { Origin } from './origin.ts';

/** A word that was not recognized but given: its confidence is 1 and it has no other readings. */
export function wordOf(text: string, origin: Origin): Word {
  return { text, origin, confidence: 1, readings: [] };
}

export function lineOf(text: string, origin: Origin): Line {
  return { type: 'line', text, words: [wordOf(text, origin)], origin };
}

/** A cell of given text; `place` is its top-left slot and its spans. An empty text makes no word. */
export function cellOf(
  text: string,
  origin: Origin,
  place: Pick<Cell, 'row' | 'column' | 'rowSpan' | 'columnSpan'>,
): Cell {
  return { type: 'cell', ...place, text, words: text === '' ? [] : [wordOf(text, origin)], origin };
}

/** A table as wide and as high as its cells reach. */
export function tableOf(cells: readonly Cell[], origin: Origin, placement: Table['placement']): Table {
  const rows = cells.reduce((most, cell) => Math.max(most, cell.row + cell.rowSpan), 0);
  const columns = cells.reduce((most, cell) => Math.max(most, cell.column + cell.columnSpan), 0);
  return { type: 'table', rows, columns, placement, cells, origin };
}

/** A page of a carrier that has no paper: only its blocks. */
export function flowPage(children: Page['children'], number = 1): Page {
  return { type: 'page', number, width: 0, height: 0, words: [], rulings: [], picture: null, children };
}
