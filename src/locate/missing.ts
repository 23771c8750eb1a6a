// A ruled table whose inner lines are partly missing → the same lattice with the lines that its print implies.
// Surprise: lines are added only where print cannot be one cell: figures under figures in several columns, or line breaks that no lack of room explains.

import type { Cell, Word } from '../tree/nodes.ts';
import { type Band, bandsOf } from './bands.ts';
import { boxOfRows, isNumeric, rowsOf, rowsOfText, type TextRow } from './chunks.ts';
import { columnGaps, spanOf } from './columns.ts';
import type { Lattice } from './crossings.ts';
import { boxOfWord, linesOf } from './fill.ts';
import { headingLines } from './headings.ts';
import type { Located } from './lattice.ts';
import type { Segment } from './segments.ts';

/** A cell and its lines of print, which are asked for again and again. */
interface Printed {
  readonly cell: Cell;
  readonly rows: readonly TextRow[];
}

/** `lattice` with more lines, or itself where none are missing. */
export function completed(lattice: Lattice, { table, tracks }: Located): Lattice {
  const printed = table.cells
    .filter((cell) => cell.words.length > 0)
    .map((cell): Printed => ({ cell, rows: rowsOfText(cell.words) }));
  const open = Map.groupBy(
    table.cells.filter((cell) => cell.rowSpan === 1),
    (cell) => cell.row,
  );
  const bands = Map.groupBy(
    printed.filter(({ cell }) => cell.rowSpan === 1),
    ({ cell }) => cell.row,
  );
  const plumb = stacksOfCells(printed).flatMap((stack) => missingUprights(stack, tracks.xs));
  const level = [...bands].flatMap(([row, band]) => missingLevels(band, open.get(row) ?? [], tracks.xs));
  const heading = headingLines(table.cells, tracks.xs);
  const lines = { level: [...heading.level, ...level], plumb: [...heading.plumb, ...plumb] };
  if (lines.plumb.length + lines.level.length === 0) return lattice;
  return { level: [...lattice.level, ...lines.level], plumb: [...lattice.plumb, ...lines.plumb] };
}

/** Lines of print in a cell that stand in columns: fewer may be chance. */
const FEWEST = 3;
/** Share of those lines that are cut, and of figures beside the first column. */
const CUT = 0.6;

function missingUprights(stack: readonly Printed[], xs: readonly number[]): readonly Segment[] {
  const gaps = printedGaps(
    stack.flatMap(({ rows }) => rows),
    xs,
  );
  return stack.flatMap((printed) => gaps.flatMap((at) => uprightIn(printed, at)));
}

/** Cells that stand in the same columns, one list for each stretch of columns. */
function stacksOfCells(printed: readonly Printed[]): readonly (readonly Printed[])[] {
  return [...Map.groupBy(printed, ({ cell }) => `${cell.column} ${cell.columnSpan}`).values()];
}

/** Where print under print leaves gaps through all rows of a stack. */
function printedGaps(rows: readonly TextRow[], xs: readonly number[]): readonly number[] {
  if (rows.length < FEWEST) return [];
  const cut = rows.filter((row) => row.chunks.length > 1).length;
  if (cut < (CUT / 2) * rows.length) return [];
  const gaps = columnGaps(rows).map((gap) => drawnPlace(gap, xs, rows));
  if (cut < (gaps.length > 2 && cut >= MANY ? CUT / 2 : CUT) * rows.length) return [];
  const beside = rows.flatMap((row) => row.chunks.filter((chunk) => spanOf(chunk, gaps)[0] > 0));
  const figures = beside.filter(isNumeric).length;
  const areDrawn = gaps.every((gap) => xs.includes(gap));
  return figures < CUT * beside.length && gaps.length < 3 && !areDrawn ? [] : gaps;
}

/** The piece of a missing line within one cell; none where its print crosses it. */
function uprightIn({ cell, rows }: Printed, at: number): readonly Segment[] {
  if (cell.origin.on !== 'page') return [];
  const crossed = rows.some((row) => row.chunks.some((chunk) => chunk.x0 < at && chunk.x1 > at));
  const [, y0, , y1] = cell.origin.box;
  return crossed ? [] : [{ at, from: y0, to: y1 }];
}

/** A gap's place, or that of a line drawn elsewhere in the table (under its heading) that no chunk crosses any more than the gap. */
function drawnPlace(gap: number, xs: readonly number[], rows: readonly TextRow[]): number {
  const crossed = (x: number) =>
    rows.filter((row) => row.chunks.some((chunk) => chunk.x0 < x && chunk.x1 > x)).length;
  const between = (x: number) =>
    rows.some((row) =>
      row.chunks.some((chunk) => chunk.x0 > Math.min(x, gap) && chunk.x1 < Math.max(x, gap)),
    );
  return xs.find((x) => Math.abs(x - gap) < FAR && crossed(x) <= crossed(gap) && !between(x)) ?? gap;
}

/** Points between a gap's middle and a drawn line that means it: columns of text leave wide gaps. */
const FAR = 60;
/** Rows in chunks that are no chance, whatever stands between them. */
const MANY = 8;

/** `band`: the cells with print of one row of the table, `open`: all its cells. */
function missingLevels(
  band: readonly Printed[],
  open: readonly Cell[],
  xs: readonly number[],
): readonly Segment[] {
  const lines = linesOf(band.flatMap(({ cell }) => cell.words));
  if (lines.length < 2) return [];
  const rows = rowsOf(lines);
  const gaps = [...xs.slice(1, -1), ...band.flatMap((printed) => printedGaps(printed.rows, xs))].sort(
    (a, b) => a - b,
  );
  const areRows = areFigures(band, rows) || areBroken(band, rows);
  if (!areRows && !mayBeWhole(rows, gaps)) return [];
  const bands = bandsOf(rows, { gaps, rules: [] });
  if (!areRows && !areWhole(bands, gaps)) return [];
  const middles = bands
    .slice(1)
    .map((lower, at) => (bottomOf(bands[at]?.rows ?? []) + topOf(lower.rows)) / 2);
  return middles.flatMap((at) => open.flatMap((cell) => acrossCell(cell, at)));
}

function topOf(rows: readonly TextRow[]): number {
  return boxOfRows(rows)[1];
}

function bottomOf(rows: readonly TextRow[]): number {
  return boxOfRows(rows)[3];
}

function acrossCell(cell: Cell, at: number): readonly Segment[] {
  return cell.origin.on === 'page' ? [{ at, from: cell.origin.box[0], to: cell.origin.box[2] }] : [];
}

/** Share of a stack's lines that are figures. */
const MOSTLY = 0.8;

/** Figures stand under figures in two columns (three lines) or three (two lines); or in one, many, or as many as every other cell has lines. */
function areFigures(band: readonly Printed[], rows: readonly TextRow[]): boolean {
  const stacks = band
    .filter((printed) => chunksIn(printed) > 1 && isNotWrapped(printed))
    .flatMap(stacksOf)
    .filter(
      ({ lines, figures }) =>
        lines > 1 && (lines * 2 >= rows.length || lines >= MANY) && figures >= MOSTLY * lines,
    );
  if (stacks.length >= 2) return rows.length >= (stacks.length >= 3 ? 2 : FEWEST);
  const isEven = rows.length >= FEWEST && band.every((printed) => printed.rows.length === rows.length);
  return stacks.some(({ lines }) => lines >= MANY || isEven);
}

/** What `areWhole` asks for at least, without the bands: rows with something in every column. */
function mayBeWhole(rows: readonly TextRow[], gaps: readonly number[]): boolean {
  return gaps.length >= 2 && rows.filter((row) => row.chunks.length >= gaps.length).length >= FEWEST;
}

/** Columns of words, some in several lines, that begin anew side by side several times, the first column every time. Print not yet read may be anything. */
function areWhole(bands: readonly Band[], gaps: readonly number[]): boolean {
  const beginnings = bands.map((band) => columnsIn(band.rows.slice(0, 1), gaps));
  return (
    bands.length >= FEWEST &&
    bands.some((band) => band.rows.length > 1) &&
    beginnings.every((columns) => columns.has(0) && columns.size >= gaps.length) &&
    bands.every(({ rows }) => rows[0]?.chunks.every((chunk) => chunk.text !== ''))
  );
}

function columnsIn(rows: readonly TextRow[], gaps: readonly number[]): ReadonlySet<number> {
  return new Set(rows.flatMap((row) => row.chunks.map((chunk) => spanOf(chunk, gaps)[0])));
}

/** A number too long for its narrow cell goes on below it (675.9 over 2): that is one cell, not figures under figures. */
function isNotWrapped(printed: Printed): boolean {
  const width = widthOf(printed.cell);
  const whole = printed.rows.flatMap((row) => row.chunks.map((chunk) => chunk.text)).join('');
  return (
    !ONE_NUMBER.test(whole) ||
    printed.rows.slice(0, -1).some((row) => !fills(row, width)) ||
    stacksOf(printed).length > 1
  );
}

/** A cell with one makes no stack. */
function chunksIn({ rows }: Printed): number {
  return rows.reduce((sum, row) => sum + row.chunks.length, 0);
}

function widthOf({ origin }: Cell): number {
  return origin.on === 'page' ? origin.box[2] - origin.box[0] : 0;
}

/** What the lines of a wrapped number make together; two figures with decimals make none. */
const ONE_NUMBER = /^[-+≥≤=<>]?[\d,，]*\.?\d*[%％]?$/u;

/** One more character would not have fitted. */
function fills(row: TextRow, width: number): boolean {
  const [x0, y0, x1, y1] = boxOfRows([row]);
  return x1 - x0 + CHARACTER * (y1 - y0) + 2 * PADDING > width;
}

/** A digit's width in heights of print: 0.5–0.67, as the font's box is high. */
const CHARACTER = 0.7;

/** A cell's columns of print: how many lines each has, and how many are figures. */
function stacksOf({ rows }: Printed): readonly { lines: number; figures: number }[] {
  const gaps = printedGaps(rows, []);
  return Array.from({ length: gaps.length + 1 }, (_, column) => {
    const chunks = rows.flatMap((row) => row.chunks.filter((chunk) => spanOf(chunk, gaps)[0] === column));
    return { lines: chunks.length, figures: chunks.filter(isNumeric).length };
  });
}

/** Every cell has as many lines as the band, and their breaks come where there was room for the next word. */
function areBroken(band: readonly Printed[], rows: readonly TextRow[]): boolean {
  if (band.length < 2 || rows.length < FEWEST) return false;
  if (band.some((printed) => printed.rows.length !== rows.length)) return false;
  const breaks = band.flatMap(breaksOf);
  return breaks.filter((isMeant) => isMeant).length >= MEANT * breaks.length;
}

/** Share of line breaks with room to spare that makes them rows: a narrow column has none, wrapped text has none anywhere. */
const MEANT = 0.6;

/** For each line break of a cell, whether the first word after it would have fitted before it. */
function breaksOf({ cell, rows }: Printed): readonly boolean[] {
  const width = widthOf(cell);
  return rows.slice(1).map((row, at) => {
    const before = boxOfRows(rows.slice(at, at + 1));
    return before[2] - before[0] + firstWidth(row) + 2 * PADDING < width;
  });
}

/** Points between a cell's side and its print, as word processors set it. */
const PADDING = 5.4;

/** Width of the first word; one character where lines may break anywhere. */
function firstWidth(row: TextRow): number {
  const first: Word | undefined = row.chunks[0]?.words[0];
  if (!first) return 0;
  const [x0, y0, x1, y1] = boxOfWord(first);
  return /\p{Script=Han}/u.test(first.text) ? y1 - y0 : x1 - x0 + (y1 - y0) / 3;
}
