// The program as its users start it: a process with arguments, its output and its exit code.

import { spawn } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const CLI = new URL('../../src/cli.ts', import.meta.url).pathname;

export interface Ended {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

/** `input` is what standard input holds; `env` is added to the environment. */
export interface Circumstances {
  readonly input?: string | Uint8Array;
  readonly env?: Readonly<Record<string, string>>;
  readonly cwd?: string;
}

export function hebiao(args: readonly string[], { input, env, cwd }: Circumstances = {}): Promise<Ended> {
  const child = spawn(process.execPath, [CLI, ...args], { env: { ...process.env, LANG: 'C', ...env }, cwd });
  const out: Buffer[] = [];
  const err: Buffer[] = [];
  child.stdout.on('data', (chunk: Buffer) => out.push(chunk));
  child.stderr.on('data', (chunk: Buffer) => err.push(chunk));
  child.stdin.on('error', () => {}); // a program that does not read its input closes it
  child.stdin.end(input ?? '');
  return new Promise((settle, fail) => {
    child.on('error', fail);
    child.on('close', (code) => settle({ code, out: `${Buffer.concat(out)}`, err: `${Buffer.concat(err)}` }));
  });
}

export function freshFolder(): string {
  return mkdtempSync(join(tmpdir(), 'hebiao-test-'));
}

export function fixture(name: string): string {
  return new URL(`../../fixtures/${name}`, import.meta.url).pathname;
}
