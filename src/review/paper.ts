// The tree before and after corrections → the pages as the review page is told them, each cell with a name of its own in this source.
// Surprise: both trees have the same shape, because a correction changes a cell's words and nothing else; they are walked side by side.

import { pieceOf } from '../form/index.ts';
import {
  type Block,
  type Box,
  type Cell,
  type Document,
  type Line,
  type Origin,
  originKey,
  type Page,
} from '../tree/index.ts';
import type { BlockView, CellView, PageView } from './view.ts';

/** A cell or line, as it was read and as it now is, with its name. */
export interface Spot {
  readonly place: string;
  readonly read: Cell | Line;
  readonly now: Cell | Line;
}

/** Every cell and every line outside tables. */
export function spotsOf(read: Document, now: Document): readonly Spot[] {
  return read.pages.flatMap((page, at) => spotsOfPage(page, now.pages[at] ?? page));
}

function spotsOfPage(read: Page, now: Page): readonly Spot[] {
  return read.children.flatMap((block, at) =>
    spotsOfBlock(`p${read.number}b${at}`, block, now.children[at] ?? block),
  );
}

function spotsOfBlock(place: string, read: Block, now: Block): readonly Spot[] {
  if (read.type === 'line' || now.type === 'line')
    return read.type === 'line' && now.type === 'line' ? [{ place, read, now }] : [];
  return read.cells.map((cell, at) => ({
    place: `${place}r${cell.row}c${cell.column}`,
    read: cell,
    now: now.cells[at] ?? cell,
  }));
}

/** Finds spots by where pieces of them stand. */
export class Spots {
  readonly all: readonly Spot[];
  readonly #byPlace: ReadonlyMap<string, Spot>;
  readonly #byOrigin: ReadonlyMap<string, Spot>;
  readonly #byLine: ReadonlyMap<number, readonly Spot[]>;

  constructor(all: readonly Spot[]) {
    this.all = all;
    this.#byPlace = new Map(all.map((spot) => [spot.place, spot]));
    this.#byOrigin = new Map(all.map((spot) => [originKey(spot.now.origin), spot]));
    this.#byLine = Map.groupBy(all, ({ now: { origin } }) => (origin.on === 'text' ? origin.line : 0));
  }

  named(place: string): Spot | null {
    return this.#byPlace.get(place) ?? null;
  }

  /** A piece of a line of text stands in the last cell that begins before it. */
  at(origin: Origin): Spot | null {
    const spot = this.#byOrigin.get(originKey(origin));
    if (spot || origin.on !== 'text') return spot ?? null;
    return this.#byLine.get(origin.line)?.findLast((other) => columnOf(other) <= origin.column) ?? null;
  }
}

function columnOf({ now: { origin } }: Spot): number {
  return origin.on === 'text' ? origin.column : 0;
}

/** `pictured`: numbers of the pages that have a picture. */
export function pageViews(read: Document, now: Document, pictured: readonly number[]): readonly PageView[] {
  return read.pages.map((page, at) => pageView(page, now.pages[at] ?? page, pictured.includes(page.number)));
}

function pageView(read: Page, now: Page, picture: boolean): PageView {
  const spots = Map.groupBy(spotsOfPage(read, now), ({ place }) => place.replace(/r.*/, ''));
  return {
    number: read.number,
    width: read.width,
    height: read.height,
    picture,
    rulings: read.rulings,
    blocks: read.children.map((block, at) => blockView(block, spots.get(`p${read.number}b${at}`) ?? [])),
  };
}

function blockView(block: Block, spots: readonly Spot[]): BlockView {
  const isLine = block.type === 'line';
  return {
    type: block.type,
    rows: isLine ? 1 : block.rows,
    columns: isLine ? 1 : block.columns,
    cells: spots.map(cellView),
  };
}

function cellView({ place, read, now }: Spot): CellView {
  const { text, confidence, readings } = pieceOf(now);
  const isCell = now.type === 'cell';
  return {
    place,
    origin: now.origin,
    row: isCell ? now.row : null,
    column: isCell ? now.column : null,
    rowSpan: isCell ? now.rowSpan : 1,
    columnSpan: isCell ? now.columnSpan : 1,
    box: boxOf(now.origin),
    text,
    read: read.text === text ? null : read.text,
    confidence,
    readings,
  };
}

function boxOf(origin: Origin): Box | null {
  return origin.on === 'page' ? origin.box : null;
}
