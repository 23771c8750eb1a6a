// A `w:tbl` → its cells at their slots: gridBefore, gridSpan, vertical and horizontal merges.
// Surprise: Word has no row spans. Each row repeats a merged cell as an empty one marked "continue", found again by its left edge.

import type { DrawnCell, DrawnTable } from '../flow.ts';
import { childOf, type XmlElement } from '../ooxml/xml.ts';
import { contentFlow, type Placed, wrappedChildren } from './content.ts';
import { hasProperty, isOn, numberOf } from './paragraph.ts';

export function drawnTable(table: Placed): DrawnTable {
  const rows = wrappedChildren(table, 'w:tr').filter(isShownRow);
  const open = new Map<number, Grown>();
  const cells = rows.flatMap((row, index) => cellsOfRow(row, index, open));
  return { type: 'drawn', cells, origin: { on: 'markup', path: table.path } };
}

/** A cell whose row span still grows. */
type Grown = { -readonly [Key in keyof DrawnCell]: DrawnCell[Key] };

/** Word's own limit is 63 columns; beyond this a span is damage and is cut. */
const MOST_COLUMNS = 1_000;

/** `open` maps a left edge to the cell there that a later row may continue. */
function cellsOfRow(row: Placed, index: number, open: Map<number, Grown>): readonly DrawnCell[] {
  const fresh: Grown[] = [];
  const continued = new Map<number, Grown>();
  let column = Math.min(numberOf(childOf(row.element, 'w:trPr'), 'w:gridBefore') ?? 0, MOST_COLUMNS);
  for (const cell of wrappedChildren(row, 'w:tc')) {
    const properties = childOf(cell.element, 'w:tcPr');
    if (hasProperty(properties, 'w:cellDel')) continue;
    const columnSpan = Math.min(Math.max(numberOf(properties, 'w:gridSpan') ?? 1, 1), MOST_COLUMNS);
    const merged = mergedInto(properties, { column, fresh, open });
    const grown = merged ?? {
      row: index,
      column,
      rowSpan: 1,
      columnSpan,
      flow: contentFlow(cell),
      origin: originOf(cell),
    };
    if (!merged) fresh.push(grown);
    else grow(grown, { index, columnSpan, isBeside: grown.row === index });
    if (hasProperty(properties, 'w:vMerge')) continued.set(column, grown);
    column += columnSpan;
  }
  open.clear();
  for (const [edge, cell] of continued) open.set(edge, cell);
  return fresh;
}

function originOf(cell: Placed): DrawnCell['origin'] {
  return { on: 'markup', path: cell.path };
}

interface Around {
  readonly column: number;
  readonly fresh: readonly Grown[];
  readonly open: ReadonlyMap<number, Grown>;
}

/** The cell above or to the left that this one continues, or null where it is a cell of its own. */
function mergedInto(properties: XmlElement | undefined, { column, fresh, open }: Around): Grown | null {
  const isContinued = (name: string) => {
    const merge = childOf(properties, name);
    return merge !== undefined && merge.attributes['w:val'] !== 'restart';
  };
  if (isContinued('w:vMerge')) return open.get(column) ?? null;
  return isContinued('w:hMerge') ? (fresh.at(-1) ?? null) : null;
}

function grow(cell: Grown, by: { index: number; columnSpan: number; isBeside: boolean }): void {
  if (by.isBeside) cell.columnSpan += by.columnSpan;
  else cell.rowSpan = by.index - cell.row + 1;
}

/** Rows that were deleted under tracked changes, or hidden, are not on the page. */
function isShownRow(row: Placed): boolean {
  const properties = childOf(row.element, 'w:trPr');
  return !hasProperty(properties, 'w:del') && !isOn(childOf(properties, 'w:hidden'));
}
