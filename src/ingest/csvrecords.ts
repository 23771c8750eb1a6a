// A text in CSV → its records, each field with the place where it begins.
// Surprise: a quote opens a quoted field only at the field's start; elsewhere it is a printed quote, as spreadsheets read it.

import { keepCells, keepCharacters } from './caps.ts';

/** `line` and `column` are 1-based. */
export interface Field {
  readonly text: string;
  readonly line: number;
  readonly column: number;
}

/** `unclosedAt` is the line of a quote that no other quote closes. */
export interface Records {
  readonly records: readonly (readonly Field[])[];
  readonly unclosedAt: number | null;
}

interface Cursor {
  readonly text: string;
  readonly delimiter: string;
  at: number;
  line: number;
  lineStart: number;
  unclosedAt: number | null;
}

export function recordsOf(text: string, delimiter: string, mostCells: number): Records {
  const cursor: Cursor = { text, delimiter, at: 0, line: 1, lineStart: 0, unclosedAt: null };
  if (/^sep=.\r?\n/.test(text)) skipLine(cursor);
  const records: Field[][] = [];
  let cells = 0;
  while (cursor.at < text.length) {
    const record = recordAt(cursor, mostCells);
    cells += record.length;
    keepCells(cells, mostCells);
    records.push(record);
  }
  return { records, unclosedAt: cursor.unclosedAt };
}

function skipLine(cursor: Cursor): void {
  cursor.at = cursor.text.indexOf('\n') + 1;
  startLine(cursor);
}

/** One record; leaves the cursor behind its line break. */
function recordAt(cursor: Cursor, mostCells: number): Field[] {
  const fields: Field[] = [];
  for (;;) {
    keepCells(fields.length, mostCells);
    fields.push(fieldAt(cursor));
    if (cursor.text[cursor.at] !== cursor.delimiter) break;
    cursor.at++;
  }
  passBreak(cursor);
  return fields;
}

function passBreak(cursor: Cursor): void {
  if (cursor.text[cursor.at] === '\r') cursor.at++;
  if (cursor.text[cursor.at] === '\n') cursor.at++;
  startLine(cursor);
}

function startLine(cursor: Cursor): void {
  cursor.line++;
  cursor.lineStart = cursor.at;
}

function fieldAt(cursor: Cursor): Field {
  const place = { line: cursor.line, column: cursor.at - cursor.lineStart + 1 };
  const quoted = cursor.text[cursor.at] === '"' ? quotedAt(cursor) : '';
  return { text: quoted + plainAt(cursor), ...place };
}

/** Up to the delimiter or the end of the line. */
function plainAt(cursor: Cursor): string {
  const start = cursor.at;
  while (cursor.at < cursor.text.length && !endsField(cursor)) cursor.at++;
  return cursor.text.slice(start, cursor.at);
}

function endsField(cursor: Cursor): boolean {
  const char = cursor.text[cursor.at];
  return char === cursor.delimiter || char === '\n' || char === '\r';
}

function quotedAt(cursor: Cursor): string {
  const opened = cursor.at + 1;
  const closed = closingQuote(cursor.text, opened);
  if (closed === -1) cursor.unclosedAt ??= cursor.line;
  const raw = cursor.text.slice(opened, closed === -1 ? undefined : closed);
  keepCharacters(raw.length);
  countBreaks(cursor, raw, opened);
  cursor.at = closed === -1 ? cursor.text.length : closed + 1;
  return raw.replaceAll('""', '"');
}

function closingQuote(text: string, from: number): number {
  let at = text.indexOf('"', from);
  while (at !== -1 && text[at + 1] === '"') at = text.indexOf('"', at + 2);
  return at;
}

function countBreaks(cursor: Cursor, raw: string, start: number): void {
  for (const match of raw.matchAll(/\r\n|\n|\r/g)) {
    cursor.line++;
    cursor.lineStart = start + match.index + match[0].length;
  }
}
