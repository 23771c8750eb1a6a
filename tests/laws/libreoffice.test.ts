// What we read and write beside LibreOffice: CSV files open as they are meant, and grids and numbers are those that it shows.

import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { read, utils } from '@e965/xlsx';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { expect, it } from 'vitest';
import { BOM, csvOf, HEADERS, longRows, neutralised } from '../../src/write/index.ts';
import { differencesOf } from '../support/carriers/comparison.ts';
import { asDocx } from '../support/carriers/docx.ts';
import { reportOn } from '../support/carriers/reading.ts';
import { outcomeOfCase } from '../support/case.ts';
import { type DrawnForm, randomForm } from '../support/forms/index.ts';
import { fixture, freshFolder } from '../support/hebiao.ts';
import { CONTENT_TYPES, stylesXml, xlsxOf } from '../support/hostile/packages.ts';
import { grids } from '../support/ingested.ts';

const present = spawnSync('soffice', ['--version']).status === 0;
if (!present) console.warn('skipped: LibreOffice is not installed');

const EXAMPLES = join(
  process.env.HEBIAO_FORMS ?? fileURLToPath(new URL('../../../shared/forms', import.meta.url)),
  'examples',
);
const office = existsSync(EXAMPLES)
  ? readdirSync(EXAMPLES).filter((name) => /\.(docx|xlsx)$/.test(name))
  : [];
if (office.length === 0) console.warn(`skipped: no sample forms at ${EXAMPLES}`);

/** The file in another format, beside it. A folder of its own for each: two programs with one profile refuse to start. */
function converted(folder: string, name: string, format: string, ...settings: readonly string[]): string {
  const home = `-env:UserInstallation=file://${folder}/home`;
  const to = ['--headless', ...settings, '--convert-to', format, '--outdir', folder];
  execFileSync('soffice', [home, ...to, join(folder, name)], { stdio: 'ignore' });
  return join(folder, name.replace(/\w+$/, format));
}

const spaceless = (all: readonly (readonly (readonly (string | null)[])[])[]) =>
  all.map((grid) => grid.map((row) => row.map((text) => (text ?? '').replaceAll(/\s+/g, ''))));

async function gridsIn(path: string) {
  return spaceless(await grids(path, new Uint8Array(readFileSync(path))));
}

it.skipIf(!present).for(office)(
  '%s has the grid that LibreOffice shows',
  { timeout: 120_000 },
  async (name) => {
    const folder = freshFolder();
    writeFileSync(join(folder, name), readFileSync(join(EXAMPLES, name)));
    const shown = await gridsIn(converted(folder, name, 'html'));
    expect(shown.flat(2).length).toBeGreaterThan(100);
    expect(await gridsIn(join(folder, name))).toEqual(shown);
  },
);

/** Formats on which Excel and LibreOffice agree. */
const FORMATS = [
  '0.00%',
  '0.00"%"',
  '0.00 %',
  '0.0‰',
  '#,##0.00',
  '##,##0.00',
  '#,##0.00###',
  '_ * #,##0.00_ ;_ * -#,##0.00_ ;_ * "-"??_ ;_ @_ ',
  '#,##0.00_);[Red]\\(#,##0.00\\)',
  '#,##0.00;\\-#,##0.00;"—"',
  '0.0;-0.0;""',
  '0\\.0000',
  '#0\\.0000"万元"',
  '0"."0000',
  '0.##',
  '??0',
  '"是";"否";"无"',
  '[$¥-804]#,##0.00',
  'General"分"',
  'General;-General;"-"',
  '"≥"0"处"',
  '000',
  '0-0',
  '# ?/?',
  '[<1]0.00%;0.00',
];
const DATES = [
  'yyyy"年"m"月"d"日"',
  'yyyy.m.d',
  'yyyy/m/d;@',
  'm"月"d"日"',
  '[$-804]yyyy"年"m"月";@',
  'h:mm',
];
const NUMBERS = [123456789, 123456, 1234.5, 0.7125, 0, -12.345, 95];

it.skipIf(!present)(
  'shows numbers as LibreOffice does, in both kinds of workbook',
  { timeout: 120_000 },
  async () => {
    const folder = freshFolder();
    const all = [...FORMATS, ...DATES];
    const rows = all.map((_, at) => {
      const values = at < FORMATS.length ? NUMBERS : [44561, 44561.75];
      const cells = values.map((value) => `<c s="${at + 1}"><v>${value}</v></c>`);
      return `<row r="${at + 1}">${cells.join('')}</row>`;
    });
    const bytes = xlsxOf([{ xml: `<sheetData>${rows.join('')}</sheetData>` }], {
      '[Content_Types].xml': CONTENT_TYPES,
      'xl/styles.xml': stylesXml(all),
    });
    writeFileSync(join(folder, 'numbers.xlsx'), bytes);
    const [ours] = await gridsIn(join(folder, 'numbers.xlsx'));
    const [shown] = await gridsIn(converted(folder, 'numbers.xlsx', 'html'));
    const [legacy] = await gridsIn(converted(folder, 'numbers.xlsx', 'xls'));
    for (const [at, format] of all.entries()) {
      expect([format, ours?.[at]]).toEqual([format, shown?.[at]]);
      expect([format, legacy?.[at]]).toEqual([format, ours?.[at]]);
    }
  },
);

/** Short pages, so that each form goes on over several; the first row, mostly a title or the project's name, is repeated on each. */
const SECTION =
  '<w:sectPr><w:pgSz w:w="11906" w:h="12000"/><w:pgMar w:top="1440" w:bottom="1440" w:left="1200" w:right="1200"/></w:sectPr>';
const FIRST_FORM = Number(process.env.FIRST ?? 0);
const BREAKS = Number(process.env.BREAKS ?? 5);

/** A form as a Word document whose pages are short. */
function brokenDocx(form: DrawnForm, repeats: boolean): Uint8Array {
  const files = unzipSync(asDocx(form, { skipsBlanks: false, revises: false, fragments: false }));
  const text = strFromU8(files['word/document.xml'] ?? new Uint8Array()).replace('<w:sectPr/>', SECTION);
  const head = '</w:tblGrid><w:tr><w:trPr><w:tblHeader/></w:trPr>';
  const whole = repeats ? text.replace('</w:tblGrid><w:tr>', head) : text;
  return zipSync({ ...files, 'word/document.xml': strToU8(whole) });
}

it.skipIf(!present).each([false, true])(
  'breaks no record over its pages (first row repeated: %s)',
  { timeout: 300_000 },
  async (repeats) => {
    const folder = freshFolder();
    const forms = Array.from({ length: BREAKS }, (_, at) => randomForm(FIRST_FORM + at));
    for (const form of forms) {
      writeFileSync(join(folder, `${form.seed}.docx`), brokenDocx(form, repeats));
      const { evaluations } = await reportOn(
        'form.pdf',
        new Uint8Array(readFileSync(converted(folder, `${form.seed}.docx`, 'pdf'))),
      );
      expect(evaluations).toHaveLength(1);
      const wrong = differencesOf(form.evaluation, evaluations[0] ?? {}, form.plan.notCompared);
      expect(wrong.map(({ pointer }) => `seed ${form.seed}, ${form.family}: ${pointer}`)).toEqual([]);
    }
  },
);

const HOSTILE = [
  '=1+1',
  '+1+1',
  '-1-1',
  '@SUM(A1)',
  '=HYPERLINK("http://x","y")',
  '"quoted"',
  'a,b',
  'two\nlines',
  '\t=1',
  '--',
];

it.skipIf(!present)('opens in LibreOffice as it is meant', async () => {
  const folder = freshFolder();
  const { report } = await outcomeOfCase(fixture('seeds'));
  const rows = [
    HEADERS.indicators,
    ...longRows(report).indicators,
    ...HOSTILE.map((text) => ['hostile', 0, text]),
  ];
  writeFileSync(join(folder, 'indicators.csv'), BOM + (await csvOf(rows)));
  const csv = '--infilter=Text - txt - csv (StarCalc):44,34,76,1';
  const book = read(readFileSync(converted(folder, 'indicators.csv', 'xlsx', csv)), { cellFormula: true });
  const sheet = book.Sheets[book.SheetNames[0] ?? ''] ?? {};
  const cells = Object.entries(sheet).filter(([at]) => !at.startsWith('!')) as [string, { f?: string }][];
  expect(cells.filter(([, { f }]) => f !== undefined)).toEqual([]);
  const grid = utils.sheet_to_json<unknown[]>(sheet, { header: 1, raw: true });
  expect(grid.slice(-HOSTILE.length).map((row) => row[2])).toEqual(HOSTILE.map(neutralised));
  expect(grid[1]?.slice(0, 3)).toEqual(rows[1]?.slice(0, 3));
  expect(grid.slice(1, 46).map((row) => row[17])).toEqual(
    longRows(report).indicators.map((row) => (row[17] === null ? undefined : Number(`${row[17]}`))),
  );
});
