// What becomes of children that die, hang or swell: their source is told, their neighbours are answered, nothing is left behind.

import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, expect, it } from 'vitest';
import { DEFAULT_ALLOWANCE } from '../../../src/batch/allowance.ts';
import type { Answer, Manner } from '../../../src/batch/job.ts';
import { Pool } from '../../../src/batch/pool.ts';
import { DEFAULT_PROFILE } from '../../../src/record/index.ts';
import { freshFolder } from '../../support/hebiao.ts';

const NAUGHTY = new URL('../../support/naughty.ts', import.meta.url);
const MANNER: Manner = {
  settings: { profile: DEFAULT_PROFILE },
  allowance: { ...DEFAULT_ALLOWANCE, seconds: 3, memory: 300 * 1024 * 1024 },
  password: null,
  pages: null,
};
const pool = new Pool(MANNER, 2, NAUGHTY);
afterAll(() => pool.stop());

const answer = (name: string, from = pool): Promise<Answer> =>
  from.answer({ kind: 'report', name, content: { bytes: new Uint8Array() }, into: null });

it.each([
  ['exit', 'crashed', /exit 7/],
  ['abort', 'crashed', /SIGABRT/],
  ['hang', 'timed-out', /3 s/],
  ['swell', 'over-limit', /300 MiB/],
])('tells of a child that does %s', async (name, status, reason) => {
  expect(await answer(name)).toMatchObject({ status, reason: expect.stringMatching(reason) });
  expect(await answer('fine')).toMatchObject({ status: 'done' });
});

/** A program for children, as a file. */
function programOf(text: string): URL {
  const path = join(freshFolder(), 'program.mjs');
  writeFileSync(path, text);
  return pathToFileURL(path);
}

it('blames no source for a child that cannot start', async () => {
  const own = new Pool(MANNER, 1, programOf('process.abort()'));
  const reason = expect.stringContaining('SIGABRT');
  expect(await answer('fine', own)).toMatchObject({ status: 'refused', reason });
});

it('starts another child for one that was killed while it started', async () => {
  const mark = join(freshFolder(), 'started');
  const killed = `
    import { existsSync, writeFileSync } from 'node:fs';
    if (!existsSync('${mark}')) {
      writeFileSync('${mark}', '');
      process.kill(process.pid, 'SIGKILL');
    }
    await import('${NAUGHTY}');`;
  const own = new Pool(MANNER, 1, programOf(killed));
  expect(await answer('fine', own)).toMatchObject({ status: 'done' });
  own.stop();
});

it('answers the neighbours of poisoned sources', async () => {
  const names = ['fine', 'exit', 'fine', 'abort', 'fine', 'fine', 'exit', 'fine'];
  const answers = await Promise.all(names.map((name) => answer(name)));
  expect(answers.map(({ status }) => status)).toEqual(
    names.map((name) => (name === 'fine' ? 'done' : 'crashed')),
  );
});

it('keeps a child as long as it behaves', async () => {
  const own = new Pool(MANNER, 1, NAUGHTY);
  const pids = await Promise.all(Array.from({ length: 20 }, () => answer('fine', own)));
  own.stop();
  expect(new Set(pids.map((each) => (each.status === 'done' ? each.text : ''))).size).toBe(1);
});

it('answers what waits with `stopped` when it is stopped', async () => {
  const own = new Pool(MANNER, 1, NAUGHTY);
  const waiting = Promise.all([answer('hang', own), answer('fine', own), answer('fine', own)]);
  setTimeout(() => own.stop(), 300);
  expect((await waiting).map(({ status }) => status)).toEqual(['stopped', 'stopped', 'stopped']);
});

it('takes no more than it has room for', async () => {
  const own = new Pool(MANNER, 2, NAUGHTY);
  let given = 0;
  for (let count = 0; count < 10; count++) {
    await own.room();
    given += 1;
    void answer(count < 2 ? 'hang' : 'fine', own);
    if (given === 4) break;
  }
  const full = await Promise.race([
    own.room().then(() => 'room'),
    new Promise((settle) => setTimeout(() => settle('full'), 300)),
  ]);
  expect(full).toBe('full');
  own.stop();
});
