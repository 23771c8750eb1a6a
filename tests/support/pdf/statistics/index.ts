// A seed and a way of ruling → a page or two of a statistical report as a PDF, and the tables that a reader would find in it.
// Surprise: it stands in for reports of EU and US offices that nobody here may hold; whatever stands around the tables (prose in one or two columns, lists, contents, charts) is there to be left alone.

import { pdfOf, strokeOf, textAt } from '../writer.ts';
import { type Contents, contentsOf } from './contents.ts';
import { type Dice, diceOf } from './dice.ts';
import { type Type, widthOf, wrapped } from './metrics.ts';
import { capitalized, paragraph, phrase, sentence } from './prose.ts';
import type { Known } from './score.ts';
import {
  type Print,
  type Rule,
  type Ruling,
  type SetTable,
  type Style,
  setTable,
  styleOf,
} from './setting.ts';

export type { Ruling } from './setting.ts';
export const RULINGS = ['ruled', 'partly', 'borderless'] as const;

export interface Report {
  readonly bytes: Uint8Array;
  readonly tables: readonly Known[];
}

interface Sheet {
  readonly prints: Print[];
  readonly rules: Rule[];
  readonly tables: Known[];
}

interface Desk {
  readonly dice: Dice;
  readonly type: Type;
  readonly ruling: Ruling;
  readonly sheet: Sheet;
}

const PAGE = { width: 612, height: 792, margin: 60 };
const GUTTER = 24;

export function reportOf(seed: number, ruling: Ruling): Report {
  const dice = diceOf(seed * 3 + RULINGS.indexOf(ruling));
  const face = dice.oneOf(['Helvetica', 'Times'] as const);
  const type = { face, size: dice.oneOf([8, 9, 10]) };
  const sheets = Array.from({ length: dice.oneOf([1, 1, 2]) }, () =>
    filledSheet({ dice, type, ruling, sheet: { prints: [], rules: [], tables: [] } }),
  );
  const pages = sheets.map((sheet) => ({
    width: PAGE.width,
    height: PAGE.height,
    content: contentOf(sheet),
  }));
  return { bytes: pdfOf(pages), tables: sheets.flatMap((sheet) => sheet.tables) };
}

function contentOf({ prints, rules }: Sheet): string {
  return [
    ...prints.map(({ x, y, text, type }) =>
      textAt(round(x), round(PAGE.height - y), type.size, text, type.face === 'Times' ? 'F2' : 'F1'),
    ),
    ...rules.map((rule) =>
      strokeOf(
        round(rule.x0),
        round(PAGE.height - rule.y0),
        round(rule.x1),
        round(PAGE.height - rule.y1),
        0.5,
      ),
    ),
  ].join('\n');
}

const round = (value: number): number => Math.round(value * 100) / 100;

interface Frame {
  readonly x: number;
  readonly width: number;
}

const BLOCKS = ['prose', 'prose', 'prose', 'list', 'contents', 'chart', 'nothing'] as const;

function filledSheet(desk: Desk): Sheet {
  const { dice, sheet } = desk;
  const whole = { x: PAGE.margin, width: PAGE.width - 2 * PAGE.margin };
  printLine(desk, capitalized(phrase(dice, 3)), { x: whole.x, y: 36 });
  printLine(desk, String(dice.between(1, 200)), {
    x: dice.oneOf([PAGE.width / 2, whole.x + whole.width - 12]),
    y: 765,
  });
  if (dice.chance(0.25)) sheet.rules.push({ x0: whole.x, y0: 42, x1: whole.x + whole.width, y1: 42 });
  let y = PAGE.margin;
  const tables = dice.oneOf([1, 1, 2, 3]);
  const double = dice.chance(0.25);
  const inColumn = double && dice.chance(0.3);
  if (inColumn) return withColumns(desk, whole, y);
  for (let at = 0; at < tables; at++) {
    if (dice.chance(0.7))
      y = double ? doubleProse(desk, whole, y) : printBlock(desk, dice.oneOf(BLOCKS), whole, y);
    y = printTable(desk, whole, y);
    if (y > 480) break;
  }
  if (y < 600 && dice.chance(0.8))
    y = double ? doubleProse(desk, whole, y) : printBlock(desk, dice.oneOf(BLOCKS), whole, y);
  return sheet;
}

/** A narrow table in one of two columns of prose. */
function withColumns(desk: Desk, whole: Frame, y: number): Sheet {
  const width = (whole.width - GUTTER) / 2;
  const [left, right] = [
    { x: whole.x, width },
    { x: whole.x + width + GUTTER, width },
  ];
  const [one, other] = desk.dice.chance(0.5) ? [left, right] : [right, left];
  let at = printProse(desk, one, y, desk.dice.between(2, 4));
  at = printTable({ ...desk, type: { ...desk.type, size: 7 } }, one, at);
  while (at < 600) at = printProse(desk, one, at, 4);
  let beside = y;
  while (beside < 640) beside = printProse(desk, other, beside, desk.dice.between(3, 6));
  return desk.sheet;
}

function printLine({ sheet, type }: Desk, text: string, { x, y }: { x: number; y: number }): void {
  sheet.prints.push({ x, y, text, type });
}

function printTable(desk: Desk, frame: Frame, y: number): number {
  const { dice, sheet, type } = desk;
  let at = dice.chance(0.85) ? printCaption(desk, frame, y) + type.size * dice.oneOf([0.3, 0.8]) : y + 4;
  if (dice.chance(0.25)) {
    const unit = dice.oneOf(['(millions of euros)', '[In millions of dollars]', '(percent)']);
    printLine(desk, unit, {
      x: frame.x + (dice.chance(0.5) ? 0 : frame.width - widthOf(unit, type)),
      y: at + type.size,
    });
    at += type.size * 1.7;
  }
  const set = fittingTable(desk, { ...frame, y: at });
  const { contents } = set;
  sheet.prints.push(...set.prints);
  sheet.rules.push(...set.rules);
  sheet.tables.push({
    rows: contents.rows,
    columns: contents.columns,
    cells: knownCells(contents, set.style),
  });
  const notes = dice.oneOf([0, 1, 1, 2, 3]);
  const marks = dice.oneOf([
    ['Source:', 'Note:', 'Note:'],
    ['1', '2', '3'],
    ['(1)', '(2)', '(3)'],
    ['*', '**', '***'],
  ]);
  const small = { ...desk, type: { ...type, size: type.size - dice.oneOf([0, 1]) } };
  let below = set.bottom + type.size * dice.oneOf([0.2, 0.5, 1]);
  for (let note = 0; note < notes; note++)
    below = printLines(small, `${marks[note]} ${sentence(dice)}`, frame, below);
  return below + type.size * dice.oneOf([1.5, 2.5]);
}

/** A number and a title, on one line, on two, or the title alone; at the left or in the middle. */
function printCaption(desk: Desk, frame: Frame, y: number): number {
  const { dice } = desk;
  const number = `${dice.oneOf(['Table', 'Table', 'TABLE'])} ${dice.oneOf(['', '', 'A-', '2.'])}${dice.between(1, 40)}`;
  const title = `${capitalized(phrase(dice, dice.oneOf([2, 5, 8, 11])))}, ${dice.between(1998, 2012)}`;
  const lines = dice.oneOf([
    [`${number}${dice.oneOf(['.', ':', ' -'])} ${title}`],
    [`${number}${dice.oneOf(['.', ':', ' -'])} ${title}`],
    [`${number}${dice.oneOf(['.', ':', ' -'])} ${title}`],
    [number, title],
    [title],
  ]);
  const isMiddle = dice.chance(0.3);
  return lines.reduce((at, line) => {
    const room = Math.max(0, frame.width - widthOf(line, desk.type));
    return printLines(desk, line, isMiddle ? { x: frame.x + room / 2, width: frame.width } : frame, at);
  }, y);
}

/** A section's title stands in its own column, unless it is centred or rules draw its cell across the table. */
function knownCells({ entries, sections, columns }: Contents, style: Style): Known['cells'] {
  const signed = entries.map((entry) => ({ ...entry, text: entry.text + (entry.sign ?? '') }));
  if (style.ruling !== 'ruled' && style.sections === 'left') return signed;
  return signed.map((entry) => (sections.has(entry.row) ? { ...entry, columnSpan: columns } : entry));
}

/** Drawn anew until its columns have room and its rows end above the page's foot; after many tries, the lowest there was. */
function fittingTable({ dice, type, ruling }: Desk, place: Frame & { y: number }): SetTable {
  const style = styleOf(dice, ruling, type);
  const drawn = () => setTable(dice, contentsOf(dice, place.width < 300 ? 4 : 7), style, place);
  let best = drawn();
  for (let tries = 0; best.bottom > FOOT && tries < 60; tries++) {
    const next = drawn();
    if (next.bottom < best.bottom) best = next;
  }
  return best;
}

const FOOT = 725;

function printLines(desk: Desk, text: string, frame: Frame, y: number): number {
  const pitch = desk.type.size * 1.2;
  const lines = wrapped(text, frame.width, desk.type);
  for (const [at, line] of lines.entries())
    printLine(desk, line, { x: frame.x, y: y + desk.type.size + at * pitch });
  return y + lines.length * pitch;
}

function printProse(desk: Desk, frame: Frame, y: number, sentences: number): number {
  return printLines(desk, paragraph(desk.dice, sentences), frame, y) + desk.type.size;
}

function doubleProse(desk: Desk, whole: Frame, y: number): number {
  const width = (whole.width - GUTTER) / 2;
  const sentences = desk.dice.between(3, 8);
  const left = printProse(desk, { x: whole.x, width }, y, sentences);
  return Math.max(left, printProse(desk, { x: whole.x + width + GUTTER, width }, y, sentences));
}

function printBlock(desk: Desk, block: (typeof BLOCKS)[number], frame: Frame, y: number): number {
  const { dice, type } = desk;
  if (block === 'prose')
    return printProse(
      desk,
      frame,
      printLines(desk, capitalized(phrase(dice, 3)), frame, y) + 3,
      dice.between(2, 6),
    );
  if (block === 'list') return printList(desk, frame, y);
  if (block === 'contents') return printContents(desk, frame, y);
  return block === 'chart' ? printChart(desk, frame, y) : y + type.size;
}

function printList(desk: Desk, frame: Frame, y: number): number {
  const mark = desk.dice.oneOf(['-', '*', 'o', '1.']);
  let at = y;
  for (let item = 1; item <= 4; item++) {
    printLine(desk, mark === '1.' ? `${item}.` : mark, { x: frame.x + 8, y: at + desk.type.size });
    at = printLines(desk, sentence(desk.dice), { x: frame.x + 26, width: frame.width - 26 }, at) + 2;
  }
  return at + desk.type.size;
}

function printContents(desk: Desk, frame: Frame, y: number): number {
  let [at, page] = [y, 3];
  for (let item = 1; item <= 5; item++) {
    page += desk.dice.between(1, 9);
    const title = capitalized(phrase(desk.dice, desk.dice.oneOf([2, 5])));
    printLine(desk, title, { x: frame.x, y: at + desk.type.size });
    printLine(desk, String(page), { x: frame.x + frame.width - 15, y: at + desk.type.size });
    at += desk.type.size * 1.4;
  }
  return at + desk.type.size;
}

/** Axis, labels and legend of a column chart. */
function printChart(desk: Desk, frame: Frame, y: number): number {
  const { dice, sheet, type } = desk;
  const height = 110;
  const bars = dice.between(4, 8);
  for (let tick = 0; tick <= 4; tick++)
    printLine(desk, String((4 - tick) * 25), { x: frame.x, y: y + type.size + (tick * height) / 4 });
  for (let bar = 0; bar < bars; bar++) {
    const x = frame.x + 30 + (bar * (frame.width - 60)) / bars;
    printLine(desk, String(2000 + bar), { x, y: y + height + 2.4 * type.size });
    const top = y + height - dice.between(10, 90);
    sheet.rules.push(
      { x0: x, y0: top, x1: x, y1: y + height + 8 },
      { x0: x + 14, y0: top, x1: x + 14, y1: y + height + 8 },
      { x0: x, y0: top, x1: x + 14, y1: top },
    );
  }
  sheet.rules.push({ x0: frame.x + 24, y0: y + height + 8, x1: frame.x + frame.width, y1: y + height + 8 });
  return y + height + 4.5 * type.size;
}
