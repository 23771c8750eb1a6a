// Exports that print a merged cell's text in every slot it covered: the repetitions made one cell again.
// Surprise: 880 | 880 | 880 are three amounts, so under headings two cells are one only where their heading is one.

import { conceptIn, knows } from '../form/vocabulary.ts';
import { tableOf } from '../tree/build.ts';
import type { Cell, Table } from '../tree/nodes.ts';
import { isQualitative } from './align/index.ts';
import {
  continuesHeading,
  isAmount,
  isFundingHeading,
  isGoalHeading,
  isIndicatorHeading,
  isTitle,
  isTotal,
} from './role.ts';
import { type Row, rowsOf } from './rows.ts';

/** Labels and header texts printed twice side by side, or any words three times, in so many rows: no author does that. */
const FEWEST_ROWS = 2;
const SHORTEST_WORDS = 4;

export function unrepeated(table: Table): Table {
  if (table.cells.some((cell) => cell.rowSpan > 1 || cell.columnSpan > 1)) return table;
  const rows = rowsOf(table);
  if (rows.filter(repeats).length < FEWEST_ROWS) return table;
  let groups: Groups = null;
  const cells = rows.flatMap((row) => {
    const merged = mergedRow(row, groups);
    groups = groupsUnder(row, groups);
    return merged;
  });
  return tableOf(hungDown(cells), table.origin, 'grid');
}

/** Under headings: which slots have one and the same heading, and what they head. Null where none stand above. */
type Groups = { readonly of: readonly number[]; readonly over: 'funding' | 'goal' | 'indicators' } | null;

function repeats({ fresh }: Row): boolean {
  const header = fresh.some((cell) => conceptIn('header', cell.text) !== null);
  return fresh.some(({ text }, at) => {
    if (text !== fresh[at + 1]?.text || isAmount({ text })) return false;
    const words = text.length >= SHORTEST_WORDS && !isQualitative(text) && /\p{Script=Han}/u.test(text);
    return isLabel(text) || (words && (header || text === fresh[at + 2]?.text));
  });
}

/** Labels that never stand twice beside each other by themselves; names of levels do (满意度指标 | 满意度指标). */
function isLabel(text: string): boolean {
  if (text.trim() === '') return false;
  const sections = ['header', 'block', 'goal', 'total', 'narrative'] as const;
  const labels = knows('fundingLine', text) || sections.some((section) => conceptIn(section, text) !== null);
  return labels || isTitle(text);
}

function mergedRow(row: Row, groups: Groups): readonly Cell[] {
  const free = groups === null || isHeadingRow(row) || (groups.over !== 'goal' && isLabelled(row));
  const merged: Cell[] = [];
  for (const cell of row.fresh) {
    const last = merged.at(-1);
    const joins =
      last !== undefined &&
      last.text === cell.text &&
      (free || isLabel(cell.text) || isOneGroup(groups, cell.column));
    if (last && joins) merged[merged.length - 1] = { ...last, columnSpan: last.columnSpan + 1 };
    else merged.push(cell);
  }
  return merged;
}

function isOneGroup(groups: Groups, column: number): boolean {
  return groups !== null && groups.of[column] === groups.of[column - 1];
}

function isHeadingRow(row: Row): boolean {
  return isIndicatorHeading(row) || isFundingHeading(row) || isGoalHeading(row);
}

function headedBy(row: Row): 'funding' | 'goal' | 'indicators' {
  if (isIndicatorHeading(row)) return 'indicators';
  return isGoalHeading(row) ? 'goal' : 'funding';
}

/** The total ends the indicators; in the fund block it is a line like others. */
function groupsUnder(row: Row, groups: Groups): Groups {
  if (groups?.over === 'indicators' && (isTotal(row) || isLabelled(row))) return null;
  if (isHeadingRow(row)) return { of: grouped(row, () => true), over: headedBy(row) };
  if (groups && isSecondHeading(row)) return { ...groups, of: grouped(row, (at) => isOneGroup(groups, at)) };
  return groups;
}

/** 说明 | 无 | 无 | 无, 年度目标2 | text | text among the indicators: a label and its text, whatever headings stand above. */
function isLabelled({ fresh }: Row): boolean {
  const [label, ...rest] = [...new Set(fresh.map(({ text }) => text))];
  const isOne = label !== undefined && rest.length === 1;
  const tells = conceptIn('narrative', label ?? '') !== null && conceptIn('level1', label ?? '') === null;
  return isOne && (tells || conceptIn('goal', label) !== null);
}

function isSecondHeading(row: Row): boolean {
  return continuesHeading(row, (text) => conceptIn('block', text) ?? conceptIn('indicatorColumn', text));
}

/** Neighbouring slots of one text are one group, where `may` allows it. */
function grouped(row: Row, may: (column: number) => boolean): readonly number[] {
  const groups: number[] = [];
  for (const [at, cell] of row.fresh.entries()) {
    const before = row.fresh[at - 1];
    const same = before !== undefined && before.text === cell.text && may(cell.column);
    groups[cell.column] = same ? (groups[cell.column - 1] ?? 0) : cell.column;
  }
  return groups;
}

/** Block labels and headings that are printed again below themselves hang down from the first. */
function hungDown(cells: readonly Cell[]): readonly Cell[] {
  const out: Cell[] = [];
  const lowest = new Map<number, number>();
  for (const cell of cells) {
    const at = lowest.get(cell.column);
    const above = at === undefined ? undefined : out[at];
    if (at !== undefined && above && hangs(cell, above)) out[at] = { ...above, rowSpan: above.rowSpan + 1 };
    else lowest.set(cell.column, out.push(cell) - 1);
  }
  return out;
}

function hangs(cell: Cell, above: Cell): boolean {
  const below = above.row + above.rowSpan === cell.row && above.columnSpan === cell.columnSpan;
  if (!below || above.text !== cell.text) return false;
  return conceptIn('block', cell.text) !== null || conceptIn('indicatorColumn', cell.text) !== null;
}
