// Rows of print in a table without (all) its rules → the table's rows, each one or several rows of print.
// Surprise: nothing says for certain where a row ends; in falling order of trust: a rule, print that overlaps in height, wider spacing, and a label that begins in lower case.

import { type Chunk, isAmount, isNothing, isNumeric, isYear, median, type TextRow } from './chunks.ts';
import { spanOf } from './columns.ts';
import { isWrapped } from './wrapped.ts';

export interface Band {
  readonly rows: readonly TextRow[];
  readonly isHeader: boolean;
}

/** `rules` are heights of level lines that reach over most of the table, from top to bottom. */
export interface Setting {
  readonly gaps: readonly number[];
  readonly rules: readonly number[];
}

/** Share of a row's height by which it overlaps the one above when both are one row set at two heights. */
const OVERLAP = 0.15;
/** Wider spacing between rows than within them: the least ratio that counts. */
const LOOSE = 1.25;

export function bandsOf(rows: readonly TextRow[], setting: Setting): readonly Band[] {
  const header = headerLength(rows, setting);
  const tight = tightPitch(rows.slice(header), setting.gaps);
  const bands: { rows: TextRow[]; isHeader: boolean }[] = [];
  for (const [at, row] of rows.entries()) {
    const band = bands.at(-1);
    const isHeader = at < header;
    const goesOn = band && band.isHeader === isHeader && !isRuledOff(band.rows, row, setting.rules);
    if (
      band &&
      goesOn &&
      belongs(band.rows, row, { setting, tight, isHeader, next: rows[at + 1], all: rows })
    )
      band.rows.push(row);
    else bands.push({ rows: [row], isHeader });
  }
  return bands;
}

interface Context {
  readonly setting: Setting;
  readonly tight: number;
  readonly isHeader: boolean;
  readonly next: TextRow | undefined;
  readonly all: readonly TextRow[];
}

function isRuledOff(band: readonly TextRow[], row: TextRow, rules: readonly number[]): boolean {
  const last = band.at(-1);
  return last !== undefined && rules.some((rule) => rule > middleOf(last) && rule < middleOf(row));
}

function middleOf({ y0, y1 }: TextRow): number {
  return (y0 + y1) / 2;
}

function belongs(band: readonly TextRow[], row: TextRow, context: Context): boolean {
  const last = band.at(-1);
  if (!last) return false;
  const { gaps } = context.setting;
  if (context.isHeader && (standsUnderSpan(band, row, gaps) || spansOver(band, row, gaps))) return false;
  if (Math.min(last.y1, row.y1) - Math.max(last.y0, row.y0) > OVERLAP * (row.y1 - row.y0)) return true;
  if (context.isHeader) return true;
  if (isWholeRow(row, context.setting.gaps) && isWholeRow(last, context.setting.gaps)) return false;
  if (isWrapped(row, last, context.all)) return true;
  if (context.tight > 0 && middleOf(row) - middleOf(last) <= context.tight) return true;
  return carriesOn(band, row, context);
}

/** A heading over several columns ends its row where headings of those columns follow. */
function standsUnderSpan(band: readonly TextRow[], row: TextRow, gaps: readonly number[]): boolean {
  const spans = band
    .flatMap((upper) => upper.chunks.map((chunk) => spanOf(chunk, gaps)))
    .filter(([from, to]) => to > from);
  return spans.some(([from, to]) =>
    row.chunks.some((chunk) => {
      const [first, last] = spanOf(chunk, gaps);
      return first >= from && last <= to && last - first < to - from;
    }),
  );
}

/** The unit of several columns below their headings, each of which stands by itself. */
function spansOver(band: readonly TextRow[], row: TextRow, gaps: readonly number[]): boolean {
  return row.chunks.some((chunk) => {
    const [from, to] = spanOf(chunk, gaps);
    const above = band.flatMap((upper) => upper.chunks.map((other) => spanOf(other, gaps)));
    const columns = new Set(
      above.filter(([first, last]) => first >= from && last <= to && first === last).flat(),
    );
    return columns.size > 1;
  });
}

/** A label and figures: a row by itself. */
function isWholeRow({ chunks }: TextRow, gaps: readonly number[]): boolean {
  const stub = chunks.some((chunk) => spanOf(chunk, gaps)[0] === 0);
  return stub && chunks.some((chunk) => spanOf(chunk, gaps)[0] > 0 && isNumeric(chunk));
}

/** At one spacing throughout: text that goes on without figures of its own. */
function carriesOn(band: readonly TextRow[], row: TextRow, { setting: { gaps }, next }: Context): boolean {
  const last = band.at(-1);
  const stub = row.chunks.find((chunk) => spanOf(chunk, gaps)[0] === 0);
  const figures = row.chunks.filter((chunk) => spanOf(chunk, gaps)[0] > 0 && isNumeric(chunk));
  const lastFigures = (last?.chunks ?? []).filter((chunk) => spanOf(chunk, gaps)[0] > 0 && isNumeric(chunk));
  const near = last !== undefined && row.y0 - last.y1 < row.y1 - row.y0;
  if (!near) return false;
  if (!stub) return figures.length === 0;
  if (row.chunks.length > 1 && row.chunks.every(isLower)) return (band[0] ?? row).chunks.some(isUpper);
  const lower = isLower(stub);
  if (figures.length === 0)
    return lower && row.chunks.length === 1 && (isBare(band, gaps) || !startsWhole(next, gaps));
  return lower && lastFigures.length === 0;
}

/** No figures yet, so that more of the label must come. */
function isBare(band: readonly TextRow[], gaps: readonly number[]): boolean {
  return !band.some((row) => row.chunks.some((chunk) => spanOf(chunk, gaps)[0] > 0));
}

/** Text in every column that goes on in lower case, where cells begin in upper case. */
function isLower({ text }: Chunk): boolean {
  return /^\p{Ll}/u.test(text);
}

function isUpper({ text }: Chunk): boolean {
  return /^\p{Lu}/u.test(text);
}

/** A following row in lower case with figures takes this row's label as its own first half. */
function startsWhole(next: TextRow | undefined, gaps: readonly number[]): boolean {
  const stub = next?.chunks.find((chunk) => spanOf(chunk, gaps)[0] === 0);
  return next !== undefined && stub !== undefined && isLower(stub) && isWholeRow(next, gaps);
}

/** Distance of lines within one row, where rows stand clearly further apart than lines; else 0. */
function tightPitch(rows: readonly TextRow[], gaps: readonly number[]): number {
  const pitches = rows.slice(1).map((row, at) => middleOf(row) - middleOf(rows[at] ?? row));
  const height = median(rows.map((row) => row.y1 - row.y0));
  const close = pitches.filter((pitch) => pitch < 1.35 * height);
  const wide = pitches.filter((pitch) => pitch >= 1.35 * height);
  if (close.length === 0 || wide.length < 2) return 0;
  const least = median(close);
  const tight = least * 1.12;
  const whole = rows.map((row) => isWholeRow(row, gaps));
  const rowsStandTight = pitches.some((pitch, at) => pitch <= tight && whole[at] && whole[at + 1]);
  return median(wide) >= LOOSE * least && !rowsStandTight ? tight : 0;
}

/** Rows of print above the first that holds amounts (not only years); a rule below the heading settles it. */
export function headerLength(rows: readonly TextRow[], { gaps, rules }: Setting): number {
  const first = rows.findIndex((row) => isBody(row, gaps));
  if (first < 0) return rowsAboveRules(rows, rules)[0] ?? 0;
  const ruled = rowsAboveRules(rows, rules).filter((count) => count <= first);
  const above = ruled.at(-1) ?? first;
  return isSectioned(rows, above, gaps) ? withoutSections(rows, above, gaps) : above;
}

/** For each rule within the table, how many rows stand above it. */
function rowsAboveRules(rows: readonly TextRow[], rules: readonly number[]): readonly number[] {
  const counts = rules.map((rule) => rows.filter((row) => middleOf(row) < rule).length);
  return counts.filter((count) => count > 0 && count < rows.length);
}

function isBody({ chunks }: TextRow, gaps: readonly number[]): boolean {
  const figures = chunks.filter((chunk) => spanOf(chunk, gaps)[0] > 0);
  const amounts = figures.filter((chunk) => isAmount(chunk) || isNothing(chunk)).length;
  const numeric = figures.filter((chunk) => isNumeric(chunk) && !isYear(chunk)).length;
  return amounts > 0 && numeric * 2 >= figures.length;
}

/** The last rows of the heading may be a section's title: a label alone in the first column. */
function isSectioned(rows: readonly TextRow[], length: number, gaps: readonly number[]): boolean {
  const last = rows[length - 1];
  return last !== undefined && isAlone(last.chunks, gaps);
}

function isAlone(chunks: readonly Chunk[], gaps: readonly number[]): boolean {
  const [only] = chunks;
  return chunks.length === 1 && only !== undefined && spanOf(only, gaps)[0] === 0;
}

function withoutSections(rows: readonly TextRow[], length: number, gaps: readonly number[]): number {
  let end = length;
  while (end > 0 && isAlone(rows[end - 1]?.chunks ?? [], gaps)) end--;
  return end;
}
