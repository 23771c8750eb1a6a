// Bad input: one clear fatal diagnostic and exit code 3.

import { spawn } from 'node:child_process';
import { chmodSync, closeSync, mkdirSync, openSync, writeFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { freshFolder, hebiao } from '../support/hebiao.ts';

const folder = freshFolder();
const noise = Uint8Array.from({ length: 4096 }, (_, index) => (index * 7919 + (index >> 3) * 31) % 256);

const BAD: readonly (readonly [name: string, content: string | Uint8Array])[] = [
  ['empty.txt', ''],
  ['binary.bin', noise],
  ['letter.txt', '尊敬的领导：\n这是一封信，里面没有表。\n'],
  ['invalid.txt', Uint8Array.from([0xef, 0xbb, 0xbf, 0xff, 0xfe, 0xfd, 0x80, 0x81, 0x0a])],
  ['truncated.pdf', '%PDF-1.7\n1 0 obj\n<<'],
  ['broken.docx', Uint8Array.from([0x50, 0x4b, 0x03, 0x04, ...noise.slice(0, 200)])],
  ['broken.png', Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, ...noise.slice(0, 100)])],
];

it.each(BAD)('%s gives one fatal diagnostic and exit code 3', async (name, content) => {
  const path = join(folder, name);
  writeFileSync(path, content);
  const { code, out } = await hebiao(['read', path]);
  const { diagnostics, evaluations } = JSON.parse(out);
  const fatal = diagnostics.filter(({ level }: { level: string }) => level === 'fatal');
  expect(fatal).toHaveLength(1);
  expect(fatal[0].message.zh.length).toBeGreaterThan(5);
  expect(evaluations).toEqual([]);
  expect(code).toBe(3);
});

it('refuses a folder and an unreadable file in words', async () => {
  mkdirSync(join(folder, 'inner'));
  const { code, out } = await hebiao(['check', join(folder, 'inner')]);
  expect({ code, out }).toEqual({ code: 3, out: expect.stringContaining('hebiao run') });
});

it.skipIf(process.getuid?.() === 0)('says when a file may not be read', async () => {
  const path = join(folder, 'secret.txt');
  writeFileSync(path, 'x');
  chmodSync(path, 0);
  expect(await hebiao(['check', path])).toMatchObject({ code: 3, out: expect.stringContaining('权限') });
});

it('gives up on 100 MB of tabs', async () => {
  const path = join(folder, 'tabs.txt');
  const file = openSync(path, 'w');
  const megabyte = Buffer.alloc(1_000_000, '\t');
  for (let count = 0; count < 100; count++) writeSync(file, megabyte);
  closeSync(file);
  const { code, out } = await hebiao(['read', path]);
  expect(JSON.parse(out).diagnostics[0].level).toBe('fatal');
  expect(code).toBe(3);
});

it('kills what takes too much time or memory, and says so', async () => {
  const path = join(folder, 'tabs.txt');
  const memory = await hebiao(['read', path, '--memory', '80']);
  expect(memory.code).toBe(3);
  expect(JSON.parse(memory.out).diagnostics[0].code).toMatch(/over-limit|crashed/);
});

it('leaves no child behind when it is killed', async () => {
  const child = spawn(process.execPath, [new URL('../../src/cli.ts', import.meta.url).pathname, 'read', '-']);
  child.kill('SIGKILL');
  expect(await new Promise((settle) => child.on('close', (_, signal) => settle(signal)))).toBe('SIGKILL');
});
