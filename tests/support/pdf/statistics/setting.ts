// A table's contents and a style → print and rules at their places on a page, and the cells that a reader would see there.

import type { Contents, Entry } from './contents.ts';
import type { Dice } from './dice.ts';
import { type Type, widthOf, wrapped } from './metrics.ts';
import { rulesOf } from './rules.ts';

export type Ruling = 'ruled' | 'partly' | 'borderless';

/** Points from the page's top left. */
export interface Print {
  readonly x: number;
  /** The baseline. */
  readonly y: number;
  readonly text: string;
  readonly type: Type;
}

export interface Rule {
  readonly x0: number;
  readonly y0: number;
  readonly x1: number;
  readonly y1: number;
}

export interface Style {
  readonly type: Type;
  readonly ruling: Ruling;
  readonly gap: number;
  readonly lead: number;
  readonly rowSpace: number;
  readonly figures: 'right' | 'center';
  readonly heads: 'center' | 'right' | 'left';
  readonly headFoot: boolean;
  readonly figuresAt: 'first' | 'last' | 'middle';
  readonly stretch: boolean;
  readonly fives: boolean;
  /** Dots from a label to its figures, close together or apart. */
  readonly leaders: '' | '.' | '. ';
  /** How far the further lines of a label are set in. */
  readonly hanging: number;
  readonly sections: 'left' | 'center';
}

export function styleOf(dice: Dice, ruling: Ruling, type: Type): Style {
  return {
    type,
    ruling,
    gap: dice.between(8, 26),
    lead: dice.oneOf([1.15, 1.2, 1.25]),
    rowSpace: dice.oneOf([0, 0.2, 0.4, 0.8, 1.3]) * type.size,
    figures: dice.oneOf(['right', 'right', 'center']),
    heads: dice.oneOf(['center', 'center', 'right', 'left']),
    headFoot: dice.chance(0.7),
    figuresAt: dice.oneOf(['first', 'last', 'last', 'middle']),
    stretch: dice.chance(0.4),
    fives: dice.chance(0.15),
    leaders: ruling === 'ruled' ? '' : dice.oneOf(['', '', '', '', '.', '. ']),
    hanging: dice.oneOf([0, 0, 6]),
    sections: ruling === 'ruled' ? 'left' : dice.oneOf(['left', 'left', 'left', 'center']),
  };
}

export interface SetTable {
  readonly prints: readonly Print[];
  readonly rules: readonly Rule[];
  readonly contents: Contents;
  readonly style: Style;
  readonly bottom: number;
}

/** Lines that part the columns and rows, and the lines of text in each cell. */
export interface Layout {
  readonly contents: Contents;
  readonly style: Style;
  readonly xs: readonly number[];
  readonly ys: readonly number[];
  readonly linesOf: (entry: Entry) => readonly string[];
}

const STUB = 170;
const FIGURE = 62;
const WORDS = 105;
const INDENT = 9;

export function setTable(
  dice: Dice,
  contents: Contents,
  style: Style,
  at: { x: number; y: number; width: number },
): SetTable {
  const widths = columnWidths(contents, style, at.width);
  const xs = places(at.x, widths);
  const linesOf = (entry: Entry) =>
    isFigure(entry, contents)
      ? [entry.text]
      : wrapped(entry.text, roomOf(entry, xs, contents, style), style.type);
  const ys = places(at.y, rowHeights(contents, style, linesOf));
  const layout = { contents, style, xs, ys, linesOf };
  return {
    prints: contents.entries.flatMap((entry) => printsOf(entry, layout)),
    rules: rulesOf(dice, layout),
    contents,
    style,
    bottom: isTooWide(contents, style, xs) ? Number.POSITIVE_INFINITY : (ys.at(-1) ?? at.y),
  };
}

function isFigure({ row, column }: Entry, { headRows, wordy }: Contents): boolean {
  return row >= headRows && !wordy[column];
}

function isTooWide(contents: Contents, style: Style, xs: readonly number[]): boolean {
  return contents.entries.some(
    (entry) =>
      isFigure(entry, contents) &&
      widthOf(entry.text, style.type) > (xs[entry.column + 1] ?? 0) - (xs[entry.column] ?? 0) - 6,
  );
}

function places(from: number, lengths: readonly number[]): readonly number[] {
  const all = [from];
  for (const length of lengths) all.push((all.at(-1) ?? from) + length);
  return all;
}

function roomOf(entry: Entry, xs: readonly number[], contents: Contents, style: Style): number {
  if (contents.sections.has(entry.row)) return (xs.at(-1) ?? 0) - (xs[0] ?? 0) - style.gap;
  const indent = entry.column === 0 ? INDENT * (contents.indents[entry.row] ?? 0) + style.hanging : 0;
  return (xs[entry.column + entry.columnSpan] ?? 0) - (xs[entry.column] ?? 0) - style.gap - indent;
}

function columnWidths(contents: Contents, style: Style, width: number): readonly number[] {
  const natural = contents.wordy.map((wordy, column) => {
    const own = contents.entries.filter(
      (entry) => entry.column === column && entry.columnSpan === 1 && !contents.sections.has(entry.row),
    );
    const most = column === 0 ? STUB : wordy ? WORDS : FIGURE;
    const widest = Math.max(
      20,
      ...own.map((entry) => widthOf(entry.text, style.type) + (column === 0 ? 2 * INDENT : 0)),
    );
    const word = Math.max(
      ...own.flatMap((entry) => entry.text.split(' ').map((part) => widthOf(part, style.type))),
      20,
    );
    const figure = Math.max(
      ...own
        .filter((entry) => entry.row >= contents.headRows)
        .map((entry) => widthOf(entry.text, style.type)),
      20,
    );
    return Math.max(Math.min(widest, most), wordy ? word : Math.max(figure, word)) + 1 + style.gap;
  });
  const sum = natural.reduce((total, each) => total + each, 0);
  if (sum > width) return natural.map((each) => (each * width) / sum);
  return style.stretch ? natural.map((each) => each + (width - sum) / natural.length) : natural;
}

function rowHeights(contents: Contents, style: Style, linesOf: Layout['linesOf']): readonly number[] {
  const pitch = style.type.size * style.lead;
  return Array.from({ length: contents.rows }, (_, row) => {
    const own = contents.entries.filter((entry) => entry.row === row && entry.rowSpan === 1);
    const over =
      row === contents.headRows - 1
        ? contents.entries.filter((entry) => entry.row + entry.rowSpan - 1 === row && entry.rowSpan > 1)
        : [];
    const lines = Math.max(
      1,
      ...own.map((entry) => linesOf(entry).length),
      ...over.map((entry) => linesOf(entry).length - 1),
    );
    const rest =
      style.fives && row > contents.headRows && (row - contents.headRows) % 5 === 4 ? pitch * 0.8 : 0;
    return lines * pitch + style.rowSpace + (row < contents.headRows ? 3 : 0) + rest;
  });
}

function printsOf(entry: Entry, layout: Layout): readonly Print[] {
  const { contents, style, xs, ys } = layout;
  const lines = layout.linesOf(entry);
  const isSection = contents.sections.has(entry.row);
  const pitch = style.type.size * style.lead;
  const [top, bottom] = [ys[entry.row] ?? 0, ys[entry.row + entry.rowSpan] ?? 0];
  const [left, right] = [
    (xs[entry.column] ?? 0) + style.gap / 2,
    ((isSection ? xs.at(-1) : xs[entry.column + entry.columnSpan]) ?? 0) - style.gap / 2,
  ];
  const first =
    top +
    style.rowSpace / 2 +
    style.type.size +
    shiftOf(entry, layout, lines.length, bottom - top - style.rowSpace);
  return lines.flatMap((text, at) => {
    const width = widthOf(text, style.type);
    const align = alignOf(entry, contents, style);
    const indent = entry.column === 0 ? INDENT * (contents.indents[entry.row] ?? 0) : 0;
    const hanging = entry.column === 0 && entry.row >= contents.headRows && at > 0 ? style.hanging : 0;
    const x =
      align === 'right'
        ? right - width
        : align === 'center'
          ? (left + right - width) / 2
          : left + indent + hanging;
    const line = { x, y: first + at * pitch, text, type: style.type };
    return at === lines.length - 1 ? [line, ...behind(entry, line, layout)] : [line];
  });
}

/** A footnote's sign, or the dots that lead to the figures. */
function behind(entry: Entry, line: Print, layout: Layout): readonly Print[] {
  const { contents, style, xs } = layout;
  const end = line.x + widthOf(line.text, style.type);
  const small = { ...style.type, size: style.type.size * 0.62 };
  if (entry.sign !== undefined)
    return [{ x: end, y: line.y - style.type.size * 0.35, text: entry.sign, type: small }];
  const leads = style.leaders !== '' && entry.column === 0 && entry.row >= contents.headRows;
  if (!leads || contents.sections.has(entry.row)) return [];
  const room = (xs[1] ?? 0) - 2 - end - 2;
  const dots = Math.floor(room / widthOf(style.leaders, style.type));
  return dots < 4 ? [] : [{ ...line, x: end + 2, text: style.leaders.repeat(dots).trim() }];
}

function alignOf(
  entry: Entry,
  { headRows, wordy, sections }: Contents,
  style: Style,
): 'left' | 'center' | 'right' {
  if (sections.has(entry.row)) return style.sections;
  if (entry.row < headRows)
    return entry.columnSpan > 1 ? 'center' : entry.column === 0 ? 'left' : style.heads;
  return wordy[entry.column] ? 'left' : style.figures;
}

/** How far below its cell's top the first line stands. */
function shiftOf(entry: Entry, { contents, style }: Layout, lines: number, height: number): number {
  const free = height - lines * style.type.size * style.lead;
  if (entry.row < contents.headRows) return style.headFoot ? Math.max(0, free - 3) : 0;
  if (entry.column === 0 || contents.wordy[entry.column]) return 0;
  const rest =
    style.fives && (entry.row - contents.headRows) % 5 === 4 ? style.type.size * style.lead * 0.8 : 0;
  const own = Math.max(0, free - rest);
  return style.figuresAt === 'first' ? 0 : style.figuresAt === 'last' ? own : own / 2;
}
