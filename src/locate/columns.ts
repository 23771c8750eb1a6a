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
  const middles = gapsIn(chunks, Math.floor(BRIDGING * parted.length));
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

interface Stretch {
  readonly from: number;
  readonly to: number;
  readonly covered: number;
}

/** The middles of the stretches between the first and the last chunk that at most `most` chunks cover. */
function gapsIn(chunks: readonly Chunk[], most: number): readonly number[] {
  const groups: Stretch[][] = [];
  let end = Number.NEGATIVE_INFINITY;
  for (const stretch of stretchesOf(chunks)) {
    if (stretch.covered > most) continue;
    if (stretch.from === end) groups.at(-1)?.push(stretch);
    else groups.push([stretch]);
    end = stretch.to;
  }
  const inner = groups.filter((group) => isInside(group, chunks));
  return inner.filter((group) => (group.at(-1)?.to ?? 0) - (group[0]?.from ?? 0) >= NARROWEST).map(emptiest);
}

/** Where the fewest chunks bridge the gap, and of such places the widest: headings may reach far into it. */
function emptiest(group: readonly Stretch[]): number {
  const least = Math.min(...group.map((stretch) => stretch.covered));
  const widest = group
    .filter((stretch) => stretch.covered === least)
    .reduce((best, stretch) => (stretch.to - stretch.from > best.to - best.from ? stretch : best));
  return (widest.from + widest.to) / 2;
}

function isInside(group: readonly Stretch[], chunks: readonly Chunk[]): boolean {
  const [from, to] = [group[0]?.from ?? 0, group.at(-1)?.to ?? 0];
  return (
    chunks.some((chunk) => chunk.x1 <= from + NARROWEST) && chunks.some((chunk) => chunk.x0 >= to - NARROWEST)
  );
}

/** The x axis cut at every chunk's ends, with the number of chunks over each piece. */
function stretchesOf(chunks: readonly Chunk[]): readonly Stretch[] {
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
