// The total row into weight, score and grade, under the headings of the indicators.
// Surprise: a total row often merges the columns of weights away, so a number that stands under neither heading is the score.
// In a table with a grid of its own it may stand under none of them.

import { pieceOf } from '../form/piece.ts';
import { conceptIn } from '../form/vocabulary.ts';
import { folded } from '../text/label.ts';
import type { Cell } from '../tree/nodes.ts';
import { type Column, columnOver } from './columns.ts';
import { columnsByTable } from './continued.ts';
import type { Draft } from './draft.ts';
import { indicatorColumns } from './indicators.ts';
import { isAmount } from './role.ts';
import { printed, type Row } from './rows.ts';
import type { Block } from './sections.ts';

export function bindTotal(draft: Draft, row: Row, block: Block): void {
  const [, ...values] = printed(row);
  const columns = indicatorColumns(block);
  const here = columnsByTable(block, columns).get(row.table) ?? null;
  const moved = printsBoth(columns) ? movedNumbers(values, here) : [];
  for (const [at, name] of (['weight', 'score'] as const).entries()) {
    const cell = moved[at];
    if (cell) draft.bind(`/total/${name}`, pieceOf(cell));
  }
  for (const cell of values) bindValue(draft, cell, columnOver(here ?? [], cell)?.name ?? null);
}

function printsBoth(columns: readonly Column[]): boolean {
  return ['weight', 'score'].every((wanted) => columns.some(({ name }) => name === wanted));
}

const POINTS: ReadonlySet<string | null> = new Set(['weight', 'score', 'reviewScore']);

/**
 * Two numbers of which the second stands under the weights (the row lost a blank), or none under points (it lost more, or
 * has no headings: `columns` is null): they are weight and score in this order.
 */
function movedNumbers(values: readonly Cell[], columns: readonly Column[] | null): readonly Cell[] {
  const numbers = values.filter(isAmount);
  const under = numbers.map((cell) => columnOver(columns ?? [], cell)?.name ?? null);
  const moved = under[1] === 'weight' || !under.some((name) => POINTS.has(name));
  return numbers.length === 2 && moved ? numbers : [];
}

/** 优, 优秀, 良好, 较差, 优(≥90). */
const GRADE = /^(?:优秀?|良好?|中等?|一般|较?差|合格|不合格)(?:\([^()]*\))?$/;

function bindValue(draft: Draft, cell: Cell, name: string | null): void {
  const piece = pieceOf(cell);
  if (GRADE.test(folded(cell.text))) draft.bind('/total/grade', piece);
  else if (name === 'weight' && isAmount(cell)) draft.bind('/total/weight', piece);
  else if (isAmount(cell) && name !== 'reviewScore') draft.bind('/total/score', piece);
  else if (conceptIn('total', cell.text) === null) draft.remark(piece);
}
