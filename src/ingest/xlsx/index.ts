// A workbook → one page for each sheet that shows something.
// Surprise: what counts is what a reader sees, so that hidden sheets, rows and columns are left out, and said.

import type { Diagnostic } from '../../diagnostic/diagnostic.ts';
import { flowPage } from '../../tree/build.ts';
import type { Carrier, Document, Page } from '../../tree/nodes.ts';
import { keepBytes, keepCells } from '../caps.ts';
import { keepInflated, packageOf } from '../ooxml/package.ts';
import { sourceNote } from '../refusal.ts';
import type { Source } from '../source.ts';
import { tableOfSheet } from './grid.ts';
import type { Sheet, Workbook } from './sheet.ts';

export async function* readXlsx(source: Source): AsyncGenerator<Diagnostic, Document, void> {
  const from = packageOf(source);
  if (from.directory.has('xl/workbook.bin')) {
    keepInflated(from);
    return yield* readLegacy(source, 'xlsx');
  }
  const { workbookOf } = await import('./workbook.ts');
  return yield* documentOf(workbookOf(from, source.limits.cells), 'xlsx', source);
}

export async function* readXls(source: Source): AsyncGenerator<Diagnostic, Document, void> {
  keepBytes(source.bytes.length);
  return yield* readLegacy(source, 'xls');
}

async function* readLegacy(source: Source, carrier: Carrier): AsyncGenerator<Diagnostic, Document, void> {
  const { legacyWorkbookOf } = await import('./legacy.ts');
  return yield* documentOf(legacyWorkbookOf(source.bytes, source.limits.cells), carrier, source);
}

function* documentOf(
  workbook: Workbook,
  carrier: Carrier,
  source: Source,
): Generator<Diagnostic, Document, void> {
  if (workbook.hidden.length > 0) yield hiddenSheetsNote(workbook.hidden);
  const pages: Page[] = [];
  for (const sheet of workbook.sheets) {
    const table = tableOfSheet(sheet, source.limits.cells);
    if (!table) continue;
    yield* notesOn(sheet);
    pages.push(flowPage([table], pages.length + 1));
  }
  keepCells(
    pages.reduce((cells, page) => cells + cellsOn(page), 0),
    source.limits.cells,
  );
  const wanted = pages.filter((page) => source.pages === null || source.pages.includes(page.number));
  return { type: 'document', carrier, pages: wanted };
}

function cellsOn(page: Page): number {
  return page.children.reduce((cells, block) => cells + (block.type === 'table' ? block.cells.length : 0), 0);
}

function hiddenSheetsNote(names: readonly string[]): Diagnostic {
  const zh = names.map((name) => `「${name}」`).join('、');
  return sourceNote(`隐藏的工作表未读取：${zh}。`, `Hidden sheets were not read: ${names.join(', ')}.`);
}

function* notesOn(sheet: Sheet): Generator<Diagnostic, void, void> {
  const lost = sheet.cells.filter(
    ({ row, column }) => sheet.hiddenRows.has(row) || sheet.hiddenColumns.has(column),
  );
  if (lost.length > 0) {
    yield sourceNote(
      `工作表「${sheet.name}」的隐藏行列中有 ${lost.length} 个单元格未读取。`,
      `${lost.length} cells in hidden rows or columns of the sheet ${sheet.name} were not read.`,
    );
  }
  if (sheet.uncomputed.length > 0) {
    const some = sheet.uncomputed.slice(0, 10).join(', ');
    yield sourceNote(
      `工作表「${sheet.name}」有 ${sheet.uncomputed.length} 个公式没有保存结果，按空白读取：${some}。`,
      `${sheet.uncomputed.length} formulas on the sheet ${sheet.name} have no stored result and were read as blank: ${some}.`,
    );
  }
}
