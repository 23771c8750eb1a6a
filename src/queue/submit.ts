// Sources → jobs. What was submitted before is not queued again, whatever it is called now, unless a newer program asks or it is forced.
// Surprise: a source, its job and its state come in one transaction; a submission that is broken off has queued whole batches or nothing of them.

import type { PoolClient } from 'pg';
import { storable } from '../text/index.ts';
import { compareVersions, VERSION } from '../version.ts';
import { READ, within } from './boss.ts';
import { jobFor, type Queue } from './queue.ts';
import { SCHEMA, type State } from './tables.ts';
import type { Task } from './task.ts';

/** `force` queues again what is done; `heartbeatSeconds` is how long a worker may be silent. */
export interface SubmitOrder {
  readonly force: boolean;
  readonly heartbeatSeconds: number;
}

export interface SubmitTally {
  readonly queued: number;
  /** Read before, and queued again. */
  readonly again: number;
  /** Other names of a content that is there. */
  readonly copies: number;
  readonly unchanged: number;
}

type Fate = keyof SubmitTally;

/** Of one transaction: enough to spare round trips, few enough to hold in memory. */
const MOST_TASKS = 100;
const MOST_BYTES = 32_000_000;

export async function submit(
  tasks: AsyncIterable<Task>,
  queue: Queue,
  order: SubmitOrder,
): Promise<SubmitTally> {
  const tally = { queued: 0, again: 0, copies: 0, unchanged: 0 };
  for await (const batch of batchesOf(tasks)) {
    for (const fate of await submitBatch(batch, queue, order)) tally[fate] += 1;
  }
  return tally;
}

async function* batchesOf(tasks: AsyncIterable<Task>): AsyncGenerator<readonly Task[]> {
  let batch: Task[] = [];
  let bytes = 0;
  for await (const task of tasks) {
    batch.push(task);
    bytes += 'bytes' in task.content ? task.content.bytes.length : 0;
    if (batch.length < MOST_TASKS && bytes < MOST_BYTES) continue;
    yield batch;
    batch = [];
    bytes = 0;
  }
  if (batch.length > 0) yield batch;
}

function submitBatch(batch: readonly Task[], queue: Queue, order: SubmitOrder): Promise<readonly Fate[]> {
  return queue.database.within(async (client) => {
    await client.query(`SET LOCAL search_path TO ${SCHEMA}`);
    const fates: Fate[] = [];
    for (const task of batch) fates.push(await fateOf(task, client, order.force));
    const jobs = batch.filter((_, at) => fates[at] === 'queued' || fates[at] === 'again');
    if (jobs.length > 0) {
      const inserted = jobs.map(({ sha256 }) => jobFor(sha256, order.heartbeatSeconds));
      await queue.boss.insert(READ, inserted, within(client));
    }
    return fates;
  });
}

async function fateOf(task: Task, client: PoolClient, force: boolean): Promise<Fate> {
  const { rowCount } = await client.query(
    `INSERT INTO source (sha256, name, bytes, content, shared_path, state)
      VALUES ($1, $2, $3, $4, $5, 'queued') ON CONFLICT (sha256) DO NOTHING`,
    [task.sha256, storable(task.name), task.size, ...placesOf(task)],
  );
  if (rowCount === 1) return 'queued';
  return knownFate(task, client, force);
}

function placesOf({ content }: Task): readonly [content: Buffer | null, sharedPath: Buffer | null] {
  return 'bytes' in content ? [Buffer.from(content.bytes), null] : [null, Buffer.from(content.sharedPath)];
}

interface KnownSource {
  readonly name: string;
  readonly state: State;
  readonly version: string | null;
}

/** The row is locked, so that two submitters cannot both queue it. */
async function knownFate(task: Task, client: PoolClient, force: boolean): Promise<Fate> {
  const { rows } = await client.query<KnownSource>(
    `SELECT s.name, s.state, r.program_version AS version FROM source s LEFT JOIN result r USING (sha256)
      WHERE sha256 = $1 FOR UPDATE OF s`,
    [task.sha256],
  );
  const [known] = rows;
  const isCopy = known !== undefined && known.name !== storable(task.name);
  if (isCopy) await noteCopy(task, client);
  const isOld = compareVersions(VERSION, known?.version ?? VERSION) > 0;
  if (known?.state === 'queued' || !(force || isOld)) return isCopy ? 'copies' : 'unchanged';
  await client.query("UPDATE source SET state = 'queued', content = $2, shared_path = $3 WHERE sha256 = $1", [
    task.sha256,
    ...placesOf(task),
  ]);
  return 'again';
}

async function noteCopy({ sha256, name }: Task, client: PoolClient): Promise<void> {
  await client.query('INSERT INTO copy (sha256, name) VALUES ($1, $2) ON CONFLICT DO NOTHING', [
    sha256,
    storable(name),
  ]);
}

/** Sources at which every attempt failed get three more. How many there were. */
export function reviveDead(queue: Queue, heartbeatSeconds: number): Promise<number> {
  return queue.database.within(async (client) => {
    const { rows } = await client.query<{ sha256: string }>(
      `UPDATE ${SCHEMA}.source SET state = 'queued' WHERE state = 'poison' RETURNING sha256`,
    );
    const jobs = rows.map(({ sha256 }) => jobFor(sha256, heartbeatSeconds));
    if (jobs.length > 0) await queue.boss.insert(READ, jobs, within(client));
    return jobs.length;
  });
}
