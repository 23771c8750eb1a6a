// A table written as HTML writes it, rows of cells with spans, as a document: for trying `bind` without a carrier.

import { cellOf, flowPage, lineOf, tableOf } from '../../src/tree/build.ts';
import type { Cell, Document, Table } from '../../src/tree/nodes.ts';

/** A text, or a text with `[rowSpan, columnSpan]`. */
export type DrawnCell = string | readonly [text: string, rowSpan: number, columnSpan: number];

export function drawn(
  rows: readonly (readonly DrawnCell[])[],
  titles: readonly string[] = [],
  placement: Table['placement'] = 'grid',
): Document {
  const origin = { on: 'markup', path: '/table' } as const;
  const lines = titles.map((title, at) => lineOf(title, { on: 'markup', path: `/p[${at + 1}]` }));
  return {
    type: 'document',
    carrier: 'html',
    pages: [flowPage([...lines, tableOf(cellsIn(rows), origin, placement)])],
  };
}

function cellsIn(rows: readonly (readonly DrawnCell[])[]): readonly Cell[] {
  const taken = new Set<string>();
  return rows.flatMap((cells, row) => {
    let column = 0;
    return cells.map((cell) => {
      const [text, rowSpan, columnSpan] = typeof cell === 'string' ? ([cell, 1, 1] as const) : cell;
      while (taken.has(`${row} ${column}`)) column += 1;
      const made = cellOf(
        text,
        { on: 'markup', path: `/tr[${row + 1}]/td[${column + 1}]` },
        { row, column, rowSpan, columnSpan },
      );
      for (let down = 0; down < rowSpan; down++)
        for (let right = 0; right < columnSpan; right++) taken.add(`${row + down} ${column + right}`);
      return made;
    });
  });
}

/** Lines of plain text as a document: flattened forms. */
export function flattened(text: string): Document {
  const lines = text.split('\n').map((line, at) => lineOf(line, { on: 'text', line: at + 1, column: 1 }));
  return { type: 'document', carrier: 'text', pages: [flowPage(lines)] };
}
