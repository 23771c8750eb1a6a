// A stream of rows of print → blocks that may be tables: rows in chunks that follow one another closely, or stand in one zone of rules.

import { boxOfRows, type Chunk, readWords, type TextRow } from './chunks.ts';
import { columnGaps } from './columns.ts';
import { isWrapped } from './wrapped.ts';
import { inOneZone, isFields, type Zone } from './zones.ts';

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
  return reunited(blocks, rows, zones);
}

/** Blocks that wide spacing parted, put together again where their columns are the same. */
function reunited(
  blocks: readonly (readonly TextRow[])[],
  rows: readonly TextRow[],
  zones: readonly Zone[],
): readonly (readonly TextRow[])[] {
  const united: (readonly TextRow[])[] = [];
  for (const block of blocks) {
    const last = united.at(-1);
    const whole =
      last && rows.slice(rows.indexOf(last[0] ?? NO_ROW), rows.indexOf(block.at(-1) ?? NO_ROW) + 1);
    if (last && whole && !beginsZone(last, block, zones) && isOne(last, block, whole))
      united[united.length - 1] = whole;
    else united.push(block);
  }
  return united;
}

const NO_ROW: TextRow = { y0: 0, y1: 0, chunks: [] };
/** Heights of a row of white space between two parts of one table at most. */
const FAR = 4.5;
/** Points by which the place of a gap may move when the parts are put together: gaps beside short labels are wide. */
const SHIFT = 40;
const CAPTION = /^(?:table|figure|fig\.|tab\.|tableau|tabelle|表|图)\s*[\dⅠ-Ⅻ一二三四五六七八九十]/iu;

function isOne(above: readonly TextRow[], below: readonly TextRow[], whole: readonly TextRow[]): boolean {
  const joint = whole.slice(above.length - 1, whole.length - below.length + 1);
  if (joint.slice(1).some((row, at) => row.y0 - (joint[at] ?? row).y1 > FAR * (row.y1 - row.y0)))
    return false;
  const between = whole.slice(above.length, whole.length - below.length);
  if ([above.at(-1), below[0]].some((row) => row && isProse(row))) return false;
  if (between.length > SINGLES || between.some((row) => isProse(row) || isCaption(row))) return false;
  const gaps = columnGaps(whole);
  return gaps.length > 0 && (isSame(gaps, columnGaps(above)) || isSame(gaps, columnGaps(below)));
}

/** A zone's first rule between the two begins another table. */
function beginsZone(above: readonly TextRow[], below: readonly TextRow[], zones: readonly Zone[]): boolean {
  const [last, first] = [above.at(-1) ?? NO_ROW, below[0] ?? NO_ROW];
  return zones.some((zone) => 2 * zone.y0 > last.y0 + last.y1 && 2 * zone.y0 < first.y0 + first.y1);
}

function isSame(gaps: readonly number[], others: readonly number[]): boolean {
  return gaps.length === others.length && gaps.every((gap, at) => Math.abs(gap - (others[at] ?? 0)) <= SHIFT);
}

function isNext(block: readonly TextRow[], last: TextRow, row: TextRow, zones: readonly Zone[]): boolean {
  if (inOneZone(zones, last, row)) return true;
  if (isFields(last) && !isFields(row) && beginsZone([last], [row], zones)) return false;
  if (leavesZone(last, row, zones) && row.chunks.length < 2) return false;
  const height = Math.max(row.y1 - row.y0, last.y1 - last.y0);
  if (row.y0 - last.y1 > APART * height) return false;
  if (isProse(row) || isProse(last) || isCaption(row)) return false;
  const singles = block.slice(-SINGLES);
  return (
    singles.length < SINGLES || row.chunks.length > 1 || singles.some((single) => single.chunks.length > 1)
  );
}

/** Below a zone's last rule stand notes. */
function leavesZone(last: TextRow, row: TextRow, zones: readonly Zone[]): boolean {
  return zones.some(
    (zone) =>
      !zone.isHeading &&
      last.y0 + last.y1 < 2 * zone.y1 &&
      last.y0 + last.y1 > 2 * zone.y0 &&
      row.y0 + row.y1 > 2 * zone.y1,
  );
}

function isCaption({ chunks }: TextRow): boolean {
  return CAPTION.test(chunks[0]?.text ?? '');
}

/** One piece of many words, with or without a list's mark before it. */
export function isProse({ chunks }: TextRow): boolean {
  const [first, second] = chunks;
  const text = second && LIST_MARK.test(first?.text ?? '') ? second : first;
  return text !== undefined && text === chunks.at(-1) && weightOf(text) >= PROSE;
}

/** What stands before a numbered or bulleted paragraph. */
export const LIST_MARK =
  /^(?:[•·▪■●○◦►➢✓§\uf0a7\uf0b7–—*o-]|\(?\d{1,3}[.)]|\(?[a-z]{1,3}[.)]|\d+(?:\.\d+)+|[（(]?[一二三四五六七八九十]+[）)、.])$/iu;

/** Without a caption and rows in one piece at both ends, unless a zone's rules hold them or they belong to a heading or a cell of several lines. */
function trimmedBlock(block: readonly TextRow[], zones: readonly Zone[]): readonly TextRow[] {
  const stays = (row: TextRow, other: TextRow | undefined) =>
    (row.chunks.length > 1 && !isCaption(row)) || (other !== undefined && inOneZone(zones, row, other));
  const first = block.findIndex((row, at) => stays(row, block[at + 1]));
  const last = block.findLastIndex((row, at) => stays(row, block[at - 1]));
  if (first < 0) return [];
  const kept = block.slice(first, last + 1);
  const above = block.slice(0, first).findIndex((row, at) => isHeading(row, block[at + 1], kept));
  const below = block.slice(last + 1).findIndex((row, at) => !isRest(row, block[last + at], kept));
  return block.slice(above < 0 ? first : above, below < 0 ? block.length : last + 1 + below);
}

/** Heights of a row between the lines of one heading at most, and between those of one cell. */
const HEADED = 1.5;
const CARRIED = 0.6;

/** A heading in one piece above the figures, not above the labels; what stands in brackets is the unit, and no part of the table. */
function isHeading(row: TextRow, next: TextRow | undefined, kept: readonly TextRow[]): boolean {
  const [, , x1] = boxOfRows(kept);
  const [only] = row.chunks;
  return (
    next !== undefined &&
    only !== undefined &&
    row.chunks.length === 1 &&
    next.y0 - row.y1 < HEADED * (row.y1 - row.y0) &&
    only.x0 > (columnGaps(kept)[0] ?? x1) &&
    only.x1 < x1 + MARGIN &&
    !/^[([（]/.test(only.text) &&
    !isProse(row)
  );
}

/** Points by which a heading may stick out of its table. */
const MARGIN = 12;

/** The last line of a cell, going on in lower case or below a full line of Chinese. */
function isRest(row: TextRow, last: TextRow | undefined, kept: readonly TextRow[]): boolean {
  if (isProse(row)) return false;
  if (isWrapped(row, last, kept)) return true;
  return (
    last !== undefined &&
    row.chunks.length === 1 &&
    row.y0 - last.y1 < CARRIED * (row.y1 - row.y0) &&
    /^\p{Ll}/u.test(row.chunks[0]?.text ?? '')
  );
}

/** Latin words, or a third of the Chinese characters; for print not yet read, what its length lets expect. */
export function weightOf(chunk: Chunk): number {
  const words = readWords(chunk);
  const text = words.map((word) => word.text).join('');
  const wide = text.match(/\p{Script=Han}/gu)?.length ?? 0;
  if (text === '' && words.length > 0) return (chunk.x1 - chunk.x0) / 30;
  return wide > 0 ? wide / 3 : words.length;
}
