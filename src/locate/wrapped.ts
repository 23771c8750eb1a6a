// Whether a row of print in one piece is the next line of a cell above it, in a table without rules.
// Surprise: Chinese begins no sentence in upper case, so that the place tells: below its own first line, at the same left side or middle, where that line was full.

import type { Chunk, TextRow } from './chunks.ts';

/** Points by which the left sides or the middles of two lines of one cell differ. */
const IN_LINE = 2.5;
/** Heights of a row between two lines of one cell. */
const CARRIED = 0.6;
/** Heights of print by which a full line may end short of its column's widest: two characters, where the next has a mark tied to it. */
const SHORT = 2.2;
/** Share of the line above that the last line of a label fills at most: what is longer may be a label of its own. */
const REST = 0.5;

/** `rows`: all of the table, whose widest print in a column tells how wide that is. */
export function isWrapped(row: TextRow, last: TextRow | undefined, rows: readonly TextRow[]): boolean {
  const [only] = row.chunks;
  const height = row.y1 - row.y0;
  if (!last || !only || row.chunks.length > 1 || row.y0 - last.y1 >= CARRIED * height) return false;
  const upper = last.chunks.find((chunk) => isInLine(chunk, only));
  if (!upper || !isHan(upper.text) || !/^\p{Script=Han}/u.test(only.text) || BEGINS.test(only.text))
    return false;
  const isLabel = last.chunks[0] === upper;
  const most = isLabel ? REST * widthOf(upper) : widthOf(upper) + IN_LINE;
  return widthOf(only) <= most && widthOf(upper) + SHORT * height >= widest(upper, rows);
}

function isInLine(upper: Chunk, lower: Chunk): boolean {
  const off = [lower.x0 - upper.x0, (lower.x0 + lower.x1 - upper.x0 - upper.x1) / 2];
  return off.some((points) => Math.abs(points) <= IN_LINE);
}

/** What begins a row of its own: totals, what they hold, titles with a number, labels with a colon. */
const BEGINS = /^(?:合计|小计|总计|共计|其中|其他|备注|附注|注[:：]|[一二三四五六七八九十]+[、.．])|[:：]$/u;

function isHan(text: string): boolean {
  return /\p{Script=Han}$/u.test(text) || /\p{Script=Han}[，、；（]$/u.test(text);
}

function widest(upper: Chunk, rows: readonly TextRow[]): number {
  const own = rows.flatMap((row) => row.chunks.filter((chunk) => isInLine(upper, chunk)));
  return own.reduce((most, chunk) => Math.max(most, widthOf(chunk)), 0);
}

function widthOf({ x0, x1 }: Chunk): number {
  return x1 - x0;
}
