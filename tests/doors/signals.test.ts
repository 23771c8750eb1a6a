// A run and what comes from outside: a terminal that is closed, nohup, standard error without a reader.

import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { fixture, freshFolder } from '../support/hebiao.ts';

const CLI = new URL('../../src/cli.ts', import.meta.url).pathname;
const S1 = readFileSync(fixture('s1/source.txt'), 'utf8');

function many(count: number): string {
  const folder = join(freshFolder(), 'many');
  mkdirSync(folder);
  for (let index = 0; index < count; index++)
    writeFileSync(join(folder, `${index}.txt`), `${S1}${'\n'.repeat(index)}`);
  return folder;
}

async function until(isSo: () => boolean): Promise<void> {
  while (!isSo()) await pause(20);
}

const isUnderWay = (out: string): boolean => existsSync(join(out, 'journal.ndjson'));

const hasTerminals = process.platform === 'linux' && spawnSync('script', ['--version']).status === 0;
if (!hasTerminals) console.warn('skipped: a terminal can only be closed where there is `script`');

it.skipIf(!hasTerminals)('stops in order when its terminal is closed', async () => {
  const out = join(freshFolder(), 'out');
  const command = `'${process.execPath}' '${CLI}' run '${many(300)}' --out '${out}'`;
  const terminal = spawn('script', ['-qc', command, '/dev/null'], { stdio: ['pipe', 'ignore', 'ignore'] });
  await until(() => isUnderWay(out));
  terminal.kill('SIGKILL');
  await until(() => !existsSync(join(out, '.lock')));
  expect(readdirSync(out, { recursive: true }).filter((name) => /partial|lock/.test(`${name}`))).toEqual([]);
  expect(readdirSync(out)).not.toContain('forms.csv');
  expect(readFileSync(join(out, 'journal.ndjson'), 'utf8')).not.toContain('"fatal":1');
});

it('goes on after a hangup where no terminal is attached, as under nohup', async () => {
  const out = join(freshFolder(), 'out');
  const child = spawn(process.execPath, [CLI, 'run', many(60), '--out', out, '--quiet'], {
    stdio: 'ignore',
    detached: true,
  });
  const ended = new Promise((settle) => child.on('close', settle));
  await until(() => isUnderWay(out));
  process.kill(-(child.pid ?? 0), 'SIGHUP');
  expect(await ended).toBe(1);
  expect(readFileSync(join(out, 'journal.ndjson'), 'utf8').trimEnd().split('\n')).toHaveLength(60);
});

it('goes on where nobody reads its progress any more', () => {
  const out = join(freshFolder(), 'out');
  const command = `'${process.execPath}' '${CLI}' run '${many(3)}' --out '${out}' --fail-on fatal 2>&1 >/dev/null | true; echo \${PIPESTATUS[0]}`;
  expect(execFileSync('bash', ['-c', command], { encoding: 'utf8' })).toBe('0\n');
  expect(readdirSync(out)).toContain('index.html');
});
