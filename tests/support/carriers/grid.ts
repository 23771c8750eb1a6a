// A drawn form as plain rows of texts, for carriers that know no merged cells.
// Surprise: a naive export leaves the rest of a merged cell blank; another kind repeats its text in every slot.

import type { DrawnForm } from '../forms/index.ts';

export type Merged = 'blank' | 'repeated';

export function textRows(form: DrawnForm, merged: Merged): readonly (readonly string[])[] {
  const rows = Array.from({ length: form.rows }, () => new Array<string>(form.columns).fill(''));
  for (const { row, column, rowSpan, columnSpan, text } of form.cells) {
    const [down, across] = merged === 'repeated' ? [rowSpan, columnSpan] : [1, 1];
    for (let at = row; at < row + down; at++) rows[at]?.fill(text, column, column + across);
  }
  return rows;
}

/** The cells that begin in each row, from left to right, as HTML and Word write them. */
export function cellRows(form: DrawnForm): readonly (readonly DrawnForm['cells'][number][])[] {
  return Array.from({ length: form.rows }, (_, row) =>
    form.cells.filter((cell) => cell.row === row).sort((a, b) => a.column - b.column),
  );
}

/** The form cut below every row that no cell crosses, each stretch a form of its own rows. */
export function fragmentsOf(form: DrawnForm): readonly DrawnForm[] {
  const ends = Array.from({ length: form.rows }, (_, row) => row + 1).filter((end) =>
    form.cells.every(({ row, rowSpan }) => row >= end || row + rowSpan <= end),
  );
  return ends.map((end, at) => {
    const from = ends[at - 1] ?? 0;
    const cells = form.cells.filter(({ row }) => row >= from && row < end);
    return { ...form, rows: end - from, cells: cells.map((cell) => ({ ...cell, row: cell.row - from })) };
  });
}
