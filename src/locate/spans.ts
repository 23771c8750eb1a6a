// Headings over several columns, told from the short rule below them → chunks as wide as that rule.
// Surprise: only the chunk's sides move; its words stay where they are printed.

import { boxOfRows, type Chunk, type TextRow } from './chunks.ts';
import type { Segment } from './segments.ts';

/** Heights of a row between a heading and the rule below it at most. */
const BELOW = 0.9;
/** Points by which a rule must reach past a gap between columns to hold both of them. */
const PAST = 8;
/** Share of the table's width below which a rule belongs to one heading. */
const SHORT = 0.8;
/** Points by which a heading may stick out of its rule. */
const STICKING = 4;

export function withRuledSpans(
  rows: readonly TextRow[],
  gaps: readonly number[],
  rules: readonly Segment[],
): readonly TextRow[] {
  const [left, , right] = boxOfRows(rows);
  const wide = rules.filter(
    (rule) =>
      rule.to - rule.from < SHORT * (right - left) &&
      gaps.some((gap) => rule.from <= gap - PAST && rule.to >= gap + PAST),
  );
  if (wide.length === 0) return rows;
  return rows.map((row) => {
    const below = wide.filter(
      (rule) => rule.at >= row.y1 - 2 && rule.at <= row.y1 + BELOW * (row.y1 - row.y0),
    );
    return below.length === 0
      ? row
      : { ...row, chunks: row.chunks.map((chunk) => spreadChunk(chunk, row, below)) };
  });
}

/** As wide as the rule that is this chunk's alone. */
function spreadChunk(chunk: Chunk, row: TextRow, rules: readonly Segment[]): Chunk {
  const over = (other: Chunk, rule: Segment) =>
    other.x0 >= rule.from - STICKING && other.x1 <= rule.to + STICKING;
  const own = rules.find(
    (rule) => over(chunk, rule) && row.chunks.filter((other) => over(other, rule)).length === 1,
  );
  return own ? { ...chunk, x0: Math.min(chunk.x0, own.from), x1: Math.max(chunk.x1, own.to) } : chunk;
}
