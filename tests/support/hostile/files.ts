// Files made to break a reader: each with what must come of it.
// Surprise: most are a few KB; it is their expansion that hurts. The large ones are made of one repeated character.

import { deflateRawSync } from 'node:zlib';
import { pdfOf, textAt } from '../pdf/writer.ts';
import {
  docxOf,
  relationship,
  sharedStringsXml,
  stylesXml,
  withFalseSizes,
  xlsxOf,
  zipOf,
} from './packages.ts';

/** `expect`: the code of the fatal that must come, or `right`: it is read, and `holds` is among its texts. */
export interface HostileFile {
  readonly name: string;
  readonly make: () => Uint8Array;
  readonly expect: 'over-limit' | 'unreadable' | 'right';
  readonly holds?: string;
}

const MB = 1_000_000;
const bytesOf = (text: string) => new Uint8Array(Buffer.from(text));
const page = (body: string) => bytesOf(`<!DOCTYPE html><html><body>${body}</body></html>`);
const cellXml = (text: string) => `<w:tc><w:p><w:r><w:t>${text}</w:t></w:r></w:p></w:tc>`;

const LAUGHS = Array.from({ length: 10 }, (_, at) => {
  const value = at === 0 ? 'lol' : `&l${at - 1};`.repeat(10);
  return `<!ENTITY l${at} "${value}">`;
}).join('');
const DOCTYPE = `<!DOCTYPE lolz [${LAUGHS}]>`;

function nested(open: string, close: string, depth = 100_000): string {
  return open.repeat(depth) + close.repeat(depth);
}

/** A docx whose main part inflates to `size` bytes of nothing; made without holding more than one block of it. */
function bomb(size: number): Uint8Array {
  const head = '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>';
  return docxOf('', { 'word/document.xml': head + ' '.repeat(size) });
}

export const HOSTILE: readonly HostileFile[] = [
  { name: 'tabs-100mb.txt', make: () => new Uint8Array(100 * MB).fill(9), expect: 'over-limit' },
  { name: 'tabs-30mb.txt', make: () => new Uint8Array(30 * MB).fill(9), expect: 'over-limit' },
  { name: 'breaks-30mb.md', make: () => new Uint8Array(30 * MB).fill(13), expect: 'over-limit' },
  { name: 'commas-30mb.csv', make: () => new Uint8Array(30 * MB).fill(44), expect: 'over-limit' },
  { name: 'cell-50mb.txt', make: () => bytesOf(`项目\t${'x'.repeat(50 * MB)}`), expect: 'over-limit' },
  { name: 'cell-20mb.txt', make: () => bytesOf(`项目\t${'x'.repeat(20 * MB)}`), expect: 'over-limit' },
  { name: 'cell-20mb.csv', make: () => bytesOf(`项目,"${'x\n'.repeat(10 * MB)}"\n`), expect: 'over-limit' },
  { name: 'cell-50mb.html', make: () => page(`<table><tr><td>${'x'.repeat(50 * MB)}`), expect: 'over-limit' },
  { name: 'cell-20mb.html', make: () => page(`<table><tr><td>${'x'.repeat(20 * MB)}`), expect: 'over-limit' },
  {
    name: 'breaks-in-cell.html',
    make: () => page(`<table><tr><td>${'x\n'.repeat(450_000)}`),
    expect: 'right',
  },
  {
    name: 'cell-50mb.docx',
    make: () => docxOf(`<w:tbl><w:tr>${cellXml('x'.repeat(50 * MB))}</w:tr></w:tbl>`),
    expect: 'over-limit',
  },
  {
    name: 'cell-30mb.docx',
    make: () => docxOf(`<w:tbl><w:tr>${cellXml('x'.repeat(30 * MB))}</w:tr></w:tbl>`),
    expect: 'over-limit',
  },
  {
    name: 'cell-50mb.xlsx',
    make: () =>
      xlsxOf([
        {
          xml: `<sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>${'x'.repeat(50 * MB)}</t></is></c></row></sheetData>`,
        },
      ]),
    expect: 'over-limit',
  },
  {
    name: 'shared-string-30mb.xlsx',
    make: () =>
      xlsxOf([{ xml: '<sheetData><row r="1"><c r="A1" t="s"><v>0</v></c></row></sheetData>' }], {
        'xl/sharedStrings.xml': sharedStringsXml([`<t>${'x'.repeat(30 * MB)}</t>`]),
      }),
    expect: 'over-limit',
  },
  { name: 'bomb.docx', make: () => bomb(400 * MB), expect: 'over-limit' },
  { name: 'lying-bomb.docx', make: () => withFalseSizes(bomb(400 * MB), 1_000), expect: 'over-limit' },
  {
    name: 'nested-tables.html',
    make: () => page(nested('<table><tr><td>', '</td></tr></table>')),
    expect: 'over-limit',
  },
  { name: 'unclosed-tables.html', make: () => page('<table><tr><td>'.repeat(100_000)), expect: 'over-limit' },
  { name: 'nested-divs.html', make: () => page(nested('<div>', '</div>')), expect: 'over-limit' },
  {
    name: 'nested-fonts.html',
    make: () =>
      page(`${Array.from({ length: 400 }, (_, at) => `<font a${at}>`).join('')}${'<p>x'.repeat(50_000)}`),
    expect: 'right',
    holds: 'x',
  },
  {
    name: 'nested-tables.docx',
    make: () => docxOf(nested('<w:tbl><w:tr><w:tc>', '</w:tc></w:tr></w:tbl>')),
    expect: 'over-limit',
  },
  {
    name: 'nested-controls.docx',
    make: () => docxOf(nested('<w:sdt><w:sdtContent>', '</w:sdtContent></w:sdt>')),
    expect: 'over-limit',
  },
  {
    name: 'laughs.docx',
    make: () => docxOf('<w:p><w:r><w:t>&l9;</w:t></w:r></w:p>', {}, DOCTYPE),
    expect: 'over-limit',
  },
  {
    name: 'laughs.xlsx',
    make: () =>
      xlsxOf([{ xml: '<sheetData><row r="1"><c r="A1" t="s"><v>0</v></c></row></sheetData>' }], {
        'xl/sharedStrings.xml': sharedStringsXml(['<t>&l9;</t>'], DOCTYPE),
      }),
    expect: 'over-limit',
  },
  {
    name: 'laughs.xml',
    make: () => bytesOf(`<?xml version="1.0"?>${DOCTYPE}<lolz>&l9;</lolz>`),
    expect: 'over-limit',
  },
  {
    name: 'claimed-sheet.xlsx',
    make: () =>
      xlsxOf([
        {
          xml:
            '<dimension ref="A1:XFD1048576"/><cols><col min="1" max="16384" width="9"/></cols><sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>项目名称</t></is></c></row>' +
            '<row r="1048576"><c r="XFD1048576"><v>7.30</v></c></row></sheetData><mergeCells><mergeCell ref="B2:XFD1048575"/></mergeCells>',
        },
      ]),
    expect: 'right',
    holds: '项目名称',
  },
  {
    name: 'blank-styled-rows.xlsx',
    make: () =>
      xlsxOf([
        {
          xml: `<sheetData><row r="1"><c r="A1"><v>7</v></c></row>${Array.from({ length: 400_000 }, (_, at) => `<row r="${at + 2}"><c r="A${at + 2}" s="1"/><c r="B${at + 2}" s="1"/></row>`).join('')}</sheetData>`,
        },
      ]),
    expect: 'right',
    holds: '7',
  },
  {
    name: 'overlapping-merges.xlsx',
    make: () =>
      xlsxOf([
        {
          xml: `<sheetData><row r="1"><c r="A1"><v>7</v></c></row><row r="1000"><c r="ALL1000"><v>7</v></c></row></sheetData><mergeCells>${Array.from({ length: 900 }, (_, at) => `<mergeCell ref="A${at + 2}:ALL1000"/>`).join('')}</mergeCells>`,
        },
      ]),
    expect: 'right',
    holds: '7',
  },
  {
    name: 'many-sheets.xlsx',
    make: () => {
      const xml = `<sheetData>${Array.from({ length: 3_000 }, (_, at) => `<row r="${at + 1}">${Array.from({ length: 20 }, () => '<c><v>1</v></c>').join('')}</row>`).join('')}</sheetData>`;
      return xlsxOf(Array.from({ length: 40 }, () => ({ xml })));
    },
    expect: 'over-limit',
  },
  {
    name: 'spans.html',
    make: () =>
      page(
        '<table><tr><td rowspan=999999999 colspan=999999999>项目名称</td><td>a</td></tr><tr><td>b</td></tr></table>',
      ),
    expect: 'right',
    holds: '项目名称',
  },
  {
    name: 'many-spans.html',
    make: () => page(`<table>${'<tr><td rowspan=65534 colspan=1000>x</td></tr>'.repeat(20_000)}</table>`),
    expect: 'over-limit',
  },
  {
    name: 'many-inner-tables.html',
    make: () =>
      page(
        `<table>${'<tr><td rowspan=99999>x</td><td><table><tr><td>y</td></tr></table></td></tr>'.repeat(1_000)}</table>`,
      ),
    expect: 'right',
  },
  {
    name: 'spans.docx',
    make: () =>
      docxOf(
        `<w:tbl><w:tr><w:trPr><w:gridBefore w:val="999999999"/></w:trPr><w:tc><w:tcPr><w:gridSpan w:val="999999999"/></w:tcPr><w:p><w:r><w:t>项目名称</w:t></w:r></w:p></w:tc></w:tr></w:tbl>`,
      ),
    expect: 'right',
    holds: '项目名称',
  },
  {
    name: 'outside.docx',
    make: () =>
      docxOf('<w:p><w:r><w:t>项目名称</w:t></w:r></w:p>', {
        '_rels/.rels': `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${relationship('rId1', 'officeDocument', '../../../../etc/passwd')}${relationship('rId2', 'officeDocument', 'http://127.0.0.1:1/x.xml', ' TargetMode="External"')}</Relationships>`,
      }),
    expect: 'right',
    holds: '项目名称',
  },
  {
    name: 'outside.xlsx',
    make: () =>
      xlsxOf([{ xml: '<sheetData><row r="1"><c r="A1"><v>7</v></c></row></sheetData>' }], {
        'xl/_rels/workbook.xml.rels': `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${relationship('rId1', 'worksheet', 'file:///etc/passwd', ' TargetMode="External"')}${relationship('rId2', 'worksheet', '../../../../etc/passwd')}</Relationships>`,
      }),
    expect: 'right',
  },
  {
    name: 'one-long-paragraph.docx',
    make: () => docxOf(`<w:p>${'<w:r><w:t>a</w:t></w:r>'.repeat(60_000)}</w:p>`),
    expect: 'right',
  },
  {
    name: 'deleted-marks.docx',
    make: () =>
      docxOf(
        '<w:p><w:pPr><w:rPr><w:del w:id="1"/></w:rPr></w:pPr><w:r><w:t>a</w:t></w:r></w:p>'.repeat(30_000),
      ),
    expect: 'right',
  },
  {
    name: 'changing-widths.docx',
    make: () => {
      const merged = (span: number) =>
        `<w:tr><w:tc><w:tcPr><w:gridSpan w:val="${span}"/><w:vMerge/></w:tcPr><w:p/></w:tc></w:tr>`;
      const first = cellXml('甲'.repeat(900_000)).replace(
        '<w:tc>',
        '<w:tc><w:tcPr><w:vMerge w:val="restart"/></w:tcPr>',
      );
      return docxOf(`<w:tbl><w:tr>${first}</w:tr>${(merged(2) + merged(3)).repeat(10_000)}</w:tbl>`);
    },
    expect: 'over-limit',
  },
  {
    name: 'long-pattern.docx',
    make: () => {
      const w = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
      const level = `<w:lvl w:ilvl="0"><w:numFmt w:val="upperLetter"/><w:lvlText w:val="${'%1'.repeat(5_000)}"/></w:lvl>`;
      const list = `<w:abstractNum w:abstractNumId="0">${level}</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>`;
      const item = '<w:p><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr><w:r><w:t>a</w:t></w:r></w:p>';
      return docxOf(item.repeat(20_000), {
        'word/numbering.xml': `<w:numbering xmlns:w="${w}">${list}</w:numbering>`,
        'word/_rels/document.xml.rels': `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${relationship('rId1', 'numbering', 'numbering.xml')}</Relationships>`,
      });
    },
    expect: 'right',
  },
  {
    name: 'one-string-everywhere.xlsx',
    make: () =>
      xlsxOf(
        [
          {
            xml: `<sheetData>${`<row>${'<c t="s"><v>0</v></c>'.repeat(100)}</row>`.repeat(1_000)}</sheetData>`,
          },
        ],
        { 'xl/sharedStrings.xml': sharedStringsXml([`<t>${'甲'.repeat(30_000)}</t>`]) },
      ),
    expect: 'over-limit',
  },
  {
    name: 'hidden-again-and-again.xlsx',
    make: () =>
      xlsxOf([
        {
          xml: `<cols>${'<col min="1" max="16384" hidden="1"/>'.repeat(20_000)}</cols><sheetData><row><c><v>7</v></c></row></sheetData>`,
        },
      ]),
    expect: 'over-limit',
  },
  {
    name: 'long-formats.xlsx',
    make: () =>
      xlsxOf(
        [
          {
            xml: `<sheetData>${`<row>${'<c s="1"><v>1.5e300</v></c><c s="2"><v>1.5e300</v></c>'.repeat(10)}</row>`.repeat(4_000)}</sheetData>`,
          },
        ],
        { 'xl/styles.xml': stylesXml([`0.${'0'.repeat(245)}`, `0${'%'.repeat(240)}`]) },
      ),
    expect: 'right',
  },
  {
    name: 'merged-billions.xls',
    make: () =>
      bytesOf(
        '<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet"><Worksheet ss:Name="a"><Table><Row><Cell ss:MergeAcross="99999" ss:MergeDown="99999"><Data ss:Type="String">x</Data></Cell></Row></Table></Worksheet></Workbook>',
      ),
    expect: 'over-limit',
  },
  {
    name: 'nested-states.pdf',
    make: () => pdfOf([{ width: 600, height: 800, content: nested('q ', 'Q ', 300_000) }]),
    expect: 'over-limit',
  },
  {
    name: 'nested-states-long.pdf',
    make: () =>
      pdfOf(
        Array.from({ length: 30 }, () => ({ width: 600, height: 800, content: nested('q ', 'Q ', 20_000) })),
      ),
    expect: 'over-limit',
  },
  {
    name: 'forgotten-restores.pdf',
    make: () =>
      pdfOf([{ width: 600, height: 800, content: `${'q '.repeat(2_000)}${textAt(50, 700, 10, 'Total')}` }]),
    expect: 'right',
  },
  { name: 'truncated.docx', make: () => docxOf('<w:p/>').slice(0, 300), expect: 'unreadable' },
  {
    name: 'endless-part.zip',
    make: () => zipOf({ 'word/document.xml': deflateRawSync('x') }),
    expect: 'unreadable',
  },
];
