// Where a value stands, in words that a person can follow on the paper: page, line, sheet and cell.
// Surprise: a box is told in millimetres from the top, because that is what a ruler on a print-out shows.

import type { Origin } from '../tree/index.ts';
import type { Language } from './names.ts';

const MILLIMETRES_PER_POINT = 25.4 / 72;

export function placeName(origin: Origin, language: Language): string {
  const zh = language === 'zh';
  switch (origin.on) {
    case 'text':
      return zh ? `第${origin.line}行第${origin.column}列` : `line ${origin.line}, column ${origin.column}`;
    case 'page': {
      const down = Math.round(origin.box[1] * MILLIMETRES_PER_POINT);
      return zh ? `第${origin.page}页，距页顶${down}毫米` : `page ${origin.page}, ${down} mm from the top`;
    }
    case 'sheet':
      return zh ? `工作表“${origin.sheet}”${origin.cell}` : `sheet “${origin.sheet}”, ${origin.cell}`;
    case 'markup':
      return markupPlace(origin.path, zh);
  }
}

/** The last table, row and cell of a path, in HTML or in Word: `…/w:tbl[1]/w:tr[48]/w:tc[2]`, `…/table[1]/tbody[1]/tr[7]/td[2]`. */
const IN_TABLE = /^.*\b(?:tbl|table)\[(\d+)\].*\btr\[(\d+)\].*\bt[cdh]\[(\d+)\]/;

function markupPlace(path: string, zh: boolean): string {
  const [, table, row, cell] = IN_TABLE.exec(path) ?? [];
  if (cell === undefined) return zh ? `文档位置 ${path}` : `at ${path}`;
  return zh ? `第${table}个表格第${row}行第${cell}格` : `table ${table}, row ${row}, cell ${cell}`;
}
