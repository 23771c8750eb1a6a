// The rows of a ragged table into the blocks that are moved as wholes: funds and indicators under their headings, every other row alone.

import { conceptIn } from '../form/vocabulary.ts';
import {
  continuesHeading,
  groupTotalsIn,
  hasAmountPairs,
  isFundingHeading,
  isGoalHeading,
  isGoalPair,
  isIndicatorHeading,
  isTaskHeading,
  isTotal,
  namesForm,
  printsFunds,
} from './role.ts';
import { printed, type Row } from './rows.ts';

export type Kind = 'funding' | 'indicators' | 'other';

export interface Block {
  readonly kind: Kind;
  readonly rows: readonly Row[];
}

/** The heading rows with their bodies, and the total with the indicators; all other rows one by one. */
export function blocksOf(rows: readonly Row[]): readonly Block[] {
  const blocks: { kind: Kind; rows: Row[] }[] = [];
  let open: (typeof blocks)[number] | null = null;
  const hasFunds = printsFunds(rows);
  const groupTotals = groupTotalsIn(rows);
  for (const [at, row] of rows.entries()) {
    const isTasks = hasFunds && isTaskHeading(row);
    const kind = isTasks || goesOnHeading(row, open?.rows ?? []) ? null : startOf(row, rows[at + 1]);
    const within: boolean = open?.kind === 'indicators' && groupTotals.has(row);
    const total: boolean = open?.kind === 'indicators' && isTotal(row) && !within;
    if (open?.kind === 'funding' && (isTasks || isGoalPair(row))) open = null;
    if (open && kind === null && (total || within || !endsBlock(row))) open.rows.push(row);
    else blocks.push({ kind: kind ?? 'other', rows: [row] });
    if (kind !== null) open = blocks.at(-1) ?? null;
    else if (total || (endsBlock(row) && !within)) open = null;
  }
  return blocks;
}

/** 一级指标 | 二级指标 | … 指标值 below 绩效指标 | 年度指标值 | …: the lower row of one heading. A heading that comes again repeats its words. */
function goesOnHeading(row: Row, [heading, ...others]: readonly Row[]): boolean {
  const isBelow = heading !== undefined && others.length === 0 && isIndicatorHeading(heading);
  if (!isBelow || !continuesHeading(row, (text) => conceptIn('indicatorColumn', text))) return false;
  const above = printed(heading).map(({ text }) => text);
  return printed(row).every(({ text }) => !above.includes(text));
}

function startOf(row: Row, next: Row | undefined): Kind | null {
  if (isIndicatorHeading(row)) return 'indicators';
  return isFundingHeading(row) && !(next && hasAmountPairs(next)) ? 'funding' : null;
}

function endsBlock(row: Row): boolean {
  const first = printed(row)[0]?.text ?? '';
  const label = conceptIn('narrative', first) !== null || conceptIn('block', first) === 'narrativeBlock';
  return (
    isGoalHeading(row) ||
    (isTotal(row) && conceptIn('fundingLine', first) !== 'total') ||
    label ||
    namesForm(conceptIn('header', first))
  );
}
