// Nothing is lost and nothing is stored twice: workers killed at random, a database that restarts, reports that come late.
// HEBIAO_SOURCES sets how many sources the storm has; the whole thousand takes some minutes.

import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { NO_COUNTS } from '../../src/batch/job.ts';
import { addressOf } from '../../src/database/index.ts';
import { Queue, type Reader, type Reading, submit, type Task, Work } from '../../src/queue/index.ts';
import { diceFrom, startWorker, type WorkerProcess } from '../support/chaos.ts';
import { fixture, freshFolder, hebiao } from '../support/hebiao.ts';
import { type Postgres, startPostgres } from '../support/postgres.ts';
import { oneByOne } from '../support/saved.ts';

/** Each call is a process; a machine that is busy with other tests is slow to start them. */
vi.setConfig({ testTimeout: 180_000, hookTimeout: 120_000 });

let postgres: Postgres;

beforeAll(async () => {
  postgres = await startPostgres();
});

afterAll(() => postgres.stop());

const ORDER = { force: false, heartbeatSeconds: 10 };

async function withQueue<T>(url: string, act: (queue: Queue) => Promise<T>, watchful = false): Promise<T> {
  const queue = await Queue.open(addressOf(url), { connections: 4, watchful, troubled: () => {} });
  try {
    return await act(queue);
  } finally {
    await queue.close();
  }
}

function taskNamed(name: string): Task {
  return { sha256: name.padEnd(64, 'x'), name, size: 1, content: { bytes: new Uint8Array([1]) } };
}

function readingOf(report: string, more: Partial<Reading> = {}): Reading {
  return {
    outcome: 'read',
    report,
    reason: '',
    forms: 1,
    diagnostics: NO_COUNTS,
    milliseconds: 1,
    peakBytes: 1,
    ...more,
  };
}

const resultsIn = (url: string) =>
  postgres.query(url, 'SELECT report, status, attempts FROM hebiao_queue.result');

describe('a report', () => {
  it('is stored with the end of its job, or not at all', async () => {
    const url = await postgres.fresh();
    await withQueue(url, async (queue) => {
      await submit(oneByOne([taskNamed('a')]), queue, ORDER);
      const [claim] = await queue.claim(1);
      if (!claim) throw new Error('nothing claimed');
      await expect(queue.settle(claim, readingOf('r', { milliseconds: 1e12 }))).rejects.toThrow();
      expect(await resultsIn(url)).toEqual([]);
      expect(await postgres.query(url, "SELECT state FROM hebiao_pgboss.job WHERE name = 'read'")).toEqual([
        { state: 'active' },
      ]);
      expect(await queue.settle(claim, readingOf('r'))).toBe(true);
      expect(await postgres.query(url, "SELECT state FROM hebiao_pgboss.job WHERE name = 'read'")).toEqual([
        { state: 'completed' },
      ]);
      expect(await queue.isDrained()).toBe(true);
    });
  });

  it('that comes late is dropped: the first stands', async () => {
    const url = await postgres.fresh();
    await withQueue(url, async (queue) => {
      await submit(oneByOne([taskNamed('a')]), queue, ORDER);
      const [claim] = await queue.claim(1);
      if (!claim) throw new Error('nothing claimed');
      expect(await queue.settle(claim, readingOf('first'))).toBe(true);
      expect(await queue.settle(claim, readingOf('second'))).toBe(false);
      expect(await resultsIn(url)).toEqual([{ report: 'first', status: 'read', attempts: 1 }]);
    });
  });
});

class Refusing implements Reader {
  read = async (): Promise<Reading> => readingOf('broken off', { outcome: 'again', reason: 'always' });
  lost = (): Reading => readingOf('lost', { outcome: 'again', reason: 'lost' });
  stop = (): void => {};
}

describe('a source', () => {
  it('at which every worker ends gets a report that says so', async () => {
    const url = await postgres.fresh();
    await withQueue(url, async (queue) => {
      await submit(oneByOne([taskNamed('a')]), queue, ORDER);
      for (let attempt = 0; attempt < 3; attempt += 1) {
        await postgres.query(url, "UPDATE hebiao_pgboss.job SET start_after = now() WHERE name = 'read'");
        const [claim] = await queue.claim(1);
        if (!claim) throw new Error('nothing claimed');
        await queue.boss.fail('read', claim.attempt, { reason: 'the worker is gone' });
      }
      const work = new Work(queue, new Refusing(), {
        jobs: 1,
        drain: true,
        ended: () => {},
        troubled: () => {},
      });
      await work.run();
    });
    expect(await resultsIn(url)).toMatchObject([{ report: 'lost', status: 'poison' }]);
  });

  it('whose job was cleared away gets a new one', async () => {
    const url = await postgres.fresh();
    await withQueue(url, async (queue) => {
      await submit(oneByOne([taskNamed('a'), taskNamed('b')]), queue, ORDER);
      await queue.boss.deleteAllJobs('read');
      expect(await queue.recover()).toBe(2);
      expect(await queue.recover()).toBe(0);
      expect(await queue.claim(5)).toHaveLength(2);
    });
  });

  it('is queued once by submitters that come together', async () => {
    const url = await postgres.fresh();
    await withQueue(url, async () => {});
    const tasks = Array.from({ length: 50 }, (_, each) => taskNamed(`s${each}`));
    const tallies = await Promise.all(
      [1, 2, 3].map(() => withQueue(url, (queue) => submit(oneByOne(tasks), queue, ORDER))),
    );
    expect(tallies.reduce((sum, { queued }) => sum + queued, 0)).toBe(50);
    expect(await postgres.query(url, "SELECT 1 FROM hebiao_pgboss.job WHERE name = 'read'")).toHaveLength(50);
  });
});

const SOURCES = Number(process.env.HEBIAO_SOURCES ?? 120);
const WORKERS = 4;

/** Every storing of a report is written down by the database itself. */
const AUDIT = `CREATE TABLE hebiao_queue.audit (sha256 text);
  CREATE FUNCTION hebiao_queue.noted() RETURNS trigger LANGUAGE plpgsql AS
    $$ BEGIN INSERT INTO hebiao_queue.audit VALUES (NEW.sha256); RETURN NEW; END $$;
  CREATE TRIGGER noted AFTER INSERT OR UPDATE ON hebiao_queue.result FOR EACH ROW EXECUTE FUNCTION hebiao_queue.noted()`;

it(`survives a storm: ${SOURCES} sources, ${WORKERS} workers, kills and a restart`, {
  timeout: 1_200_000,
}, async () => {
  const folder = join(freshFolder(), 'in');
  mkdirSync(folder);
  const text = readFileSync(fixture('s1/source.txt'), 'utf8');
  for (let each = 0; each < SOURCES; each += 1)
    writeFileSync(join(folder, `${each}.txt`), `${text}备注 ${each}\n`);
  const url = await postgres.fresh();
  await hebiao(['submit', folder, '--silence', '10'], { env: { HEBIAO_DATABASE: url } });
  await postgres.query(url, AUDIT);

  const workers: WorkerProcess[] = [];
  const start = () => workers.push(startWorker(url, ['--drain', '--jobs', '1']));
  for (let each = 0; each < WORKERS; each += 1) start();
  const dice = diceFrom(7);
  let kills = 0;
  for (const share of [0.1, 0.25, 0.4, 0.6, 0.75]) {
    while ((await postgres.query(url, 'SELECT 1 FROM hebiao_queue.audit')).length < SOURCES * share)
      await pause(100);
    if (share === 0.4) await postgres.restart();
    const alive = workers.filter(({ child }) => child.exitCode === null && child.signalCode === null);
    if (alive[dice(alive.length)]?.child.kill('SIGKILL')) kills += 1;
    start();
  }
  const ends = await Promise.all(workers.map(({ ended }) => ended));

  expect(kills).toBe(5);
  expect(ends.filter(({ code }) => code !== null && code > 1)).toEqual([]);
  const stored = await postgres.query(
    url,
    'SELECT sha256, count(*) AS times FROM hebiao_queue.audit GROUP BY sha256',
  );
  expect(stored.filter(({ times }) => times !== '1')).toEqual([]);
  expect(stored).toHaveLength(SOURCES);
  const out = join(freshFolder(), 'out');
  await hebiao(['run', folder, '--out', out, '--quiet']);
  const ofRun = readdirSync(join(out, 'reports')).map((name) =>
    readFileSync(join(out, 'reports', name), 'utf8'),
  );
  const ofQueue = (await resultsIn(url)).map(({ report }) => String(report));
  expect(ofQueue.toSorted()).toEqual(ofRun.toSorted());
});
