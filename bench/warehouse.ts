// How fast results go into each warehouse, what the queue costs a source, and how throughput grows with workers.
// Surprise: the queue's cost is measured with a reader that answers at once; whatever is left is the queue.

import { readFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { DEFAULT_ALLOWANCE } from '../src/batch/allowance.ts';
import { type Manner, NO_COUNTS } from '../src/batch/job.ts';
import { PooledReader } from '../src/cli/reader.ts';
import { addressOf } from '../src/database/index.ts';
import { read } from '../src/index.ts';
import { Queue, type Reader, type Reading, submit, type Task, Work } from '../src/queue/index.ts';
import { DEFAULT_PROFILE } from '../src/record/index.ts';
import { load, openWarehouse, type SavedReport, targetOf } from '../src/warehouse/index.ts';
import { reportJson } from '../src/write/index.ts';
import { fixture, freshFolder } from '../tests/support/hebiao.ts';
import { startPostgres } from '../tests/support/postgres.ts';

/** The same work by the clock and by this process's share of the processor: on a busy machine only the second can be compared. */
export interface Cost {
  readonly wallMilliseconds: number;
  readonly cpuMilliseconds: number;
}

export interface WarehouseFigures {
  /** Of all tables. */
  readonly loadRows: number;
  readonly load: Readonly<Record<string, Cost>>;
  /** Of one source; what the database itself computes is in the first alone. */
  readonly queue: Cost;
  /** By the number of child processes; on a machine with fewer cores it stops growing there. */
  readonly sourcesPerSecond: Readonly<Record<string, number>>;
}

const LOADED = 1_000;
const QUEUED = 2_000;
const READ = 400;

export async function benchWarehouse(): Promise<WarehouseFigures> {
  const postgres = await startPostgres();
  try {
    const reports = await madeReports(LOADED);
    const folder = freshFolder();
    const targets = {
      duckdb: `duckdb:${join(folder, 'bench.duckdb')}`,
      parquet: `parquet:${join(folder, 'parquet')}`,
      postgres: await postgres.fresh(),
    };
    const load: Record<string, Cost> = {};
    for (const [name, target] of Object.entries(targets)) load[name] = await loadCost(target, reports);
    return {
      loadRows: await rowsIn(targets.duckdb),
      load,
      queue: await queueCost(await postgres.fresh()),
      sourcesPerSecond: await throughput(() => postgres.fresh()),
    };
  } finally {
    await postgres.stop();
  }
}

/** The report of one real form under as many hashes as are wanted. */
async function madeReports(count: number): Promise<readonly SavedReport[]> {
  const report = await read(fixture('s1/source.txt'));
  return Array.from({ length: count }, (_, each) => {
    const sha256 = each.toString(16).padStart(12, '0').padEnd(64, '0');
    const text = reportJson({ ...report, source: { ...report.source, sha256 } });
    return { where: `${each}`, text, programVersion: '1.0.0' };
  });
}

async function* given<T>(things: readonly T[]): AsyncGenerator<T> {
  yield* things;
}

async function costOf(work: () => Promise<unknown>): Promise<Cost> {
  const [start, used] = [performance.now(), process.cpuUsage()];
  await work();
  const { user, system } = process.cpuUsage(used);
  return { wallMilliseconds: performance.now() - start, cpuMilliseconds: (user + system) / 1000 };
}

async function loadCost(target: string, reports: readonly SavedReport[]): Promise<Cost> {
  const now = new Date().toISOString();
  const warehouse = await openWarehouse(targetOf(target), now);
  try {
    return await costOf(() => load(given(reports), warehouse, now));
  } finally {
    await warehouse.close();
  }
}

async function rowsIn(target: string): Promise<number> {
  const warehouse = await openWarehouse(targetOf(target), new Date().toISOString());
  try {
    return Object.values(await warehouse.counts()).reduce((sum, count) => sum + count, 0);
  } finally {
    await warehouse.close();
  }
}

const ORDER = { force: false, heartbeatSeconds: 30 };

async function workThrough(url: string, tasks: readonly Task[], reader: Reader, jobs: number): Promise<Cost> {
  const queue = await Queue.open(addressOf(url), {
    connections: jobs + 2,
    watchful: true,
    troubled: () => {},
  });
  try {
    await submit(given(tasks), queue, ORDER);
    const work = new Work(queue, reader, { jobs, drain: true, ended: () => {}, troubled: () => {} });
    return await costOf(() => work.run());
  } finally {
    reader.stop();
    await queue.close();
  }
}

function madeTasks(count: number, bytes: (each: number) => Uint8Array): readonly Task[] {
  return Array.from({ length: count }, (_, each) => {
    const content = bytes(each);
    return {
      sha256: `${each}`.padStart(64, '0'),
      name: `${each}.txt`,
      size: content.length,
      content: { bytes: content },
    };
  });
}

async function queueCost(url: string): Promise<Cost> {
  const [saved] = await madeReports(1);
  const reading: Reading = {
    outcome: 'read',
    report: saved?.text ?? '',
    reason: '',
    forms: 1,
    diagnostics: NO_COUNTS,
    milliseconds: 0,
    peakBytes: 0,
  };
  const reader = { read: async () => reading, lost: () => reading, stop: () => {} };
  const tasks = madeTasks(QUEUED, () => new Uint8Array(8_000));
  const { wallMilliseconds, cpuMilliseconds } = await workThrough(url, tasks, reader, 4);
  return { wallMilliseconds: wallMilliseconds / QUEUED, cpuMilliseconds: cpuMilliseconds / QUEUED };
}

async function throughput(fresh: () => Promise<string>): Promise<Readonly<Record<string, number>>> {
  const text = readFileSync(fixture('s1/source.txt'), 'utf8');
  const manner: Manner = {
    settings: { profile: DEFAULT_PROFILE },
    allowance: DEFAULT_ALLOWANCE,
    password: null,
    pages: null,
  };
  const figures: Record<string, number> = {};
  for (let jobs = 1; jobs <= Math.max(4, availableParallelism()); jobs *= 2) {
    const tasks = await hashed(madeTasks(READ, (each) => Buffer.from(`${text}备注 ${each}\n`)));
    const { wallMilliseconds } = await workThrough(
      await fresh(),
      tasks,
      new PooledReader(manner, jobs, null),
      jobs,
    );
    figures[jobs] = Math.round(READ / (wallMilliseconds / 1000));
  }
  return figures;
}

/** A worker holds the hash of what was read against the hash that was submitted. */
async function hashed(tasks: readonly Task[]): Promise<readonly Task[]> {
  const { contentFacts } = await import('../src/batch/content.ts');
  return Promise.all(
    tasks.map(async (task) => {
      if (!('bytes' in task.content)) return task;
      return { ...task, sha256: (await contentFacts(task.content)).sha256 ?? '' };
    }),
  );
}
