// Tables that go on over the page → one table on the page where it begins; each cell keeps the page that it stands on.
// Surprise: whether a table goes on is told from paper alone: it ended where its next row would not have fitted, and began again where the page begins.

import type { Block, Cell, Page, Table } from '../tree/nodes.ts';
import type { Box } from '../tree/origin.ts';
import { isSameAgain } from './again.ts';
import { joinedTable } from './append.ts';
import { repeatedRows } from './repeat.ts';
import { ruledXs } from './xs.ts';

/** Points at the foot of a page that print leaves free at most, where the page's own upper margin is smaller. */
const MARGIN = 72;
/** Points by which the sides of the two parts may differ: scanned pages lie a little apart. */
const SIDES = 9;
/** Characters of a line above a table that can be a page header's; a title is not repeated from the page before. */
const HEADER = 60;

/** Pages of one table at most: each part is compared with all before it. Forms have 1–8, lists of a whole province some dozens. */
const MOST_PARTS = 50;

interface Open {
  readonly at: number;
  readonly parts: number;
  readonly table: Table;
  /** Where its last part stands, and on which page. */
  readonly foot: Box;
  readonly page: Page;
}

export function continued(pages: readonly Page[]): readonly Page[] {
  const result = [...pages];
  let open = null as Open | null;
  for (const [at, page] of pages.entries()) {
    const next = headTable(page, pages[at - 1]);
    const repeated = open && next ? repeatedWhereItGoesOn(open, next, page) : null;
    if (open && next && repeated !== null) {
      open = {
        ...open,
        parts: open.parts + 1,
        table: joinedTable(open.table, next, repeated),
        foot: boxOf(next),
        page,
      };
      result[open.at] = replaced(result[open.at] ?? page, open.table);
      result[at] = { ...page, children: page.children.filter((block) => block !== next) };
      if (footTable(page) === next) continue;
    }
    const last = footTable(page);
    open = last === null ? null : { at, parts: 1, table: last, foot: boxOf(last), page };
  }
  return result;
}

/** The rows of `next` that only repeat a header; null where it does not go on with the open table. */
function repeatedWhereItGoesOn(open: Open, next: Table, page: Page): number | null {
  if (!mayGoOn(open, next, page)) return null;
  const repeated = repeatedRows(open.table, next);
  if (!hadNoRoom(open, next, repeated)) return null;
  return isSameAgain(open.table, next, repeated) ? null : repeated;
}

function replaced(page: Page, table: Table): Page {
  const at = page.children.findLastIndex((block) => block.type === 'table');
  return { ...page, children: page.children.map((block, index) => (index === at ? table : block)) };
}

function heightOf(cell: Cell): number {
  return cell.origin.on === 'page' ? cell.origin.box[3] - cell.origin.box[1] : 0;
}

function boxOf(block: Block): Box {
  return block.origin.on === 'page' ? block.origin.box : [0, 0, 0, 0];
}

/** The page's last table, when only a footer stands below it. */
function footTable(page: Page): Table | null {
  const last = page.children.findLast((block) => block.type === 'table');
  if (!last) return null;
  const below = page.children.filter((block) => boxOf(block)[1] > boxOf(last)[3]);
  return below.every((block) => isFooter(block, page)) ? last : null;
}

/** Share of the page's height below which only footers stand. */
const FOOT = 0.9;

function isFooter(block: Block, page: Page): boolean {
  return (
    block.type === 'line' &&
    (boxOf(block)[1] > FOOT * page.height || /^[-—–\s]*第?\s*\d+\s*[页/]?.{0,8}$/.test(block.text))
  );
}

/** The page's first table, when nothing stands above it but lines that stood above on the page before as well. */
function headTable(page: Page, before: Page | undefined): Table | null {
  const first = page.children.find((block) => block.type === 'table');
  if (!first) return null;
  const above = page.children.filter((block) => boxOf(block)[3] < boxOf(first)[1] + 1 && block !== first);
  return above.every((block) => isRepeated(block, before)) ? first : null;
}

function isRepeated(block: Block, before: Page | undefined): boolean {
  if (block.type !== 'line' || block.text === '' || block.text.length > HEADER) return false;
  const [, top] = boxOf(block);
  const plain = (text: string) => text.replace(/\d+/g, '#');
  return (before?.children ?? []).some(
    (other) =>
      other.type === 'line' &&
      plain(other.text) === plain(block.text) &&
      Math.abs(boxOf(other)[1] - top) < SIDES,
  );
}

function mayGoOn(open: Open, next: Table, page: Page): boolean {
  return open.parts < MOST_PARTS && open.page.number + 1 === page.number && sidesAgree(open, next);
}

/** Both parts are ruled, and stand over one another between the same sides. */
function sidesAgree({ table, foot }: Open, next: Table): boolean {
  const [ours, theirs] = [ruledXs(table), ruledXs(next)];
  if (ours === null || theirs === null) return false;
  const box = boxOf(next);
  return Math.abs(foot[0] - box[0]) <= SIDES && Math.abs(foot[2] - box[2]) <= SIDES;
}

/** The first row that is not the header again would not have fitted below the first part. */
function hadNoRoom({ foot, page }: Open, next: Table, repeated: number): boolean {
  const box = boxOf(next);
  const room = page.height - Math.min(box[1], MARGIN) - foot[3];
  const own = next.cells.filter((cell) => cell.row === repeated && cell.rowSpan === 1);
  const height = own.map(heightOf).reduce((most, cell) => Math.max(most, cell), MARGIN / 2);
  return room <= height + MARGIN / 2;
}
