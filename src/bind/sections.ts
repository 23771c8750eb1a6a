// The rows of one form into its sections: header, funding, goal, indicators, total, tail.
// Surprise: a section is begun by its heading and ended by the next one's, so that rows in between need no label.

import { conceptIn } from '../form/vocabulary.ts';
import type { Line, Table } from '../tree/nodes.ts';
import {
  continuesHeading,
  endsFunding,
  groupTotalsIn,
  hasBlock,
  isBlockLabel,
  isFundingHeading,
  isGoalHeading,
  isGoalPair,
  isIndicatorHeading,
  isInlineGoal,
  isTaskHeading,
  isTotal,
  printsFunds,
  startsForm,
  titleCell,
} from './role.ts';
import { type Item, printed, type Row } from './rows.ts';

/** A block under its heading rows. */
export interface Block {
  readonly headings: readonly Row[];
  readonly body: readonly Row[];
}

export interface Sections {
  readonly lines: readonly Line[];
  readonly titles: readonly Row[];
  readonly header: readonly Row[];
  readonly funding: Block;
  /** A form may print several: a heading with its texts, or rows of a label and its text. */
  readonly goals: readonly Block[];
  readonly indicators: Block;
  readonly totals: readonly Row[];
  /** Totals of a first level between the indicators: they repeat what the rows above them state. */
  readonly groupTotals: ReadonlySet<Row>;
  readonly tail: readonly Row[];
}

type Place = 'titles' | 'header' | 'funding' | 'goal' | 'indicators' | 'tail';

class Sorter {
  readonly lines: Line[] = [];
  readonly titles: Row[] = [];
  readonly header: Row[] = [];
  readonly totals: Row[] = [];
  readonly tail: Row[] = [];
  readonly funding = { headings: [] as Row[], body: [] as Row[] };
  readonly goals: { headings: Row[]; body: Row[] }[] = [];
  readonly indicators = { headings: [] as Row[], body: [] as Row[] };
  #place: Place = 'titles';
  #heading = false;
  readonly #hasFunds: boolean;
  readonly #aboveTitle: ReadonlySet<Row>;
  readonly groupTotals: ReadonlySet<Row>;
  /** Rows right above headings of indicators: 湖北 prints 年度目标2 and the headings again between its indicators. */
  readonly #aboveHeadings: ReadonlySet<Row>;

  constructor(items: readonly Item[]) {
    const rows = items.filter((item) => item.type === 'row');
    this.#hasFunds = printsFunds(rows);
    this.#aboveTitle = aboveTitle(rows);
    this.groupTotals = groupTotalsIn(rows);
    this.#aboveHeadings = new Set(
      rows.filter((_, at) => rows.slice(at + 1, at + 2).some(isIndicatorHeading)),
    );
  }

  add(row: Row): void {
    if (this.#place === 'indicators') this.#indicator(row);
    else if (isIndicatorHeading(row)) this.#begin('indicators', row);
    else if (this.#place === 'tail') this.#after(row);
    else if (this.#hasFunds && isTaskHeading(row)) this.#aside(row);
    else if (isFundingHeading(row)) this.#begin('funding', row);
    else if (isGoalHeading(row) || isGoalPair(row) || isInlineGoal(row)) this.#beginGoal(row);
    else if (this.#place === 'funding' && endsFunding(row)) this.#aside(row);
    else if (this.#place === 'goal' && isBlockLabel(row)) this.#aside(row);
    else if (hasBlock(printed(row), 'managementBlock')) this.#aside(row);
    else if (this.#place === 'titles' && isAboveHeader(row)) this.titles.push(row);
    else this.#inside(row);
  }

  #begin(place: 'funding' | 'indicators', row: Row): void {
    this.#place = place;
    this.#heading = true;
    if (place === 'funding' || this.indicators.body.length === 0) this[place].headings.push(row);
  }

  /** A heading that comes again (after a page break) begins nothing. */
  #beginGoal(row: Row): void {
    const again = this.goals.some(({ headings: [first] }) => first && sameTexts(first, row));
    this.#place = 'goal';
    this.#heading = true;
    if (!again) this.goals.push({ headings: [row], body: [] });
  }

  /** 资金管理情况 and 年度主要任务 stand beside the fund block and the goal, and state no field. */
  #aside(row: Row): void {
    this.#place = 'header';
    this.header.push(row);
  }

  /** Header, funding and goal rows, each where the last heading put it. */
  #inside(row: Row): void {
    if (this.#place === 'titles' && !this.#aboveTitle.has(row)) this.#place = 'header';
    if (this.#place === 'titles' || this.#place === 'header') this.header.push(row);
    else if (this.#continues(row)) this.funding.headings.push(row);
    else this.#body(row);
  }

  #body(row: Row): void {
    this.#heading = false;
    const block = this.#place === 'goal' ? this.goals.at(-1) : this.funding;
    block?.body.push(row);
  }

  #continues(row: Row): boolean {
    return (
      this.#heading &&
      this.#place === 'funding' &&
      continuesHeading(row, (text) => conceptIn('fundingColumn', text))
    );
  }

  #indicator(row: Row): void {
    if (isIndicatorHeading(row) && this.indicators.body.length > 0) return;
    if (this.#heading && continuesHeading(row, (text) => conceptIn('indicatorColumn', text))) {
      this.indicators.headings.push(row);
    } else if (isGoalPair(row) && this.#aboveHeadings.has(row)) {
      this.#beginGoal(row);
    } else if (isTotal(row)) {
      if (this.groupTotals.has(row)) return;
      this.totals.push(row);
      this.#place = 'tail';
    } else if (startsTail(row)) {
      this.#place = 'tail';
      this.tail.push(row);
    } else {
      this.#heading = false;
      this.indicators.body.push(row);
    }
  }

  #after(row: Row): void {
    if (isTotal(row) && this.totals.length === 0) this.totals.push(row);
    else this.tail.push(row);
  }
}

/** A title, or the blank rows that a sheet leaves above and below one. */
function isAboveHeader(row: Row): boolean {
  return titleCell(row) !== null || printed(row).length === 0;
}

/** 附件2, 公开14表: rows above a title, which end no titles. */
function aboveTitle(rows: readonly Row[]): ReadonlySet<Row> {
  const begins = rows.findIndex((row) => startsForm(row) || isFundingHeading(row) || isIndicatorHeading(row));
  const title = rows.slice(0, Math.max(0, begins)).findLastIndex((row) => titleCell(row) !== null);
  return new Set(rows.slice(0, Math.max(0, title)));
}

function sameTexts(one: Row, other: Row): boolean {
  return (
    one !== other &&
    printed(one)
      .map((cell) => cell.text)
      .join('|') ===
      printed(other)
        .map((cell) => cell.text)
        .join('|')
  );
}

/** A narrative label with nothing but prose beside it. */
function startsTail(row: Row): boolean {
  const cells = printed(row);
  const [first, second] = cells;
  if (!first || cells.length > 4) return false;
  const labelled = conceptIn('narrative', first.text) !== null || hasBlock([first], 'narrativeBlock');
  return (
    labelled &&
    conceptIn('level1', first.text) === null &&
    (!second || second.text.length > 6 || cells.length <= 2)
  );
}

/** The table that holds the form, or the last piece of it with a row that counts; null where no row does. */
export function tableOf({ totals, indicators }: Sections): Table | null {
  return (totals.at(-1) ?? indicators.body.at(-1))?.table ?? null;
}

/** A table and those that follow it with nothing between and as many columns: a form that was cut into pieces. */
export function piecesFrom(table: Table | null, items: readonly Item[]): ReadonlySet<Table> {
  const pieces = new Set<Table>(table ? [table] : []);
  const first = items.findIndex((item) => item.type === 'row' && item.table === table);
  for (const item of first < 0 ? [] : items.slice(first)) {
    if (item.type === 'line' || item.table.columns !== table?.columns) break;
    pieces.add(item.table);
  }
  return pieces;
}

export function sectionsOf(items: readonly Item[]): Sections {
  const sorter = new Sorter(items);
  for (const item of items) {
    if (item.type === 'line') sorter.lines.push(item);
    else sorter.add(item);
  }
  return sorter;
}
