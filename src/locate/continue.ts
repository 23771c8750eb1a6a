// Tables that go on over the page → one table on the page where it begins; each cell keeps the page that it stands on.
// Surprise: whether a table goes on is told from paper alone: it ended where its next row would not have fitted, and began again where the page begins.

import type { Cell, Page, Table } from '../tree/nodes.ts';
import type { Box } from '../tree/origin.ts';
import { isSameAgain } from './again.ts';
import { joinedTable } from './append.ts';
import { boxOf, footOf, type Head, headOf } from './edges.ts';
import { repeatedRows } from './repeat.ts';
import { goesOnInFigures, sidesAgree } from './sides.ts';
import { ruledXs } from './xs.ts';

/** Points at the foot of a page that print leaves free at most, where the page's own upper margin is smaller. */
const MARGIN = 72;
/** Pages of one table at most: each part is compared with all before it. Forms have 1–8, lists of a whole province some dozens. */
const MOST_PARTS = 50;

interface Open {
  readonly at: number;
  readonly parts: number;
  readonly table: Table;
  /** Where its last part stands, where it ends with its notes, and on which page. */
  readonly foot: Box;
  readonly bottom: number;
  readonly page: Page;
}

export function continued(pages: readonly Page[]): readonly Page[] {
  const result = [...pages];
  let open = null as Open | null;
  for (const [at, page] of pages.entries()) {
    const next = headOf(pages, at);
    const repeated = open && next ? repeatedWhereItGoesOn(open, next, page) : null;
    const foot = footOf(page);
    if (open && next && repeated !== null) {
      const table = joinedTable(open.table, next.table, repeated);
      result[open.at] = replaced(result[open.at] ?? page, table);
      result[at] = { ...page, children: page.children.filter((block) => block !== next.table) };
      open = { ...open, parts: open.parts + 1, table, foot: boxOf(next.table), page };
      if (foot?.table === next.table) {
        open = { ...open, bottom: foot.bottom };
        continue;
      }
    }
    open = foot && { at, parts: 1, ...foot, foot: boxOf(foot.table), page };
  }
  return result;
}

function replaced(page: Page, table: Table): Page {
  const at = page.children.findLastIndex((block) => block.type === 'table');
  return { ...page, children: page.children.map((block, index) => (index === at ? table : block)) };
}

/** The rows of `next` that only repeat a header; null where it does not go on with the open table. */
function repeatedWhereItGoesOn(open: Open, { table, isMarked }: Head, page: Page): number | null {
  const follows = open.parts < MOST_PARTS && open.page.number + 1 === page.number;
  if (!follows || !sidesAgree(open, table, boxOf(table))) return null;
  const repeated = repeatedRows(open.table, table);
  if (!isMarked && !hadNoRoom(open, table, repeated)) return null;
  const isTold = isMarked || repeated > 0 || ruledXs(table) !== null;
  if (!isTold && !goesOnInFigures(open.table, table)) return null;
  return isSameAgain(open.table, table, repeated) ? null : repeated;
}

/** The first row that is not the header again would not have fitted below the first part. */
function hadNoRoom({ bottom, page }: Open, next: Table, repeated: number): boolean {
  const room = page.height - Math.min(boxOf(next)[1], MARGIN) - bottom;
  const own = next.cells.filter((cell) => cell.row === repeated && cell.rowSpan === 1);
  const height = own.map(heightOf).reduce((most, cell) => Math.max(most, cell), MARGIN / 2);
  return room <= height + MARGIN / 2;
}

function heightOf(cell: Cell): number {
  return cell.origin.on === 'page' ? cell.origin.box[3] - cell.origin.box[1] : 0;
}
