// The queue as its users meet it: submit, worker, status and load over a real PostgreSQL, with the same results as a run.

import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { zipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { startWorker } from '../support/chaos.ts';
import { fixture, freshFolder, hebiao } from '../support/hebiao.ts';
import { PASSWORD, type Postgres, startPostgres } from '../support/postgres.ts';

/** Each call is a process; a machine that is busy with other tests is slow to start them. */
vi.setConfig({ testTimeout: 180_000, hookTimeout: 120_000 });

const S1 = readFileSync(fixture('s1/source.txt'), 'utf8');
const S2 = readFileSync(fixture('s2/source.txt'), 'utf8');

let postgres: Postgres;

beforeAll(async () => {
  postgres = await startPostgres();
});

afterAll(() => postgres.stop());

function documents(): string {
  const folder = join(freshFolder(), '附件');
  mkdirSync(join(folder, '下级'), { recursive: true });
  writeFileSync(join(folder, 'o\'brien "a".txt'), S1);
  writeFileSync(join(folder, 'b.txt'), S2);
  writeFileSync(join(folder, '下级', 'copy.txt'), S1);
  writeFileSync(join(folder, 'letter.txt'), '没有表\0');
  writeFileSync(join(folder, 'broken.docx'), 'PK\x03\x04 nothing');
  writeFileSync(join(folder, 'more.zip'), zipSync({ '表.txt': Buffer.from(`${S2}\n备注\n`) }));
  return folder;
}

/** Reports as `run` leaves them, by content. */
async function reportsOfRun(folder: string): Promise<readonly string[]> {
  const out = join(freshFolder(), 'out');
  await hebiao(['run', folder, '--out', out, '--quiet']);
  return readdirSync(join(out, 'reports'))
    .map((name) => readFileSync(join(out, 'reports', name), 'utf8'))
    .toSorted();
}

async function reportsIn(url: string): Promise<readonly string[]> {
  const rows = await postgres.query(url, 'SELECT report FROM hebiao_queue.result');
  return rows.map(({ report }) => String(report)).toSorted();
}

const talking = (url: string) => (args: readonly string[]) => hebiao(args, { env: { HEBIAO_DATABASE: url } });

describe('submit and worker', () => {
  const folder = documents();
  let url: string;
  let call: ReturnType<typeof talking>;

  beforeAll(async () => {
    url = await postgres.fresh();
    call = talking(url);
  });

  it('queue every content once', async () => {
    expect(await call(['submit', folder])).toEqual({
      code: 0,
      out: 'queued\t5\nagain\t0\ncopies\t1\nunchanged\t0\n',
      err: '',
    });
    expect((await call(['submit', folder])).out).toBe('queued\t0\nagain\t0\ncopies\t1\nunchanged\t5\n');
  });

  it('give the same bytes as run', async () => {
    const ended = await call(['worker', '--drain', '--jobs', '2']);
    expect(ended).toMatchObject({ code: 3, out: 'read\t3\nfailed\t2\nagain\t0\ndropped\t0\n' });
    expect(await reportsIn(url)).toEqual(await reportsOfRun(folder));
  });

  it('say how far they are', async () => {
    const { out } = await call(['status', '--json']);
    expect(JSON.parse(out)).toMatchObject({
      waiting: 0,
      reading: 0,
      read: 3,
      failed: 2,
      poison: 0,
      copies: 1,
      dead: [],
    });
    expect((await call(['status'])).out).toContain('read\t3\n');
  });

  it('leave the folder that run leaves', async () => {
    const [collected, ran] = [join(freshFolder(), 'out'), join(freshFolder(), 'out')];
    expect(await call(['collect', '--out', collected])).toEqual({ code: 0, out: 'collected\t6\n', err: '' });
    await hebiao(['run', folder, '--out', ran, '--quiet']);
    for (const name of ['forms', 'funding', 'indicators', 'narrative', 'findings']) {
      expect(readFileSync(join(collected, `${name}.csv`), 'utf8')).toBe(
        readFileSync(join(ran, `${name}.csv`), 'utf8'),
      );
    }
    expect(readdirSync(join(collected, 'reports'))).toEqual(readdirSync(join(ran, 'reports')));
    expect(readFileSync(join(collected, 'index.html'), 'utf8')).toBe(
      readFileSync(join(ran, 'index.html'), 'utf8'),
    );
  });

  it('feed a warehouse', async () => {
    const file = join(freshFolder(), 'w.duckdb');
    expect((await call(['load', '--into', `duckdb:${file}`])).out).toMatch(/^source\t5\nform\t3\n/);
    expect((await call(['load', '--into', url])).out).toMatch(/^source\t5\nform\t3\n/);
  });

  it('read again what an older program read, and what is forced', async () => {
    await postgres.query(
      url,
      "UPDATE hebiao_queue.result SET program_version = '0.0.1' WHERE status = 'read'",
    );
    expect((await call(['submit', folder])).out).toContain('again\t3\n');
    expect((await call(['submit', folder, '--force'])).out).toContain('again\t2\n');
    expect((await call(['worker', '--drain'])).out).toContain('read\t3\nfailed\t2\n');
    expect(await reportsIn(url)).toHaveLength(5);
  });

  it('leave corrections alone', async () => {
    await postgres.query(
      url,
      "INSERT INTO hebiao_queue.correction (sha256, correction) SELECT sha256, '{}' FROM hebiao_queue.source",
    );
    await call(['submit', folder, '--force']);
    await call(['worker', '--drain']);
    expect(await postgres.query(url, 'SELECT 1 FROM hebiao_queue.correction')).toHaveLength(5);
  });
});

describe('a shared folder', () => {
  it('is read where it is on each machine, and keeps documents out of the database', async () => {
    const folder = documents();
    const url = await postgres.fresh();
    const call = talking(url);
    await call(['submit', folder, '--shared', folder]);
    const stored = await postgres.query(url, 'SELECT 1 FROM hebiao_queue.source WHERE content IS NOT NULL');
    expect(stored).toHaveLength(1); // the member of the archive
    expect(await call(['worker', '--drain'])).toMatchObject({
      code: 3,
      err: expect.stringContaining('--shared'),
    });
    await call(['worker', '--drain', '--shared', folder]);
    expect(await reportsIn(url)).toEqual(await reportsOfRun(folder));
  });

  it('is asked for where a file is too large for the database', async () => {
    const folder = freshFolder();
    writeFileSync(join(folder, 'large.txt'), 'x'.repeat(1_100_000));
    const ended = await talking(await postgres.fresh())(['submit', folder, '--most-bytes', '1']);
    expect(ended).toMatchObject({ code: 3, err: expect.stringContaining('large.txt') });
  });
});

describe('a source that cannot be read', () => {
  it('is tried three times, then listed, and can be tried again', async () => {
    const folder = freshFolder();
    writeFileSync(join(folder, 'a.txt'), S1);
    const url = await postgres.fresh();
    const call = talking(url);
    await call(['submit', folder]);
    const starved = await call(['worker', '--drain', '--memory', '1']);
    expect(starved).toMatchObject({ code: 3, out: 'read\t0\nfailed\t1\nagain\t2\ndropped\t0\n' });
    const { dead, poison } = JSON.parse((await call(['status', '--json'])).out);
    expect({ dead, poison }).toMatchObject({ poison: 1, dead: [{ name: 'a.txt', attempts: 3 }] });
    expect((await reportsIn(url))[0]).toContain('"level":"fatal"');
    expect((await call(['submit', '--again'])).out).toContain('again\t1\n');
    expect(await call(['worker', '--drain'])).toMatchObject({ out: expect.stringContaining('read\t1\n') });
    expect(await reportsIn(url)).toEqual(await reportsOfRun(folder));
  });
});

const NO_QUEUE = '{"workers":[]}';

describe('a worker', () => {
  it('stores what it reads and ends when it is told to', async () => {
    const folder = freshFolder();
    for (let each = 0; each < 40; each += 1) writeFileSync(join(folder, `${each}.txt`), `${S1}备注${each}\n`);
    const url = await postgres.fresh();
    await talking(url)(['submit', folder]);
    const worker = startWorker(url, ['--jobs', '2']);
    while ((await reportsIn(url)).length === 0) await pause(100);
    worker.child.kill('SIGTERM');
    const { code, out } = await worker.ended;
    const stored = (await reportsIn(url)).length;
    expect({ code, read: out.split('\n')[0] }).toEqual({ code: 0, read: `read\t${stored}` });
    const { reading, waiting, retrying } = JSON.parse((await talking(url)(['status', '--json'])).out);
    expect({ reading, retrying, left: waiting + stored }).toEqual({ reading: 0, retrying: 0, left: 40 });
  });

  it('is listed while it lives', async () => {
    const url = await postgres.fresh();
    const worker = startWorker(url, []);
    const told = async () => (await talking(url)(['status', '--json'])).out;
    // Until the worker has made its tables there is no queue to tell of.
    while (JSON.parse((await told()) || NO_QUEUE).workers.length === 0) await pause(200);
    worker.child.kill('SIGTERM');
    await worker.ended;
    expect(JSON.parse(await told()).workers).toEqual([]);
  });
});

it('a worker waits for a database that is not there yet', async () => {
  const url = await postgres.fresh();
  const worker = startWorker(url.replace(/:\d+\//, ':1/'), ['--drain', '--wait', '2']);
  const { code, err } = await worker.ended;
  expect({ code, told: err.match(/connection refused/g) }).toEqual({
    code: 3,
    told: expect.arrayContaining(['connection refused']),
  });
  const restarting = startWorker(url, ['--drain']);
  await postgres.restart();
  expect(await restarting.ended).toMatchObject({ code: 0 });
});

describe('where it cannot be done', () => {
  const secrets = [PASSWORD, encodeURIComponent(PASSWORD), 'hush'];
  const commands = [
    ['submit', fixture('s1')],
    ['worker', '--drain', '--wait', '0'],
    ['status'],
    ['load', '--into', 'duckdb:/nowhere/w.duckdb'],
  ];

  it.each(commands)('%s asks for an address', async (...args) => {
    expect(await hebiao(args)).toMatchObject({
      code: 2,
      out: '',
      err: expect.stringContaining('HEBIAO_DATABASE'),
    });
  });

  it.each(commands)('%s says what is wrong with it, and never the password', async (...args) => {
    const good = await postgres.fresh();
    const wrong: readonly (readonly [string, number, RegExp])[] = [
      ['mysql://root:hush@host/db', 2, /postgres:\/\/user/],
      ['postgres://u:hush%zz@host/db', 2, /%XX/],
      [good.replace(/:\d+\//, ':1/'), 3, /connection refused/],
      [good.replace(encodeURIComponent(PASSWORD), 'hush'), 3, /wrong user name or password/],
    ];
    const ends = await Promise.all(wrong.map(([url]) => hebiao([...args, '--database', url])));
    for (const [at, [, code, words]] of wrong.entries()) {
      const ended = ends[at];
      expect(ended).toMatchObject({ code, err: expect.stringMatching(words) });
      for (const secret of secrets) expect(`${ended?.err}${ended?.out}`).not.toContain(secret);
    }
  });

  it('says which rights are missing', async () => {
    const address = await postgres.fresh();
    await postgres.query(address, "CREATE ROLE poor LOGIN PASSWORD 'hush'");
    const ended = await talking(address.replace(/\/\/.*@/, '//poor:hush@'))(['worker', '--drain']);
    expect(ended).toMatchObject({ code: 3, err: expect.stringMatching(/missing rights/) });
    expect(ended.err).not.toContain('hush');
  });

  it('names what it cannot submit and submits the rest', async () => {
    const folder = freshFolder();
    writeFileSync(join(folder, 'a.txt'), S1);
    const ended = await talking(await postgres.fresh())(['submit', folder, '/nowhere/b.txt']);
    expect(ended).toMatchObject({
      code: 3,
      out: expect.stringContaining('queued\t1\n'),
      err: expect.stringContaining('no such file'),
    });
    rmSync(folder, { recursive: true });
  });
});
