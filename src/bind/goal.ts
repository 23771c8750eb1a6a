// The goal block into what was expected and what was achieved: under their headings, or beside their labels.
// Surprise: a goal of several rows (目标1, 目标2) is one text; its rows are joined in order.

import type { Piece } from '../form/form.ts';
import { conceptIn } from '../form/vocabulary.ts';
import type { Cell } from '../tree/nodes.ts';
import { type Column, columnOver, columnsOf } from './columns.ts';
import type { Draft } from './draft.ts';
import { pieceOf } from './pieces.ts';
import { isGoalLabel } from './role.ts';
import { printed } from './rows.ts';
import type { Block } from './sections.ts';

type Name = 'goalExpected' | 'goalAchieved';

const FIELDS = { goalExpected: '/goal/expected', goalAchieved: '/goal/achieved' } as const;

export function bindGoal(draft: Draft, block: Block): void {
  const columns = goalColumns(block);
  const found: Record<Name, Piece[]> = { goalExpected: [], goalAchieved: [] };
  const cells = [...inline(block), ...block.body.flatMap(printed)];
  for (const cell of cells) {
    const name = columnOver(columns, cell)?.name ?? null;
    if (name !== null) found[name].push(pieceOf(cell));
    else if (conceptIn('block', cell.text) === null) draft.remark(pieceOf(cell));
  }
  for (const name of ['goalExpected', 'goalAchieved'] as const) draft.bind(FIELDS[name], ...found[name]);
}

/** The first of three labels (年度总体目标 | 预期目标 | 实际完成情况) heads the block; of two it is itself a heading. */
function goalColumns(block: Block): readonly Column<Name>[] {
  const labels = block.headings.flatMap(printed).filter(isGoalLabel);
  const [first] = labels;
  const heads = labels.length > 2 && first ? first.text : null;
  const meaning = (text: string): Name | null => (text === heads ? null : conceptIn('goal', text));
  const columns = columnsOf(block.headings, meaning).filter((column) => column.name !== null);
  return widened(columns, block);
}

/** Each heading also stands over the columns without one up to the next heading: text exports lose the spans. */
function widened(columns: readonly Column<Name>[], block: Block): readonly Column<Name>[] {
  const width = block.headings[0]?.table.columns ?? 0;
  return columns.map((column, at) => ({ ...column, to: columns[at + 1]?.from ?? width }));
}

/** Prose in the heading row itself: 年度目标 | text | 实际完成情况 | text. */
function inline(block: Block): readonly Cell[] {
  return block.headings.flatMap(printed).filter((cell) => !isGoalLabel(cell));
}
