// A form and a pointer → the printed row in which the field stands: what the page shows as a small table.
// Surprise: fields of the header and of the goal are rows too (`/` and `/goal`), so that every finding has something to look at.

import type { PublishedEvaluation } from '../../record/index.ts';
import { columnName, fieldName, rowName } from '../names.ts';
import { visible } from './visible.ts';

/** One printed row: its cells by pointer, in the order of the form. A blank cell has an empty text. */
export interface Row {
  readonly kind: 'header' | 'funding' | 'indicators' | 'total';
  readonly cells: readonly (readonly [pointer: string, text: string])[];
}

const COLUMNS = {
  header: ['fiscalYear', 'projectName', 'supervisor', 'implementer', 'amountUnit'],
  funding: ['label', 'initialBudget', 'adjustedBudget', 'executed', 'weight', 'executionRate', 'score'],
  indicators: [
    'level1',
    'level2',
    'level3',
    'target',
    'adjustedTarget',
    'actual',
    'weight',
    'score',
    'deviation',
  ],
  total: ['weight', 'score', 'grade'],
} as const;

/** Long enough for any cell of a real form; a cell of a megabyte is cut. */
const LONGEST_CELL = 240;

/** `/indicators/21` of `/indicators/21/score`; null where prose is meant. */
export function rowKeyOf(pointer: string): string | null {
  const [section = '', row = ''] = pointer.slice(1).split('/');
  if (section === 'goal' || section === 'narrative') return null;
  if (section === 'total') return '/total';
  if (section !== 'funding' && section !== 'indicators') return '/';
  return row === '' ? null : `/${section}/${row}`;
}

export function rowOf(form: PublishedEvaluation, key: string): Row {
  const kind = kindOf(key);
  const base = key === '/' ? '' : key;
  const cells = COLUMNS[kind].map((column) => cellAt(form, `${base}/${column}`));
  return { kind, cells };
}

function kindOf(key: string): Row['kind'] {
  if (key.startsWith('/funding/')) return 'funding';
  if (key.startsWith('/indicators/')) return 'indicators';
  return key === '/total' ? 'total' : 'header';
}

function cellAt({ evidence }: PublishedEvaluation, pointer: string): readonly [string, string] {
  const text = Object.hasOwn(evidence, pointer) ? (evidence[pointer]?.text ?? '') : '';
  return [pointer, visible(text, LONGEST_CELL)];
}

/** What the columns of the small tables are called, for both languages. */
export const COLUMN_WORDS = Object.fromEntries(
  Object.entries(COLUMNS).map(([kind, columns]) => [
    kind,
    columns.map((column) => {
      const pointer =
        kind === 'header' ? `/${column}` : kind === 'total' ? `/total/${column}` : `/x/0/${column}`;
      return [headingOf(pointer, 'zh'), headingOf(pointer, 'en')];
    }),
  ]),
);

function headingOf(pointer: string, language: 'zh' | 'en'): string {
  return columnName(pointer, language) ?? fieldName(null, pointer, language);
}

/** The row's own words, for a list of the numbers that a sum is made of. */
export function rowWords(form: PublishedEvaluation | null, pointer: string): readonly [string, string] {
  return [visible(rowName(form, pointer, 'zh'), 60), visible(rowName(form, pointer, 'en'), 60)];
}
