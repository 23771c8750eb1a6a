// The writers by name: one drawn form as the bytes of every carrier.
// Surprise: `showsMerges` is false for carriers that cannot say that one score stands for two rows; such forms are no fair question there.

import type { DrawnForm } from '../forms/index.ts';
import { asDocx, asDocxBundle } from './docx.ts';
import {
  asBrokenHtml,
  asCleanHtml,
  asHtmlBundle,
  asLetterHtml,
  asPrintHtml,
  asSiteHtml,
  asWordHtml,
} from './html.ts';
import { asCellLines, asCsv, asMarkdown, asPipes, asSpaced, asText, asTextBundle } from './plain.ts';
import { asBookBundle, asSheetBundle, asWorkbook } from './xlsx.ts';

export { canPrint, openPrinter, type Printer } from './pdf.ts';
export { asPrintHtml };

export interface Writer {
  readonly name: string;
  readonly extension: string;
  readonly showsMerges: boolean;
  readonly write: (form: DrawnForm) => Uint8Array;
}

export const PROSE_BELOW = 'html with its prose below';

export const WRITERS: readonly Writer[] = [
  writer('html', 'html', asCleanHtml),
  writer('html of Word', 'html', asWordHtml),
  writer('html of a site', 'html', asSiteHtml),
  writer('html of fragments', 'html', asBrokenHtml),
  writer(PROSE_BELOW, 'html', asLetterHtml),
  writer('docx', 'docx', (form) => asDocx(form, { skipsBlanks: false, revises: false, fragments: false })),
  writer('docx with gridBefore and revisions', 'docx', (form) =>
    asDocx(form, { skipsBlanks: true, revises: true, fragments: false }),
  ),
  writer('docx of fragments', 'docx', (form) =>
    asDocx(form, { skipsBlanks: false, revises: false, fragments: true }),
  ),
  writer('xlsx of texts', 'xlsx', (form) => asWorkbook(form, { type: 'xlsx', numbers: 'texts' })),
  writer('xlsx of numbers', 'xlsx', (form) => asWorkbook(form, { type: 'xlsx', numbers: 'numbers' })),
  writer('xls', 'xls', (form) => asWorkbook(form, { type: 'biff8', numbers: 'numbers' })),
  flat('csv', 'csv', (form) => asCsv(form, 'blank')),
  flat('csv with repetitions', 'csv', (form) => asCsv(form, 'repeated')),
  flat('csv with semicolons', 'csv', (form) => asCsv(form, 'blank', ';')),
  flat('markdown', 'md', (form) => asMarkdown(form, 'blank')),
  flat('markdown with repetitions', 'md', (form) => asMarkdown(form, 'repeated')),
  flat('text', 'txt', (form) => asText(form, 'blank')),
  flat('text with repetitions', 'txt', (form) => asText(form, 'repeated')),
];

/** Flattened as document sites do it: places of cells are lost, some are doubted, none may be guessed wrong. */
export const FLATTENED: readonly Writer[] = [
  flat('pipes', 'txt', asPipes),
  flat('a cell a line', 'txt', asCellLines),
  flat('blanks between cells', 'txt', asSpaced),
];

export interface Bundler {
  readonly name: string;
  readonly extension: string;
  readonly write: (forms: readonly DrawnForm[]) => Uint8Array;
}

/** Several forms in one document. */
export const BUNDLERS: readonly Bundler[] = [
  { name: 'a page', extension: 'html', write: asHtmlBundle },
  {
    name: 'a Word document',
    extension: 'docx',
    write: (forms) => asDocxBundle(forms, { skipsBlanks: false, revises: false, fragments: false }),
  },
  {
    name: 'a workbook',
    extension: 'xlsx',
    write: (forms) => asBookBundle(forms, { type: 'xlsx', numbers: 'numbers' }),
  },
  {
    name: 'one sheet, one below the other',
    extension: 'xlsx',
    write: (forms) => asSheetBundle(forms, 'below'),
  },
  {
    name: 'one sheet, side by side',
    extension: 'xlsx',
    write: (forms) => asSheetBundle(forms, 'beside'),
  },
  { name: 'a text', extension: 'txt', write: asTextBundle },
];

function writer(name: string, extension: string, write: Writer['write']): Writer {
  return { name, extension, showsMerges: true, write };
}

function flat(name: string, extension: string, write: Writer['write']): Writer {
  return { name, extension, showsMerges: false, write };
}

/** Whether the form stands in full in such a carrier. */
export function isFair({ showsMerges }: Writer, { plan }: DrawnForm): boolean {
  return showsMerges || !plan.rows.some(({ shares }) => shares);
}
