// A `w:tbl` → its cells at their slots: gridBefore, gridSpan, vertical and horizontal merges.
// Surprise: Word has no row spans. Each row repeats a merged cell as an empty one marked "continue", found again by its left edge.

import type { DrawnCell, DrawnTable } from '../flow.ts';
import { childOf, type XmlElement } from '../ooxml/xml.ts';
import { contentFlow, type Placed, wrappedChildren } from './content.ts';
import { hasProperty, isOn, numberOf } from './paragraph.ts';

export function drawnTable(table: Placed): DrawnTable {
  const rows = wrappedChildren(table, 'w:tr').filter(({ element }) => isShownRow(element));
  let above: ReadonlyMap<number, Grown> = new Map();
  const cells = rows.flatMap((row, index) => {
    const { fresh, open } = mergedRow(wordCells(row), index, above);
    above = open;
    return fresh;
  });
  return { type: 'drawn', cells, origin: { on: 'markup', path: table.path } };
}

/** Rows that were deleted under tracked changes, or hidden, are not on the page. */
export function isShownRow(row: XmlElement): boolean {
  const properties = childOf(row, 'w:trPr');
  return !hasProperty(properties, 'w:del') && !isOn(childOf(properties, 'w:hidden'));
}

/** A `w:tc` with its place in the row. */
interface WordCell {
  readonly placed: Placed;
  readonly column: number;
  readonly columnSpan: number;
  readonly vertical: Merge;
}

type Merge = 'none' | 'restart' | 'continue';

/** Word's own limit is 63 columns; beyond this a span is damage and is cut. */
const MOST_COLUMNS = 1_000;

/** The cells of a row from left to right; one that continues its left neighbour only makes that wider. */
function wordCells(row: Placed): readonly WordCell[] {
  const cells: WordCell[] = [];
  let column = Math.min(numberOf(childOf(row.element, 'w:trPr'), 'w:gridBefore') ?? 0, MOST_COLUMNS);
  for (const placed of wrappedChildren(row, 'w:tc')) {
    const properties = childOf(placed.element, 'w:tcPr');
    if (hasProperty(properties, 'w:cellDel')) continue;
    const span = Math.min(Math.max(numberOf(properties, 'w:gridSpan') ?? 1, 1), MOST_COLUMNS);
    const left = mergeIn(properties, 'w:hMerge') === 'continue' ? cells.pop() : undefined;
    if (left) cells.push({ ...left, columnSpan: left.columnSpan + span });
    else cells.push({ placed, column, columnSpan: span, vertical: mergeIn(properties, 'w:vMerge') });
    column += span;
  }
  return cells;
}

/** Without a value the mark means "continue". */
function mergeIn(properties: XmlElement | undefined, name: string): Merge {
  const mark = childOf(properties, name);
  if (!mark) return 'none';
  return mark.attributes['w:val'] === 'restart' ? 'restart' : 'continue';
}

/** A cell whose row span still grows. */
type Grown = Omit<DrawnCell, 'rowSpan'> & { rowSpan: number };

/** `fresh` are the cells that begin in this row; `open` maps a left edge to the cell there that the next row may continue. */
interface MergedRow {
  readonly fresh: readonly DrawnCell[];
  readonly open: ReadonlyMap<number, Grown>;
}

function mergedRow(cells: readonly WordCell[], row: number, above: ReadonlyMap<number, Grown>): MergedRow {
  const fresh: Grown[] = [];
  const open = new Map<number, Grown>();
  for (const cell of cells) {
    const continued = cell.vertical === 'continue' ? above.get(cell.column) : undefined;
    const isSameWidth = continued?.columnSpan === cell.columnSpan;
    const grown = continued && isSameWidth ? continued : drawnCell(cell, row, continued);
    if (grown === continued) grown.rowSpan = row - grown.row + 1;
    else fresh.push(grown);
    if (cell.vertical !== 'none') open.set(cell.column, grown);
  }
  return { fresh, open };
}

/** A merged cell that changes its width cannot be one rectangle: the part of another width stands again, with the same text and origin. */
function drawnCell(cell: WordCell, row: number, above: Grown | undefined): Grown {
  const { column, columnSpan, placed } = cell;
  const place = { row, column, rowSpan: 1, columnSpan };
  if (above) return { ...place, flow: above.flow, origin: above.origin };
  return { ...place, flow: contentFlow(placed), origin: { on: 'markup', path: placed.path } };
}
