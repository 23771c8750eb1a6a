// How much of a source is read before it is refused, in one place.
// Surprise: the caps guard the expanded form of a thing (slots of a grid, characters after decoding), because that is what a small hostile file blows up.

import { Refusal } from './refusal.ts';

/** Bytes of a text carrier or of one XML part. A form is 2–60 KB; 32 MB of markup parse in about 1 s and 300 MB of memory. */
export const MOST_BYTES = 32_000_000;

/** UTF-16 units in one cell or line. A spreadsheet's own limit is 32,767; the longest narrative seen is below 10,000. */
export const MOST_CHARACTERS = 1_000_000;

/** Elements inside one another. Chrome stops at 512; a form in layout tables in a web page needs about 40. */
export const MOST_DEPTH = 512;

/** Slots of all grids of a document, merged ones counted in full: what `gridOf` will hold in memory (8 bytes each). */
export const MOST_SLOTS = 2_000_000;

/** Columns of one table: a worksheet's own limit. The widest form seen has 24. */
export const MOST_COLUMNS = 16_384;

/** Elements that a parser may make. A form has 500–5,000; one element costs about 200 bytes. */
export const MOST_ELEMENTS = 1_000_000;

export function keepBytes(bytes: number): void {
  if (bytes <= MOST_BYTES) return;
  const most = `${MOST_BYTES / 1_000_000} MB`;
  throw new Refusal(
    'over-limit',
    `文本内容为 ${megabytes(bytes)} MB，超过 ${most} 的上限；请拆分后再读。`,
    `It holds ${megabytes(bytes)} MB of text, over the limit of ${most}. Split it and try again.`,
  );
}

export function keepCharacters(characters: number): void {
  if (characters <= MOST_CHARACTERS) return;
  throw new Refusal(
    'over-limit',
    `单个单元格或单行有 ${characters} 个字符，超过 ${MOST_CHARACTERS} 的上限。`,
    `One cell or line holds ${characters} characters, over the limit of ${MOST_CHARACTERS}.`,
  );
}

export function keepDepth(depth: number): void {
  if (depth <= MOST_DEPTH) return;
  throw new Refusal(
    'over-limit',
    `标记嵌套超过 ${MOST_DEPTH} 层。`,
    `Its elements are nested deeper than ${MOST_DEPTH} levels.`,
  );
}

export function keepCells(cells: number, most: number): void {
  if (cells <= most) return;
  throw new Refusal(
    'over-limit',
    `单元格超过 ${most} 个的上限；请拆分后再读。`,
    `It holds more than ${most} cells. Split it and try again.`,
  );
}

export function keepSlots(slots: number): void {
  if (slots <= MOST_SLOTS) return;
  throw new Refusal(
    'over-limit',
    `表格展开合并单元格后有 ${slots} 格，超过 ${MOST_SLOTS} 的上限。`,
    `Its tables have ${slots} slots once merged cells are spread out, over the limit of ${MOST_SLOTS}.`,
  );
}

export function keepColumns(columns: number): void {
  if (columns <= MOST_COLUMNS) return;
  throw new Refusal(
    'over-limit',
    `表格超过 ${MOST_COLUMNS} 列的上限。`,
    `One of its tables has more than ${MOST_COLUMNS} columns.`,
  );
}

export function keepElements(elements: number): void {
  if (elements <= MOST_ELEMENTS) return;
  throw new Refusal(
    'over-limit',
    `标记元素超过 ${MOST_ELEMENTS} 个的上限。`,
    `It holds more than ${MOST_ELEMENTS} elements.`,
  );
}

function megabytes(bytes: number): string {
  return (bytes / 1_000_000).toFixed(1);
}
