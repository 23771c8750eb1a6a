// Markdown → tables where a row of dashes stands under a header row, and lines for the rest.
// Surprise: only pipe tables are grammar here. Other marks are dropped only where they surely are marks (#, **), since `*` alone means "nothing" in these forms.

import type { Diagnostic } from '../diagnostic/diagnostic.ts';
import { joinLines } from '../text/join.ts';
import { cellOf, flowPage, lineOf, tableOf } from '../tree/build.ts';
import type { Block, Cell, Document } from '../tree/nodes.ts';
import { keepBytes, keepCharacters, keepSlots } from './caps.ts';
import { checkedText, decoded } from './decode.ts';
import { printed } from './printed.ts';
import type { Source } from './source.ts';
import { type NumberedLine, numberedLines } from './textlines.ts';

export async function* readMarkdown(source: Source): AsyncGenerator<Diagnostic, Document, void> {
  keepBytes(source.bytes.length);
  const text = yield* checkedText(decoded(source.bytes));
  const lines = numberedLines(text, source.limits.cells);
  return { type: 'document', carrier: 'markdown', pages: [flowPage(blocksOfMarkdown(lines))] };
}

/** A hundred columns of a hundred dashes; above it the pattern's time, not the table, would be what grows. */
const LONGEST_DELIMITER_ROW = 10_000;
const DELIMITER = /^:?-+:?$/;
const SURE_DELIMITER = /^(?::-+:?|-+:|-{3,})$/;

/** True for `|---|:-:|` below a row of as many cells. */
function isDelimiterRow(line: string, head: string): boolean {
  if (!line.includes('|') || !head.includes('|') || line.length > LONGEST_DELIMITER_ROW) return false;
  const fields = fieldsOf(line);
  if (fields.length === 0 || fields.length !== fieldsOf(head).length) return false;
  return fields.every(({ text }) => DELIMITER.test(text.trim()));
}

/**
 * True for a delimiter row that can be nothing else. One or two dashes between pipes may be a blank of a form
 * (`-` and `--` are how they print nothing), which only a file that calls itself Markdown rules out.
 */
export function isSurelyDelimiterRow(line: string, head: string): boolean {
  return isDelimiterRow(line, head) && fieldsOf(line).every(({ text }) => SURE_DELIMITER.test(text.trim()));
}

function blocksOfMarkdown(lines: readonly NumberedLine[]): readonly Block[] {
  const blocks: Block[] = [];
  for (let at = 0; at < lines.length; ) {
    const rows = tableLines(lines, at);
    if (rows.length > 0) blocks.push(pipeTable(rows));
    else blocks.push(...lineBlocks(lines[at]));
    at += rows.length > 0 ? rows.length + 1 : 1;
  }
  keepSlots(
    blocks.reduce((slots, block) => slots + (block.type === 'table' ? block.rows * block.columns : 0), 0),
  );
  return blocks;
}

/** The rows of the table that begins at `at`, without its delimiter row; none where no table begins. */
function tableLines(lines: readonly NumberedLine[], at: number): readonly NumberedLine[] {
  const [head, dashes] = lines.slice(at, at + 2);
  if (!head || !dashes || !isDelimiterRow(dashes.text, head.text)) return [];
  let end = at + 2;
  while (lines[end]?.text.includes('|')) end++;
  return [head, ...lines.slice(at + 2, end)];
}

function lineBlocks(line: NumberedLine | undefined): readonly Block[] {
  const text = rendered((line?.text ?? '').replace(/^\s*#{1,6}\s+/, ''));
  if (!line || text === '' || /^\s*([-*_]\s*){3,}$/.test(line.text)) return [];
  keepCharacters(text.length);
  return [lineOf(text, { on: 'text', line: line.number, column: 1 })];
}

function pipeTable(rows: readonly NumberedLine[]): Block {
  const cells = rows.flatMap((line, row) =>
    fieldsOf(line.text).map((field, column) => pipeCell(line, field, { row, column })),
  );
  return tableOf(cells, { on: 'text', line: rows[0]?.number ?? 1, column: 1 }, 'grid');
}

interface PipeField {
  readonly text: string;
  readonly start: number;
}

/** The cells of a row, at pipes that no backslash escapes; the outer pipes are frames. */
function fieldsOf(line: string): readonly PipeField[] {
  const fields = [...line.matchAll(/((?:[^|\\]+|\\.)*\\?)(?:\||$)/g)].map((match) => ({
    text: match[1] ?? '',
    start: match.index,
  }));
  const end = line.trimEnd().length;
  const closed = fields.filter((field) => field.start < end);
  return closed[0]?.text.trim() === '' && line.trimStart().startsWith('|') ? closed.slice(1) : closed;
}

function pipeCell(line: NumberedLine, field: PipeField, at: Pick<Cell, 'row' | 'column'>): Cell {
  const text = rendered(field.text);
  keepCharacters(text.length);
  const indent = text === '' ? 0 : field.text.length - field.text.trimStart().length;
  const origin = { on: 'text', line: line.number, column: field.start + indent + 1 } as const;
  return cellOf(text, origin, { ...at, rowSpan: 1, columnSpan: 1 });
}

const ENTITIES: Readonly<Record<string, string>> = {
  nbsp: ' ',
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  ge: '≥',
  le: '≤',
};

/** What a renderer shows: `<br>` as a line break, `**bold**` without its marks, `\|` as a pipe, entities as characters. */
function rendered(source: string): string {
  const lines = source.split(/<br\s*\/?>/i).map((line) =>
    line
      .replace(/\*\*(?=[^\s*])([^*]{1,300})(?<=\S)\*\*/g, '$1')
      .replace(/\\([\\`*_{}[\]()#+\-.!|<>~])/g, '$1')
      .replace(/&(\w+);/g, (entity, name: string) => ENTITIES[name] ?? entity),
  );
  return joinLines(lines.map(printed));
}
