// A drawn form as a workbook: merged cells, and numbers as texts or as numbers whose format shows what is printed.
// Surprise: a rate is stored unrounded where its format then shows the printed one, as spreadsheets have it from a formula.

import { createRequire } from 'node:module';
import type { CellAddress, Range, WorkSheet } from '@e965/xlsx';
import type { DrawnCell, DrawnForm, Plan } from '../forms/index.ts';

const XLSX = createRequire(import.meta.url)('@e965/xlsx') as typeof import('@e965/xlsx');

export interface BookStyle {
  readonly type: 'xlsx' | 'biff8';
  readonly numbers: 'texts' | 'numbers';
}

interface Shown {
  readonly t: 'n' | 's';
  readonly v: number | string;
  readonly z?: string;
}

export function asWorkbook(form: DrawnForm, style: BookStyle): Uint8Array {
  return asBookBundle([form], style);
}

/** One sheet a form. */
export function asBookBundle(forms: readonly DrawnForm[], { type, numbers }: BookStyle): Uint8Array {
  return bookOf(
    forms.map((form) => sheetOf(form, numbers)),
    type,
  );
}

/** All forms on one sheet, some blank rows or columns between them. */
export function asSheetBundle(forms: readonly DrawnForm[], way: 'below' | 'beside'): Uint8Array {
  const all: WorkSheet = {};
  const merges: Range[] = [];
  let [row, column] = [0, 0];
  for (const form of forms) {
    const sheet = sheetOf(form, 'numbers');
    const moved = (cell: CellAddress) => ({ r: cell.r + row, c: cell.c + column });
    for (const [at, cell] of Object.entries(sheet))
      if (!at.startsWith('!')) all[XLSX.utils.encode_cell(moved(XLSX.utils.decode_cell(at)))] = cell;
    for (const merge of sheet['!merges'] ?? []) merges.push({ s: moved(merge.s), e: moved(merge.e) });
    if (way === 'below') row += XLSX.utils.decode_range(sheet['!ref'] ?? '').e.r + 1 + BLANK;
    else column += form.columns + BLANK;
  }
  all['!merges'] = merges;
  all['!ref'] = XLSX.utils.encode_range({ s: { r: 0, c: 0 }, e: furthest(merges, Object.keys(all)) });
  return bookOf([all], 'xlsx');
}

function furthest(merges: readonly Range[], references: readonly string[]): CellAddress {
  const cells = references.filter((at) => !at.startsWith('!')).map((at) => XLSX.utils.decode_cell(at));
  const ends = [...cells, ...merges.map(({ e }) => e)];
  return { r: Math.max(...ends.map(({ r }) => r)), c: Math.max(...ends.map(({ c }) => c)) };
}

/** Blank rows or columns between two forms. */
const BLANK = 3;

function bookOf(sheets: readonly WorkSheet[], type: BookStyle['type']): Uint8Array {
  const book = XLSX.utils.book_new();
  for (const [at, sheet] of sheets.entries()) XLSX.utils.book_append_sheet(book, sheet, `自评表${at + 1}`);
  return new Uint8Array(
    XLSX.write(book, { type: 'buffer', bookType: type, bookSST: true, compression: true }) as Buffer,
  );
}

/** Title lines are rows merged over all columns. */
function sheetOf(form: DrawnForm, numbers: BookStyle['numbers']): WorkSheet {
  const heads = form.lines.map(({ text, fields }, row) => ({
    row,
    column: 0,
    rowSpan: 1,
    columnSpan: form.columns,
    text,
    fields,
  }));
  const cells = [...heads, ...form.cells.map((cell) => ({ ...cell, row: cell.row + heads.length }))];
  const sheet: WorkSheet = {};
  for (const cell of cells) {
    const shown = numbers === 'numbers' ? numberOf(cell, form.plan) : null;
    if (cell.text !== '') sheet[XLSX.utils.encode_cell(start(cell))] = shown ?? { t: 's', v: cell.text };
  }
  sheet['!merges'] = cells.filter(isMerged).map((cell) => ({ s: start(cell), e: end(cell) }));
  sheet['!ref'] = XLSX.utils.encode_range({
    s: { r: 0, c: 0 },
    e: { r: form.rows + heads.length - 1, c: form.columns - 1 },
  });
  return sheet;
}

function isMerged({ rowSpan, columnSpan }: DrawnCell): boolean {
  return rowSpan > 1 || columnSpan > 1;
}

function start({ row, column }: DrawnCell) {
  return { r: row, c: column };
}

function end({ row, column, rowSpan, columnSpan }: DrawnCell) {
  return { r: row + rowSpan - 1, c: column + columnSpan - 1 };
}

const NUMBER = /^(-?)((?:0|[1-9]\d{0,2}(?:,\d{3})+|[1-9]\d{0,9})(?:\.(\d{1,9}))?)(%?)$/;

/** The number with the format that shows the text, or null for what is no plain number: codes, dashes, words. */
function numberOf(cell: DrawnCell, plan: Plan): Shown | null {
  const [, sign, digits = '', places = '', percent] = NUMBER.exec(cell.text) ?? [];
  if (sign === undefined) return measured(cell);
  const plain = Number(`${sign}${digits.replaceAll(',', '')}`);
  const format = `${digits.includes(',') ? '#,##0' : '0'}${places === '' ? '' : `.${'0'.repeat(places.length)}`}${percent}`;
  const printed = percent === '%' ? Number(`${plain}e-2`) : plain;
  return { t: 'n', v: unrounded(cell, plan, format) ?? printed, z: format };
}

const MEASURE = /^([≥≤]?)(\d{1,6})([\p{Script=Han}%]{1,3})$/u;

/** `≥98%` and `29亩` as numbers with words in their format. */
function measured({ text, fields }: DrawnCell): Shown | null {
  const [, sign = '', digits, unit = ''] = MEASURE.exec(text) ?? [];
  if (digits === undefined || !fields.some((field) => /\/(?:target|actual)$/.test(field))) return null;
  const before = sign === '' ? '' : `"${sign}"`;
  if (unit === '%') return { t: 'n', v: Number(`${digits}e-2`), z: `${before}0%` };
  return { t: 'n', v: Number(digits), z: `${before}0"${unit}"` };
}

/** The quotient itself, where its format shows the printed rate whichever way a tie falls. */
function unrounded(cell: DrawnCell, plan: Plan, format: string): number | null {
  const at = /^\/funding\/(\d+)\/executionRate$/.exec(cell.fields[0] ?? '')?.[1];
  const texts = plan.funding[Number(at)]?.texts;
  if (at === undefined || texts === undefined || !cell.text.endsWith('%')) return null;
  const rate = amount(texts.executed) / amount(texts.adjustedBudget);
  const near = [rate * (1 - TIE), rate, rate * (1 + TIE)];
  return near.every((value) => Number.isFinite(value) && XLSX.SSF.format(format, value) === cell.text)
    ? rate
    : null;
}

const TIE = 1e-12;

function amount(text: string): number {
  return Number.parseFloat(text.replaceAll(',', ''));
}
