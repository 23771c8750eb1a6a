// Plain and flattened text → lines, and tables where consecutive lines hold separators (tabs, or pipes that close each cell).
// Surprise: such a table is `ragged`: the page's blanks may have been dropped, so a cell's column is only where it stands in its line.

import type { Diagnostic } from '../diagnostic/diagnostic.ts';
import { cellOf, flowPage, lineOf, tableOf } from '../tree/build.ts';
import type { Block, Cell, Document, Table } from '../tree/nodes.ts';
import type { Origin } from '../tree/origin.ts';
import { placeIn, wholeRows } from './brokenrows.ts';
import { keepBytes, keepSlots } from './caps.ts';
import { checkedText, decoded } from './decode.ts';
import { cellText } from './printed.ts';
import type { Source } from './source.ts';
import { type NumberedLine, numberedLines } from './textlines.ts';

export async function* readText(source: Source): AsyncGenerator<Diagnostic, Document, void> {
  keepBytes(source.bytes.length);
  const text = yield* checkedText(decoded(source.bytes));
  return { type: 'document', carrier: 'text', pages: [flowPage(blocksOfText(text, source.limits.cells))] };
}

/** The blocks of a text; more than `mostCells` cells are refused before any is made. */
export function blocksOfText(text: string, mostCells: number): readonly Block[] {
  const lines = numberedLines(text, mostCells).filter((line) => line.text.trim() !== '');
  const runs = runsOf(wholeRows(lines));
  const blocks = runs.flatMap(blocksOfRun);
  keepSlots(
    blocks.reduce((slots, block) => slots + (block.type === 'table' ? block.rows * block.columns : 0), 0),
  );
  return blocks;
}

type Separator = '\t' | '|' | 'leading |' | null;

/**
 * Which separator takes a line apart. Lines that begin with a pipe are kept apart from those that only end with one;
 * after lines that only end with one, a pipe at the beginning closes a blank cell.
 */
function separatorOf(line: string, before: Separator): Separator {
  if (line.includes('\t')) return '\t';
  if (!line.includes('|')) return null;
  if (before === '|') return '|';
  return /^\s*\|/.test(line) ? 'leading |' : '|';
}

interface Run {
  readonly separator: Separator;
  readonly lines: NumberedLine[];
}

function runsOf(lines: readonly NumberedLine[]): readonly Run[] {
  const runs: Run[] = [];
  for (const line of lines) {
    const last = runs.at(-1);
    const separator = separatorOf(line.text, last?.separator ?? null);
    if (last?.separator === separator) last.lines.push(line);
    else runs.push({ separator, lines: [line] });
  }
  return runs;
}

function blocksOfRun(run: Run): readonly Block[] {
  if (run.separator === null) return run.lines.map(lineBlock);
  const { separator } = run;
  const rows = run.lines.map((line) => piecesOf(line.text, separator));
  const isStream = separator === 'leading |' && !isRegular(rows);
  return isStream ? run.lines.map(lineBlock) : [raggedTable(run.lines, rows)];
}

/** Lines that begin with a pipe are rows only if they have equally many cells; else the line breaks fell inside cells. */
function isRegular(rows: readonly (readonly Piece[])[]): boolean {
  return rows.length > 1 && rows.every((row) => row.length === rows[0]?.length);
}

function lineBlock(line: NumberedLine): Block {
  const text = cellText(line.text);
  return lineOf(text, originOf(line, line.text.length - line.text.trimStart().length));
}

interface Piece {
  readonly text: string;
  readonly start: number;
}

/** The cells of a line. A pipe closes its cell, so that nothing follows the last one; a leading pipe opens the first. */
function piecesOf(line: string, separator: Separator): readonly Piece[] {
  let start = 0;
  const pieces = line.split(separator === '\t' ? '\t' : '|').map((text) => {
    const piece = { text, start };
    start += text.length + 1;
    return piece;
  });
  if (separator === '\t') return pieces;
  const isClosed = pieces.at(-1)?.text.trim() === '';
  return pieces.slice(separator === 'leading |' ? 1 : 0, isClosed ? -1 : undefined);
}

function raggedTable(lines: readonly NumberedLine[], rows: readonly (readonly Piece[])[]): Table {
  const cells = rows.flatMap((pieces, row) => {
    const line = lines[row];
    return line ? pieces.map((piece, column) => raggedCell(line, piece, { row, column })) : [];
  });
  const [first] = lines;
  return tableOf(cells, { on: 'text', line: first?.number ?? 1, column: 1 }, 'ragged');
}

function raggedCell(line: NumberedLine, piece: Piece, at: Pick<Cell, 'row' | 'column'>): Cell {
  const text = cellText(piece.text);
  const indent = piece.text.length - piece.text.trimStart().length;
  const start = piece.start + (text === '' ? 0 : indent);
  return cellOf(text, originOf(line, start), { ...at, rowSpan: 1, columnSpan: 1 });
}

function originOf(line: NumberedLine, start: number): Origin {
  const { number, column } = placeIn(line, start);
  return { on: 'text', line: number, column };
}
