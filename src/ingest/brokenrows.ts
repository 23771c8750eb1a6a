// Rows between pipes whose cells print line breaks → one line each: |⏎一级 指标 |⏎二级指标 | 三级指标 | is one row.
// Surprise: only the number of pipes tells; an export that breaks lines within cells closes as many cells in every row.

import type { NumberedLine } from './textlines.ts';

/** A row of several lines; `parts` are those lines. */
export interface JoinedLine extends NumberedLine {
  readonly parts?: readonly NumberedLine[];
}

const FEWEST_PIPES = 4;
const FEWEST_ROWS = 3;

/** The lines, with those that are parts of one row joined; as they are where not every row has equally many pipes. */
export function wholeRows(lines: readonly NumberedLine[]): readonly JoinedLine[] {
  const first = lines.findIndex(({ text }) => pipesIn(text) > 0);
  const end = lines.findLastIndex(({ text }) => pipesIn(text) > 0) + 1;
  const within = lines.slice(Math.max(0, first), end);
  const pipes = usualPipes(within);
  if (pipes < FEWEST_PIPES || within.every(({ text }) => pipesIn(text) === pipes)) return lines;
  const rows = rowsOf(within, pipes);
  return rows ? [...lines.slice(0, first), ...rows, ...lines.slice(end)] : lines;
}

function pipesIn(text: string): number {
  return text.split('|').length - 1;
}

/** The number of pipes of most lines that begin and end with one. */
function usualPipes(lines: readonly NumberedLine[]): number {
  const counts = new Map<number, number>();
  for (const { text } of lines)
    if (/^\s*\|.*\|\s*$/.test(text)) counts.set(pipesIn(text), (counts.get(pipesIn(text)) ?? 0) + 1);
  const [most] = [...counts].sort(([one, often], [other, oftener]) => oftener - often || other - one);
  return most && most[1] >= FEWEST_ROWS ? most[0] : 0;
}

function rowsOf(lines: readonly NumberedLine[], pipes: number): readonly JoinedLine[] | null {
  const rows: JoinedLine[] = [];
  let open: NumberedLine[] = [];
  let count = 0;
  for (const line of lines) {
    open.push(line);
    count += pipesIn(line.text);
    if (count > pipes) return null;
    if (count < pipes) continue;
    rows.push(joined(open));
    open = [];
    count = 0;
  }
  return open.length === 0 ? rows : null;
}

function joined(parts: readonly NumberedLine[]): JoinedLine {
  const [first] = parts;
  if (!first || parts.length === 1) return first ?? { text: '', number: 1 };
  return { text: parts.map(({ text }) => text).join('\n'), number: first.number, parts };
}

/** Where a character of a row stands on the paper: its line, and its column from 1 on. */
export function placeIn(line: JoinedLine, at: number): { readonly number: number; readonly column: number } {
  let start = 0;
  for (const part of line.parts ?? []) {
    if (at <= start + part.text.length) return { number: part.number, column: at - start + 1 };
    start += part.text.length + 1;
  }
  return { number: line.number, column: at - start + 1 };
}
