// The goal block into what was expected and what was achieved: under their headings, or beside their labels.
// Surprise: a goal of several rows (目标1, 目标2) is one text; its rows are joined in order.

import type { Piece } from '../form/form.ts';
import { partOf, pieceOf } from '../form/piece.ts';
import { type Concept, conceptIn } from '../form/vocabulary.ts';
import { bareLabel, folded } from '../text/label.ts';
import type { Cell } from '../tree/nodes.ts';
import { type Column, columnOver, columnsOf } from './columns.ts';
import type { Draft } from './draft.ts';
import { inlineGoal, isGoalLabel, isInlineGoal } from './role.ts';
import { printed } from './rows.ts';
import type { Block } from './sections.ts';

type Name = Concept<'goal'>;

const FIELDS = { goalExpected: '/goal/expected', goalAchieved: '/goal/achieved' } as const;

type Texts = Readonly<Record<Name, readonly Piece[]>>;

/** Goals with numbers of their own (年度目标1, 年度目标2) are one text too, however far apart they stand. */
export function bindGoals(draft: Draft, blocks: readonly Block[]): void {
  const numbered = blocks.filter(isNumbered).map((block) => textsIn(draft, block));
  const others = blocks.filter((block) => !isNumbered(block)).map((block) => textsIn(draft, block));
  const all = (name: Name) => numbered.flatMap((texts) => texts[name]);
  for (const name of ['goalExpected', 'goalAchieved'] as const) {
    for (const texts of others) draft.bindAll(FIELDS[name], texts[name]);
    draft.bindAll(FIELDS[name], all(name));
  }
  for (const { goalAdjusted } of [...others, ...numbered])
    for (const piece of goalAdjusted) draft.remark(piece);
}

function isNumbered({ headings }: Block): boolean {
  const label = headings.flatMap(printed).find(isGoalLabel);
  return label !== undefined && /\d$/.test(bareLabel(label.text));
}

function textsIn(draft: Draft, block: Block): Texts {
  const found: Record<Name, Piece[]> = { goalExpected: [], goalAchieved: [], goalAdjusted: [] };
  const [first] = block.headings;
  if (first && isInlineGoal(first)) return inlineTexts(printed(first), found);
  const columns = goalColumns(block);
  const cells = [...inline(block), ...block.body.flatMap(printed)];
  for (const cell of cells) {
    const column = columnOver(columns, cell);
    const name = column?.name ?? null;
    if (name !== null) found[name].push(pieceOf(cell));
    else if (column && isYear(column.heading, cell)) draft.bind('/fiscalYear', pieceOf(cell));
    else if (conceptIn('block', cell.text) === null) draft.remark(pieceOf(cell));
  }
  return found;
}

/** 预期目标：text | 实际完成情况：text. */
function inlineTexts(cells: readonly Cell[], found: Record<Name, Piece[]>): Texts {
  for (const cell of cells) {
    const goal = inlineGoal(cell.text);
    if (goal) found[goal.name].push(partOf(pieceOf(cell), goal.text));
  }
  return found;
}

/** 2022 under 财政年度, beside the goals of that year. */
function isYear(heading: Cell, { text }: Cell): boolean {
  return conceptIn('header', heading.text) === 'fiscalYear' && /^(?:19|20)\d\d$/.test(folded(text));
}

function goalColumns(block: Block): readonly Column<Name>[] {
  const heads = headOf(block);
  const meaning = (text: string): Name | null => (text === heads?.text ? null : conceptIn('goal', text));
  const columns = columnsOf(block.headings, meaning);
  return widened(isPaired(block) ? columns.filter(({ name }) => name !== null) : columns, block);
}

/** Where 预期目标 stands among further labels, the first one (年度总体目标) heads the block; else it is itself a heading. */
function headOf({ headings }: Block): Cell | undefined {
  const [first, ...others] = headings.flatMap(printed).filter(isGoalLabel);
  return others.some(({ text }) => conceptIn('goal', text) === 'goalExpected') ? first : undefined;
}

/** Each heading also stands over the columns without one up to the next heading: text exports lose the spans. */
function widened(columns: readonly Column<Name>[], block: Block): readonly Column<Name>[] {
  const width = block.headings[0]?.table.columns ?? 0;
  return columns.map((column, at) => ({ ...column, to: columns[at + 1]?.from ?? width }));
}

/** Prose in the heading row itself: 年度目标 | text | 实际完成情况 | text. */
function inline(block: Block): readonly Cell[] {
  return isPaired(block) ? block.headings.flatMap(printed).filter((cell) => !isGoalLabel(cell)) : [];
}

/** Whether each label has its text beside it; else a text among the labels is one more heading (总体完成率). */
function isPaired(block: Block): boolean {
  const heads = headOf(block);
  const cells = block.headings.flatMap(printed).filter((cell) => cell !== heads);
  const isText = (cell: Cell | undefined) => cell !== undefined && !isGoalLabel(cell);
  return cells.every((cell, at) => isText(cell) || isText(cells[at + 1]));
}
