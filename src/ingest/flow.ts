// What a document of markup draws, one thing under another (paragraphs, tables, tables in cells) → the blocks of a page.
// Surprise: a table inside a cell becomes a block of its own below the row that holds it. A row whose only text stands in such a cell is layout,
// and its content flows as if the cell were not there; that is how web pages place everything.

import { joinLines } from '../text/join.ts';
import { cellOf, lineOf, tableOf } from '../tree/build.ts';
import type { Block, Cell } from '../tree/nodes.ts';
import type { Origin } from '../tree/origin.ts';
import { keepCharacters, keepSlots } from './caps.ts';
import { printed } from './printed.ts';

/** One paragraph; `lines` are its text at hard line breaks. */
export interface Paragraph {
  readonly type: 'paragraph';
  readonly lines: readonly string[];
  readonly origin: Origin;
}

/** A cell as drawn, with all that stands in it. */
export interface DrawnCell extends Pick<Cell, 'row' | 'column' | 'rowSpan' | 'columnSpan'> {
  readonly flow: Flow;
  readonly origin: Origin;
}

export interface DrawnTable {
  readonly type: 'drawn';
  readonly cells: readonly DrawnCell[];
  readonly origin: Origin;
}

export type Flow = readonly (Paragraph | DrawnTable)[];

/** The blocks of a flow in reading order, checked against the cap on expanded grids. */
export function blocksOf(flow: Flow): readonly Block[] {
  const blocks = flow.flatMap((item) => (item.type === 'paragraph' ? linesOf(item) : tableBlocks(item)));
  keepSlots(blocks.reduce((slots, block) => slots + slotsOf(block), 0));
  return blocks;
}

function slotsOf(block: Block): number {
  return block.type === 'table' ? block.rows * block.columns : 0;
}

function linesOf(paragraph: Paragraph): readonly Block[] {
  const texts = paragraph.lines.map((line) => printed(line).trim()).filter((line) => line !== '');
  return texts.map((text) => {
    keepCharacters(text.length);
    return lineOf(text, paragraph.origin);
  });
}

/** A table without inner tables is one block; else it is cut below each row that holds some, and those follow the row. */
function tableBlocks(table: DrawnTable): readonly Block[] {
  const holders = [...new Set(table.cells.filter(holdsTable).map((cell) => cell.row))].sort((a, b) => a - b);
  const blocks: Block[] = [];
  let from = 0;
  for (const row of holders) {
    blocks.push(...bandBlocks(table, from, row), ...holderBlocks(table, row));
    from = row + 1;
  }
  return [...blocks, ...bandBlocks(table, from, Number.POSITIVE_INFINITY)];
}

function holdsTable(cell: DrawnCell): boolean {
  return cell.flow.some((item) => item.type === 'drawn');
}

/** One row that holds inner tables. */
function holderBlocks(table: DrawnTable, row: number): readonly Block[] {
  const cells = table.cells.filter((cell) => cell.row <= row && row < cell.row + cell.rowSpan);
  const fresh = cells.filter((cell) => cell.row === row);
  const isLayout = cells.every((cell) => holdsTable(cell) || textOf(cell) === '');
  if (isLayout) return fresh.flatMap((cell) => blocksOf(cell.flow));
  const inner = fresh.flatMap((cell) => blocksOf(cell.flow.filter((item) => item.type === 'drawn')));
  return [...bandBlocks(table, row, row + 1), ...inner];
}

/** The rows `from` to before `to` as a table; a cell that reaches in from outside is cut to the band. */
function bandBlocks(table: DrawnTable, from: number, to: number): readonly Block[] {
  const cells = table.cells.flatMap((cell) => {
    const top = Math.max(cell.row, from);
    const bottom = Math.min(cell.row + cell.rowSpan, to);
    return top < bottom ? [cellIn(cell, top - from, bottom - top)] : [];
  });
  if (cells.every((cell) => cell.text === '')) return [];
  return [tableOf(cells, table.origin, 'grid')];
}

function cellIn(cell: DrawnCell, row: number, rowSpan: number): Cell {
  const { column, columnSpan } = cell;
  return cellOf(textOf(cell), cell.origin, { row, column, rowSpan, columnSpan });
}

function textOf(cell: DrawnCell): string {
  const lines = cell.flow.flatMap((item) => (item.type === 'paragraph' ? item.lines : []));
  const text = joinLines(lines.map(printed));
  keepCharacters(text.length);
  return text;
}
