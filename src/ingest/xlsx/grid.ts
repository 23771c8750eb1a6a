// A sheet → one table over its used range, with merged cells as spans and hidden rows and columns left out.
// Surprise: two cells at opposite corners of a sheet would claim 17 billion slots; long runs of blank rows and columns are cut to LONGEST_GAP.

import { cellOf, tableOf } from '../../tree/build.ts';
import type { Cell, Table } from '../../tree/nodes.ts';
import { keepSlots } from '../caps.ts';
import { cellText } from '../printed.ts';
import { referenceOf } from './reference.ts';
import type { Range, Sheet } from './sheet.ts';

/** Blank rows or columns kept in a row: more than any form leaves between its parts. */
const LONGEST_GAP = 100;

/** Null for a sheet that shows nothing. `fillAtMost`: in larger grids, blank slots get no cells of their own. */
export function tableOfSheet(sheet: Sheet, fillAtMost: number): Table | null {
  const areas = shownAreas(sheet);
  const filled = areas.filter((area) => area.text !== '');
  if (filled.length === 0) return null;
  const rows = keptLines(
    filled.map(({ top, bottom }) => [top, bottom]),
    sheet.hiddenRows,
  );
  const columns = keptLines(
    filled.map(({ left, right }) => [left, right]),
    sheet.hiddenColumns,
  );
  keepSlots(rows.length * columns.length);
  const cells = placedAreas(areas, { rows, columns, sheet: sheet.name, fillAtMost });
  const first = referenceOf({ row: rows[0] ?? 0, column: columns[0] ?? 0 });
  const last = referenceOf({ row: rows.at(-1) ?? 0, column: columns.at(-1) ?? 0 });
  return tableOf(cells, { on: 'sheet', sheet: sheet.name, cell: `${first}:${last}` }, 'grid');
}

/** A merged range or a single cell, with the text that it shows. */
interface Area extends Range {
  readonly text: string;
}

const key = (row: number, column: number) => row * 16_384 + column;

/** Merged ranges first, so that a cell that one of them covers is found taken. A merge shows the text of its first cell. */
function shownAreas(sheet: Sheet): readonly Area[] {
  const texts = new Map(sheet.cells.map(({ row, column, text }) => [key(row, column), cellText(text)]));
  const merged = sheet.merges.map((range) => ({
    ...range,
    text: texts.get(key(range.top, range.left)) ?? '',
  }));
  const single = sheet.cells.map(({ row, column }) => ({
    top: row,
    bottom: row,
    left: column,
    right: column,
    text: texts.get(key(row, column)) ?? '',
  }));
  return [...merged, ...single];
}

/** The row (or column) numbers to keep, in order: shown ones from the first to the last that is used, long gaps cut. */
function keptLines(
  extents: readonly (readonly [number, number])[],
  hidden: ReadonlySet<number>,
): readonly number[] {
  const used = new Set(extents.map(([first]) => first));
  const first = extents.reduce((least, [start]) => Math.min(least, start), Number.POSITIVE_INFINITY);
  const last = extents.reduce((most, [, end]) => Math.max(most, end), 0);
  const kept: number[] = [];
  let gap = 0;
  for (let line = first; line <= last; line++) {
    if (hidden.has(line)) continue;
    gap = used.has(line) ? 0 : gap + 1;
    if (gap <= LONGEST_GAP) kept.push(line);
  }
  return kept;
}

interface Frame {
  readonly rows: readonly number[];
  readonly columns: readonly number[];
  readonly sheet: string;
  readonly fillAtMost: number;
}

function placedAreas(areas: readonly Area[], frame: Frame): readonly Cell[] {
  const slots = new Slots(frame.rows.length, frame.columns.length);
  const cells = areas.flatMap((area) => {
    const place = placeOf(area, frame);
    return place && slots.take(place) ? [sheetCell(area.text, place, frame)] : [];
  });
  if (slots.count > frame.fillAtMost) return cells.sort(byPlace);
  const blanks = slots.free().map((place) => sheetCell('', place, frame));
  return [...cells, ...blanks].sort(byPlace);
}

function byPlace(a: Cell, b: Cell): number {
  return a.row - b.row || a.column - b.column;
}

type Place = Pick<Cell, 'row' | 'column' | 'rowSpan' | 'columnSpan'>;

/** Null where nothing of the area is kept: it is hidden, or outside the used range. */
function placeOf(area: Range, { rows, columns }: Frame): Place | null {
  const row = firstFrom(rows, area.top);
  const column = firstFrom(columns, area.left);
  const rowSpan = firstFrom(rows, area.bottom + 1) - row;
  const columnSpan = firstFrom(columns, area.right + 1) - column;
  return rowSpan > 0 && columnSpan > 0 ? { row, column, rowSpan, columnSpan } : null;
}

/** How many of the sorted lines lie before `line`: the index of the first one from it on. */
function firstFrom(lines: readonly number[], line: number): number {
  let low = 0;
  let high = lines.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((lines[middle] ?? 0) < line) low = middle + 1;
    else high = middle;
  }
  return low;
}

function sheetCell(text: string, place: Place, frame: Frame): Cell {
  const cell = referenceOf({ row: frame.rows[place.row] ?? 0, column: frame.columns[place.column] ?? 0 });
  return cellOf(text, { on: 'sheet', sheet: frame.sheet, cell }, place);
}

/** Which slots of the grid are taken; the first cell wins. */
class Slots {
  readonly count: number;
  private readonly taken: Uint8Array;
  private readonly columns: number;
  private covered = 0;

  constructor(rows: number, columns: number) {
    this.count = rows * columns;
    this.columns = columns;
    this.taken = new Uint8Array(this.count);
  }

  take({ row, column, rowSpan, columnSpan }: Place): boolean {
    if (this.taken[row * this.columns + column] === 1) return false;
    // Merged ranges that overlap are damage; covering them again and again could take for ever.
    this.covered += rowSpan * columnSpan;
    keepSlots(this.covered);
    for (let line = row; line < row + rowSpan; line++) {
      this.taken.fill(1, line * this.columns + column, line * this.columns + column + columnSpan);
    }
    return true;
  }

  free(): readonly Place[] {
    const places: Place[] = [];
    this.taken.forEach((taken, at) => {
      if (taken === 1) return;
      const row = Math.floor(at / this.columns);
      places.push({ row, column: at % this.columns, rowSpan: 1, columnSpan: 1 });
    });
    return places;
  }
}
