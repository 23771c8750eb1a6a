// Workers as processes that can be killed at any moment, and started again.

import { type ChildProcess, spawn } from 'node:child_process';

const CLI = new URL('../../src/cli.ts', import.meta.url).pathname;

export interface WorkerProcess {
  readonly child: ChildProcess;
  readonly ended: Promise<{ readonly code: number | null; readonly out: string; readonly err: string }>;
}

export function startWorker(url: string, args: readonly string[]): WorkerProcess {
  const child = spawn(process.execPath, [CLI, 'worker', '--quiet', ...args], {
    env: { ...process.env, HEBIAO_DATABASE: url },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const texts = { out: '', err: '' };
  child.stdout.on('data', (chunk) => {
    texts.out += chunk;
  });
  child.stderr.on('data', (chunk) => {
    texts.err += chunk;
  });
  return { child, ended: new Promise((settle) => child.on('close', (code) => settle({ code, ...texts }))) };
}

/** Dice that fall the same way every time. */
export function diceFrom(seed: number): (sides: number) => number {
  let state = seed;
  return (sides) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * sides);
  };
}
