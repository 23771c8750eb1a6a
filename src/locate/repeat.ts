// How many rows at the head of a table's second part only repeat the first part's header, printed again on the new page.
// Surprise: equal is not repeated. A list may have the same row twice; only rows that are a header by their own print and columns are dropped.

import { conceptIn } from '../form/vocabulary.ts';
import { type Cell, cellsOfRow, gridOf, type Table } from '../tree/index.ts';

/** A row of a table as it is compared: its texts without blanks, and how it is cut into cells. */
export interface PrintedRow {
  readonly text: string;
  readonly texts: readonly string[];
  /** The cells that begin in it, from left to right. */
  readonly fresh: readonly Cell[];
  /** Where its cells begin, those from above among them. */
  readonly columns: readonly number[];
}

export function printedRows(table: Table): readonly PrintedRow[] {
  const grid = gridOf(table);
  return grid.map((_, row) => {
    const cells = cellsOfRow(grid, row);
    const texts = cells.map(bareText);
    return {
      text: texts.join('\t').trim(),
      texts: texts.filter((text) => text !== ''),
      fresh: cells.filter((cell) => cell.row === row),
      columns: cells.map((cell) => cell.column),
    };
  });
}

export function bareText({ text }: Cell): string {
  return text.replace(/\s+/g, '');
}

/** The rows of `next`, from its first, that print a header of `table` again: the header at its head, or part of it, or one further down. */
export function repeatedRows(table: Table, next: Table): number {
  const [ours, theirs] = [printedRows(table), printedRows(next)];
  const head = headerEnd(ours, 0);
  const starts = ours.flatMap((row, at) => (row.text === theirs[0]?.text ? [at] : []));
  const runs = starts.map((start) => {
    const end = start < head ? head : isLaterHeader(ours, start) ? headerEnd(ours, start) : start;
    return runLength(ours.slice(start, end), theirs);
  });
  return Math.max(0, ...runs);
}

function runLength(ours: readonly PrintedRow[], theirs: readonly PrintedRow[]): number {
  const end = ours.findIndex(({ text }, at) => text === '' || text !== theirs[at]?.text);
  return end < 0 ? ours.length : end;
}

/** Where the header ends that begins with row `start`: titles, rows of labels, each cut into more columns than those above it, and the columns' numbers. */
function headerEnd(rows: readonly PrintedRow[], start: number): number {
  const past = (from: number, isOne: (at: number) => boolean) => {
    const end = rows.findIndex((_, at) => at >= from && !isOne(at));
    return end < 0 ? rows.length : end;
  };
  const titles = start === 0 ? past(0, (at) => rows[at]?.texts.length === 1) : start;
  const labels = past(titles, (at) => isNaming(rows[at]) || isFiner(rows, titles, at));
  return past(labels, (at) => isCounting(rows[at]));
}

/** 项目名称 | …, 主管部门 | …: what a form begins with, which its author may have repeated on every page. */
export function isNaming(row: PrintedRow | undefined): boolean {
  return conceptIn('header', labelOf(row)) !== null;
}

/** The text that a row begins with, itself begun there. */
export function labelOf(row: PrintedRow | undefined): string {
  return row?.fresh.map(bareText).find((text) => text !== '') ?? '';
}

/** Rows that name the form do not count: they are cut for what is filled in. */
function isFiner(rows: readonly PrintedRow[], from: number, at: number): boolean {
  const above = rows.slice(from, at);
  const labels = above.slice(above.findLastIndex(isNaming) + 1);
  const most = labels.reduce((count, row) => Math.max(count, row.columns.length), 0);
  return (rows[at]?.columns.length ?? 0) > most && isLabels(rows, at);
}

/** Two texts at least and no amounts, and hardly one of them stands in its column again: 是 and 完成 do, the heads of columns do not. */
function isLabels(rows: readonly PrintedRow[], at: number): boolean {
  const row = rows[at];
  if (!row || row.texts.length < 2 || row.texts.some(isFigure)) return false;
  const heads = row.fresh.filter((cell) => bareText(cell) !== '');
  const again = heads.filter((head) => rows.slice(at + 1).some((below) => repeats(below, head)));
  return 2 * again.length < heads.length;
}

function repeats({ fresh }: PrintedRow, head: Cell): boolean {
  return fresh.some((cell) => cell.column === head.column && bareText(cell) === bareText(head));
}

/** A header in mid-table: labels in columns that no row above has, and that go on below. */
function isLaterHeader(rows: readonly PrintedRow[], at: number): boolean {
  const columns = (row: PrintedRow | undefined) => row?.columns.join(' ');
  const own = columns(rows[at]);
  const goesOn = (rows[at + 1]?.columns.length ?? 0) > (rows[at]?.columns.length ?? 0);
  return (
    (goesOn || columns(rows[at + 1]) === own) &&
    !rows.slice(0, at).some((row) => columns(row) === own) &&
    isLabels(rows, at)
  );
}

export function isFigure(text: string): boolean {
  return /^[\d.,%≥≤=~+-]+$/.test(text) && !/^(?:19|20)\d\d$/.test(text);
}

/** 栏次 | 1 | 2 | 3, 甲 | 乙 | 1 | 2: what numbers the columns. */
function isCounting(row: PrintedRow | undefined): boolean {
  const [numbers, marks] = [row?.texts.filter(isFigure) ?? [], row?.texts.filter((text) => !isFigure(text))];
  const areMarks = marks?.every((text) => /^(?:[栏行列]次|[甲乙丙丁])$/.test(text)) ?? false;
  return numbers.length > 1 && areMarks && numbers.every((text, at) => Number.parseInt(text, 10) === at + 1);
}
