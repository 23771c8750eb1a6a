// An old workbook (xls, xlsb, XML spreadsheet) → its sheets, through SheetJS.
// Surprise: strings before Excel 97 are in the code page of their country, whose tables have to be loaded apart.

import { type CellObject, read, set_cptable, type WorkSheet } from '@e965/xlsx';
import * as codepages from '@e965/xlsx/dist/cpexcel.full.mjs';
import { keepCells, keepCharacters, keepSlots, MOST_COLUMNS } from '../caps.ts';
import { Refusal } from '../refusal.ts';
import { shownText } from './format.ts';
import { MOST_ROWS, referenceOf } from './reference.ts';
import type { Range, Sheet, SheetCell, Workbook } from './sheet.ts';

set_cptable(codepages);

export function legacyWorkbookOf(bytes: Uint8Array, mostCells: number): Workbook {
  keepMerges(bytes);
  const book = decodedBook(bytes);
  const states = book.Workbook?.Sheets ?? [];
  const isHidden = (index: number) => (states[index]?.Hidden ?? 0) !== 0;
  const date1904 = book.Workbook?.WBProps?.date1904 === true;
  const shown = book.SheetNames.filter((_, index) => !isHidden(index));
  return {
    sheets: shown.flatMap((name) => {
      const sheet = book.Sheets[name];
      return sheet ? [legacySheet(name, sheet, { date1904, mostCells })] : [];
    }),
    hidden: book.SheetNames.filter((_, index) => isHidden(index)),
  };
}

const MERGED_CELL = /<(?:\w+:)?Cell\s[^>]{0,2000}Merge(?:Across|Down)[^>]{0,2000}>/g;

/** In an XML spreadsheet: SheetJS makes a cell for each slot that is merged, and one cell may claim billions. */
function keepMerges(bytes: Uint8Array): void {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (!text.includes('MergeAcross') && !text.includes('MergeDown')) return;
  let slots = 0;
  for (const [cell] of text.toString('latin1').matchAll(MERGED_CELL)) {
    const [across, down] = ['Across', 'Down'].map((way) =>
      Number(new RegExp(`Merge${way}\\s*=\\s*["']\\s*(\\d{1,15})`).exec(cell)?.[1] ?? 0),
    );
    slots += ((across ?? 0) + 1) * ((down ?? 0) + 1);
    keepSlots(slots);
  }
}

function decodedBook(bytes: Uint8Array): ReturnType<typeof read> {
  try {
    // cellStyles is what makes SheetJS keep hidden rows and columns.
    return read(bytes, {
      dense: true,
      cellStyles: true,
      cellNF: true,
      cellHTML: false,
      nodim: true,
      sheetRows: 0,
    });
  } catch (error) {
    if (error instanceof Error && /password|encrypt/i.test(error.message)) throw encryptedBook();
    throw error;
  }
}

function encryptedBook(): Refusal {
  return new Refusal(
    'encrypted',
    '工作簿已用密码加密；请先在 Excel 或 WPS 中去掉密码再读。',
    'The workbook is encrypted with a password. Remove the password in Excel or WPS first.',
  );
}

function legacySheet(
  name: string,
  sheet: WorkSheet,
  { date1904, mostCells }: { date1904: boolean; mostCells: number },
): Sheet {
  const cells: SheetCell[] = [];
  const uncomputed: string[] = [];
  for (const { row, column, cell } of objectsOf(sheet)) {
    if (row >= MOST_ROWS || column >= MOST_COLUMNS) continue;
    if (cell.f !== undefined && cell.v === undefined) uncomputed.push(referenceOf({ row, column }));
    const text = objectText(cell, date1904);
    keepCharacters(text.length);
    if (text.trim() !== '') cells.push({ row, column, text });
    keepCells(cells.length, mostCells);
  }
  const merges = (sheet['!merges'] ?? []).map(mergeRange);
  return {
    name,
    cells,
    merges,
    hiddenRows: hiddenAmong(sheet['!rows']),
    hiddenColumns: hiddenAmong(sheet['!cols']),
    uncomputed,
  };
}

interface Located {
  readonly row: number;
  readonly column: number;
  readonly cell: CellObject;
}

/** The stored cells of a dense sheet; its rows and cells have gaps, which `Object.entries` passes over. */
function objectsOf(sheet: WorkSheet): readonly Located[] {
  const rows = Object.entries(sheet['!data'] ?? []);
  return rows.flatMap(([row, cells]) =>
    Object.entries(cells ?? []).map(([column, cell]) => ({ row: Number(row), column: Number(column), cell })),
  );
}

/** Numbers through our own rounding; everything else as SheetJS shows it. */
function objectText(cell: CellObject, date1904: boolean): string {
  if (cell.t === 'n' && typeof cell.v === 'number')
    return shownText(cell.v, String(cell.z ?? 'General'), date1904);
  if (cell.t === 'z' || cell.v === undefined) return '';
  return cell.w ?? String(cell.v);
}

function mergeRange({ s, e }: { s: { r: number; c: number }; e: { r: number; c: number } }): Range {
  return {
    top: s.r,
    left: s.c,
    bottom: Math.min(e.r, MOST_ROWS - 1),
    right: Math.min(e.c, MOST_COLUMNS - 1),
  };
}

function hiddenAmong(list: readonly ({ hidden?: boolean } | undefined)[] | undefined): ReadonlySet<number> {
  const hidden = new Set<number>();
  list?.forEach((item, index) => {
    if (item?.hidden === true) hidden.add(index);
  });
  return hidden;
}
