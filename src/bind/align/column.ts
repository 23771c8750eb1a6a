// The columns that a run of cells is aligned to: what each can hold, and what it costs to leave it out.

import type { Concept } from '../../form/vocabulary.ts';
import type { ColumnKind } from './misfit.ts';

export type ColumnName = Concept<'fundingColumn'> | Concept<'indicatorColumn'> | 'label' | 'unknown';

/** `skip` is the cost of a row that prints nothing in the column, not even a blank. */
export interface AlignColumn {
  readonly name: ColumnName;
  readonly kind: ColumnKind;
  readonly skip: number;
}

/** A neighbour's word: extra cost (below 0: a bonus) of a text in a column. */
export type Neighbours = (column: AlignColumn, text: string) => number;

export interface Frame {
  readonly columns: readonly AlignColumn[];
  /** Points that the block's heading gives, where no column does. */
  readonly points: string | null;
  readonly neighbours: Neighbours;
  /** Cost of an alignment that is known already: dearer ones are not looked for. */
  readonly known?: number;
}

const KINDS: Readonly<Record<string, readonly [ColumnKind, number]>> = {
  label: ['anything', 9],
  level1: ['level1', 0.1],
  level2: ['level2', 0.1],
  level3: ['level3', 4],
  comparator: ['comparator', 1.2],
  unit: ['unit', 0.8],
  target: ['value', 1.9],
  adjustedTarget: ['value', 0.4],
  actual: ['value', 2.1],
  weight: ['points', 2],
  score: ['points', 1.9],
  reviewScore: ['points', 1],
  scoreFactor: ['rate', 1],
  deviation: ['reason', 0.1],
  ruleText: ['reason', 0.5],
  coreFlag: ['reason', 0.5],
  initialBudget: ['amount', 2],
  adjustedBudget: ['amount', 2],
  budget: ['amount', 2],
  arrived: ['amount', 2],
  change: ['amount', 2],
  executed: ['amount', 2],
  fundingWeight: ['points', 1],
  executionRate: ['rate', 1],
  fundingScore: ['points', 1],
  reason: ['reason', 0.1],
};

export function alignColumn(name: ColumnName): AlignColumn {
  const [kind, skip] = KINDS[name] ?? ['anything', 1];
  return { name, kind, skip };
}
