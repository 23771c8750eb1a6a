// A picture and its truth → how much of it was found and read right.
// Surprise: a cell counts as found only at its exact place in the grid, spans included; a cell not found is read wrong.

import { readScan } from '../../../src/ingest/scan/index.ts';
import { DEFAULT_LIMITS } from '../../../src/ingest/source.ts';
import { locate } from '../../../src/locate/index.ts';
import { recognize } from '../../../src/recognize/index.ts';
import { distance } from '../../../src/text/distance.ts';
import { halfWidth } from '../../../src/text/width.ts';
import { type Cell, confidenceOf, type Document, tablesOf } from '../../../src/tree/index.ts';
import type { DrawnCell } from './forms.ts';

/** One cell of the truth as it was read; `text` is null where it was not found. */
export interface Verdict {
  readonly drawn: DrawnCell;
  readonly text: string | null;
  readonly right: boolean;
  readonly confidence: number;
  readonly edits: number;
}

export interface PageScore {
  readonly verdicts: readonly Verdict[];
  readonly milliseconds: { readonly ingest: number; readonly locate: number; readonly recognize: number };
}

/** Width and white space do not count: which of ， and , stands on the paper no reader of figures asks. */
function plain(text: string): string {
  return halfWidth(text).replace(/\s+/g, '');
}

async function returned<T>(
  stage: AsyncGenerator<unknown, T, void> | Generator<unknown, T, void>,
): Promise<T> {
  for (;;) {
    const step = await stage.next();
    if (step.done) return step.value;
  }
}

export async function readPicture(bytes: Uint8Array): Promise<{ document: Document; times: number[] }> {
  const source = { name: 'picture', bytes, limits: DEFAULT_LIMITS, password: null, pages: null };
  const times = [performance.now()];
  const scanned = await returned(readScan(source));
  if (!scanned) throw new Error('the picture was refused');
  times.push(performance.now());
  const located = await returned(locate(scanned));
  times.push(performance.now());
  const document = await returned(recognize(located));
  if (!document) throw new Error('the models are missing or wrong');
  times.push(performance.now());
  return { document, times };
}

export async function scored(bytes: Uint8Array, cells: readonly DrawnCell[]): Promise<PageScore> {
  const { document, times } = await readPicture(bytes);
  const found = new Map(
    tablesOf(document).flatMap((table) => table.cells.map((cell) => [placeOf(cell), cell])),
  );
  const took = times.slice(1).map((time, at) => time - (times[at] ?? 0));
  return {
    verdicts: cells.map((drawn) => verdictOf(drawn, found.get(placeOf(drawn)))),
    milliseconds: { ingest: took[0] ?? 0, locate: took[1] ?? 0, recognize: took[2] ?? 0 },
  };
}

function placeOf(cell: Pick<Cell, 'row' | 'column' | 'rowSpan' | 'columnSpan'>): string {
  return `${cell.row},${cell.column} ${cell.rowSpan}×${cell.columnSpan}`;
}

function verdictOf(drawn: DrawnCell, cell: Cell | undefined): Verdict {
  const edits = distance(plain(drawn.text), plain(cell?.text ?? ''));
  return {
    drawn,
    text: cell?.text ?? null,
    right: cell !== undefined && edits === 0,
    confidence: cell ? confidenceOf(cell) : 0,
    edits,
  };
}

/** Shares of 1; `charactersWrong` is edits a character of prose and quantities. */
export interface Score {
  readonly cellsFound: number;
  readonly numbersRight: number;
  readonly charactersWrong: number;
  /** Of the wrong cells, how many are among the tenth that is least sure. */
  readonly wrongAmongLeastSure: number;
}

export function scoreOf(verdicts: readonly Verdict[]): Score {
  const numbers = verdicts.filter(({ drawn }) => drawn.kind === 'number' || drawn.kind === 'percent');
  const texts = verdicts.filter(({ drawn }) => drawn.kind === 'prose' || drawn.kind === 'quantity');
  const printed = verdicts.filter(({ drawn }) => drawn.kind !== null);
  const leastSure = [...printed]
    .sort((a, b) => a.confidence - b.confidence)
    .slice(0, Math.ceil(printed.length / 10));
  return {
    cellsFound: share(verdicts, ({ text }) => text !== null),
    numbersRight: share(numbers, ({ right }) => right),
    charactersWrong: sum(texts, ({ edits }) => edits) / sum(texts, ({ drawn }) => plain(drawn.text).length),
    wrongAmongLeastSure: sum(leastSure, wrong) === 0 ? 1 : sum(leastSure, wrong) / sum(printed, wrong),
  };
}

function wrong({ right }: Verdict): number {
  return right ? 0 : 1;
}

function share<T>(all: readonly T[], holds: (one: T) => boolean): number {
  return all.filter(holds).length / all.length;
}

function sum<T>(all: readonly T[], value: (one: T) => number): number {
  return all.reduce((total, one) => total + value(one), 0);
}
