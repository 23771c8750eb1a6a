// The results in the database as a shelf: any number of people may correct at the same time, from any number of machines.
// Surprise: a source that is being read again takes no corrections until it is read; the worker has those that were there when it began.

import type { PoolClient } from 'pg';
import { carriedPhotos } from '../batch/photos.ts';
import { countsOfAll, entriesOf } from '../batch/register.ts';
import { sheetFrom } from '../batch/sheets.ts';
import { compareText } from '../batch/walk.ts';
import { standingOf } from '../correct/index.ts';
import type { Database } from '../database/index.ts';
import type { Sheet } from '../pipeline.ts';
import type { Correction, Report } from '../record/index.ts';
import { type Addition, Busy, type Entry, type Shelf } from '../shelf.ts';
import { restored, storableJson } from '../text/index.ts';
import { type Photos, reportFrom, reportJson } from '../write/index.ts';
import { addCorrections, correctionsOf, correctionsWithin } from './corrections.ts';
import { storedReport } from './results.ts';
import { storedPicture, storedSheet } from './seen.ts';
import { SCHEMA, type State } from './tables.ts';

/** A list is asked for again and again while a person types; what others did meanwhile shows after so long. */
const FRESH_MILLISECONDS = 2_000;

interface ListRow {
  readonly sha256: string;
  readonly entries: string | null;
}

export class QueueShelf implements Shelf {
  readonly name: string;
  readonly isReadOnly = false;
  readonly #database: Database;
  #listed: { readonly entries: Promise<readonly Entry[]>; readonly at: number } | null = null;

  constructor(database: Database) {
    this.name = database.place;
    this.#database = database;
  }

  entries(): Promise<readonly Entry[]> {
    const now = performance.now();
    if (this.#listed === null || now - this.#listed.at > FRESH_MILLISECONDS)
      this.#listed = { entries: this.#list(), at: now };
    return this.#listed.entries;
  }

  async report(id: string): Promise<Report | null> {
    const sha256 = await this.#hashOf(id);
    return sha256 === null ? null : reportFrom(await storedReport(this.#database, sha256));
  }

  async sheet(id: string): Promise<Sheet | null> {
    const sha256 = await this.#hashOf(id);
    const stored = sha256 === null ? null : await storedSheet(this.#database, sha256);
    return stored && sheetFrom(stored.sheet);
  }

  async reading(id: string): Promise<string> {
    const [row] = await this.#database.query<{ at: string }>(
      `SELECT finished_at::text AS at FROM ${SCHEMA}.result WHERE sha256 >= $1 AND sha256 < $1 || 'g' LIMIT 1`,
      [id],
    );
    return row?.at ?? '';
  }

  async picture(id: string, page: number): Promise<Uint8Array | null> {
    const sha256 = await this.#hashOf(id);
    return sha256 === null ? null : storedPicture(this.#database, sha256, page);
  }

  async corrections(id: string): Promise<readonly Correction[]> {
    const sha256 = await this.#hashOf(id);
    return sha256 === null ? [] : correctionsOf(this.#database, sha256);
  }

  async append(id: string, addition: Addition): Promise<boolean> {
    const sha256 = await this.#hashOf(id);
    if (sha256 === null) return false;
    const fate = await this.#database.within((client) => appended(client, sha256, addition));
    if (fate === 'busy') throw new Busy(this.name);
    this.#listed = null;
    return fate === 'added';
  }

  /** Nothing is made of all reports here: `collect` and `load` make it when they are asked to. */
  async settle(): Promise<void> {}

  async #list(): Promise<readonly Entry[]> {
    const rows = await this.#database.query<ListRow>(
      `SELECT sha256, entries::text FROM ${SCHEMA}.result ORDER BY sha256`,
    );
    const lists = [];
    for (const row of rows) lists.push(await this.#entriesOf(row));
    return lists.flat().toSorted((a, b) => compareText(a.name, b.name));
  }

  /** Of a report that was stored without a list (it broke off, or an older program read it), from the report. */
  async #entriesOf({ sha256, entries }: ListRow): Promise<readonly Entry[]> {
    if (entries !== null) return JSON.parse(entries, withRestored) as readonly Entry[];
    const report = reportFrom(await storedReport(this.#database, sha256));
    return entriesOf(report, standingOf(await correctionsOf(this.#database, sha256)).length);
  }

  /** An id is what a hash begins with; hexadecimal digits sort the same everywhere. */
  async #hashOf(id: string): Promise<string | null> {
    const [row] = await this.#database.query<{ sha256: string }>(
      `SELECT sha256 FROM ${SCHEMA}.result WHERE sha256 >= $1 AND sha256 < $1 || 'g' LIMIT 1`,
      [id],
    );
    return row?.sha256 ?? null;
  }
}

/** The source's row is held from the first look on, so that neither a worker nor another person comes between. */
async function appended(
  client: PoolClient,
  sha256: string,
  { known, added, report }: Addition,
): Promise<'added' | 'busy' | 'conflict'> {
  const { rows } = await client.query<{ state: State }>(
    `SELECT state FROM ${SCHEMA}.source WHERE sha256 = $1 FOR UPDATE`,
    [sha256],
  );
  if (rows[0]?.state === 'queued') return 'busy';
  const before = await correctionsWithin(client, sha256);
  if (before.length !== known) return 'conflict';
  await addCorrections(client, sha256, added);
  await replace(client, sha256, { report, corrections: [...before, ...added] });
  return 'added';
}

interface Replacement {
  readonly report: Report;
  readonly corrections: readonly Correction[];
}

async function replace(
  client: PoolClient,
  sha256: string,
  { report, corrections }: Replacement,
): Promise<void> {
  const { rows } = await client.query<{ report: string; photos: string }>(
    `SELECT report, photos FROM ${SCHEMA}.result JOIN ${SCHEMA}.sheet USING (sha256) WHERE sha256 = $1`,
    [sha256],
  );
  const [former] = rows;
  const entries = entriesOf(report, standingOf(corrections).length);
  await client.query(
    `UPDATE ${SCHEMA}.result SET report = $2, diagnostics = $3::jsonb, entries = $4::jsonb WHERE sha256 = $1`,
    [sha256, reportJson(report), JSON.stringify(countsOfAll(entries)), storableJson(entries)],
  );
  if (former === undefined) return;
  const photos = carriedPhotos(JSON.parse(former.photos) as Photos, reportFrom(former.report), report);
  await client.query(`UPDATE ${SCHEMA}.sheet SET photos = $2 WHERE sha256 = $1`, [
    sha256,
    JSON.stringify(photos),
  ]);
}

function withRestored(_: string, value: unknown): unknown {
  return typeof value === 'string' ? restored(value) : value;
}
