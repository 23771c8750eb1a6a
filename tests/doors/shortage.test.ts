// The system gives no room, no file handles or no right to write: one clear line, exit code 3, no half files, and the run goes on later.

import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { fixture, freshFolder, hebiao } from '../support/hebiao.ts';

const CLI = new URL('../../src/cli.ts', import.meta.url).pathname;
const folder = join(freshFolder(), 'many');
mkdirSync(folder);
const S1 = readFileSync(fixture('s1/source.txt'), 'utf8');
for (let index = 0; index < 20; index++)
  writeFileSync(join(folder, `${index}.txt`), `${S1}${'\n'.repeat(index)}`);

const disk = freshFolder();
const mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=400k', 'tmpfs', disk]).status === 0;
if (!mounted) console.warn('skipped: a full disk can only be tried where a small tmpfs can be mounted');
afterAll(() => {
  if (mounted) execFileSync('umount', [disk]);
});

const calm = async (): Promise<string> => {
  const out = join(freshFolder(), 'out');
  await hebiao(['run', folder, '--out', out]);
  return out;
};

const resultsOf = (out: string): readonly string[] =>
  ['forms.csv', 'funding.csv', 'indicators.csv', 'narrative.csv', 'findings.csv']
    .map((name) => readFileSync(join(out, name), 'utf8'))
    .concat(readdirSync(join(out, 'reports')).toSorted());

it.skipIf(!mounted)(
  'stops on a full disk, leaves no half files, and goes on when there is room',
  async () => {
    const out = join(disk, 'out');
    const full = await hebiao(['run', folder, '--out', out, '--quiet']);
    expect(full).toMatchObject({ code: 3, err: expect.stringContaining('no space left') });
    expect(readdirSync(out, { recursive: true }).filter((name) => /partial/.test(`${name}`))).toEqual([]);
    for (const name of readdirSync(join(out, 'reports')))
      JSON.parse(readFileSync(join(out, 'reports', name), 'utf8'));
    execFileSync('mount', ['-o', 'remount,size=50m', disk]);
    const again = await hebiao(['run', folder, '--out', out]);
    expect(again.code).toBeLessThan(2);
    expect(resultsOf(out)).toEqual(resultsOf(await calm()));
    execFileSync('mount', ['-o', 'remount,ro', disk]);
    const refused = await hebiao(['run', folder, '--out', join(disk, 'other'), '--quiet']);
    expect(refused).toMatchObject({ code: 3, err: expect.stringContaining('read-only') });
  },
);

it.each(['/proc/nowhere', '', join(folder, '0.txt'), join(folder, '0.txt', 'below')])(
  'takes %j, where no folder can be, for a wrong command line',
  async (out) => {
    for (const args of [
      ['run', folder],
      ['inspect', join(folder, '0.txt'), '--stage', 'bind'],
    ]) {
      const { code, err } = await hebiao([...args, '--out', out]);
      expect({ code, lines: err.trimEnd().split('\n').length }).toEqual({ code: 2, lines: 1 });
      expect(err).toContain('--out');
    }
  },
);

it('says that standard output cannot be written', async () => {
  const command = `"${process.execPath}" "${CLI}" read "${join(folder, '0.txt')}" > /dev/full`;
  const { status, stderr } = spawnSync('bash', ['-c', command], { encoding: 'utf8' });
  expect(stderr).toContain('no space left');
  expect({ status, lines: stderr.trimEnd().split('\n').length }).toEqual({ status: 3, lines: 1 });
});

it('stops without file handles, blames no source, and goes on when there are some', async () => {
  const out = join(freshFolder(), 'out');
  const command = `ulimit -n 30; exec "${process.execPath}" "${CLI}" run "${folder}" --out "${out}" --quiet`;
  const { status, stderr } = spawnSync('bash', ['-c', command], { encoding: 'utf8' });
  expect({ status, stderr }).toEqual({ status: 3, stderr: expect.stringContaining('too many open files') });
  expect((await hebiao(['run', folder, '--out', out])).code).toBeLessThan(2);
  expect(resultsOf(out)).toEqual(resultsOf(await calm()));
});
