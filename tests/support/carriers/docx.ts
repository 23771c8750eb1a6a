// A drawn form as a Word document: gridSpan across, vMerge down, and where asked gridBefore for the blanks that begin a row.
// Surprise: Word repeats a cell that is merged down in every row; only its first copy holds the text.

import { strToU8, zipSync } from 'fflate';
import type { DrawnCell, DrawnForm } from '../forms/index.ts';
import { fragmentsOf } from './grid.ts';
import { escaped, paragraphs } from './html.ts';

export interface WordStyle {
  /** Blanks that begin a row are left out and counted. */
  readonly skipsBlanks: boolean;
  /** Texts in several runs, one of them deleted by a tracked change. */
  readonly revises: boolean;
  /** A table for each stretch of rows that no merged cell joins. */
  readonly fragments: boolean;
}

export function asDocx(form: DrawnForm, style: WordStyle): Uint8Array {
  return asDocxBundle([form], style);
}

/** One form below the other. */
export function asDocxBundle(forms: readonly DrawnForm[], style: WordStyle): Uint8Array {
  const body = forms.map((form) => bodyOf(form, style)).join('');
  const document = `${XML}<w:document xmlns:w="${W}"><w:body>${body}<w:sectPr/></w:body></w:document>`;
  const parts = {
    '[Content_Types].xml': TYPES,
    '_rels/.rels': RELATIONS,
    'word/document.xml': document,
  };
  const files = Object.fromEntries(Object.entries(parts).map(([name, text]) => [name, strToU8(text)]));
  return zipSync(files, { mtime: new Date(2024, 0, 1) });
}

function bodyOf(form: DrawnForm, style: WordStyle): string {
  const heads = form.lines.map(({ text }) => paragraph(text, style));
  const pieces = style.fragments ? fragmentsOf(form) : [form];
  const tables = pieces.map((piece) => `${table(piece, style)}${paragraph('', style)}`);
  return [...heads, ...tables].join('');
}

const W = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const TYPES = `${XML}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>`;
const RELATIONS = `${XML}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>`;
const BORDERS = ['top', 'left', 'bottom', 'right', 'insideH', 'insideV']
  .map((side) => `<w:${side} w:val="single" w:sz="4" w:space="0" w:color="auto"/>`)
  .join('');

function table(form: DrawnForm, style: WordStyle): string {
  const columns = '<w:gridCol w:w="1000"/>'.repeat(form.columns);
  const rows = Array.from({ length: form.rows }, (_, row) => tableRow(form, row, style));
  return `<w:tbl><w:tblPr><w:tblW w:w="5000" w:type="pct"/><w:tblBorders>${BORDERS}</w:tblBorders></w:tblPr><w:tblGrid>${columns}</w:tblGrid>${rows.join('')}</w:tbl>`;
}

function tableRow(form: DrawnForm, row: number, style: WordStyle): string {
  const cells = form.cells
    .filter((cell) => cell.row <= row && row < cell.row + cell.rowSpan)
    .sort((a, b) => a.column - b.column);
  const first = style.skipsBlanks
    ? Math.max(
        0,
        cells.findIndex((cell) => !isBlank(cell)),
      )
    : 0;
  const skipped = cells.slice(0, first).reduce((width, { columnSpan }) => width + columnSpan, 0);
  const before = skipped === 0 ? '' : `<w:trPr><w:gridBefore w:val="${skipped}"/></w:trPr>`;
  return `<w:tr>${before}${cells
    .slice(first)
    .map((cell) => tableCell(cell, row, style))
    .join('')}</w:tr>`;
}

function isBlank({ text, rowSpan }: DrawnCell): boolean {
  return text === '' && rowSpan === 1;
}

function tableCell(cell: DrawnCell, row: number, style: WordStyle): string {
  const span = cell.columnSpan > 1 ? `<w:gridSpan w:val="${cell.columnSpan}"/>` : '';
  const start = cell.row === row;
  const merge = cell.rowSpan === 1 ? '' : start ? '<w:vMerge w:val="restart"/>' : '<w:vMerge/>';
  const body = start
    ? paragraphs(cell.text)
        .map((text) => paragraph(text, style))
        .join('')
    : '<w:p/>';
  return `<w:tc><w:tcPr><w:tcW w:w="${cell.columnSpan * 1000}" w:type="dxa"/>${span}${merge}</w:tcPr>${body}</w:tc>`;
}

function paragraph(text: string, { revises }: WordStyle): string {
  if (text === '') return '<w:p/>';
  const cut = revises ? Math.floor(text.length / 2) : 0;
  const deleted = '<w:del w:id="1" w:author="某"><w:r><w:delText>旧</w:delText></w:r></w:del>';
  const parts = cut === 0 ? run(text) : `${run(text.slice(0, cut))}${deleted}${inserted(text.slice(cut))}`;
  return `<w:p><w:pPr><w:jc w:val="center"/></w:pPr>${parts}</w:p>`;
}

function run(text: string): string {
  return `<w:r><w:rPr><w:sz w:val="21"/></w:rPr><w:t xml:space="preserve">${escaped(text)}</w:t></w:r>`;
}

function inserted(text: string): string {
  return `<w:ins w:id="2" w:author="某">${run(text)}</w:ins>`;
}
