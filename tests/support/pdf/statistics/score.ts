// Tables found and tables known → precision, recall and F1 of neighbouring cells, as the ICDAR-2013 competition counts them.
// Surprise: a pair is two texts and a direction; blank cells are stepped over, so that a column too many that stays blank costs nothing.

export interface Known {
  readonly rows: number;
  readonly columns: number;
  readonly cells: readonly {
    readonly row: number;
    readonly column: number;
    readonly rowSpan: number;
    readonly columnSpan: number;
    readonly text: string;
  }[];
}

export interface Score {
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
}

/** All tables of one document at once: a pair that is found twice must be there twice. */
export function scoreOf(found: readonly Known[], known: readonly Known[]): Score {
  const [ours, theirs] = [found.flatMap(pairsOf), known.flatMap(pairsOf)];
  const left = new Map<string, number>();
  for (const pair of theirs) left.set(pair, (left.get(pair) ?? 0) + 1);
  let right = 0;
  for (const pair of ours) {
    const count = left.get(pair) ?? 0;
    if (count > 0) right++;
    left.set(pair, count - 1);
  }
  const [precision, recall] = [share(right, ours.length), share(right, theirs.length)];
  return { precision, recall, f1: share(2 * precision * recall, precision + recall) };
}

function share(part: number, whole: number): number {
  return whole === 0 ? 0 : part / whole;
}

export function pairsOf(table: Known): readonly string[] {
  const slots = Array.from({ length: table.rows }, () => new Array<number>(table.columns).fill(-1));
  const texts = table.cells.map((cell) => normalized(cell.text));
  for (const [at, cell] of table.cells.entries()) {
    if (texts[at] === '') continue;
    for (let row = cell.row; row < cell.row + cell.rowSpan; row++)
      slots[row]?.fill(at, cell.column, cell.column + cell.columnSpan);
  }
  const across = slots.flatMap((line) => neighbours(line).map((pair) => ({ pair, way: '→' })));
  const columns = Array.from({ length: table.columns }, (_, column) =>
    slots.map((line) => line[column] ?? -1),
  );
  const down = columns.flatMap((line) => neighbours(line).map((pair) => ({ pair, way: '↓' })));
  const distinct = new Map(
    [...across, ...down].map(({ pair: [a, b], way }) => [
      `${a} ${way} ${b}`,
      `${texts[a]} ${way} ${texts[b]}`,
    ]),
  );
  return [...distinct.values()];
}

/** Pairs of different cells with nothing but blanks between them. */
function neighbours(line: readonly number[]): readonly (readonly [number, number])[] {
  const written = line.filter((slot) => slot >= 0);
  return written.slice(1).flatMap((slot, at) => {
    const before = written[at] ?? slot;
    return before === slot ? [] : [[before, slot] as const];
  });
}

/** Without blanks, and without the dots that lead from a label to its figures. */
function normalized(text: string): string {
  return text.replace(/\s+/g, '').replace(/(?<=[^.])\.{4,}$/, '');
}
