// The stored reports, one by one and as a list.
// Surprise: reports are handed out a page at a time by hash, so that a million of them need no memory and a load can go on beside the workers.

import type { Database } from '../database/index.ts';
import type { Level } from '../diagnostic/index.ts';
import { restored } from '../text/index.ts';
import { SCHEMA } from './tables.ts';

export interface StoredReport {
  readonly sha256: string;
  readonly name: string;
  readonly report: string;
  readonly programVersion: string;
}

interface ReportRow {
  readonly sha256: string;
  readonly name: string;
  readonly report: string;
  readonly program_version: string;
}

const PAGE = 100;

export async function* storedReports(database: Database): AsyncGenerator<StoredReport> {
  for (let after = ''; ; ) {
    const rows = await database.query<ReportRow>(
      `SELECT r.sha256, s.name, r.report, r.program_version FROM ${SCHEMA}.result r JOIN ${SCHEMA}.source s USING (sha256)
        WHERE r.sha256 > $1 ORDER BY r.sha256 LIMIT ${PAGE}`,
      [after],
    );
    for (const { sha256, name, report, program_version } of rows) {
      yield { sha256, name: restored(name), report, programVersion: program_version };
    }
    const last = rows.at(-1);
    if (last === undefined) return;
    after = last.sha256;
  }
}

/** What is known of a result beside its report. `of` names the source whose content it has, where it is another name of it. */
export interface ResultLine {
  readonly name: string;
  readonly sha256: string;
  readonly status: 'read' | 'failed' | 'duplicate';
  readonly of: string | null;
  readonly milliseconds: number;
  readonly peakBytes: number;
  readonly forms: number;
  readonly diagnostics: Readonly<Record<Level, number>>;
  readonly programVersion: string;
}

interface LineRow {
  readonly name: string;
  readonly sha256: string;
  readonly status: string;
  readonly of: string | null;
  readonly milliseconds: number;
  readonly peak_bytes: string;
  readonly forms: number;
  readonly diagnostics: Readonly<Record<Level, number>>;
  readonly program_version: string;
}

/** Not the report itself, which may be long. */
const LINE = 'r.sha256, r.status, r.milliseconds, r.peak_bytes, r.forms, r.diagnostics, r.program_version';

/** In no order: every database sorts texts in its own way. */
export async function resultLines(database: Database): Promise<readonly ResultLine[]> {
  const rows = await database.query<LineRow>(`SELECT s.name, ${LINE}, NULL AS of
      FROM ${SCHEMA}.source s JOIN ${SCHEMA}.result r USING (sha256)
    UNION ALL SELECT c.name, ${LINE}, s.name FROM ${SCHEMA}.copy c
      JOIN ${SCHEMA}.source s USING (sha256) JOIN ${SCHEMA}.result r USING (sha256)`);
  return rows.map(lineOf);
}

function lineOf(row: LineRow): ResultLine {
  const { sha256, status, of, milliseconds, forms, diagnostics } = row;
  const plain = status === 'read' ? 'read' : 'failed';
  return {
    name: restored(row.name),
    sha256,
    status: of === null ? plain : 'duplicate',
    of: of === null ? null : restored(of),
    milliseconds,
    peakBytes: Number(row.peak_bytes),
    forms,
    diagnostics,
    programVersion: row.program_version,
  };
}

export async function storedReport(database: Database, sha256: string): Promise<string> {
  const [row] = await database.query<{ report: string }>(
    `SELECT report FROM ${SCHEMA}.result WHERE sha256 = $1`,
    [sha256],
  );
  return row?.report ?? '';
}

/** The bytes of a document, where they went through the database. */
export async function storedContent(database: Database, sha256: string): Promise<Uint8Array | null> {
  const [row] = await database.query<{ content: Uint8Array | null }>(
    `SELECT content FROM ${SCHEMA}.source WHERE sha256 = $1`,
    [sha256],
  );
  return row?.content ?? null;
}
