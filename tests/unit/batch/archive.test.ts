// What is in a zip archive, member by member: nothing lost, nothing that takes others along, nothing without bounds.

import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { DEFAULT_ALLOWANCE } from '../../../src/batch/allowance.ts';
import { answerTo } from '../../../src/batch/answer.ts';
import { type Member, unpack } from '../../../src/batch/archive.ts';
import { withMembers } from '../../../src/batch/members.ts';
import type { Found } from '../../../src/batch/walk.ts';
import { DEFAULT_PROFILE } from '../../../src/record/index.ts';
import { freshFolder } from '../../support/hebiao.ts';
import { type Packed, zipFrom } from '../../support/zip.ts';

const MANNER = {
  settings: { profile: DEFAULT_PROFILE },
  allowance: DEFAULT_ALLOWANCE,
  password: null,
  pages: null,
};

/** Each member's name with its content, or with why there is none. */
async function membersOf(...members: readonly Packed[]): Promise<readonly (readonly [string, string])[]> {
  const folder = join(freshFolder(), 'unpacked');
  const told: readonly Member[] = JSON.parse(await unpack(zipFrom(members), folder, DEFAULT_ALLOWANCE));
  return told.map(({ name, problem }, index) => [
    name,
    problem ? `${problem.status}: ${problem.reason}` : readFileSync(join(folder, String(index)), 'utf8'),
  ]);
}

/** The sources that an archive comes to, with their problems. */
async function sourcesIn(archive: Uint8Array, mostBytes = 1_000_000): Promise<readonly (string | null)[][]> {
  const path = join(freshFolder(), 'all.zip');
  writeFileSync(path, archive);
  const found: Found = { name: 'all.zip', path: Buffer.from(path), size: archive.length, problem: null };
  const sources = await withMembers([found], {
    folder: freshFolder(),
    mostBytes,
    unpack: (each, into) => answerTo({ kind: 'unpack', name: each.name, content: each, into }, MANNER),
  });
  return sources.map(({ name, problem }) => [name, problem && `${problem.status}: ${problem.reason}`]);
}

it('keeps two members of one name apart', async () => {
  const members = [
    { name: '表.txt', content: 'first' },
    { name: '表.txt', content: 'second' },
    { name: '表 (2).txt', content: 'third' },
  ];
  expect(await membersOf(...members)).toEqual([
    ['表.txt', 'first'],
    ['表 (2).txt', 'second'],
    ['表 (2) (2).txt', 'third'],
  ]);
});

it('reads names of any system, and never writes under them', async () => {
  const gbk = Buffer.from([0xb8, 0xbd, 0xbc, 0xfe, 0x2f, 0xd7, 0xd4, 0xc6, 0xc0, 0xb1, 0xed]); // 附件/自评表
  const slashed = Buffer.from([0xcf, 0xd8, 0x5c, 0x81, 0x5c]); // 县\乗, whose second byte is a backslash too
  const named = (...names: readonly (string | Uint8Array)[]) =>
    membersOf(
      ...names.map((name) => ({
        name: Buffer.concat([Buffer.from(name), Buffer.from('.txt')]),
        content: '',
      })),
    );
  expect((await named('自评表', gbk, slashed, '../up', '/etc/root')).map(([name]) => name)).toEqual([
    '自评表.txt',
    '附件/自评表.txt',
    '县/乗.txt',
    '../up.txt',
    '/etc/root.txt',
  ]);
});

it('passes over folders, debris and what is no document', async () => {
  const names = ['表.docx/', 'in/', '__MACOSX/a.txt', 'in/~$a.docx', '.a.txt', 'a.exe', 'a.txt'];
  const told = await membersOf(...names.map((name) => ({ name, content: '' })));
  expect(told).toEqual([['a.txt', '']]);
});

it('tells of a member that cannot be had, and hands out the others', async () => {
  const told = await membersOf(
    { name: 'locked.txt', content: 'x', isEncrypted: true },
    { name: 'odd.txt', content: 'x', method: 14 },
    { name: 'spoiled.txt', content: 'x', checksum: 1 },
    { name: 'swelling.txt', content: 'x'.repeat(5000), size: 10 },
    { name: 'good.txt', content: 'x' },
  );
  expect(told).toEqual([
    ['locked.txt', expect.stringMatching(/^encrypted: .*已加密.*\(.*encrypted/)],
    ['odd.txt', expect.stringMatching(/^unreadable: .*14/)],
    ['spoiled.txt', expect.stringMatching(/^unreadable: .*checksum/)],
    ['swelling.txt', expect.stringMatching(/^over-limit: /)],
    ['good.txt', 'x'],
  ]);
});

it('refuses what declares more than may be inflated, and writes nothing of it', async () => {
  const folder = join(freshFolder(), 'unpacked');
  const bomb = zipFrom([
    { name: 'a.txt', content: 'x', size: 300_000_000 },
    { name: 'b.txt', content: 'x', size: 300_000_000 },
  ]);
  await expect(unpack(bomb, folder, DEFAULT_ALLOWANCE)).rejects.toThrow('--max-inflated 400 MB');
  expect(existsSync(folder)).toBe(false);
});

it('opens archives in archives, three deep', async () => {
  let archive = zipFrom([{ name: 'deep.txt', content: 'x' }]);
  for (const level of [3, 2, 1]) {
    archive = zipFrom([
      { name: `${level}.zip`, content: archive },
      { name: `${level}.txt`, content: 'x' },
    ]);
  }
  expect(await sourcesIn(archive)).toEqual([
    ['all.zip/1.zip/2.zip/3.zip', expect.stringMatching(/^unreadable: .*3 deep/)],
    ['all.zip/1.zip/2.zip/3.txt', null],
    ['all.zip/1.zip/2.txt', null],
    ['all.zip/1.txt', null],
  ]);
});

it('stops opening archives in an archive when together they have grown over the limit', async () => {
  const inner = zipFrom([{ name: 'x.txt', content: 'x'.repeat(600) }]);
  const names = ['1.zip', '2.zip', '3.zip'];
  const archive = zipFrom(names.map((name) => ({ name, content: inner })));
  expect(await sourcesIn(archive, 900)).toEqual([
    ['all.zip/1.zip/x.txt', null],
    ['all.zip/2.zip', expect.stringMatching(/^over-limit: /)],
    ['all.zip/3.zip', expect.stringMatching(/^over-limit: /)],
  ]);
});

it('takes an archive without documents, or a torn one, for one source', async () => {
  const archive = zipFrom([{ name: 'a.exe', content: 'x' }]);
  expect(await sourcesIn(archive)).toEqual([['all.zip', null]]);
  expect(await sourcesIn(archive.slice(0, -9))).toEqual([
    ['all.zip', expect.stringMatching(/^unreadable: .*zip structure is incomplete/)],
  ]);
});

it('does not blame an archive for a folder that cannot be written', async () => {
  const bytes = zipFrom([{ name: 'a.txt', content: 'x' }]);
  const into = join(freshFolder(), 'file');
  writeFileSync(into, '');
  const job = { kind: 'unpack', name: 'a.zip', content: { bytes }, into: join(into, 'below') } as const;
  expect(await answerTo(job, MANNER)).toMatchObject({ status: 'refused' });
  expect(readdirSync(join(into, '..'))).toEqual(['file']);
});
