// Blocks without reliable cells into drawn tables: ragged tables by their headings, flattened lines by their labels.
// Surprise: a ragged table without a heading row (one cell a line) is a stream of cells, and is read like flattened lines.

import { cellOf, lineOf, tableOf } from '../tree/build.ts';
import type { Block, Cell, Line, Table } from '../tree/nodes.ts';
import { abreast } from './abreast.ts';
import { textOf, type Unit } from './align/index.ts';
import { labelRun } from './flow/labels.ts';
import { rebuilt } from './flow/table.ts';
import { unitsOf } from './flow/units.ts';
import { hasHeadingRows, straightened } from './ragged.ts';
import { unrepeated } from './repeated.ts';
import { isFundingHeading, isIndicatorHeading, isTitle, namesForm, startsForm } from './role.ts';
import { rowsOf } from './rows.ts';
import { type Straight, tableOfSlots } from './straight.ts';

export function straight(blocks: readonly Block[]): Straight {
  const single = blocks.flatMap((block): readonly Block[] =>
    block.type === 'table' ? abreast(unrepeated(block)) : [block],
  );
  const made = runsOf(rejoined(single)).map(straightRun);
  return joined(made);
}

function joined(parts: readonly Straight[]): Straight {
  return {
    blocks: parts.flatMap(({ blocks }) => blocks),
    choices: parts.flatMap(({ choices }) => choices),
    lost: new Map(parts.flatMap(({ lost }) => [...(lost ?? [])])),
  };
}

function straightRun(run: readonly Block[]): Straight {
  const [first] = run;
  if (first?.type !== 'table' || isStream(first)) return flowed(run);
  if (first.placement === 'grid') return { blocks: [first], choices: [] };
  const { table, choices } = straightened(first);
  return { blocks: [table], choices };
}

/** A row of one cell has no separator and was taken for a line; between rows of one ragged table it is a row again. */
function rejoined(blocks: readonly Block[]): readonly Block[] {
  const groups: Block[][] = [];
  for (const block of blocks) if (!isRagged(block) || !rejoin(groups, block)) groups.push([block]);
  return groups.flatMap((group) => (group.length > 1 ? [stacked(group)] : group));
}

/** Puts a ragged table and the lines above it into the group of the ragged table above them, where it goes on. */
function rejoin(groups: Block[][], block: Table): boolean {
  const open = groups.findLastIndex(([first]) => first?.type === 'table');
  const above = groups[open];
  const between = groups.slice(open + 1).flat();
  if (!above?.[0] || !isRagged(above[0]) || between.length === 0 || !goesOn(between, block)) return false;
  above.push(...between, block);
  groups.length = open + 1;
  return true;
}

/** More lines than this between two tables are prose. */
const MOST_LINES = 4;

function goesOn(between: readonly Block[], below: Table): boolean {
  const [first] = rowsOf(below);
  const begins = !first || isIndicatorHeading(first) || isFundingHeading(first) || startsForm(first);
  return (
    !begins &&
    between.length <= MOST_LINES &&
    !between.some((line) => line.type === 'line' && isTitle(line.text))
  );
}

function isRagged(block: Block): block is Table {
  return block.type === 'table' && block.placement === 'ragged';
}

function stacked(blocks: readonly Block[]): Table {
  const cells: Cell[] = [];
  let rows = 0;
  for (const block of blocks) {
    if (block.type === 'table') for (const cell of block.cells) cells.push({ ...cell, row: cell.row + rows });
    else cells.push(cellOf(block.text, block.origin, { row: rows, column: 0, rowSpan: 1, columnSpan: 1 }));
    rows += block.type === 'table' ? block.rows : 1;
  }
  return tableOf(cells, blocks[0]?.origin ?? { on: 'text', line: 1, column: 1 }, 'ragged');
}

/** A ragged table that holds no heading in one row. */
function isStream(block: Block): boolean {
  return block.type === 'table' && block.placement === 'ragged' && !hasHeadingRows(block);
}

/** Neighbouring lines and streams are one text; every real table stands alone. */
function runsOf(blocks: readonly Block[]): readonly (readonly Block[])[] {
  const runs: Block[][] = [];
  let open: Block[] | null = null;
  for (const block of blocks) {
    const flows = block.type === 'line' || isStream(block);
    if (flows && open) open.push(block);
    else runs.push([block]);
    open = flows ? (runs.at(-1) ?? null) : null;
  }
  return runs;
}

/** The forms of a text as tables under their titles; a text without a form stays as it is. */
function flowed(run: readonly Block[]): Straight {
  const lines = run.filter((block) => block.type === 'line');
  const units = lines.length < run.length ? run.flatMap(cellUnits) : unitsOf(lines);
  const forms = partsOf(units).flatMap((part) => rebuiltBlocks(part) ?? []);
  if (forms.length === 0) return { blocks: run, choices: [] };
  return joined(forms);
}

function rebuiltBlocks(units: readonly Unit[]): Straight | null {
  const made = rebuilt(units);
  const origin = units[0]?.origin;
  if (!made || !origin) return null;
  const titles = titlesOf(units.slice(0, made.begins));
  const table = tableOfSlots(made.rows, origin);
  return { blocks: [...titles, table], choices: made.choices, lost: new Map([[table, made.lost]]) };
}

/** Several forms in one text: each begins at the title before its project's name, or at that name. */
function partsOf(units: readonly Unit[]): readonly (readonly Unit[])[] {
  const names = namesIn(units);
  const starts = names.map((at, index) => (index === 0 ? 0 : titleBefore(units, at, names[index - 1] ?? 0)));
  return starts.length === 0
    ? [units]
    : starts.map((start, at) => units.slice(start, starts[at + 1] ?? units.length));
}

/** Where a form is named; a project is named within the form of its unit where none ends between the two names. */
function namesIn(units: readonly Unit[]): readonly number[] {
  const names: number[] = [];
  let unit: number | null = null;
  for (const at of units.keys()) {
    const concept = labelRun(units, at, 'header')?.concept;
    if (!namesForm(concept)) continue;
    if (concept === 'unitName' || unit === null || rebuilt(units.slice(unit, at))) names.push(at);
    unit = concept === 'unitName' ? at : null;
  }
  return names;
}

const TITLE_WORDS = 8;

function titleBefore(units: readonly Unit[], at: number, floor: number): number {
  for (let start = Math.max(floor + 1, at - TITLE_WORDS); start < at; start++) {
    if (isTitle(units[start]?.text ?? '')) return start;
  }
  return at;
}

function cellUnits(block: Block): readonly Unit[] {
  if (block.type === 'line')
    return [{ text: block.text.replaceAll('|', '').trim(), gap: 'cell', origin: block.origin }];
  // A blank beside a printed cell of the same line is only the separator at the end of the line.
  const printing = new Set(block.cells.filter((cell) => cell.text.trim() !== '').map((cell) => cell.row));
  return block.cells
    .filter((cell) => cell.text !== '' || !printing.has(cell.row))
    .map((cell) => ({ text: cell.text, gap: 'cell', origin: cell.origin }));
}

/** A longer line holds more than its title. */
const LONGEST_TITLE_LINE = 40;
/** Bounded, since a text without separators is one word however long. */
const TITLE =
  /[^\s|:：表]{0,60}(?:自评|绩效[^\s|表]{0,60})表(?:\s{0,9}[(（][^()（）]{0,20}年[^()（）]{0,20}[)）])?/gu;
/** What a line prints before its title: 附件: and, of a letter above it, who signed and when. */
const BEFORE_TITLE = /^.*\d月\d{1,2}日|^附件\s*\d{0,2}\s*[:：]\s*/u;

/** The words before the first label as lines; a title among other words of its line stands alone. */
function titlesOf(units: readonly Unit[]): readonly Line[] {
  const lines: Unit[][] = [];
  for (const unit of units) {
    const open = lines.at(-1);
    if (open && (unit.gap === 'space' || unit.gap === 'none')) open.push(unit);
    else lines.push([unit]);
  }
  return lines.flatMap(titleLines);
}

function titleLines(units: readonly Unit[]): readonly Line[] {
  const text = textOf(units);
  const [first] = units;
  if (!first || text.trim() === '') return [];
  const whole = text.length <= LONGEST_TITLE_LINE && isTitle(text);
  const title = (whole ? text : text.match(TITLE)?.at(-1))?.replace(BEFORE_TITLE, '');
  return [lineOf(title && isTitle(title) ? title : text, first.origin)];
}
