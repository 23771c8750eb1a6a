// The fund block into funding lines: for each row its label and the amounts under their headings.
// Surprise: 预算数 alone is the adjusted budget, unless the block prints an adjusted one beside it: then it is the initial.

import type { ColumnName, Piece } from '../form/form.ts';
import { partOf, pieceOf } from '../form/piece.ts';
import { type Concept, conceptIn, pointsIn } from '../form/vocabulary.ts';
import { bareLabel, folded } from '../text/label.ts';
import type { Cell } from '../tree/nodes.ts';
import { bindAmounts } from './amounts.ts';
import { type Column, columnOver, fundingColumnsOf } from './columns.ts';
import type { Draft } from './draft.ts';
import { hasAmountPairs, isAmount } from './role.ts';
import { printed, type Row } from './rows.ts';
import type { Block } from './sections.ts';
import { settledFunds } from './unknown.ts';

type Name = Concept<'fundingColumn'>;
type Field = 'initialBudget' | 'adjustedBudget' | 'executed' | 'weight' | 'executionRate' | 'score';

const FIELDS: Partial<Record<Name, Field>> = {
  initialBudget: 'initialBudget',
  adjustedBudget: 'adjustedBudget',
  executed: 'executed',
  fundingWeight: 'weight',
  executionRate: 'executionRate',
  fundingScore: 'score',
};

export function bindFunding(draft: Draft, block: Block): void {
  if (block.body.some(hasAmountPairs)) bindAmounts(draft, [...block.headings, ...block.body]);
  else bindColumns(draft, block);
  bindWeight(draft, block);
}

function bindColumns(draft: Draft, block: Block): void {
  const columns = fundingColumns(block);
  for (const column of columns)
    if (column.name && FIELDS[column.name]) draft.print(column.name as ColumnName);
  if (isRateOfArrived(columns)) draft.print('rateOfArrived');
  let index = 0;
  for (const row of block.body) {
    const heading = index === 0 ? blockLabelOf(block) : null;
    if (bindLine(draft, { row, columns, index, heading })) index += 1;
  }
}

export function fundingColumns(block: Block): readonly Column<Name>[] {
  const columns = fundingColumnsOf(block.headings);
  const budget = columns.some((column) => column.name === 'adjustedBudget')
    ? 'initialBudget'
    : 'adjustedBudget';
  const named = columns.map(
    (column): Column<Name> => (column.name === 'budget' ? { ...column, name: budget } : column),
  );
  return settledFunds(named, block);
}

/** Letters of a formula: of 执行率(C/B) the second names the column of the divisor, as 到位数(B) does. */
const DIVISION = /[A-Z]\/([A-Z])/;

function isRateOfArrived(columns: readonly Column<Name>[]): boolean {
  const textOf = ({ heading }: Column) => folded(heading.text);
  const rate = columns.find(({ name }) => name === 'executionRate');
  const divisor = rate && DIVISION.exec(textOf(rate))?.[1];
  return columns.some((column) => column.name === 'arrived' && textOf(column).includes(`(${divisor})`));
}

interface Line {
  readonly row: Row;
  readonly columns: readonly Column<Name>[];
  readonly index: number;
  /** What names the first line where none stands beside its amounts: the label of the block. */
  readonly heading: Cell | null;
}

function blockLabelOf({ headings }: Block): Cell | null {
  return headings.flatMap(printed).find(({ text }) => conceptIn('block', text) === 'fundingBlock') ?? null;
}

function bindLine(draft: Draft, line: Line): boolean {
  const first = line.columns.find((column) => column.name !== null)?.from ?? 0;
  const label = labelOf(line.row, first) ?? (line.row.fresh.some(isAmount) ? line.heading : null);
  const values = line.row.fresh.filter((cell) => cell.column + cell.columnSpan > first && cell !== label);
  if (!label || !isLine(label, values, line.columns)) {
    draft.remark(...values.map(pieceOf));
    return false;
  }
  draft.bind(`/funding/${line.index}/label`, pieceOf(label));
  for (const cell of values) bindValue(draft, line, cell);
  return true;
}

/** The last printed cell before the amounts that begins in this row and is no block label. */
function labelOf(row: Row, first: number): Cell | null {
  const before = printed(row).filter((cell) => cell.column < first);
  const label = before.findLast((cell) => conceptIn('fundingLine', cell.text) !== null);
  return (
    label ??
    before.findLast((cell) => conceptIn('block', cell.text) !== 'fundingBlock') ??
    before.at(-1) ??
    null
  );
}

/** Longer labels without an amount are prose. */
const LONGEST_EMPTY = 20;
const NOTHING = /^[-—–_/*\\\s]*$/;

/** 按收入性质分：heads lines, and 其中：基本支出：3120.40 tells an amount of no column. */
const NO_LINE = /^按.+分$|[:：]-?[\d,]+(?:\.\d+)?(?:万?元)?$/;

/** Rows of another block, which no heading announced, hold words under the headings of amounts. */
function isLine(label: Cell, values: readonly Cell[], columns: readonly Column<Name>[]): boolean {
  if (NO_LINE.test(bareLabel(label.text))) return false;
  const under = values.filter((cell) => {
    const name = columnOver(columns, cell)?.name;
    return name && FIELDS[name] && !NOTHING.test(cell.text);
  });
  const amounts = under.filter(isAmount).length;
  const known = conceptIn('fundingLine', label.text) !== null;
  return under.length === 0
    ? known || label.text.length <= LONGEST_EMPTY
    : known || amounts * 2 >= under.length;
}

function bindValue(draft: Draft, line: Line, cell: Cell): void {
  const column = columnOver(line.columns, cell);
  const field = column?.name ? FIELDS[column.name] : undefined;
  if (field) draft.bind(`/funding/${line.index}/${field}`, pieceOf(cell));
  else draft.remark(pieceOf(cell));
}

/** A block without a column of weights may print the points in a heading: 预算执行情况(20分). Without a line there is nothing to weigh. */
function bindWeight(draft: Draft, block: Block): void {
  if (!draft.has('/funding/0/label') || draft.has('/funding/0/weight')) return;
  const pieces: readonly Piece[] = block.headings.flatMap((row) => row.cells).map(pieceOf);
  const piece = pieces.find(({ text }) => pointsIn(text) !== null);
  const points = piece && pointsIn(piece.text);
  if (piece && points) draft.bind('/funding/0/weight', partOf(piece, points));
}
