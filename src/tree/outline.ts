// The tree as text, one node a line: what goldens hold and people read in a diff.

import type { Block, Cell, Document, Page } from './nodes.ts';
import type { Origin } from './origin.ts';

/** `document`, `page`, `line` and `table` with their cells, indented by depth; texts are JSON strings. */
export function outline(document: Document): string {
  const lines = [`document ${document.carrier}`];
  for (const page of document.pages) lines.push(...pageLines(page));
  return `${lines.join('\n')}\n`;
}

function pageLines(page: Page): string[] {
  const size = page.width > 0 ? ` ${round(page.width)}×${round(page.height)}` : '';
  const counts = page.rulings.length > 0 ? ` rulings=${page.rulings.length}` : '';
  return [`  page ${page.number}${size}${counts}`, ...page.children.flatMap(blockLines)];
}

function blockLines(block: Block): string[] {
  if (block.type === 'line') return [`    line ${place(block.origin)} ${JSON.stringify(block.text)}`];
  const head = `    table ${block.rows}×${block.columns} ${block.placement} ${place(block.origin)}`;
  return [head, ...block.cells.map(cellLine)];
}

function cellLine(cell: Cell): string {
  const span = cell.rowSpan > 1 || cell.columnSpan > 1 ? ` ${cell.rowSpan}×${cell.columnSpan}` : '';
  return `      cell ${cell.row},${cell.column}${span} ${place(cell.origin)} ${JSON.stringify(cell.text)}`;
}

/** An origin in a few characters. */
export function place(origin: Origin): string {
  switch (origin.on) {
    case 'text':
      return `@${origin.line}:${origin.column}`;
    case 'page':
      return `@p${origin.page}[${origin.box.map(round).join(' ')}]`;
    case 'sheet':
      return `@${origin.sheet}!${origin.cell}`;
    case 'markup':
      return `@${origin.path}`;
  }
}

function round(value: number): string {
  return String(Math.round(value * 10) / 10);
}
