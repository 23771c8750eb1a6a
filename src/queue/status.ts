// How far the work is: what waits, what is being read, what came of the rest, and who works.

import type { Database } from '../database/index.ts';
import { restored } from '../text/index.ts';
import { BOSS_SCHEMA, READ } from './boss.ts';
import type { Queue } from './queue.ts';
import { SCHEMA } from './tables.ts';

export interface Status {
  /** Not yet claimed, or given back and waiting for another try. */
  readonly waiting: number;
  readonly retrying: number;
  readonly reading: number;
  readonly read: number;
  readonly failed: number;
  readonly poison: number;
  readonly copies: number;
  readonly workers: readonly { readonly name: string; readonly lastSeen: string }[];
}

export interface DeadLetter {
  readonly name: string;
  readonly sha256: string;
  readonly attempts: number;
  readonly finishedAt: string;
}

interface Counted {
  readonly what: string;
  readonly count: string;
}

const COUNTS = `
  SELECT 'queued' AS what, count(*) FROM ${SCHEMA}.source WHERE state = 'queued'
  UNION ALL SELECT 'copies', count(*) FROM ${SCHEMA}.copy
  UNION ALL SELECT status, count(*) FROM ${SCHEMA}.result GROUP BY status
  UNION ALL SELECT state::text, count(*) FROM ${BOSS_SCHEMA}.job
    WHERE name = '${READ}' AND state IN ('retry', 'active') GROUP BY state`;

export async function statusOf(queue: Queue): Promise<Status> {
  const rows = await queue.database.query<Counted>(COUNTS);
  const count = (what: string) => Number(rows.find((row) => row.what === what)?.count ?? 0);
  const instances = await queue.boss.getInstances();
  const [queued, retrying, reading] = [count('queued'), count('retry'), count('active')];
  return {
    waiting: Math.max(0, queued - retrying - reading),
    retrying,
    reading,
    read: count('read'),
    failed: count('failed'),
    poison: count('poison'),
    copies: count('copies'),
    workers: instances
      .filter(({ live }) => live)
      .map(({ name, heartbeatOn }) => ({ name: name ?? '?', lastSeen: heartbeatOn.toISOString() })),
  };
}

export async function deadLetters(database: Database): Promise<readonly DeadLetter[]> {
  const rows = await database.query<{ name: string; sha256: string; attempts: number; finished_at: Date }>(
    `SELECT s.name, s.sha256, r.attempts, r.finished_at FROM ${SCHEMA}.source s JOIN ${SCHEMA}.result r USING (sha256)
      WHERE s.state = 'poison' ORDER BY s.name, s.sha256`,
  );
  return rows.map(({ name, sha256, attempts, finished_at }) => ({
    name: restored(name),
    sha256,
    attempts,
    finishedAt: finished_at.toISOString(),
  }));
}
