// The examples of src/tree/SPEC.md are what the readers make.

import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { outline } from '../../src/tree/index.ts';
import { docxOf, sharedStringsXml, stylesXml, xlsxOf } from '../support/hostile/packages.ts';
import { ingested } from '../support/ingested.ts';

const spec = readFileSync(new URL('../../src/tree/SPEC.md', import.meta.url), 'utf8');
const cell = (text: string, props = '') =>
  `<w:tc><w:tcPr>${props}</w:tcPr><w:p><w:r><w:t>${text}</w:t></w:r></w:p></w:tc>`;
const WORD =
  `<w:p><w:r><w:t>自评表</w:t></w:r></w:p><w:tbl>` +
  `<w:tr>${cell('项目资金', '<w:vMerge w:val="restart"/>')}${cell('预算数')}</w:tr>` +
  `<w:tr>${cell('', '<w:vMerge/>')}${cell('378.65')}</w:tr></w:tbl>`;
const SHEET =
  '<sheetData><row r="1"><c r="A1" t="s"><v>0</v></c></row><row r="2"><c r="A2" t="s"><v>1</v></c>' +
  '<c r="B2" s="1"><v>71.24785421893569</v></c></row></sheetData><mergeCells><mergeCell ref="A1:B1"/></mergeCells>';

/** The fenced blocks, each beginning with its language on a line of its own. */
const fences = spec.split('```').filter((_, at) => at % 2 === 1);
const fenceOf = (start: string) => fences.find((fence) => fence.startsWith(start)) ?? '';
const HTML = fenceOf('html\n').slice('html\n'.length);

it.each([
  ['text', '项目支出绩效自评表\n项目名称\t\t云资源租赁费\t\n分值\t10'],
  ['csv', '项目名称,"甲,乙"\n分值,10\n'],
  ['html', HTML],
  ['docx', docxOf(WORD)],
  [
    'xlsx',
    xlsxOf([{ xml: SHEET }], {
      'xl/styles.xml': stylesXml(['0.00']),
      'xl/sharedStrings.xml': sharedStringsXml(['<t>自评表</t>', '<t>执行率</t>']),
    }),
  ],
] as const)('%s', async (carrier, content) => {
  const { document } = await ingested(`form.${carrier}`, content);
  const example = fenceOf(`text\ndocument ${carrier}\n`).slice('text\n'.length);
  expect(document && outline(document)).toBe(example);
});
