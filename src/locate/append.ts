// The two parts of a table that a page break cut → one table: common columns, repeated headers dropped, the row and the merged cells that the break cut joined.
// Surprise: a merged cell that the break cut has its text on one side only; the empty half below is the same cell going on.

import { joinLines } from '../text/join.ts';
import type { Cell, Table } from '../tree/nodes.ts';
import { placesOf } from './crossings.ts';
import { repeatedRows } from './repeat.ts';
import { ruledXs, sidesOf } from './xs.ts';

export function joinedTable(table: Table, next: Table): Table {
  const shift = (ruledXs(table)?.[0] ?? 0) - (ruledXs(next)?.[0] ?? 0);
  const xs = placesOf([...(ruledXs(table) ?? []), ...(ruledXs(next) ?? []).map((x) => x + shift)]);
  const above = table.cells.map((cell) => inColumns(cell, xs, 0));
  const below = withoutRows(next, repeatedRows(table, next)).map((cell) => inColumns(cell, xs, shift));
  const seam = { rows: table.rows, above, below };
  const cells = isBrokenRow(seam) ? withBrokenRow(seam) : withCutCells(seam);
  const rows = cells.reduce((most, cell) => Math.max(most, cell.row + cell.rowSpan), 0);
  return { ...table, rows, columns: xs.length - 1, cells };
}

interface Seam {
  readonly rows: number;
  readonly above: readonly Cell[];
  readonly below: readonly Cell[];
}

function inColumns(cell: Cell, xs: readonly number[], shift: number): Cell {
  const [left, right] = sidesOf(cell) ?? [0, 0];
  const column = nearest(xs, left + shift);
  return { ...cell, column, columnSpan: Math.max(1, nearest(xs, right + shift) - column) };
}

function nearest(xs: readonly number[], value: number): number {
  return xs.reduce((best, x, at) => (Math.abs(x - value) < Math.abs((xs[best] ?? 0) - value) ? at : best), 0);
}

function withoutRows({ cells }: Table, count: number): readonly Cell[] {
  return cells.filter((cell) => cell.row >= count).map((cell) => ({ ...cell, row: cell.row - count }));
}

/** The cell at the foot of the first part that stands exactly above; undefined where columns differ. */
function over({ above, rows }: Seam, cell: Cell): Cell | undefined {
  return above.find(
    (other) =>
      other.row + other.rowSpan === rows &&
      other.column === cell.column &&
      other.columnSpan === cell.columnSpan,
  );
}

const isBlank = (cell: Cell) => cell.words.length === 0;

/**
 * Whether the first row below only carries on the last row above: same cells, text only under text, and either the cell that names the row is empty,
 * or the text above stops short of an end.
 */
function isBrokenRow(seam: Seam): boolean {
  const head = seam.below.filter((cell) => cell.row === 0 && cell.rowSpan === 1);
  const written = head.filter((cell) => !isBlank(cell));
  if (written.length === 0 || written.some((cell) => isBlank(over(seam, cell) ?? cell) || !over(seam, cell)))
    return false;
  if (written.some((cell) => isFigure(cell) && isFigure(over(seam, cell)))) return false;
  const own = seam.above.filter((cell) => cell.row === seam.rows - 1).sort((a, b) => a.column - b.column);
  const name = own.find((cell) => !isBlank(cell));
  const below = head.find((cell) => cell.column === name?.column);
  if (name && below && isBlank(below) && own.filter((cell) => !isBlank(cell)).length > 1) return true;
  return (
    head.some((cell) => isBlank(cell) && !isBlank(over(seam, cell) ?? cell)) &&
    written.every((cell) => stopsShort(over(seam, cell)) || wrapsInto(over(seam, cell), cell))
  );
}

/** A number of one word, or one word of a picture that is not read yet: two of them are never one cell. */
function isFigure(cell: Cell | undefined): boolean {
  const [only] = cell?.words ?? [];
  return cell?.words.length === 1 && only !== undefined && /^[≥≤><=\d.,%‰-]*$/.test(only.text);
}

/** Several lines of text without a full stop. */
function stopsShort(cell: Cell | undefined): boolean {
  return cell !== undefined && cell.words.length >= 3 && !/[。！？.!?]$/.test(cell.text);
}

/** Ems by which the last line of a wrapped cell may fall short of its sides: the padding, and the character that did not fit. */
const WRAP = 1.5;

/** The text above fills its last line, so that it was wrapped there; what stands below is not a name of its own left open (指标3：, ……). */
function wrapsInto(upper: Cell | undefined, lower: Cell): boolean {
  const last = upper?.words.at(-1);
  if (upper?.origin.on !== 'page' || last?.origin.on !== 'page' || /^$|[:：…。！？!?]$/.test(lower.text))
    return false;
  const [left, , right] = upper.origin.box;
  const [, top, , bottom] = last.origin.box;
  const boxes = upper.words.flatMap(({ origin }) => (origin.on === 'page' ? [origin.box] : []));
  const line = boxes.filter(([, y0, , y1]) => y1 > top && y0 < bottom);
  const width = Math.max(...line.map(([, , x1]) => x1)) - Math.min(...line.map(([x0]) => x0));
  return line.length < boxes.length && right - left - width < WRAP * (bottom - top);
}

function withBrokenRow(seam: Seam): readonly Cell[] {
  const head = seam.below.filter((cell) => cell.row === 0);
  const above = seam.above.map((cell) => {
    const more = head.find((other) => over(seam, other) === cell);
    return more ? extended(cell, more, more.rowSpan - 1) : cell;
  });
  const rest = seam.below.filter((cell) => cell.row > 0 || !over(seam, cell));
  return [...above, ...rest.map((cell) => ({ ...cell, row: cell.row + seam.rows - 1 }))];
}

/** Empty cells at the head of the second part lengthen the merged cells that they are the rest of. */
function withCutCells(seam: Seam): readonly Cell[] {
  const rests = new Map<Cell, Cell>();
  for (const cell of seam.below) {
    const upper = cell.row === 0 && isBlank(cell) ? over(seam, cell) : undefined;
    if (upper && (upper.rowSpan > 1 || cell.rowSpan > 1)) rests.set(upper, cell);
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

function extended(cell: Cell, more: Cell, rows: number): Cell {
  const text = joinLines([cell.text, more.text]);
  return { ...cell, text, words: [...cell.words, ...more.words], rowSpan: cell.rowSpan + rows };
}
