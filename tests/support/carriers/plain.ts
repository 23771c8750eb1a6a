// A drawn form as tab-separated text, CSV and Markdown.

import type { DrawnForm } from '../forms/index.ts';
import { cellRows, type Merged, textRows } from './grid.ts';

export function asText(form: DrawnForm, merged: Merged): Uint8Array {
  const head = form.lines.flatMap(({ text }) => [text, '']);
  return utf8([...head, ...textRows(form, merged).map((row) => row.join('\t')), ''].join('\n'));
}

/** Several forms in one file, a blank line between. */
export function asTextBundle(forms: readonly DrawnForm[]): Uint8Array {
  const decoder = new TextDecoder();
  return utf8(forms.map((form) => decoder.decode(asText(form, 'blank'))).join('\n'));
}

/** Only the cells that begin in a row, each closed by a pipe, as document sites flatten a table. */
export function asPipes(form: DrawnForm): Uint8Array {
  const rows = cellRows(form).map((cells) => cells.map(({ text }) => `${text} |`).join(' '));
  return utf8([...form.lines.map(({ text }) => `${text} |`), ...rows, ''].join('\n'));
}

/** Each cell in a line of its own with blank lines between; an empty cell is a blank. */
export function asCellLines(form: DrawnForm): Uint8Array {
  const texts = cellRows(form).flatMap((cells) => cells.map(({ text }) => (text === '' ? ' ' : text)));
  return utf8([...form.lines.map(({ text }) => text), ...texts, ''].join('\n\n'));
}

/** The printed cells of a row with blanks between; empty cells are lost. */
export function asSpaced(form: DrawnForm): Uint8Array {
  const rows = cellRows(form).map((cells) =>
    cells.flatMap(({ text }) => (text === '' ? [] : [text])).join(' '),
  );
  return utf8([...form.lines.map(({ text }) => text), ...rows, ''].join('\n'));
}

const BOM = '\uFEFF';

/** `separator`: Chinese spreadsheets save with commas, others with semicolons. */
export function asCsv(form: DrawnForm, merged: Merged, separator = ','): Uint8Array {
  const head = form.lines.map(({ text }) => [text, ...new Array<string>(form.columns - 1).fill('')]);
  const rows = [...head, ...textRows(form, merged)];
  const lines = rows.map((row) => row.map((text) => quoted(text, separator)).join(separator));
  return utf8(`${separator === ',' ? BOM : ''}${lines.join('\r\n')}\r\n`);
}

function quoted(text: string, separator: string): string {
  return text.includes(separator) || /["\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** The first row stands where Markdown wants the headings. */
export function asMarkdown(form: DrawnForm, merged: Merged): Uint8Array {
  const [title, ...lines] = form.lines;
  const head = [...(title ? [`# ${title.text}`, ''] : []), ...lines.flatMap(({ text }) => [text, ''])];
  const [first = '', ...rows] = textRows(form, merged).map((row) => `| ${row.map(escaped).join(' | ')} |`);
  const rule = `|${' --- |'.repeat(form.columns)}`;
  return utf8([...head, first, rule, ...rows, ''].join('\n'));
}

function escaped(text: string): string {
  return text.replaceAll('\\', '\\\\').replaceAll('|', '\\|');
}

export function utf8(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}
