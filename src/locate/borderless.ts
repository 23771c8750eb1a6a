// A block of rows in chunks → the table that it is, or null where it is prose, a list, or a table of contents.
// Surprise: figures decide. Words in columns are mostly something else unless rules or three clear columns speak for a table.

import type { Table } from '../tree/nodes.ts';
import { bandsOf, headerLength } from './bands.ts';
import { LIST_MARK, weightOf } from './blocks.ts';
import { withCentredSpans } from './centred.ts';
import { boxOfRows, type Chunk, isNumeric, type TextRow } from './chunks.ts';
import { columnGaps, spanOf, withTightColumns } from './columns.ts';
import { boxOfWord, unionOf } from './fill.ts';
import { type Located, latticeTable } from './lattice.ts';
import { meantLattice } from './meant.ts';
import type { Segment } from './segments.ts';
import { withRuledSpans } from './spans.ts';
import { withStreams } from './streams.ts';

export interface Block {
  readonly rows: readonly TextRow[];
  /** Level rules of the page; those within the block count. */
  readonly rules: readonly Segment[];
  readonly inZone: boolean;
  readonly page: number;
}

/** Rows in chunks that a table without rules has at least. */
const FEWEST = 3;
/** Share of a table's width that a rule crosses to part its rows. */
const ACROSS = 0.6;

export function borderlessTable(block: Block): Located | null {
  const printed = withStreams(withTightColumns(block.rows));
  const gaps = columnGaps(printed);
  if (gaps.length === 0 || !isTable(printed, gaps, block.inZone)) return null;
  const setting = { gaps, rules: rulesAcross(printed, block.rules) };
  const spread = withRuledSpans(printed, gaps, block.rules);
  const rows = withCentredSpans(spread, gaps, headerLength(spread, setting));
  const bands = bandsOf(rows, setting);
  if (bands.length < 2) return null;
  const words = rows.flatMap((row) => row.chunks.flatMap((chunk) => chunk.words));
  const located = latticeTable(meantLattice(bands, gaps), words, block.page);
  return located && { ...located, table: shrunkTable(located.table) };
}

function rulesAcross(rows: readonly TextRow[], rules: readonly Segment[]): readonly number[] {
  const [x0, y0, x1, y1] = boxOfRows(rows);
  const within = rules.filter(({ at, from, to }) => {
    const shared = Math.min(to, x1) - Math.max(from, x0);
    return at > y0 && at < y1 && shared >= ACROSS * (x1 - x0);
  });
  return within.map((rule) => rule.at).sort((a, b) => a - b);
}

/** Cells without rules are no larger than their words. */
function shrunkTable(table: Table): Table {
  const cells = table.cells.map((cell) =>
    cell.words.length === 0 || cell.origin.on !== 'page'
      ? cell
      : { ...cell, origin: { ...cell.origin, box: unionOf(cell.words.map(boxOfWord)) } },
  );
  return { ...table, cells };
}

function isTable(rows: readonly TextRow[], gaps: readonly number[], inZone: boolean): boolean {
  const chunked = rows.filter((row) => row.chunks.length > 1);
  if (chunked.length < (inZone ? 2 : FEWEST)) return false;
  const chunks = chunked.flatMap((row) => row.chunks);
  const beside = chunks.filter((chunk) => spanOf(chunk, gaps)[0] > 0);
  if (isList(chunked, gaps) || isContents(chunked, gaps) || isQuestionnaire(chunks)) return false;
  const numeric = beside.filter(isNumeric).length / Math.max(1, beside.length);
  const weight = chunks.reduce((sum, chunk) => sum + weightOf(chunk), 0) / chunks.length;
  if (numeric >= FIGURES && weight <= WORDY) return true;
  if (inZone) return weight <= WORDY;
  return gaps.length >= 2 && weight <= TERSE && beside.length >= FULL * chunked.length * gaps.length;
}

/** Share of figures beside the first column that makes a table of figures. */
const FIGURES = 0.4;
/** Words a chunk on average: prose has 6 and more, tables 1–3. */
const WORDY = 6;
const TERSE = 3.5;
/** Share of slots that hold print in a table of words. */
const FULL = 0.6;

/** Numbered or bulleted paragraphs. */
function isList(rows: readonly TextRow[], gaps: readonly number[]): boolean {
  if (gaps.length > 1) return false;
  const heads = rows.flatMap((row) => row.chunks.slice(0, 1));
  const marked = heads.filter((chunk) => LIST_MARK.test(chunk.text));
  return marked.length >= 0.6 * heads.length;
}

/** Labels with colons and room to write beside them. */
function isQuestionnaire(chunks: readonly Chunk[]): boolean {
  return chunks.filter((chunk) => /[:：]$/.test(chunk.text)).length >= ASKING * chunks.length;
}

const ASKING = 0.2;

/** Titles with rising page numbers. */
function isContents(rows: readonly TextRow[], gaps: readonly number[]): boolean {
  if (gaps.length !== 1 || rows.length < 4) return false;
  const pages = rows.map((row) => pageNumber(row.chunks.at(-1)));
  const rising = pages.every((page, at) => page !== null && page >= (pages[at - 1] ?? 0));
  return rising && (pages.at(-1) ?? 0) < 2000;
}

function pageNumber(chunk: Chunk | undefined): number | null {
  const match = /^\d{1,4}$/.exec(chunk?.text ?? '');
  return match ? Number(match[0]) : null;
}
