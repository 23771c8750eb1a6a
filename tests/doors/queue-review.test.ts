// The review desk over the database: edits, conflicts, what workers make of them, and the folder that is collected afterwards.

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { FolderShelf } from '../../src/batch/shelf.ts';
import { addressOf, Database } from '../../src/database/index.ts';
import { QueueShelf } from '../../src/queue/index.ts';
import { Desk } from '../../src/review/desk.ts';
import type { Edit, SourceView } from '../../src/review/view.ts';
import { fixture, freshFolder, hebiao } from '../support/hebiao.ts';
import { type Postgres, startPostgres } from '../support/postgres.ts';
import { contentsOf } from '../support/ran.ts';

vi.setConfig({ testTimeout: 180_000, hookTimeout: 180_000 });

const SCAN = new URL('../support/scan/pictures/fax-2.png', import.meta.url);
const CLI = new URL('../../src/cli.ts', import.meta.url).pathname;
const RATE = '/funding/0/executionRate';

let postgres: Postgres;
let url = '';
let folder = '';
let database: Database;
let desk: Desk;

beforeAll(async () => {
  postgres = await startPostgres();
  url = await postgres.fresh();
  folder = join(freshFolder(), '附件');
  mkdirSync(folder);
  writeFileSync(join(folder, 's1.txt'), readFileSync(fixture('s1/source.txt')));
  writeFileSync(join(folder, 'letter.txt'), '没有表\0');
  writeFileSync(join(folder, '扫描.png'), readFileSync(SCAN));
  await call('submit', folder);
  await call('worker', '--drain');
  database = await Database.at(addressOf(url), 4);
  desk = new Desk(new QueueShelf(database));
});

afterAll(async () => {
  await database?.close();
  await postgres.stop();
});

const call = (...args: readonly string[]) => hebiao(args, { env: { HEBIAO_DATABASE: url } });

async function opened(name: string, at = desk): Promise<SourceView> {
  const { entries } = await at.listing({ offset: 0, limit: 10 });
  const view = await at.view(entries.find((entry) => entry.name === name)?.id ?? '');
  if (view === null) throw new Error(`no ${name}`);
  return view;
}

const edit = (view: SourceView, to: string, at = desk) => {
  const edits: Edit[] = [{ kind: 'text', place: view.bindings[0]?.[RATE]?.[0] ?? '', to }];
  return at.edit(view.id, { version: view.version, by: '王芳\0', edits });
};

async function collected(): Promise<string> {
  const out = join(freshFolder(), 'out');
  expect(await call('collect', '--out', out)).toMatchObject({ code: 0 });
  return out;
}

it('lists what a folder of the same sources lists, and shows its pictures', async () => {
  const out = join(freshFolder(), 'out');
  await hebiao(['run', folder, '--out', out, '--quiet']);
  const shelf = await FolderShelf.at(out);
  const query = { offset: 0, limit: 10 };
  expect(await desk.listing(query)).toEqual(await new Desk(shelf).listing(query));
  expect(await opened('扫描.png')).toEqual(await opened('扫描.png', new Desk(shelf)));
  const { id } = await opened('扫描.png');
  expect(await desk.picture(id, 1)).toEqual(await shelf.picture(id, 1));
  expect(contentsOf(await collected())).toEqual(contentsOf(out));
});

it('takes an edit once, whoever was quicker', async () => {
  const view = await opened('s1.txt');
  const other = new Desk(new QueueShelf(database));
  const results = await Promise.all([edit(view, '17.25'), edit(view, '71.52', other)]);
  expect(results.filter((result) => result === null)).toHaveLength(1);
  const again = await opened('s1.txt');
  expect(again).toMatchObject({ version: 1, corrections: [{ by: '王芳\0' }] });
  expect((await edit(again, '17.25'))?.version).toBe(2);
});

it('takes none while a worker reads, who takes in those that are there', async () => {
  const before = await opened('s1.txt');
  await call('submit', folder, '--force');
  await expect(edit(before, '1')).rejects.toThrow('another process');
  await call('worker', '--drain');
  expect(await opened('s1.txt', new Desk(new QueueShelf(database)))).toEqual(before);
  const { entries } = await desk.listing({ offset: 0, limit: 1, q: 's1' });
  expect(entries).toMatchObject([{ corrected: 1 }]);
});

it('is served from the database, and gives its labels', async () => {
  const child = spawn(process.execPath, [CLI, 'review', '--by', '王芳'], {
    env: { ...process.env, HEBIAO_DATABASE: url },
  });
  const ended = once(child, 'close');
  const [said] = await once(child.stdout, 'data');
  const { total } = (await (await fetch(`${`${said}`.trim()}forms.json`)).json()) as { total: number };
  expect(total).toBe(3);
  child.kill('SIGINT');
  expect(await ended).toEqual([0, null]);
  const labels = join(freshFolder(), 'labels');
  expect(await call('review', '--export', labels)).toMatchObject({
    code: 0,
    out: expect.stringMatching(/^0\t/),
  });
});

it('is collected with its corrections, to go on in the folder', async () => {
  const out = await collected();
  const local = new Desk(await FolderShelf.at(out));
  const view = await opened('s1.txt', local);
  expect(view).toEqual(await opened('s1.txt'));
  const settled = contentsOf(out);
  await hebiao(['run', folder, '--out', out, '--quiet']);
  expect(contentsOf(out)).toEqual(settled);
  expect((await edit(view, '71.30', local))?.version).toBe(3);
  expect(await call('collect', '--out', out)).toMatchObject({
    code: 2,
    err: expect.stringContaining('--out'),
  });
  expect((await opened('s1.txt', local)).version).toBe(3);
});
