// A stream of rows of print → blocks that may be tables: rows in chunks that follow one another closely, or stand in one zone of rules.

import type { TextRow } from './chunks.ts';
import { inOneZone, type Zone } from './zones.ts';

/** Heights of a row: wider white space ends a block. */
const APART = 2.3;
/** Words of a row in one piece from which it is prose. */
const PROSE = 9;
/** Rows in one piece that may stand together inside a block (titles of sections, labels in several lines). */
const SINGLES = 3;

export function blocksOf(rows: readonly TextRow[], zones: readonly Zone[]): readonly (readonly TextRow[])[] {
  const blocks: (readonly TextRow[])[] = [];
  let block: TextRow[] = [];
  const close = () => {
    const trimmed = trimmedBlock(block, zones);
    if (trimmed.length > 0) blocks.push(trimmed);
    block = [];
  };
  for (const row of rows) {
    const last = block.at(-1);
    if (last && !isNext(block, last, row, zones)) close();
    block.push(row);
  }
  close();
  return blocks;
}

function isNext(block: readonly TextRow[], last: TextRow, row: TextRow, zones: readonly Zone[]): boolean {
  if (inOneZone(zones, last, row)) return true;
  if (leavesZone(last, row, zones) && row.chunks.length < 2) return false;
  const height = Math.max(row.y1 - row.y0, last.y1 - last.y0);
  if (row.y0 - last.y1 > APART * height) return false;
  if (isProse(row) || isProse(last)) return false;
  const singles = block.slice(-SINGLES);
  return (
    singles.length < SINGLES || row.chunks.length > 1 || singles.some((single) => single.chunks.length > 1)
  );
}

/** Below a zone's last rule stand notes. */
function leavesZone(last: TextRow, row: TextRow, zones: readonly Zone[]): boolean {
  return zones.some(
    (zone) =>
      last.y0 + last.y1 < 2 * zone.y1 && last.y0 + last.y1 > 2 * zone.y0 && row.y0 + row.y1 > 2 * zone.y1,
  );
}

export function isProse({ chunks }: TextRow): boolean {
  const [only] = chunks;
  return (
    chunks.length === 1 &&
    only !== undefined &&
    wordsIn(
      only.words.map((word) => word.text),
      only,
    ) >= PROSE
  );
}

/** Latin words, or a third of the Chinese characters; for print not yet read, what its length lets expect. */
function wordsIn(texts: readonly string[], { x0, x1, words }: TextRow['chunks'][number]): number {
  const wide = texts.join('').match(/\p{Script=Han}/gu)?.length ?? 0;
  if (texts.every((text) => text === '')) return (x1 - x0) / 30;
  return wide > 0 ? wide / 3 : words.length;
}

/** Without rows in one piece at both ends, unless a zone's rules hold them. */
function trimmedBlock(block: readonly TextRow[], zones: readonly Zone[]): readonly TextRow[] {
  const stays = (row: TextRow, other: TextRow | undefined) =>
    row.chunks.length > 1 ||
    (other !== undefined && inOneZone(zones, row, other)) ||
    (other !== undefined && inOneZone(zones, other, row));
  const first = block.findIndex((row, at) => stays(row, block[at + 1]));
  const last = block.findLastIndex((row, at) => stays(row, block[at - 1]));
  return first < 0 ? [] : block.slice(first, last + 1);
}

export function weightOf(chunk: TextRow['chunks'][number]): number {
  return wordsIn(
    chunk.words.map((word) => word.text),
    chunk,
  );
}
