// Nothing is left running when the main process is killed, not even a child that hangs and hears nothing.

import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { expect, it } from 'vitest';

const ORPHAN = new URL('../../src/batch/orphan.ts', import.meta.url).href;

/** A parent whose child starts the watching thread and then spins. */
const PARENT = `
  import { spawn } from 'node:child_process';
  const busy = "import { Worker } from 'node:worker_threads'; new Worker(new URL('${ORPHAN}'), { execArgv: [] }).once('message', () => { for (;;); });";
  const child = spawn(process.execPath, ['--input-type=module', '-e', busy], { stdio: 'ignore' });
  console.log(child.pid);
  setInterval(() => {}, 1000);
`;

it.skipIf(process.platform !== 'linux')('ends a child that spins when its parent is killed', async () => {
  const parent = spawn(process.execPath, ['--input-type=module', '-e', PARENT], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const [line] = await new Promise<string[]>((settle) =>
    parent.stdout.once('data', (data) => settle(`${data}`.split('\n'))),
  );
  await pause(1_500);
  expect(existsSync(`/proc/${line}`)).toBe(true);
  parent.kill('SIGKILL');
  for (let waited = 0; waited < 50 && existsSync(`/proc/${line}`); waited++) await pause(200);
  expect(existsSync(`/proc/${line}`)).toBe(false);
});
