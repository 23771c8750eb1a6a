// How far two short texts are apart, in single-character edits.

/** Levenshtein distance over code points; stops early and returns `cap + 1` once it must exceed `cap`. */
export function distance(a: string, b: string, cap = Number.POSITIVE_INFINITY): number {
  const left = [...a];
  const right = [...b];
  if (Math.abs(left.length - right.length) > cap) return cap + 1;
  let previous = Array.from({ length: right.length + 1 }, (_, index) => index);
  for (const [row, char] of left.entries()) {
    const current = nextRow(previous, { char, right, row });
    if (Math.min(...current) > cap) return cap + 1;
    previous = current;
  }
  return previous[right.length] ?? 0;
}

function nextRow(previous: readonly number[], at: { char: string; right: readonly string[]; row: number }) {
  const current = [at.row + 1];
  for (const [column, char] of at.right.entries()) {
    const replaced = (previous[column] ?? 0) + (char === at.char ? 0 : 1);
    const shorter = Math.min(previous[column + 1] ?? 0, current[column] ?? 0) + 1;
    current.push(Math.min(replaced, shorter));
  }
  return current;
}
