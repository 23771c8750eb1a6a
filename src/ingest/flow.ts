// What a document of markup draws, one thing under another (paragraphs, tables, tables in cells) → the blocks of a page.
// Surprise: a table inside a cell becomes a block of its own below the row that holds it. A row whose only text stands in such a cell is layout,
// and its content flows as if the cell were not there; that is how web pages place everything.

import { joinLines } from '../text/join.ts';
import { cellOf, lineOf, tableOf } from '../tree/build.ts';
import type { Block, Cell } from '../tree/nodes.ts';
import type { Origin } from '../tree/origin.ts';
import { keepBytes, keepCharacters, keepSlots } from './caps.ts';
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

/** A cell with its own text, which is asked for in every band that the cell reaches into. */
interface WrittenCell extends DrawnCell {
  readonly text: string;
  readonly holdsTable: boolean;
}

/** A table without inner tables is one block; else it is cut below each row that holds some, and those follow the row. */
function tableBlocks(table: DrawnTable): readonly Block[] {
  const waiting = writtenCells(table).sort((a, b) => b.row - a.row);
  let hanging: readonly WrittenCell[] = [];
  return bandsOf(waiting).flatMap((band) => {
    const cells = hanging.filter((cell) => cell.row + cell.rowSpan > band.from);
    for (let next = waiting.at(-1); next && next.row < band.to; next = waiting.at(-1)) {
      cells.push(next);
      waiting.pop();
    }
    hanging = cells;
    return band.holdsTables ? holderBlocks(table, cells, band) : bandBlocks(table, cells, band);
  });
}

/** A merged cell that changes its width stands again and again with all its text: it is put together once, and each time counts. */
function writtenCells({ cells }: DrawnTable): WrittenCell[] {
  const known = new Map<Flow, WrittenCell>();
  let characters = 0;
  return cells.map((cell) => {
    const written = { ...(known.get(cell.flow) ?? writtenCell(cell)), ...cell };
    known.set(cell.flow, written);
    characters += written.text.length;
    keepBytes(characters);
    return written;
  });
}

function writtenCell(cell: DrawnCell): WrittenCell {
  const lines = cell.flow.flatMap((item) => (item.type === 'paragraph' ? item.lines : []));
  const text = joinLines(lines.map(printed));
  keepCharacters(text.length);
  return { ...cell, text, holdsTable: cell.flow.some((item) => item.type === 'drawn') };
}

/** A table of one cell is only a frame around a text. */
function unframed(flow: Flow): Flow {
  return flow.flatMap((item) => {
    const [only, ...others] = item.type === 'drawn' ? item.cells : [];
    return only && others.length === 0 ? unframed(only.flow) : [item];
  });
}

/** Rows `from` to before `to` of a table; a band that holds tables is one row high. */
interface Band {
  readonly from: number;
  readonly to: number;
  readonly holdsTables: boolean;
}

function bandsOf(cells: readonly WrittenCell[]): readonly Band[] {
  const holders = [...new Set(cells.filter((cell) => cell.holdsTable).map((cell) => cell.row))];
  holders.sort((a, b) => a - b);
  const bands: Band[] = [];
  let from = 0;
  for (const row of holders) {
    if (from < row) bands.push({ from, to: row, holdsTables: false });
    bands.push({ from: row, to: row + 1, holdsTables: true });
    from = row + 1;
  }
  return [...bands, { from, to: Number.POSITIVE_INFINITY, holdsTables: false }];
}

/** One row that holds inner tables. */
function holderBlocks(table: DrawnTable, cells: readonly WrittenCell[], band: Band): readonly Block[] {
  const isLayout = cells.every((cell) => cell.holdsTable || cell.text === '');
  if (isLayout) return begunIn(band, cells).flatMap((cell) => blocksOf(cell.flow));
  const plain = cells.map((cell) =>
    cell.holdsTable ? writtenCell({ ...cell, flow: unframed(cell.flow) }) : cell,
  );
  const inner = begunIn(band, plain).flatMap((cell) => cell.flow.filter((item) => item.type === 'drawn'));
  return [...bandBlocks(table, plain, band), ...blocksOf(inner)];
}

function begunIn({ from }: Band, cells: readonly WrittenCell[]): readonly WrittenCell[] {
  return cells.filter((cell) => cell.row === from).sort((a, b) => a.column - b.column);
}

/** The band as a table; a cell that reaches in from outside is cut to it. */
function bandBlocks(table: DrawnTable, cells: readonly WrittenCell[], { from, to }: Band): readonly Block[] {
  const cut = cells.map((cell) => {
    const top = Math.max(cell.row, from);
    return cellIn(cell, top - from, Math.min(cell.row + cell.rowSpan, to) - top);
  });
  if (cut.every((cell) => cell.text === '')) return [];
  return [tableOf(cut.sort(byPlace), table.origin, 'grid')];
}

function byPlace(a: Cell, b: Cell): number {
  return a.row - b.row || a.column - b.column;
}

function cellIn(cell: WrittenCell, row: number, rowSpan: number): Cell {
  const { column, columnSpan } = cell;
  return cellOf(cell.text, cell.origin, { row, column, rowSpan, columnSpan });
}
