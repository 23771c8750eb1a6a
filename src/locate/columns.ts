// Rows of chunks → where their columns part: white space that runs down through nearly all of them.
// Surprise: a few rows may bridge a gap, since headings and totals reach over columns; a gap that no row keeps apart is none.

import { type Chunk, chunkOf, isAmount, isNumeric, median, type TextRow } from './chunks.ts';

/** Share of rows that may reach over a gap between columns. */
const BRIDGING = 0.12;
/** Points: narrower white space is none. */
const NARROWEST = 2;

/** In a small table one heading may stand over every gap. */
function mostBridging(rows: number): number {
  return Math.max(rows >= SMALL ? 1 : 0, Math.floor(BRIDGING * rows));
}

const SMALL = 4;

interface Edge {
  readonly x: number;
  readonly step: 1 | -1;
}

/** A place in each gap, from left to right. */
export function columnGaps(rows: readonly TextRow[]): readonly number[] {
  const parted = bodyOf(rows.filter((row) => row.chunks.length > 1));
  const chunks = parted.flatMap((row) => row.chunks);
  const all = rows.flatMap((row) => row.chunks);
  const gaps = gapsIn(chunks, mostBridging(parted.length)).map((gap) => emptiest(gap, all));
  return supported(gaps, chunks).map((gap) => (gap.from + gap.to) / 2);
}

/** Rows from the first with amounts on, and the lowest of the heading: those above stand over several columns, and it names columns that are mostly blank. */
function bodyOf(rows: readonly TextRow[]): readonly TextRow[] {
  const first = rows.findIndex(({ chunks }) => chunks.slice(1).some(isAmount));
  const body = rows.slice(Math.max(0, first - 1));
  return body.length >= SMALL ? body : rows;
}

/** Of two gaps with nothing of its own between them, one is a gap between columns: the one that fewer chunks bridge, or else the wider. */
function supported(gaps: readonly Stretch[], chunks: readonly Chunk[]): readonly Stretch[] {
  const places = [
    Number.NEGATIVE_INFINITY,
    ...gaps.map((gap) => (gap.from + gap.to) / 2),
    Number.POSITIVE_INFINITY,
  ];
  const empty = places.slice(1).findIndex((place, at) => !holds(chunks, places[at] ?? place, place));
  if (empty < 0) return gaps;
  const [left, right] = [gaps[empty - 1], gaps[empty]];
  const worse = left && right ? worseOf(left, right) : (left ?? right);
  return worse
    ? supported(
        gaps.filter((gap) => gap !== worse),
        chunks,
      )
    : gaps;
}

function worseOf(a: Stretch, b: Stretch): Stretch {
  if (a.covered !== b.covered) return a.covered > b.covered ? a : b;
  return a.to - a.from < b.to - b.from ? a : b;
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

/** Where the fewest chunks bridge the gap, headings and rows in one piece among them, and of such places the widest. */
function emptiest(gap: Gap, chunks: readonly Chunk[]): Stretch {
  const over = chunks.filter((chunk) => chunk.x1 > gap.from && chunk.x0 < gap.to);
  const clipped = over.map((chunk) => ({ x0: Math.max(chunk.x0, gap.from), x1: Math.min(chunk.x1, gap.to) }));
  const stretches = stretchesOf([...clipped, { x0: gap.from, x1: gap.to }]);
  const least = Math.min(...stretches.map((stretch) => stretch.covered));
  return stretches
    .filter((stretch) => stretch.covered === least)
    .reduce((best, stretch) => (stretch.to - stretch.from > best.to - best.from ? stretch : best));
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
