// pg-boss on our own connections: the queue of sources, and the queue of those at which every attempt failed.
//
// Why pg-boss: its `complete` takes the caller's transaction, so that a report and the end of its job are stored together; it hears heartbeats, so that
// a killed worker's sources are given away after half a minute; and it has dead letters. graphile-worker has no heartbeat (a killed worker's jobs stay
// locked for four hours) and ends jobs on a connection of its own.
// Surprise: it never sees the address of the database, so it cannot tell it to anybody.

import type { Db, PgBoss } from 'pg-boss';
import type { Database, DatabaseProblem } from '../database/index.ts';

export const BOSS_SCHEMA = 'hebiao_pgboss';
export const READ = 'read';
export const DEAD = 'dead';

/** The first attempt and two more. */
export const RETRIES = 2;
const DAY_SECONDS = 86_400;
/** How often one of the workers looks for others that fell silent. */
const WATCH_SECONDS = 5;
/** A worker says so often that it lives. */
const ALIVE_SECONDS = 10;

const READING = {
  retryLimit: RETRIES,
  retryDelay: 2,
  retryBackoff: true,
  retryDelayMax: 300,
  expireInSeconds: DAY_SECONDS, // the child's own limit and the heartbeat come long before
  retentionSeconds: 365 * DAY_SECONDS,
  deleteAfterSeconds: DAY_SECONDS,
};

/** `name` and `watchful` are for workers: they are listed, and look after the others. */
export interface BossOrder {
  readonly name: string;
  readonly watchful: boolean;
  /** Told what went wrong in the background; what a driver said is freed of secrets before. */
  readonly troubled: (problem: DatabaseProblem | Error) => void;
}

export async function startBoss(database: Database, order: BossOrder): Promise<PgBoss> {
  const { PgBoss } = await import('pg-boss');
  const boss = new PgBoss({
    db: { executeSql: (text, values) => database.executed(text, values) },
    schema: BOSS_SCHEMA,
    schedule: false,
    supervise: order.watchful,
    superviseIntervalSeconds: WATCH_SECONDS,
    monitorIntervalSeconds: WATCH_SECONDS,
    registerInstance: order.watchful,
    instanceName: order.name,
    instanceHeartbeatSeconds: ALIVE_SECONDS,
  });
  boss.on('error', order.troubled);
  try {
    await boss.start();
    await boss.createQueue(DEAD, READING);
    await boss.createQueue(READ, { ...READING, deadLetter: DEAD });
    return boss;
  } catch (error) {
    await stopBoss(boss);
    throw error;
  }
}

/** Its clocks stop; the connections are ours. */
export async function stopBoss(boss: PgBoss): Promise<void> {
  await boss.stop({ graceful: false, close: false });
}

/** pg-boss within a transaction of ours. */
export function within(client: { query(text: string, values?: unknown[]): Promise<{ rows: object[] }> }): {
  readonly db: Db;
} {
  return { db: { executeSql: (text, values) => client.query(text, values) } };
}
