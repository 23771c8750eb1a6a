// Rows whose columns stand so close that each is one chunk → the same rows, cut where the narrow white space of all of them lines up.
// Surprise: a blank between words lines up with nothing below it, and the gap between two columns of figures with every row.

import { type Chunk, chunkOf, type TextRow } from './chunks.ts';
import { boxOfWord } from './fill.ts';

/** Heights of a word: blanks, those between thousands too, stay below; columns of figures stand further apart. */
const NARROW = 0.42;
/** Share of the rows with print on both sides that leave the white space free. */
const FREE = 0.85;
/** Rows that must be cut by it for it to be no chance. */
const FEWEST = 3;

interface Gap {
  readonly from: number;
  readonly to: number;
}

export function withStreams(rows: readonly TextRow[]): readonly TextRow[] {
  const narrow = rows.map((row) => row.chunks.flatMap(gapsIn));
  if (narrow.filter((gaps) => gaps.length > 0).length < FEWEST) return rows;
  const streams = streamsOf(rows, narrow);
  if (streams.length === 0) return rows;
  return rows.map((row) => ({
    ...row,
    chunks: row.chunks.flatMap((chunk) => pieces(chunk, streams)),
  }));
}

/** White space within a chunk beside a figure. */
function gapsIn({ words }: Chunk): readonly Gap[] {
  return words.slice(1).flatMap((word, at) => {
    const before = words[at];
    if (!before || !(isFigure(before.text) || isFigure(word.text))) return [];
    const [from, to] = [boxOfWord(before)[2], boxOfWord(word)[0]];
    const [, y0, , y1] = boxOfWord(word);
    return to - from >= NARROW * (y1 - y0) ? [{ from, to }] : [];
  });
}

function isFigure(text: string): boolean {
  return /\d/.test(text) || /^[-–—.:…]+$/.test(text);
}

/** Where the gaps of several rows overlap, and hardly a row has print across. */
function streamsOf(rows: readonly TextRow[], narrow: readonly (readonly Gap[])[]): readonly Gap[] {
  const gaps = narrow.flat().sort((a, b) => a.from - b.from);
  const streams: Gap[] = [];
  for (const gap of gaps) {
    const at = (gap.from + gap.to) / 2;
    if (streams.some((stream) => stream.from <= at && at <= stream.to)) continue;
    const shared = gaps.filter((other) => other.from < at && other.to > at);
    if (shared.length >= FEWEST && isFree(rows, at))
      streams.push({
        from: Math.min(...shared.map((other) => other.from)),
        to: Math.max(...shared.map((other) => other.to)),
      });
  }
  return streams;
}

function isFree(rows: readonly TextRow[], at: number): boolean {
  const around = rows.filter(
    ({ chunks }) => (chunks[0]?.x0 ?? at) < at && (chunks.at(-1)?.x1 ?? at) > at && chunks.length > 1,
  );
  const crossed = around.filter(({ chunks }) =>
    chunks.some((chunk) => chunk.x0 < at && chunk.x1 > at && !isOpen(chunk, at)),
  );
  return crossed.length <= (1 - FREE) * around.length;
}

function isOpen({ words }: Chunk, at: number): boolean {
  return words.slice(1).some((word, index) => {
    const before = words[index];
    const [, y0, , y1] = boxOfWord(word);
    const [from, to] = [before ? boxOfWord(before)[2] : at, boxOfWord(word)[0]];
    return from < at && to > at && to - from >= NARROW * (y1 - y0);
  });
}

function pieces(chunk: Chunk, streams: readonly Gap[]): readonly Chunk[] {
  const cuts = gapsIn(chunk).filter((gap) =>
    streams.some((stream) => gap.from < stream.to && gap.to > stream.from),
  );
  if (cuts.length === 0) return [chunk];
  const parts = Map.groupBy(chunk.words, (word) => cuts.filter((cut) => boxOfWord(word)[0] >= cut.to).length);
  return [...parts.values()].map(chunkOf);
}
