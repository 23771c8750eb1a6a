// Which rows are parts of an indicator: those named 其中…, and those after them that print no 其中 of their own.
// Surprise: the indicator's own row proves it (18 + 12 of its 30, in weight and in score); no total is asked.

import { exact, type Ratio, ratioOf } from '../number/index.ts';
import type { Indicator } from '../record/evaluation.ts';
import type { Stated } from '../record/stated.ts';
import { folded } from '../text/label.ts';

/** A row named 其中… is part of the last row before it that is not; so are the rows after it that complete its weight. */
export function withParts(rows: readonly Indicator[]): readonly Indicator[] {
  let whole = -1;
  let end = 0;
  return rows.map((row, at) => {
    const name = at < end ? row.level3 : partNameOf(row);
    if (name === null) whole = at;
    if (name === null || whole < 0) return row;
    if (at >= end) end = endOfParts(rows, whole, at);
    return { ...row, partOf: { ...name, field: `/indicators/${at}/partOf`, value: whole } };
  });
}

function partNameOf({ level3 }: Indicator): Stated<string> | null {
  return level3 && /^其中/.test(folded(level3.value)) ? level3 : null;
}

/** Where the parts end that begin with the row `first`: right behind it, but where further rows of its levels complete what the whole prints. */
function endOfParts(rows: readonly Indicator[], whole: number, first: number): number {
  for (let end = first + 1; end <= rows.length; end++) {
    const parts = rows.slice(whole + 1, end);
    if (completes(parts, rows[whole])) return end;
    const next = rows[end];
    if (!next?.level3 || partNameOf(next) || !isBeside(next, rows[first])) break;
  }
  return first + 1;
}

function isBeside(row: Indicator, other: Indicator | undefined): boolean {
  return row.level1?.value === other?.level1?.value && row.level2?.value === other?.level2?.value;
}

function completes(parts: readonly Indicator[], whole: Indicator | undefined): boolean {
  const [weights, scores] = [sumOf(parts, 'weight'), sumOf(parts, 'score')];
  return isSame(weights, whole?.weight) && isSame(scores, whole?.score);
}

/** Null where a part prints none. */
function sumOf(parts: readonly Indicator[], column: 'weight' | 'score'): Ratio | null {
  let sum = exact.ratio(0n);
  for (const { [column]: printed } of parts) {
    if (!printed) return null;
    sum = exact.add(sum, ratioOf(printed.value));
  }
  return sum;
}

function isSame(sum: Ratio | null, printed: Indicator['weight'] | undefined): boolean {
  return sum !== null && printed != null && exact.compare(sum, ratioOf(printed.value)) === 0;
}
