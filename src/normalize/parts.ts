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
  const goesOn = (row: Indicator | undefined) =>
    row?.level3 && !partNameOf(row) && isBeside(row, rows[first]);
  if (!goesOn(rows[first + 1])) return first + 1;
  let sums = rows.slice(whole + 1, first + 1).reduce<Sums | null>(plus, NOTHING);
  for (let end = first + 1; sums !== null; end++) {
    if (isSame(sums.weight, rows[whole]?.weight) && isSame(sums.score, rows[whole]?.score)) return end;
    const next = rows[end];
    sums = next && goesOn(next) ? plus(sums, next) : null;
  }
  return first + 1;
}

function isBeside(row: Indicator, other: Indicator | undefined): boolean {
  return row.level1?.value === other?.level1?.value && row.level2?.value === other?.level2?.value;
}

interface Sums {
  readonly weight: Ratio;
  readonly score: Ratio;
}

const NOTHING: Sums = { weight: exact.ZERO, score: exact.ZERO };

/** Null where a part prints no weight or no score. */
function plus(sums: Sums | null, { weight, score }: Indicator): Sums | null {
  if (!sums || !weight || !score) return null;
  return {
    weight: exact.add(sums.weight, ratioOf(weight.value)),
    score: exact.add(sums.score, ratioOf(score.value)),
  };
}

function isSame(sum: Ratio, printed: Indicator['weight'] | undefined): boolean {
  return printed != null && exact.compare(sum, ratioOf(printed.value)) === 0;
}
