// Workbooks → the tree: what a sheet shows is what it states.

import { utils, write } from '@e965/xlsx';
import { describe, expect, it } from 'vitest';
import { shownText } from '../../src/ingest/xlsx/format.ts';
import { sharedStringsXml, stylesXml, xlsxOf } from '../support/hostile/packages.ts';
import { codes, grids, ingested } from '../support/ingested.ts';

const inline = (ref: string, text: string) => `<c r="${ref}" t="inlineStr"><is><t>${text}</t></is></c>`;
const row = (number: number, cells: string, more = '') => `<row r="${number}"${more}>${cells}</row>`;
const sheet = (rows: string, after = '', before = '') => ({
  xml: `${before}<sheetData>${rows}</sheetData>${after}`,
});

describe('number formats', () => {
  it.each([
    [71.24785421893569, '0.00', '71.25'],
    [7.3, '0.00', '7.30'],
    [7.3, 'General', '7.3'],
    [0.7124785421893569, '0.00%', '71.25%'],
    [1.005, '0.00', '1.01'],
    [2.675, '0.00', '2.68'],
    [-1.005, '0.00', '-1.01'],
    [0.1 + 0.2, 'General', '0.3'],
    [387664.62, '_ * #,##0.00_ ;_ * \\-#,##0.00_ ;_ * "-"??_ ;_ @_ ', '387,664.62'],
    [0, '_ * #,##0.00_ ;_ * \\-#,##0.00_ ;_ * "-"??_ ;_ @_ ', '-'],
    [620.82, '#,##0.00"万元"', '620.82万元'],
    [44365, 'yyyy/m/d;@', '2021/6/18'],
    [44365, '[$-804]yyyy"年"m"月"d"日"', '2021年6月18日'],
    [44365, '[$-F800]dddd\\,\\ mmmm\\ dd\\,\\ yyyy', '2021年6月18日'],
    [12.5, '[$¥-804]#,##0.00', '¥12.50'],
    [123, '[DBNum1][$-804]General', '123'],
    [12345678, '0.00,,"百万"', '12.35百万'],
    [5, '@', '5'],
    [0.985, '"≥"0.0%', '≥98.5%'],
    [0.985, '≥0.0%', '≥98.5%'],
    [20, '0人次', '20人次'],
    [44365, 'yyyy年m月d日', '2021年6月18日'],
    [0.5, '上午/下午h"时"mm"分"', '下午12时00分'],
    [12345678, '0!.0000', '1234.5678'],
    [123456, '0!.0,"万元"', '12.3万元'],
    [123456, '0"."0,"万元"', '12.3万元'],
    [12, '0"."0000', '0.0012'],
    [123456, '[>=10000]0"."0,"万";0', '12.3万'],
    [1234, '[>=10000]0"."0,"万";0', '1234'],
    [-12.345, '[=0]"-";0.00', '-12.35'],
    [0.9475, '0.00 %', '94.75 %'],
    [95, '0.0"%"', '95.0%'],
    [1234.5, '##,##0.00', '1,234.50'],
    [1234567.891, '#,###0.00', '1,234,567.89'],
    [123456, '#,##0.00,"千元"', '123.46千元'],
    [16, '000', '016'],
    [5, '0.0#', '5.0'],
    [95, '0.##', '95'],
    [0.5, '#.##', '0.5'],
    [0, '#.##', ''],
    [0, '#,##0.00;-#,##0.00;"—"', '—'],
    [-5.5, '#,##0.00_);(#,##0.00)', '(5.50)'],
    [95.5, 'General"分"', '95.5分'],
    [95.5, 'G/通用格式"分"', '95.5分'],
    [44365, 'yyyy.m.d', '2021.6.18'],
    [0.000000123, '0.00', '0.00'],
  ])('%d as %s shows %s', (value, format, expected) => {
    expect(shownText(value, format, false).trim()).toBe(expected);
  });

  it('counts dates from 1904 where the workbook says so', () => {
    expect(shownText(0, 'yyyy/m/d', true)).toBe('1904/1/1');
  });
});

describe('a sheet', () => {
  it('shows merged cells as spans, whatever lies under them', async () => {
    const cells =
      row(1, inline('A1', '标题') + inline('B1', '藏')) + row(2, inline('A2', 'a') + inline('B2', 'b'));
    const bytes = xlsxOf([sheet(cells, '<mergeCells><mergeCell ref="A1:B1"/></mergeCells>')]);
    expect(await grids('x.xlsx', bytes)).toEqual([
      [
        ['标题', '标题'],
        ['a', 'b'],
      ],
    ]);
  });

  it('applies styles, built-in Chinese dates, shared and rich strings', async () => {
    const cells =
      '<c r="A1" s="1"><v>71.24785421893569</v></c><c r="B1" t="s"><v>0</v></c><c r="C1" s="2"><v>44365</v></c><c r="D1" t="b"><v>1</v></c><c r="E1" t="e"><v>#REF!</v></c>';
    const styles = stylesXml(['0.00', 'x']).replace('<xf numFmtId="165"/>', '<xf numFmtId="31"/>');
    const bytes = xlsxOf([sheet(row(1, cells))], {
      'xl/styles.xml': styles,
      'xl/sharedStrings.xml': sharedStringsXml(['<r><t>项</t></r><r><t>目</t></r><rPh><t>xiang</t></rPh>']),
    });
    expect(await grids('x.xlsx', bytes)).toEqual([[['71.25', '项目', '2021年6月18日', 'TRUE', '#REF!']]]);
  });

  it('shows a date that is stored as text through its format', async () => {
    const cells =
      '<c r="A1" t="d" s="1"><v>2021-06-18T00:00:00</v></c><c r="B1" t="d" s="1"><v>2021-06-18</v></c>';
    const styles = stylesXml(['yyyy/m/d']);
    expect(await grids('x.xlsx', xlsxOf([sheet(row(1, cells))], { 'xl/styles.xml': styles }))).toEqual([
      [['2021/6/18', '2021/6/18']],
    ]);
  });

  it('takes a formula’s stored result, and says where there is none', async () => {
    const bytes = xlsxOf([
      sheet(
        row(
          1,
          '<c r="A1"><f>1+1</f><v>2</v></c><c r="B1"><f>A1</f></c><c r="C1" t="str"><f>""</f><v></v></c><c r="D1"><v>4</v></c>',
        ),
      ),
    ]);
    expect(await grids('x.xlsx', bytes)).toEqual([[['2', '', '', '4']]]);
    const { diagnostics } = await ingested('x.xlsx', bytes);
    expect(diagnostics.map(({ code, message }) => [code, message.en.includes('B1.')])).toEqual([
      ['source-note', true],
    ]);
  });

  it('leaves hidden rows, columns and sheets out, and says so', async () => {
    const cells =
      row(1, inline('A1', 'a') + inline('B1', '藏') + inline('C1', 'c')) +
      row(2, inline('A2', '藏'), ' hidden="1"') +
      row(3, inline('A3', 'd') + inline('C3', 'e'));
    const merges = '<mergeCells><mergeCell ref="A1:B1"/></mergeCells>';
    const bytes = xlsxOf([
      sheet(cells, merges, '<cols><col min="2" max="2" hidden="1"/></cols>'),
      { ...sheet(row(1, inline('A1', 'x'))), state: 'veryHidden' },
    ]);
    expect(await grids('x.xlsx', bytes)).toEqual([
      [
        ['a', 'c'],
        ['d', 'e'],
      ],
    ]);
    expect(await codes('x.xlsx', bytes)).toEqual(['source-note', 'source-note']);
  });

  it('trims the used range and points at its cells', async () => {
    const bytes = xlsxOf([
      sheet(row(5, `${inline('C5', 'a')}<c r="E5" s="1"/>`) + row(7, inline('D7', 'b'))),
    ]);
    expect(await grids('x.xlsx', bytes)).toEqual([
      [
        ['a', ''],
        ['', ''],
        ['', 'b'],
      ],
    ]);
    const { document } = await ingested('x.xlsx', bytes);
    const table = document?.pages[0]?.children[0];
    expect(table?.origin).toEqual({ on: 'sheet', sheet: '表1', cell: 'C5:D7' });
    expect(table?.type === 'table' && table.cells.at(-1)?.origin).toEqual({
      on: 'sheet',
      sheet: '表1',
      cell: 'D7',
    });
  });

  it('makes a page of each sheet that shows something', async () => {
    const bytes = xlsxOf([sheet(row(1, inline('A1', 'a'))), sheet(''), sheet(row(1, inline('A1', 'b')))]);
    const { document } = await ingested('x.xlsx', bytes);
    expect(document?.pages.map(({ number }) => number)).toEqual([1, 2]);
  });

  it('takes line breaks inside a cell out', async () => {
    expect(
      await grids('x.xlsx', xlsxOf([sheet(row(1, inline('A1', '项目&#10;名称') + inline('B1', '1')))])),
    ).toEqual([[['项目名称', '1']]]);
  });
});

describe('an old workbook', () => {
  it('reads as the new one does', async () => {
    const content = utils.aoa_to_sheet([
      ['标题', null],
      ['执行率', 71.24785421893569],
      ['得分', 7.3],
    ]);
    content['!merges'] = [{ s: { r: 0, c: 0 }, e: { r: 0, c: 1 } }];
    for (const cell of ['B2', 'B3']) content[cell].z = '0.00';
    const book = utils.book_new(content, '表1');
    const expected = [
      [
        ['标题', '标题'],
        ['执行率', '71.25'],
        ['得分', '7.30'],
      ],
    ];
    for (const bookType of ['biff8', 'xlsb', 'xlml'] as const) {
      const bytes = new Uint8Array(write(book, { type: 'buffer', bookType }));
      expect(await grids('x.xls', bytes)).toEqual(expected);
    }
  });
});
