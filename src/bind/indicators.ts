// The indicator block into rows: levels, target, actual value, weight, score, reason.
// Surprise: a level that is blank is the one above only where the table has no merged levels; a drawn form that leaves it blank means blank.

import type { Pointer } from '../diagnostic/diagnostic.ts';
import type { ColumnName, Piece } from '../form/form.ts';
import { pieceOf } from '../form/piece.ts';
import { type Concept, conceptIn, knows } from '../form/vocabulary.ts';
import { folded } from '../text/label.ts';
import type { Cell } from '../tree/nodes.ts';
import { type Column, columnOver, indicatorColumnsOf, overlap } from './columns.ts';
import { columnsByTable, reachesOver } from './continued.ts';
import type { Draft } from './draft.ts';
import { isSubtotal } from './role.ts';
import type { Row } from './rows.ts';
import type { Block } from './sections.ts';
import { settledIndicators } from './unknown.ts';

type Name = Concept<'indicatorColumn'>;
type IndicatorColumn = Column<Name>;

const VALUES = ['target', 'adjustedTarget', 'actual', 'weight', 'score', 'deviation'] as const;
const LEVELS = ['level1', 'level2', 'level3'] as const;

export function indicatorColumns(block: Block): readonly IndicatorColumn[] {
  const columns = indicatorColumnsOf(block.headings);
  const named = columns.map((column) =>
    column === namedBest(columns, column.name) ? column : { ...column, name: null },
  );
  return settledIndicators(named, block);
}

/** Of several headings for one column the first that is spelled as known; a core alone says less. Levels may have weights of their own. */
function namedBest(columns: readonly IndicatorColumn[], name: Name | null): IndicatorColumn | undefined {
  const lowest = columns.findLastIndex((column) => LEVELS.some((level) => level === column.name));
  const all = columns.filter((column) => column.name === name);
  const below = name === 'weight' ? all.filter((column) => columns.indexOf(column) > lowest) : [];
  const named = below.length > 0 ? below : all;
  return named.find(({ heading }) => knows('indicatorColumn', heading.text)) ?? named[0];
}

type Parts = Partial<Record<Name, readonly Piece[]>>;
type Levels = Partial<Record<(typeof LEVELS)[number], readonly Piece[]>>;

export function bindIndicators(draft: Draft, block: Block): void {
  const columns = indicatorColumns(block);
  for (const { name } of columns) if (name && isPrinted(name)) draft.print(name);
  const inherits = !hasMergedLevels(block, columns);
  const byTable = columnsByTable(block, columns);
  let levels: Levels = {};
  let index = 0;
  for (const row of block.body) {
    const here = byTable.get(row.table) ?? columns;
    const parts = partsOf(row, here);
    levels = levelsOf(parts, inherits ? levels : reachingOver(levels, row, { block, columns: here }));
    if (isIndicator(parts) && !isSubtotal(row)) bindIndicator(draft, { ...parts, ...levels }, index++);
    else draft.remark(...row.fresh.map(pieceOf).filter((piece) => !isLevel(piece.text)));
  }
}

/** The levels above that a table which goes on under them leaves blank at its beginning. */
function reachingOver(
  levels: Levels,
  row: Row,
  { block, columns }: { block: Block; columns: readonly IndicatorColumn[] },
): Levels {
  const names = (['level1', 'level2'] as const).filter((name) =>
    reachesOver(
      row,
      columns.find((column) => column.name === name),
      block,
    ),
  );
  return Object.fromEntries(names.map((name) => [name, levels[name]]));
}

function isLevel(text: string): boolean {
  return conceptIn('level1', text) !== null || conceptIn('level2', text) !== null;
}

function isPrinted(name: Name): name is Name & ColumnName {
  return (LEVELS as readonly string[]).includes(name) || (VALUES as readonly string[]).includes(name);
}

function hasMergedLevels(block: Block, columns: readonly IndicatorColumn[]): boolean {
  const levels = columns.filter((column) => column.name === 'level1' || column.name === 'level2');
  return block.body.some((row) =>
    row.fresh.some((cell) => cell.rowSpan > 1 && levels.some((column) => overlap(cell, column) > 0)),
  );
}

function partsOf(row: Row, columns: readonly IndicatorColumn[]): Parts {
  const parts: Partial<Record<Name, Piece[]>> = {};
  for (const cell of row.cells) {
    const name = nameOf(cell, columns);
    if (name === null || cell.text.trim() === '') continue;
    parts[name] = [...(parts[name] ?? []), pieceOf(cell)];
  }
  return parts;
}

/** A cell over several level columns is the lowest of them, unless it prints the name of a higher one. */
function nameOf(cell: Cell, columns: readonly IndicatorColumn[]): Name | null {
  const levels = columns.filter(
    (column) => overlap(cell, column) > 0 && LEVELS.some((level) => level === column.name),
  );
  if (levels.length < 2) return columnOver(columns, cell)?.name ?? null;
  const named = levels.find(
    (column) =>
      column.name !== 'level3' && conceptIn(column.name === 'level1' ? 'level1' : 'level2', cell.text),
  );
  return (named ?? levels.at(-1))?.name ?? null;
}

function levelsOf(parts: Parts, above: Levels): Levels {
  const level1 = parts.level1 ?? above.level1;
  const same = !parts.level1 || textOf(parts.level1) === textOf(above.level1);
  const level2 = parts.level2 ?? (same ? above.level2 : undefined);
  return { ...(level1 && { level1 }), ...(level2 && { level2 }) };
}

function textOf(pieces: readonly Piece[] | undefined): string {
  return folded(pieces?.map((piece) => piece.text).join('') ?? '');
}

const NOTHING = /^[-—–_/*\\无]*$/;
const RESIDUE = /^(指标\d*[:.、]?|[…⋯.]+|指标\d*[:.、]?[…⋯.]+)?$/;

/** Template residue: a name that names nothing, or only a level that is missing (经济效益), in a row without target, actual value, weight and score. */
function isIndicator(parts: Parts): boolean {
  const value = (['target', 'actual', 'weight', 'score', 'adjustedTarget'] as const).some(
    (name) => !NOTHING.test(textOf(parts[name])),
  );
  const name = textOf(parts.level3).replace(/[-—–_/*]+$/, '');
  const isLevelAlone = !parts.level2 && conceptIn('level2', name) !== null;
  return value || !(RESIDUE.test(name) || isLevelAlone);
}

function bindIndicator(draft: Draft, parts: Parts, index: number): void {
  const at: Pointer = `/indicators/${index}`;
  for (const level of LEVELS) draft.bind(`${at}/${level}`, ...(parts[level] ?? []));
  draft.bind(`${at}/target`, ...targetOf(parts));
  for (const name of VALUES) if (name !== 'target') draft.bind(`${at}/${name}`, ...(parts[name] ?? []));
  for (const other of ['reviewScore', 'ruleText'] as const) draft.remark(...(parts[other] ?? []));
}

/** `≥`, `735`, `人次` in three columns are one target; a sign or unit that the target prints itself is not said twice. */
function targetOf(parts: Parts): readonly Piece[] {
  const target = parts.target ?? [];
  const text = textOf(target);
  if (NOTHING.test(text)) return [];
  const signs = (parts.comparator ?? []).filter((piece) => isSign(piece.text) && !isSign(text.slice(0, 1)));
  const units = (parts.unit ?? []).filter(
    (piece) => !NOTHING.test(folded(piece.text)) && !text.endsWith(folded(piece.text)),
  );
  return [...signs, ...target, ...units];
}

/** A word such as 定性 in the column of signs is none. */
function isSign(text: string): boolean {
  return /^[≥≤><=]+$/.test(folded(text));
}
