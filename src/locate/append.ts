// The two parts of a table that a page break cut → one table: common columns, repeated headers dropped, the row and the merged cells that the break cut joined.
// Surprise: a merged cell that the break cut has its text on one side only; the empty half below is the same cell going on.

import { joinLines } from '../text/join.ts';
import type { Cell, Table, Word } from '../tree/nodes.ts';
import { median } from './chunks.ts';
import { placesOf } from './crossings.ts';
import { boxOfWord, linesOf, unionOf } from './fill.ts';
import { ruledXs, sidesOf } from './xs.ts';

/** `repeated`: rows at the head of `next` that only repeat the table's header. */
export function joinedTable(table: Table, next: Table, repeated: number): Table {
  const [ours, theirs] = [ruledXs(table), ruledXs(next)];
  if (ours === null || theirs === null) return withRowsBelow(table, withoutRows(next, repeated));
  const shift = (ours[0] ?? 0) - (theirs[0] ?? 0);
  const xs = placesOf([...ours, ...theirs.map((x) => x + shift)]);
  const above = table.cells.map((cell) => inColumns(cell, xs, 0));
  const below = withoutRows(next, repeated).map((cell) => inColumns(cell, xs, shift));
  const foot = above.filter((cell) => cell.row + cell.rowSpan === table.rows);
  const seam = { rows: table.rows, above, foot, below };
  const cells = isBrokenRow(seam) ? withBrokenRow(seam) : withCutCells(seam);
  const rows = cells.reduce((most, cell) => Math.max(most, cell.row + cell.rowSpan), 0);
  return { ...table, rows, columns: xs.length - 1, cells };
}

/** A part without rules has the same columns, and its rows are whole. */
function withRowsBelow(table: Table, below: readonly Cell[]): Table {
  const cells = [...table.cells, ...below.map((cell) => ({ ...cell, row: cell.row + table.rows }))];
  return { ...table, rows: cells.reduce((most, cell) => Math.max(most, cell.row + cell.rowSpan), 0), cells };
}

interface Seam {
  readonly rows: number;
  readonly above: readonly Cell[];
  /** Those of `above` that reach the last row. */
  readonly foot: readonly Cell[];
  readonly below: readonly Cell[];
}

function inColumns(cell: Cell, xs: readonly number[], shift: number): Cell {
  const [left, right] = sidesOf(cell) ?? [0, 0];
  const column = nearest(xs, left + shift);
  const columnSpan = Math.max(1, nearest(xs, right + shift) - column);
  return column === cell.column && columnSpan === cell.columnSpan ? cell : { ...cell, column, columnSpan };
}

function nearest(xs: readonly number[], value: number): number {
  return xs.reduce((best, x, at) => (Math.abs(x - value) < Math.abs((xs[best] ?? 0) - value) ? at : best), 0);
}

function withoutRows({ cells }: Table, count: number): readonly Cell[] {
  return cells.filter((cell) => cell.row >= count).map((cell) => ({ ...cell, row: cell.row - count }));
}

/** The cell at the foot of the first part that stands exactly above; undefined where columns differ. */
function over({ foot }: Seam, cell: Cell): Cell | undefined {
  return foot.find((other) => other.column === cell.column && other.columnSpan === cell.columnSpan);
}

const isBlank = (cell: Cell) => cell.words.length === 0;

/**
 * Whether the first row below only carries on the last row above: same cells, text only under text that fills its cell to the foot, and beside it cells
 * of the row that are at their end.
 */
function isBrokenRow(seam: Seam): boolean {
  const head = seam.below
    .filter((cell) => cell.row === 0 && cell.rowSpan === 1)
    .sort((a, b) => a.column - b.column);
  const pairs = head.map((cell) => ({ upper: over(seam, cell), cell }));
  const written = pairs.filter(({ cell }) => !isBlank(cell));
  const first = pairs.findIndex(({ cell }) => !isBlank(cell));
  if (written.length === 0) return false;
  const end = endOf(seam);
  if (!written.every(({ upper, cell }) => canGoOn(upper, cell, end))) return false;
  const ends = ({ upper, cell }: (typeof pairs)[number]) =>
    isBlank(cell) && upper !== undefined && !isBlank(upper);
  const before = pairs.slice(0, first).some(ends);
  const beside = pairs.some((pair, at) => ends(pair) && (at > first || isFigure(pair.upper)));
  if (!before && !beside) return false;
  return written.every(({ upper, cell }) => {
    const lines = linesIn(upper).length;
    if (before && beside) return lines >= TEXT - 1 || wrapsInto(upper, cell);
    return lines >= TEXT || ((beside || lines > 1) && wrapsInto(upper, cell));
  });
}

/** Lines of a cell from which it holds a text, which may go on after any of its sentences. */
const TEXT = 3;

function linesIn(cell: Cell | undefined): readonly (readonly Word[])[] {
  return linesOf(cell?.words ?? []);
}

/** The text above fills its cell to the foot and has no end, two numbers make one, and no name of its own is left open (指标3：, ……). */
function canGoOn(upper: Cell | undefined, lower: Cell, end: End): boolean {
  if (!upper || isBlank(upper) || OPEN.test(lower.text) || !reachesFoot(upper, end)) return false;
  return !isFigure(upper) || !isFigure(lower) || isCutNumber(upper, lower);
}

const OPEN = /[:：…]$/;

/** Share of a line by which a cell's last line stands above the row's when another had no room; word processors keep one more with the next. */
const ABOVE = 0.9;
const KEPT = 1.9;

/** Where the print of the last row above ends, and how far lines stand apart there. */
interface End {
  readonly lowest: number;
  readonly pitch: number;
}

function endOf(seam: Seam): End {
  const own = seam.above.filter((cell) => cell.row === seam.rows - 1).flatMap((cell) => cell.words);
  const [, , , lowest] = unionOf(own.map(boxOfWord));
  return { lowest, pitch: pitchIn(seam) };
}

function reachesFoot(upper: Cell, { lowest, pitch }: End): boolean {
  const lines = linesIn(upper);
  const [, , , bottom] = unionOf((lines.at(-1) ?? []).map(boxOfWord));
  return lowest - bottom < (lines.length > 1 ? KEPT : ABOVE) * pitch;
}

/** Rows that tell how far lines stand apart. */
const TELLING = 30;

/** Between two lines of a cell at the foot, from one to the next. */
function pitchIn({ above, rows }: Seam): number {
  const telling = above.filter((cell) => cell.row >= rows - TELLING && cell.words.length > 1);
  const pitches = telling.flatMap((cell) => {
    const tops = linesIn(cell).map((line) => unionOf(line.map(boxOfWord))[1]);
    return tops.slice(1).map((top, at) => top - (tops[at] ?? top));
  });
  return pitches.length > 0 ? median(pitches) : Number.POSITIVE_INFINITY;
}

/** A number of one word, or one word of a picture that is not read yet: two of them are never one cell. */
function isFigure(cell: Cell | undefined): boolean {
  const [only] = cell?.words ?? [];
  return cell?.words.length === 1 && only !== undefined && /^[≥≤><=\d.,%‰-]*$/.test(only.text);
}

/** Digits that the narrow cell above had no room for. */
function isCutNumber(upper: Cell | undefined, lower: Cell): boolean {
  return /^[≥≤><=+-]?[\d,]+\.?\d*[%‰]?$/.test((upper?.text ?? '') + lower.text) && wrapsInto(upper, lower);
}

/** Points between both sides of a cell and its print, as word processors set it. */
const PADDING = 11;

/** The text above was wrapped where it ends: what stands first below would not have fitted. */
function wrapsInto(upper: Cell | undefined, lower: Cell): boolean {
  const line = linesIn(upper).at(-1);
  if (upper?.origin.on !== 'page' || !line || lower.text === '') return false;
  const [left, , right] = upper.origin.box;
  const [x0, top, x1, bottom] = unionOf(line.map(boxOfWord));
  return right - left - (x1 - x0) < widthOf(firstPiece(lower.text)) * (bottom - top) + PADDING;
}

/** Up to where a line may break: one character with what is tied to it (元/人), or a word. */
function firstPiece(text: string): string {
  return (
    /^(?:\p{Script=Han}(?:[/／][^\s]\p{Script=Han}*|[、，。；：）)%％]+)*|[^\p{Script=Han}\s]+)/u.exec(
      text,
    )?.[0] ?? text.slice(0, 1)
  );
}

/** In ems. */
function widthOf(text: string): number {
  return [...text].reduce(
    (sum, char) => sum + (/[\p{Script=Han}\u3000-\u303f\uff00-\uffef]/u.test(char) ? 1 : 0.55),
    0,
  );
}

function withBrokenRow(seam: Seam): readonly Cell[] {
  const head = seam.below.filter((cell) => cell.row === 0);
  const more = new Map(head.toReversed().map((cell) => [over(seam, cell), cell]));
  const above = seam.above.map((cell) => {
    const rest = more.get(cell);
    return rest ? extended(cell, rest, rest.rowSpan - 1) : cell;
  });
  const rest = seam.below.filter((cell) => cell.row > 0 || !over(seam, cell));
  return [...above, ...rest.map((cell) => ({ ...cell, row: cell.row + seam.rows - 1 }))];
}

/** Cells at the head of the second part lengthen the merged cells that they are the rest of. */
function withCutCells(seam: Seam): readonly Cell[] {
  const head = seam.below.filter((cell) => cell.row === 0).sort((a, b) => a.column - b.column);
  const own = head.findIndex((cell) => !isRest(over(seam, cell), cell));
  const rests = new Map<Cell, Cell>();
  for (const [at, cell] of head.entries()) {
    const upper = over(seam, cell);
    const isMerged = isBlank(cell) && (upper?.rowSpan ?? 0) + cell.rowSpan > 2;
    if (upper && (isMerged || at < own)) rests.set(upper, cell);
  }
  const taken = new Set(rests.values());
  const above = seam.above.map((cell) => {
    const rest = rests.get(cell);
    return rest ? extended(cell, rest, rest.rowSpan) : cell;
  });
  const below = seam.below
    .filter((cell) => !taken.has(cell))
    .map((cell) => ({ ...cell, row: cell.row + seam.rows }));
  return [...above, ...below];
}

/** A cell before the first that the row has of its own: nothing below a text, or the few characters that its last line had no room for. */
function isRest(upper: Cell | undefined, cell: Cell): boolean {
  if (!upper || isBlank(upper)) return false;
  return isBlank(cell) || (wrapsInto(upper, cell) && isShort(cell));
}

/** One line that fills less than half of its cell. */
function isShort({ words, origin }: Cell): boolean {
  const [only] = words;
  if (words.length > 1 || only?.origin.on !== 'page' || origin.on !== 'page') return false;
  return 2 * (only.origin.box[2] - only.origin.box[0]) < origin.box[2] - origin.box[0];
}

function extended(cell: Cell, more: Cell, rows: number): Cell {
  const text = joinLines([cell.text, more.text]);
  return { ...cell, text, words: [...cell.words, ...more.words], rowSpan: cell.rowSpan + rows };
}
