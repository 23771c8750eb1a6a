// Columns whose heading is unknown, or names what another column is: settled where one field alone is left for one column, else told.
// Surprise: only columns of numbers are told; notes, sequence numbers and weights of levels are no field of a record.

import { type Diagnostic, diagnosticOf } from '../diagnostic/index.ts';
import { conceptIn } from '../form/vocabulary.ts';
import { isNothing } from '../text/nothing.ts';
import type { Cell } from '../tree/nodes.ts';
import { type Column, columnOver } from './columns.ts';
import { isAmount } from './role.ts';
import { printed } from './rows.ts';
import type { Block } from './sections.ts';

/** The fields of a block in their usual order, and those of them that a column without a meaning may be. */
interface Fields {
  readonly order: readonly string[];
  readonly settled: readonly string[];
}

const INDICATORS: Fields = {
  order: ['level3', 'target', 'actual', 'weight', 'score', 'deviation'],
  settled: ['target', 'actual', 'weight', 'score'],
};
const FUNDS: Fields = {
  order: ['initialBudget', 'adjustedBudget', 'executed'],
  settled: ['adjustedBudget', 'executed'],
};
const NUMBERS: ReadonlySet<string> = new Set(['weight', 'score', 'adjustedBudget', 'executed']);

export function settledIndicators<C extends Column>(columns: readonly C[], block: Block): readonly C[] {
  return settled(columns, block, INDICATORS);
}

export function settledFunds<C extends Column>(columns: readonly C[], block: Block): readonly C[] {
  return settled(columns, block, FUNDS);
}

/** Between the columns that stand beside it by custom, and holding what it holds, the one unknown column is the one free field. */
function settled<C extends Column>(columns: readonly C[], block: Block, fields: Fields): readonly C[] {
  const { order } = fields;
  const [unknown, ...others] = unknownIn(columns);
  const [free, ...rest] = fields.settled.filter((name) => !columns.some((column) => column.name === name));
  if (!unknown || !free || others.length > 0 || rest.length > 0) return columns;
  const at = columns.indexOf(unknown);
  const place = order.indexOf(free);
  const right = columns[at + 1]?.name ?? null;
  const between = columns[at - 1]?.name === order[place - 1] && right !== null;
  const follows = order[place + 1] === undefined || right === order[place + 1];
  if (!between || !follows || !holds(cellsUnder(unknown, columns, block), free)) return columns;
  return columns.map((column) => (column === unknown ? { ...column, name: free } : column));
}

/** Right of the first known column, under words that head no block. */
function unknownIn<C extends Column>(columns: readonly C[]): readonly C[] {
  const first = columns.findIndex(({ name }) => name !== null);
  return columns.filter(
    ({ name, heading }, at) =>
      at > first && name === null && heading.text.trim() !== '' && conceptIn('block', heading.text) === null,
  );
}

function cellsUnder(column: Column, columns: readonly Column[], { body }: Block): readonly Cell[] {
  const cells = body.flatMap(printed).filter((cell) => columnOver(columns, cell) === column);
  return cells.filter(({ text }) => !isNothing(text));
}

function holds(cells: readonly Cell[], name: string): boolean {
  return cells.length > 0 && (!NUMBERS.has(name) || cells.every(isAmount));
}

/** One doubt for each unknown column that prints numbers. */
export function* unboundColumns(
  columns: readonly Column[],
  block: Block,
  evaluation: number,
): Generator<Diagnostic, void, void> {
  for (const column of unknownIn(columns)) {
    const isLevels =
      conceptIn('indicatorColumn', column.heading.text) === 'weight' && isLeftOfName(column, columns);
    if (isLevels || !cellsUnder(column, columns, block).some(isAmount)) continue;
    const name = column.heading.text.trim();
    const what = {
      zh: `“${name}”一栏不知属于哪个栏目，其中的数字未采用。`,
      en: `The column “${name}” belongs to no part of the form; none of its numbers was taken.`,
    };
    yield diagnosticOf('unbound-cell', { evaluation, words: { what } });
  }
}

function isLeftOfName(column: Column, columns: readonly Column[]): boolean {
  return columns.some(({ name, from }) => name === 'level3' && column.from < from);
}
