// The total row into weight, score and grade, under the headings of the indicators.
// Surprise: a total row often merges the columns of weights away, so a number that stands under neither heading is the score.

import { pieceOf } from '../form/piece.ts';
import { conceptIn } from '../form/vocabulary.ts';
import { folded } from '../text/label.ts';
import type { Cell } from '../tree/nodes.ts';
import { type Column, columnOver } from './columns.ts';
import type { Draft } from './draft.ts';
import { isAmount } from './role.ts';
import { printed, type Row } from './rows.ts';

export function bindTotal(draft: Draft, row: Row, columns: readonly Column[]): void {
  const [, ...values] = printed(row);
  for (const cell of values) bindValue(draft, cell, columnOver(columns, cell)?.name ?? null);
}

function bindValue(draft: Draft, cell: Cell, name: string | null): void {
  const piece = pieceOf(cell);
  if (/^[优良中差]$/.test(folded(cell.text))) draft.bind('/total/grade', piece);
  else if (name === 'weight' && isAmount(cell)) draft.bind('/total/weight', piece);
  else if (isAmount(cell) && name !== 'reviewScore') draft.bind('/total/score', piece);
  else if (conceptIn('total', cell.text) === null) draft.remark(piece);
}
