// Reports → a warehouse: each document once, the newest program's reading of it.
// Surprise: loading the same report again changes nothing, not even the time of loading; an older program's report never replaces a newer one's.

import { createHash } from 'node:crypto';
import { Decimal } from '../number/index.ts';
import { exactReportSchema, type Report } from '../record/index.ts';
import { compareVersions, UNKNOWN_VERSION } from '../version.ts';
import { HASH_DIGITS, reportFrom } from '../write/index.ts';
import type { Loadable, Row, Table, Value } from './column.ts';
import { isExact } from './exact.ts';
import { WarehouseProblem } from './problem.ts';
import { LOADED } from './tables/index.ts';
import type { Known, Session, Warehouse } from './warehouse.ts';

/** A report as it was stored. `where` is told when it cannot be used. */
export interface SavedReport {
  readonly where: string;
  readonly text: string;
  readonly programVersion: string | null;
}

export interface LoadTally {
  readonly added: number;
  readonly replaced: number;
  readonly unchanged: number;
  /** There was a newer program's reading already. */
  readonly older: number;
  /** Printed numbers with more digits than the column holds: whole only in their text. */
  readonly inexact: number;
}

const NOTHING: LoadTally = { added: 0, replaced: 0, unchanged: 0, older: 0, inexact: 0 };

/** Of one transaction. More gain nothing measurable; far more hold memory and locks. */
const MOST_REPORTS = 200;
const MOST_CHARACTERS = 16_000_000;

export async function load(
  reports: AsyncIterable<SavedReport>,
  warehouse: Warehouse,
  now: string,
): Promise<LoadTally> {
  let tally = NOTHING;
  for await (const batch of batchesOf(reports, now)) {
    tally = sumOf(tally, await warehouse.within((session) => loadBatch(batch, session)));
  }
  await warehouse.finish();
  return tally;
}

/** Of two reports of one content in a batch the later stands. */
async function* batchesOf(
  reports: AsyncIterable<SavedReport>,
  now: string,
): AsyncGenerator<readonly Loadable[]> {
  let batch = new Map<string, Loadable>();
  let characters = 0;
  for await (const saved of reports) {
    const loadable = loadableFrom(saved, now);
    if (loadable === null) continue;
    batch.set(loadable.sourceId, loadable);
    characters += saved.text.length;
    if (batch.size < MOST_REPORTS && characters < MOST_CHARACTERS) continue;
    yield [...batch.values()];
    batch = new Map();
    characters = 0;
  }
  if (batch.size > 0) yield [...batch.values()];
}

/** Null where there was no content to read, and so nothing to key it by. */
function loadableFrom({ where, text, programVersion }: SavedReport, now: string): Loadable | null {
  const report = checkedReport(where, text);
  const { sha256 } = report.source;
  if (sha256 === null) return null;
  if (!/^[0-9a-f]{64}$/.test(sha256)) throw noReport(where, 'source.sha256');
  return {
    report,
    sourceId: sha256.slice(0, HASH_DIGITS),
    sha256,
    programVersion: programVersion ?? UNKNOWN_VERSION,
    digest: createHash('sha256').update(text).digest('hex'),
    loadedAt: now,
  };
}

function checkedReport(where: string, text: string): Report {
  try {
    return exactReportSchema.parse(reportFrom(text)) as Report;
  } catch (error) {
    throw noReport(where, (error instanceof Error ? error.message : String(error)).slice(0, 300));
  }
}

function noReport(where: string, why: string): WarehouseProblem {
  return new WarehouseProblem(`${where}: 不是 hebiao 的报告 (not a report of hebiao): ${why}`);
}

async function loadBatch(batch: readonly Loadable[], session: Session): Promise<LoadTally> {
  const known = new Map(
    (await session.known(batch.map(({ sourceId }) => sourceId))).map((each) => [each.sourceId, each]),
  );
  const fates = batch.map((loadable) => ({ loadable, fate: fateOf(loadable, known.get(loadable.sourceId)) }));
  const replaced = fates.filter(({ fate }) => fate === 'replaced').map(({ loadable }) => loadable);
  const added = fates.filter(({ fate }) => fate === 'added').map(({ loadable }) => loadable);
  if (replaced.length > 0) await session.remove(replaced.map(({ sourceId }) => sourceId));
  const inexact = await insertAll([...replaced, ...added], session);
  const count = (fate: Fate) => fates.filter((each) => each.fate === fate).length;
  return {
    added: added.length,
    replaced: replaced.length,
    unchanged: count('unchanged'),
    older: count('older'),
    inexact,
  };
}

type Fate = 'added' | 'replaced' | 'unchanged' | 'older';

function fateOf({ sha256, programVersion, digest }: Loadable, known: Known | undefined): Fate {
  if (known === undefined) return 'added';
  if (known.sha256 !== sha256) throw new WarehouseProblem(collision(sha256, known.sha256));
  const newer = compareVersions(programVersion, known.programVersion);
  if (newer === 0 && digest === known.digest) return 'unchanged';
  return newer < 0 ? 'older' : 'replaced';
}

/** One in 10⁵ for a hundred thousand documents; better stopped than two documents taken for one. */
function collision(a: string, b: string): string {
  return `两个文件的编号相同 (two documents have the same id): ${a} ${b}`;
}

/** How many numbers the columns could not hold exactly. */
async function insertAll(loadables: readonly Loadable[], session: Session): Promise<number> {
  let inexact = 0;
  for (const table of LOADED) {
    const rows = loadables.flatMap(table.rowsOf);
    inexact += inexactIn(table, rows);
    await session.insert(table, rows);
  }
  return inexact;
}

/** What is derived from a printed number is not counted again. */
function inexactIn({ columns }: Table, rows: readonly Row[]): number {
  const printed = columns.map(({ name }) => !name.endsWith('_yuan'));
  const isLost = (value: Value, column: number) =>
    printed[column] && value instanceof Decimal && !isExact(value);
  return rows.reduce((count, row) => count + row.filter(isLost).length, 0);
}

function sumOf(a: LoadTally, b: LoadTally): LoadTally {
  return {
    added: a.added + b.added,
    replaced: a.replaced + b.replaced,
    unchanged: a.unchanged + b.unchanged,
    older: a.older + b.older,
    inexact: a.inexact + b.inexact,
  };
}
