// What stands between a page's edges and its tables → the table that may go on over the page break, above it and below.
// Surprise: a line that stands at the same height on a page nearby is no title, whatever it says: titles are printed once, running heads on every page.

import type { Block, Line, Page, Table } from '../tree/nodes.ts';
import type { Box } from '../tree/origin.ts';
import { unionOf } from './fill.ts';

export function boxOf(block: Block): Box {
  return block.origin.on === 'page' ? block.origin.box : [0, 0, 0, 0];
}

/** A table at the foot of a page, with the notes below it. */
export interface Foot {
  readonly table: Table;
  /** The lowest line of the table or of its notes. */
  readonly bottom: number;
}

/** The page's last table, when only notes and a footer stand below it. */
export function footOf(page: Page): Foot | null {
  const table = page.children.findLast((block) => block.type === 'table');
  if (!table) return null;
  const below = page.children.filter((block) => boxOf(block)[1] > boxOf(table)[3]);
  const others = below.filter((block) => !isFooter(block, page));
  if (!areNotes(others)) return null;
  return { table, bottom: unionOf([boxOf(table), ...others.map(boxOf)])[3] };
}

/** Share of the page's height below which only footers stand. */
const FOOT = 0.9;

function isFooter(block: Block, page: Page): boolean {
  return (
    block.type === 'line' &&
    (boxOf(block)[1] > FOOT * page.height || /^[-—–\s]*第?\s*\d+\s*[页/]?.{0,8}$/.test(block.text))
  );
}

/** How a note below a table begins, or the word that it goes on. */
const NOTE = /^(?:(?:备?注|说明|附注|资料来源|数据来源|notes?|sources?)\s*\d*\s*[:：.]|[*＊※①])/iu;
const GOES_ON = /^[（(]?(?:[续转接]下[页表]|下页续|未完|continued (?:on|overleaf))/iu;

/** One below another, the first of them marked; the lines of a long note have no mark of their own. */
function areNotes(blocks: readonly Block[]): boolean {
  const [first] = blocks;
  if (first === undefined) return true;
  return (
    blocks.every((block) => block.type === 'line') &&
    first.type === 'line' &&
    (NOTE.test(first.text) || GOES_ON.test(first.text))
  );
}

/** A table at the head of a page. */
export interface Head {
  readonly table: Table;
  /** It says itself that it goes on (续表). */
  readonly isMarked: boolean;
}

/** The page's first table, when nothing stands above it but what belongs to the page or says that the table goes on. */
export function headOf(pages: readonly Page[], at: number): Head | null {
  const children = pages[at]?.children ?? [];
  const table = children.find((block) => block.type === 'table');
  if (!table) return null;
  const above = children.filter((block) => boxOf(block)[3] < boxOf(table)[1] + 1 && block !== table);
  const lines = above.filter((block) => block.type === 'line');
  const isMarked = lines.some((line) => CONTINUED.test(line.text));
  const isFree = above.length === lines.length && lines.every((line) => belongsToPage(line, pages, at));
  return isMarked || isFree ? { table, isMarked } : null;
}

/** 续表, 续上表, 表3（续）, Table 2 (continued). */
const CONTINUED =
  /^[（(]?[续接承](?:[上前]?[表页]|[上前])(?!.{20})|[（(【]\s*(?:续\s*\d*|[续接][上前]?[表页]\s*\d*|continued|cont['’.]?d?\.?)\s*[)）】]\s*$/iu;

function belongsToPage(line: Line, pages: readonly Page[], at: number): boolean {
  return PAGE_NUMBER.test(line.text) || UNIT.test(line.text) || isRunningHead(line, pages, at);
}

const PAGE_NUMBER =
  /^[-—–·\s]*(?:page|第)?\s*[\d一二三四五六七八九十]{1,4}\s*页?\s*(?:(?:[/／,，]|of)?\s*共?\s*\d{1,4}\s*页?)?[-—–·\s]*$|^共\s*\d+\s*页$/iu;
/** The unit of a table's amounts, which is no title. */
const UNIT = /^[（(]?(?:金额|计量|货币)?单位\s*[:：]\s*\S{1,6}$/u;

/** Characters of a running head. */
const HEADER = 60;
/** Points by which its height differs from page to page: scanned pages lie a little apart. */
const HEIGHT = 9;

/** A first page has no running head: then those after it must tell, where a title of another table may stand as well. */
const TITLE = /表|附[件录]|table|annex/iu;

/** On the page before; on the last one of the same side where the page between has another; or on the next. */
function isRunningHead(line: Line, pages: readonly Page[], at: number): boolean {
  if (line.text === '' || line.text.length > HEADER) return false;
  const same = (step: number) => linesBeside(line, pages[at + step]).some((other) => isAlike(other, line));
  if (same(-1)) return true;
  const faces = (step: number) => same(2 * step) && linesBeside(line, pages[at + step]).length > 0;
  return faces(-1) || (!TITLE.test(line.text) && (same(1) || faces(1)));
}

function isAlike(other: Line, line: Line): boolean {
  const plain = (text: string) => text.replace(/\d+/g, '#');
  return plain(other.text) === plain(line.text);
}

/** The lines of a page that stand at the height of a line of another. */
function linesBeside(line: Line, page: Page | undefined): readonly Line[] {
  const [, top] = boxOf(line);
  return (page?.children ?? [])
    .filter((other) => other.type === 'line')
    .filter((other) => Math.abs(boxOf(other)[1] - top) < HEIGHT);
}
