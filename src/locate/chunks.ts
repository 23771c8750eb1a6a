// Words → lines of print, each cut into chunks at gaps wider than a blank: the material of tables without rules.

import type { Word } from '../tree/nodes.ts';
import type { Box } from '../tree/origin.ts';
import { boxOfWord, linesOf, lineText, unionOf } from './fill.ts';

/** Neighbouring words of a line that belong together. */
export interface Chunk {
  readonly x0: number;
  readonly x1: number;
  readonly words: readonly Word[];
  readonly text: string;
}

export interface TextRow {
  readonly y0: number;
  readonly y1: number;
  readonly chunks: readonly Chunk[];
}

/** Heights of a word: blanks are 0.25–0.35 wide and up to 0.6 where lines are justified; columns of figures are 0.9 apart and more. */
const GAP = 0.78;

export function rowsOfText(words: readonly Word[]): readonly TextRow[] {
  return rowsOf(linesOf(words));
}

export function rowsOf(lines: readonly (readonly Word[])[]): readonly TextRow[] {
  return lines.map((line) => rowFrom(line, chunksOf(line))).sort((a, b) => a.y0 + a.y1 - b.y0 - b.y1);
}

function rowFrom(line: readonly Word[], chunks: readonly Chunk[]): TextRow {
  const [, y0, , y1] = unionOf(line.map(boxOfWord));
  return { y0, y1, chunks };
}

function chunksOf(line: readonly Word[]): readonly Chunk[] {
  const parts: Word[][] = [];
  for (const word of line) {
    const last = parts.at(-1)?.at(-1);
    if (last && gapOf(last, word) < roomBetween(last, word)) parts.at(-1)?.push(word);
    else parts.push([word]);
  }
  return parts.map(chunkOf);
}

/** A currency sign is set at the left of its column, a percent sign a little to the right of its figure; dots lead to the next column. */
function roomBetween(last: Word, word: Word): number {
  if (/(?:^|[.…])[.…]$/u.test(last.text) && /\d/.test(word.text)) return Number.NEGATIVE_INFINITY;
  if (/^[$€£¥]$/u.test(last.text) && /^[\d(.–-]/u.test(word.text)) return CURRENCY;
  return /^[%‰]$/u.test(word.text) && /\d$/u.test(last.text) ? PERCENT : GAP;
}

/** Heights of a word between a sign and its figure at most; a column of units stands further off than a percent sign. */
const CURRENCY = 6;
const PERCENT = 1.6;

/** The words of a chunk without the dots that lead on to the next column: what a reader counts. */
export function readWords({ words }: Pick<Chunk, 'words'>): readonly Word[] {
  return words.filter((word) => !/^[.…_·]+$/u.test(word.text));
}

export function chunkOf(words: readonly Word[]): Chunk {
  const [x0, , x1] = unionOf(words.map(boxOfWord));
  return { x0, x1, words, text: lineText(words).trim() };
}

function gapOf(last: Word, word: Word): number {
  const before = boxOfWord(last);
  const box = boxOfWord(word);
  return (box[0] - before[2]) / Math.max(1, Math.min(heightOf(before), heightOf(box)));
}

function heightOf([, y0, , y1]: Box): number {
  return y1 - y0;
}

export function boxOfRows(rows: readonly TextRow[]): Box {
  return unionOf(rows.flatMap((row) => row.chunks.map((chunk): Box => [chunk.x0, row.y0, chunk.x1, row.y1])));
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[sorted.length >> 1] ?? 0;
}

const NUMBER =
  /^[-–—−+(<>≤≥±~=$€£¥]*\s?(?:\d[\d.,:/\s\u2009']*)(?:\s?[%‰)]|\s?[*†‡]|[a-z]\)?|年(?:\d+月(?:\d+日)?)?)*$/u;
/** A figure with its unit (120万元, 300元/人次): what counts and measures in budgets; other words after digits name something (2023年度, 5号楼). */
const WITH_UNIT =
  /^[-+<>≤≥±~=约]?\s?\d[\d.,]*\s?[百千万亿]*(?:元|人次?|名|户|个|项|家|所|座|处|次|场|期|篇|件|台|套|辆|[平立]方米|公里|千米|米|亩|公顷|吨|天|小时)?(?:[/／]\p{Script=Han}{1,3})?(?:以[上内])?$/u;
const NOTHING = /^(?:[-–—−.:…*/]+|n\.?\/?a\.?|c|x)$/iu;
const YEAR = /^(?:19|20)\d\d(?:\s?[-–/]\s?(?:\d\d|(?:19|20)\d\d))?[*a-z]?$/u;

/** A figure, or what stands in its place. */
export function isNumeric(chunk: Pick<Chunk, 'text'>): boolean {
  return isFigure(chunk) || NOTHING.test(chunk.text);
}

function isFigure({ text }: Pick<Chunk, 'text'>): boolean {
  return NUMBER.test(text) || WITH_UNIT.test(text);
}

/** A sign that stands in the place of a figure; letters may be headings as well. */
export function isNothing(chunk: Chunk): boolean {
  return /^[^\p{L}]+$/u.test(chunk.text) && NOTHING.test(chunk.text);
}

export function isYear(chunk: Chunk): boolean {
  return YEAR.test(chunk.text);
}

/** A figure that is neither a year nor a placeholder: what only the body of a table holds. */
export function isAmount(chunk: Chunk): boolean {
  return isFigure(chunk) && !isYear(chunk);
}
