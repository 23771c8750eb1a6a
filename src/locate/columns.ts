// Rows of chunks → where their columns part: white space that runs down through nearly all of them.
// Surprise: a few rows may bridge a gap, since headings and totals reach over columns; a gap that no row keeps apart is none.

import { type Chunk, chunkOf, isNumeric, median, type TextRow } from './chunks.ts';

/** Share of rows that may reach over a gap between columns. */
const BRIDGING = 0.12;
/** Points: narrower white space is none. */
const NARROWEST = 2;

interface Edge {
  readonly x: number;
  readonly step: 1 | -1;
}

/** A place in each gap, from left to right. */
export function columnGaps(rows: readonly TextRow[]): readonly number[] {
  const parted = rows.filter((row) => row.chunks.length > 1);
  const chunks = parted.flatMap((row) => row.chunks);
  const all = rows.flatMap((row) => row.chunks);
  const middles = gapsIn(chunks, Math.floor(BRIDGING * parted.length)).map((gap) => emptiest(gap, all));
  return middles.filter((middle, at) => {
    const [left, right] = [
      middles[at - 1] ?? Number.NEGATIVE_INFINITY,
      middles[at + 1] ?? Number.POSITIVE_INFINITY,
    ];
    return holds(chunks, left, middle) && holds(chunks, middle, right);
  });
}

/** A column must hold something of its own on two rows. */
function holds(chunks: readonly Chunk[], left: number, right: number): boolean {
  return chunks.filter((chunk) => chunk.x0 >= left - NARROWEST && chunk.x1 <= right + NARROWEST).length >= 2;
}

interface Gap {
  readonly from: number;
  readonly to: number;
}

interface Stretch extends Gap {
  readonly covered: number;
}

/** Where between the first and the last chunk at most `most` chunks stand. */
function gapsIn(chunks: readonly Chunk[], most: number): readonly Gap[] {
  const gaps: { from: number; to: number }[] = [];
  for (const { from, to, covered } of stretchesOf(chunks)) {
    const last = gaps.at(-1);
    if (covered > most) continue;
    if (last && last.to === from) last.to = to;
    else gaps.push({ from, to });
  }
  return gaps.filter((gap) => gap.to - gap.from >= NARROWEST && isInside(gap, chunks));
}

/** Where the fewest chunks bridge the gap, headings and rows in one piece among them, and of such places the middle of the widest. */
function emptiest(gap: Gap, chunks: readonly Chunk[]): number {
  const over = chunks.filter((chunk) => chunk.x1 > gap.from && chunk.x0 < gap.to);
  const clipped = over.map((chunk) => ({ x0: Math.max(chunk.x0, gap.from), x1: Math.min(chunk.x1, gap.to) }));
  const stretches = stretchesOf([...clipped, { x0: gap.from, x1: gap.to }]);
  const least = Math.min(...stretches.map((stretch) => stretch.covered));
  const widest = stretches
    .filter((stretch) => stretch.covered === least)
    .reduce((best, stretch) => (stretch.to - stretch.from > best.to - best.from ? stretch : best), {
      from: gap.from,
      to: gap.from,
    });
  return (widest.from + widest.to) / 2;
}

function isInside({ from, to }: Gap, chunks: readonly Chunk[]): boolean {
  return (
    chunks.some((chunk) => chunk.x1 <= from + NARROWEST) && chunks.some((chunk) => chunk.x0 >= to - NARROWEST)
  );
}

/** The x axis cut at every chunk's ends, with the number of chunks over each piece. */
function stretchesOf(chunks: readonly Pick<Chunk, 'x0' | 'x1'>[]): readonly Stretch[] {
  const edges: Edge[] = chunks.flatMap((chunk) => [
    { x: chunk.x0, step: 1 as const },
    { x: chunk.x1, step: -1 as const },
  ]);
  edges.sort((a, b) => a.x - b.x);
  let covered = 0;
  return edges.flatMap(({ x, step }, at) => {
    covered += step;
    const to = edges[at + 1]?.x ?? x;
    return to > x ? [{ from: x, to, covered }] : [];
  });
}

/** Rows whose chunks are cut where several columns of figures stand so close that only blanks part them. */
export function withTightColumns(rows: readonly TextRow[]): readonly TextRow[] {
  const cut = rows.map((row) => ({ ...row, chunks: row.chunks.flatMap((chunk) => figuresOf(chunk)) }));
  const tight = cut.filter((row, at) => row.chunks.length > (rows[at]?.chunks.length ?? 0)).length;
  return tight >= TIGHT * rows.length && agrees(cut) ? cut : rows;
}

/** Share of rows that hold glued figures before they are cut: thousands parted by blanks are rarer, and their groups do not line up. */
const TIGHT = 0.5;

function figuresOf(chunk: Chunk): readonly Chunk[] {
  const single = chunk.words.map((word) => chunkOf([word]));
  const figures = single.filter((piece) => isNumeric(piece) && /[.,]\d|\d{4}/.test(piece.text));
  return single.length > 1 && figures.length === single.length ? single : [chunk];
}

/** Most rows come out with the same number of chunks. */
function agrees(rows: readonly TextRow[]): boolean {
  const counts = rows.map((row) => row.chunks.length);
  const usual = median(counts);
  return counts.filter((count) => count === usual).length > rows.length / 2;
}

/** First and last column that a chunk stands in, given the gaps. */
export function spanOf(chunk: Chunk, gaps: readonly number[]): readonly [number, number] {
  const first = gaps.filter((gap) => gap <= chunk.x0 + NARROWEST).length;
  const last = gaps.filter((gap) => gap < chunk.x1 - NARROWEST).length;
  return [Math.min(first, last), last];
}
