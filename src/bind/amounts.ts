// A fund block of labels with their amounts beside them (预算数 | 100 | 执行数 | 95) into funding lines, where no headings stand over columns.
// Surprise: one label names a phase, another a source; a source that stands below a phase is an amount of that phase, any other one a budget.

import { conceptIn, knows } from '../form/vocabulary.ts';
import { folded } from '../text/label.ts';
import type { Cell } from '../tree/nodes.ts';
import type { Draft } from './draft.ts';
import { pieceOf } from './pieces.ts';
import { isAmount } from './role.ts';
import { printed, type Row } from './rows.ts';

const FIELDS = {
  initialBudget: 'initialBudget',
  adjustedBudget: 'adjustedBudget',
  budget: 'adjustedBudget',
  executed: 'executed',
  executionRate: 'executionRate',
  fundingWeight: 'weight',
  fundingScore: 'score',
} as const;
type Field = (typeof FIELDS)[keyof typeof FIELDS];
const PHASES: ReadonlySet<Field> = new Set(['initialBudget', 'adjustedBudget', 'executed']);

/** `isLine` is true where the label names a source of funds, false where it names a phase, a rate or a score of them all. */
interface Amount {
  readonly label: Cell;
  readonly isLine: boolean;
  readonly field: Field;
  readonly value: Cell;
}

/** A rate, a weight or a score alone is no fund block, and binds nothing. */
export function bindAmounts(draft: Draft, rows: readonly Row[]): void {
  const amounts = amountsIn(rows);
  const total = amounts.find(isTotal) ?? amounts.find(({ isLine, field }) => !isLine && PHASES.has(field));
  if (!total) return;
  const lines = [nameOf(total.label)];
  draft.bind('/funding/0/label', pieceOf(total.label));
  for (const amount of amounts) bindAmount(draft, amount, lines);
}

/** `lines` are the names of the lines so far, the total first. */
function bindAmount(draft: Draft, amount: Amount, lines: string[]): void {
  const name = nameOf(amount.label);
  const ofTotal = !amount.isLine || isTotal(amount);
  const known = ofTotal ? 0 : lines.indexOf(name);
  const index = known < 0 ? lines.push(name) - 1 : known;
  draft.bind(`/funding/${index}/label`, pieceOf(amount.label));
  draft.bind(`/funding/${index}/${amount.field}`, pieceOf(amount.value));
  if (ofTotal)
    draft.print(
      amount.field === 'weight' ? 'fundingWeight' : amount.field === 'score' ? 'fundingScore' : amount.field,
    );
}

function isTotal({ isLine, label }: Amount): boolean {
  return isLine && conceptIn('fundingLine', label.text) === 'total';
}

function nameOf(label: Cell): string {
  return folded(label.text).replace(/[:]$/, '');
}

function amountsIn(rows: readonly Row[]): readonly Amount[] {
  const phases = new Map<number, Field>();
  const amounts = rows.flatMap((row) => amountsOf(row, phases));
  const adjusted = amounts.some(({ label }) => conceptIn('fundingColumn', label.text) === 'adjustedBudget');
  return adjusted ? amounts.map(asInitial) : amounts;
}

/** 预算数 beside 调整后预算数 is the initial budget. */
function asInitial(amount: Amount): Amount {
  const isBudget = !amount.isLine && conceptIn('fundingColumn', amount.label.text) === 'budget';
  return isBudget ? { ...amount, field: 'initialBudget' } : amount;
}

/** Each label with the amount after it. `phases`: which phase was last named in which column of the table. */
function amountsOf(row: Row, phases: Map<number, Field>): readonly Amount[] {
  const amounts: Amount[] = [];
  let label: Cell | null = null;
  for (const cell of printed(row)) {
    const said: Omit<Amount, 'value'> | null = label && isAmount(cell) ? meaningOf(label, phases) : null;
    if (said) amounts.push({ ...said, value: cell });
    label = isAmount(cell) ? null : cell;
  }
  return amounts;
}

function meaningOf(label: Cell, phases: Map<number, Field>): Omit<Amount, 'value'> | null {
  const isLine = /^其中/.test(folded(label.text)) || knows('fundingLine', label.text);
  if (isLine) return { label, isLine, field: phases.get(label.column) ?? 'adjustedBudget' };
  const field = fieldOf(conceptIn('fundingColumn', label.text));
  if (field && PHASES.has(field)) phases.set(label.column, field);
  return field && { label, isLine, field };
}

function fieldOf(concept: string | null): Field | null {
  return concept !== null && concept in FIELDS ? FIELDS[concept as keyof typeof FIELDS] : null;
}
