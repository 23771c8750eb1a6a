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
  const moved = movedNumbers(values, columns);
  for (const [at, name] of (['weight', 'score'] as const).entries()) {
    const cell = moved[at];
    if (cell) draft.bind(`/total/${name}`, pieceOf(cell));
  }
  for (const cell of values) bindValue(draft, cell, columnOver(columns, cell)?.name ?? null);
}

/** Two numbers of which the second stands under the weights: the row lost a blank, and they are weight and score in this order. */
function movedNumbers(values: readonly Cell[], columns: readonly Column[]): readonly Cell[] {
  const numbers = values.filter(isAmount);
  const [, second] = numbers;
  const moved = numbers.length === 2 && second && columnOver(columns, second)?.name === 'weight';
  return moved && columns.some(({ name }) => name === 'score') ? numbers : [];
}

function bindValue(draft: Draft, cell: Cell, name: string | null): void {
  const piece = pieceOf(cell);
  if (/^[优良中差]$/.test(folded(cell.text))) draft.bind('/total/grade', piece);
  else if (name === 'weight' && isAmount(cell)) draft.bind('/total/weight', piece);
  else if (isAmount(cell) && name !== 'reviewScore') draft.bind('/total/score', piece);
  else if (conceptIn('total', cell.text) === null) draft.remark(piece);
}
