// The queue as submitters and workers use it. Every change of a source's state is one transaction with whatever else goes with it.
// Surprise: who may store a report is decided by the source's state, not by who holds the job: the first report stands, a second is dropped.

import { hostname } from 'node:os';
import type { PoolClient } from 'pg';
import type { JobAttempt, PgBoss } from 'pg-boss';
import { type Address, Database, takeStepsIn } from '../database/index.ts';
import { restored, storableJson } from '../text/index.ts';
import { VERSION } from '../version.ts';
import { BOSS_SCHEMA, DEAD, READ, RETRIES, startBoss, stopBoss, within } from './boss.ts';
import { correctionFrom } from './corrections.ts';
import { keepSeen, NOTHING_SEEN } from './seen.ts';
import { SCHEMA, STEPS } from './tables.ts';
import type { Content, Reading, Task } from './task.ts';

export interface Claim {
  readonly attempt: JobAttempt;
  readonly queue: string;
  readonly task: Task;
  /** No attempt is left after this one. */
  readonly last: boolean;
  readonly heartbeatSeconds: number;
}

/** `connections`: at a time; `watchful`: a worker. */
export interface QueueOrder {
  readonly connections: number;
  readonly watchful: boolean;
  readonly troubled: (problem: Error) => void;
}

interface SourceRow {
  readonly sha256: string;
  readonly name: string;
  readonly bytes: string;
  readonly content: Uint8Array | null;
  readonly shared_path: Uint8Array | null;
  readonly state: string;
  readonly corrections: readonly string[];
}

interface Payload {
  readonly sha256: string;
}

const DEFAULT_HEARTBEAT_SECONDS = 30;

export class Queue {
  readonly database: Database;
  readonly boss: PgBoss;
  readonly #worker: string;

  private constructor(database: Database, boss: PgBoss, worker: string) {
    this.database = database;
    this.boss = boss;
    this.#worker = worker;
  }

  static async open(address: Address, order: QueueOrder): Promise<Queue> {
    const database = await Database.at(address, order.connections);
    try {
      await prepareTables(database);
      const name = `${hostname()}:${process.pid}`;
      return new Queue(database, await startBoss(database, { ...order, name }), name);
    } catch (error) {
      await database.close();
      throw error;
    }
  }

  async close(): Promise<void> {
    await stopBoss(this.boss);
    await this.database.close();
  }

  /** At most `most` sources, from now on ours. Those that were settled meanwhile are let go. */
  async claim(most: number): Promise<readonly Claim[]> {
    return this.#claimFrom(READ, most);
  }

  /** Sources at which every attempt ended with the worker's own end. */
  async claimDead(most: number): Promise<readonly Claim[]> {
    return this.#claimFrom(DEAD, most);
  }

  async #claimFrom(queue: string, most: number): Promise<readonly Claim[]> {
    const jobs = await this.boss.fetch<Payload>(queue, { batchSize: most });
    if (jobs.length === 0) return [];
    const waiting = await this.#waiting(jobs.map(({ data }) => data.sha256));
    const settled = jobs.filter(({ data }) => !waiting.has(data.sha256));
    if (settled.length > 0) await this.boss.complete(queue, settled);
    return jobs.flatMap(({ id, retryCount, data, heartbeatSeconds }) => {
      const task = waiting.get(data.sha256);
      if (task === undefined) return [];
      const last = retryCount >= RETRIES;
      const seconds = heartbeatSeconds ?? DEFAULT_HEARTBEAT_SECONDS;
      return [{ attempt: { id, retryCount }, queue, task, last, heartbeatSeconds: seconds }];
    });
  }

  async #waiting(hashes: readonly string[]): Promise<ReadonlyMap<string, Task>> {
    const rows = await this.database.query<SourceRow>(
      `SELECT s.*, ARRAY(SELECT correction::text FROM ${SCHEMA}.correction c WHERE c.sha256 = s.sha256 ORDER BY number)
        AS corrections FROM ${SCHEMA}.source s WHERE sha256 = ANY($1) AND state = 'queued'`,
      [hashes],
    );
    return new Map(rows.map((row) => [row.sha256, taskOf(row)]));
  }

  /** We are still at it. */
  async touch(claims: readonly Claim[]): Promise<void> {
    if (claims.length > 0)
      await this.boss.touch(
        READ,
        claims.map(({ attempt }) => attempt),
      );
  }

  /** The report and the end of the job, both or neither. False where another worker's report stands already. */
  async settle(claim: Claim, reading: Reading): Promise<boolean> {
    return this.database.within(async (client) => {
      const stored = await this.#store(client, claim, reading);
      await this.boss.complete(claim.queue, claim.attempt, null, within(client));
      return stored;
    });
  }

  async #store(client: PoolClient, { task, attempt }: Claim, reading: Reading): Promise<boolean> {
    const state = reading.outcome === 'again' ? 'poison' : 'done';
    const { rowCount } = await client.query(STORING, [
      task.sha256,
      state,
      reading.report,
      state === 'poison' ? 'poison' : reading.outcome,
      reading.forms,
      JSON.stringify(reading.diagnostics),
      reading.milliseconds,
      reading.peakBytes,
      attempt.retryCount + 1,
      this.#worker,
      VERSION,
      reading.seen ? storableJson(reading.seen.entries) : null,
    ]);
    if (rowCount === 1) await keepSeen(client, task.sha256, reading.seen ?? NOTHING_SEEN);
    return rowCount === 1;
  }

  /** To be tried again after a while, by whoever is free then. */
  async giveBack({ queue, attempt }: Claim, reason: string): Promise<void> {
    await this.boss.fail(queue, attempt, { reason });
  }

  /** Whether a source that waits lies in a shared folder. */
  async needsSharedFolder(): Promise<boolean> {
    const [row] = await this.database.query<{ shared: boolean }>(
      `SELECT EXISTS (SELECT 1 FROM ${SCHEMA}.source WHERE state = 'queued' AND shared_path IS NOT NULL) AS shared`,
    );
    return row?.shared === true;
  }

  /** Whether any source waits, is being read, or will be tried again. */
  async isDrained(): Promise<boolean> {
    const [row] = await this.database.query<{ waiting: boolean }>(
      `SELECT EXISTS (SELECT 1 FROM ${SCHEMA}.source WHERE state = 'queued') AS waiting`,
    );
    return row?.waiting === false;
  }

  /** Sources that wait without a job, because jobs were cleared away by hand or by age, get one. */
  async recover(): Promise<number> {
    return this.database.within(async (client) => {
      await client.query(`LOCK TABLE ${SCHEMA}.source IN SHARE ROW EXCLUSIVE MODE`);
      const { rows } = await client.query<Payload>(JOBLESS);
      if (rows.length > 0) {
        await this.boss.insert(
          READ,
          rows.map(({ sha256 }) => jobFor(sha256)),
          within(client),
        );
      }
      return rows.length;
    });
  }
}

/** Nothing where the source is settled already. A later reading replaces the earlier one, which stands until then. */
const STORING = `WITH first AS (
    UPDATE ${SCHEMA}.source SET state = $2 WHERE sha256 = $1 AND state = 'queued' RETURNING sha256)
  INSERT INTO ${SCHEMA}.result
    (sha256, report, status, forms, diagnostics, milliseconds, peak_bytes, attempts, worker, program_version,
      entries)
  SELECT sha256, $3, $4, $5::integer, $6::jsonb, $7::integer, $8::bigint, $9::integer, $10, $11, $12::jsonb FROM first
  ON CONFLICT (sha256) DO UPDATE SET report = excluded.report, status = excluded.status, forms = excluded.forms,
    diagnostics = excluded.diagnostics, milliseconds = excluded.milliseconds, peak_bytes = excluded.peak_bytes,
    attempts = excluded.attempts, worker = excluded.worker, program_version = excluded.program_version,
    entries = excluded.entries, finished_at = now()`;

const JOBLESS = `SELECT sha256 FROM ${SCHEMA}.source s WHERE state = 'queued' AND NOT EXISTS (
  SELECT 1 FROM ${BOSS_SCHEMA}.job j WHERE j.name IN ('${READ}', '${DEAD}')
    AND j.state IN ('created', 'retry', 'active') AND j.data ->> 'sha256' = s.sha256)`;

export function jobFor(sha256: string, heartbeatSeconds = DEFAULT_HEARTBEAT_SECONDS) {
  return { data: { sha256 }, heartbeatSeconds };
}

/** Makes what is missing, or what an older program did not know. Where all is there it needs no rights to do so. */
export function prepareTables(database: Database): Promise<void> {
  return database.within((client) => prepare(client));
}

async function prepare(client: PoolClient): Promise<void> {
  await client.query("SELECT pg_advisory_xact_lock(hashtext('hebiao_queue'))");
  const execute = async (sql: string) => (await client.query(sql)).rows;
  await takeStepsIn(SCHEMA, execute, STEPS, new Date().toISOString());
}

function taskOf({ sha256, name, bytes, content, shared_path, corrections }: SourceRow): Task {
  return {
    sha256,
    name: restored(name),
    size: Number(bytes),
    content: contentOf(content, shared_path),
    corrections: corrections.flatMap(correctionFrom),
  };
}

/** A check of the table says that it is one of the two. */
function contentOf(content: Uint8Array | null, sharedPath: Uint8Array | null): Content {
  return content === null ? { sharedPath: sharedPath ?? new Uint8Array() } : { bytes: content };
}
