// A fund block of labels with their amounts beside them (预算数 | 100 | 执行数 | 95) into funding lines, where no headings stand over columns.
// Surprise: one label names a phase, another a source; a source printed once for each phase (其中：财政拨款 | 100 | 其中：财政拨款 | 95) has an amount of each.

import { pieceOf } from '../form/piece.ts';
import { conceptIn } from '../form/vocabulary.ts';
import { folded } from '../text/label.ts';
import type { Cell } from '../tree/nodes.ts';
import type { Draft } from './draft.ts';
import { isAmount, namesLine } from './role.ts';
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

/** A rate, a weight or a score alone is no fund block, and binds nothing. 自评得分 in a header is the total's, and bound already. */
export function bindAmounts(draft: Draft, rows: readonly Row[]): void {
  const amounts = amountsIn(rows).filter(({ value }) => !draft.states(pieceOf(value)));
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
  const phases = new Phases();
  const amounts = rows.flatMap((row) => amountsOf(row, phases));
  const adjusted = amounts.some(({ label }) => conceptIn('fundingColumn', label.text) === 'adjustedBudget');
  return adjusted ? amounts.map(asInitial) : amounts;
}

/** 预算数 beside 调整后预算数 is the initial budget. */
function asInitial(amount: Amount): Amount {
  const isBudget = !amount.isLine && conceptIn('fundingColumn', amount.label.text) === 'budget';
  return isBudget ? { ...amount, field: 'initialBudget' } : amount;
}

/** Each label with the amount after it. */
function amountsOf(row: Row, phases: Phases): readonly Amount[] {
  const amounts: Amount[] = [];
  const cells = printed(row);
  for (const [at, cell] of cells.entries()) {
    const value = cells[at + 1];
    const said = value && isAmount(value) && !isAmount(cell) ? meaningOf(cell, row, phases) : null;
    if (said && value) amounts.push({ ...said, value });
  }
  return amounts;
}

type Meaning = Omit<Amount, 'value'>;

function meaningOf(label: Cell, row: Row, phases: Phases): Meaning | null {
  const isLine = namesLine(label.text);
  const concept = conceptIn('block', label.text) === null ? conceptIn('fundingColumn', label.text) : null;
  if (!isLine && concept !== null) phases.see(label, concept);
  const field = isLine ? phases.fieldOf(label, row) : fieldOf(concept);
  return field && { label, isLine, field };
}

function fieldOf(concept: string | null): Field | null {
  return concept !== null && concept in FIELDS ? FIELDS[concept as keyof typeof FIELDS] : null;
}

/** The phases of the last row that named some, in their order. 到位数 is a phase too, though no field. */
class Phases {
  readonly #seen: { readonly column: number; readonly row: number; readonly field: Field | null }[] = [];

  see({ column, row }: Cell, concept: string): void {
    const field = fieldOf(concept);
    if (concept !== 'arrived' && !(field && PHASES.has(field))) return;
    if (this.#seen.some((other) => other.row !== row)) this.#seen.length = 0;
    this.#seen.push({ column, row, field });
  }

  /** Where a row prints a source several times, the first is of the first phase, and so on; else the phase that stands above. */
  fieldOf(label: Cell, row: Row): Field | null {
    const same = printed(row).filter((cell) => nameOf(cell) === nameOf(label));
    const phase =
      same.length > 1
        ? this.#seen[same.indexOf(label)]
        : this.#seen.find(({ column }) => column === label.column);
    return phase === undefined ? 'adjustedBudget' : phase.field;
  }
}
