// Comma-, semicolon- or tab-separated values (RFC 4180) → one table.
// Surprise: blanks are real here, so the placement is `grid`; merged cells are lost, which only the binder can mend.

import type { Diagnostic } from '../diagnostic/diagnostic.ts';
import { cellOf, flowPage, tableOf } from '../tree/build.ts';
import type { Cell, Document } from '../tree/nodes.ts';
import type { Origin } from '../tree/origin.ts';
import { keepBytes, keepSlots } from './caps.ts';
import { type Field, type Records, recordsOf } from './csvrecords.ts';
import { checkedText, decoded } from './decode.ts';
import { cellText } from './printed.ts';
import { sourceNote } from './refusal.ts';
import type { Source } from './source.ts';

export async function* readCsv(source: Source): AsyncGenerator<Diagnostic, Document, void> {
  keepBytes(source.bytes.length);
  const text = yield* checkedText(decoded(source.bytes));
  const read = recordsOf(text, delimiterOf(text), source.limits.cells);
  if (read.unclosedAt !== null) yield unclosedNote(read.unclosedAt);
  const cells = cellsOf(read);
  const children = cells.length > 0 ? [tableOf(cells, { on: 'text', line: 1, column: 1 }, 'grid')] : [];
  for (const table of children) keepSlots(table.rows * table.columns);
  return { type: 'document', carrier: 'csv', pages: [flowPage(children)] };
}

function unclosedNote(line: number): Diagnostic {
  return sourceNote(
    `第 ${line} 行的引号没有闭合，其后的内容按一个单元格读取。`,
    `The quote opened on line ${line} is never closed; all after it was read as one cell.`,
  );
}

const DELIMITERS = [',', '\t', ';'] as const;
export type Delimiter = (typeof DELIMITERS)[number];

/** The delimiter that occurs most often outside quotes; Excel may name it in a first line `sep=;`. */
export function delimiterOf(text: string): Delimiter {
  const named = /^sep=([,;\t])\r?\n/.exec(text)?.[1];
  const start = text.slice(0, 20_000).replace(/"[^"]*"/g, '');
  const counts = DELIMITERS.map((delimiter) => start.split(delimiter).length);
  const best = DELIMITERS[counts.indexOf(Math.max(...counts))] ?? ',';
  return DELIMITERS.find((delimiter) => delimiter === named) ?? best;
}

function cellsOf(read: Records): readonly Cell[] {
  const records = read.records.filter((fields) => fields.some((field) => field.text.trim() !== ''));
  return records.flatMap((fields, row) => fields.map((field, column) => csvCell(field, { row, column })));
}

function csvCell(field: Field, at: Pick<Cell, 'row' | 'column'>): Cell {
  const text = cellText(field.text);
  const origin: Origin = { on: 'text', line: field.line, column: field.column };
  return cellOf(text, origin, { ...at, rowSpan: 1, columnSpan: 1 });
}
