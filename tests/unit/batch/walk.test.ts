// What is found under paths: names in any script and encoding, loops, debris.

import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { documentsUnder } from '../../../src/batch/walk.ts';
import { freshFolder } from '../../support/hebiao.ts';

const foundUnder = (...paths: readonly string[]) => documentsUnder(paths);

it('finds names in any script and encoding', async () => {
  const folder = freshFolder();
  const gbk = Buffer.from([0xd7, 0xd4, 0xc6, 0xc0, 0xb1, 0xed]); // 自评表
  writeFileSync(Buffer.concat([Buffer.from(`${folder}/`), gbk, Buffer.from('.txt')]), 'x');
  for (const name of ['таблица.pdf', 'جدول.docx', '表 格\n1.txt', '😀.html'])
    writeFileSync(join(folder, name), 'x');
  const found = await foundUnder(folder);
  expect(found.map(({ name }) => name).toSorted()).toEqual(
    ['таблица.pdf', 'جدول.docx', '表 格\n1.txt', '自评表.txt', '😀.html'].toSorted(),
  );
  expect(found.every(({ problem, size }) => problem === null && size === 1)).toBe(true);
});

it('visits every real file once, whatever links lead to it', async () => {
  const folder = freshFolder();
  mkdirSync(join(folder, 'a', 'b'), { recursive: true });
  writeFileSync(join(folder, 'a', 'b', 'x.txt'), 'x');
  symlinkSync('../..', join(folder, 'a', 'b', 'loop'));
  symlinkSync('a', join(folder, 'again'));
  symlinkSync('self', join(folder, 'self'));
  const found = await foundUnder(folder, join(folder, 'a'));
  expect(found.map(({ name, problem }) => [name, problem?.status ?? null])).toEqual([
    ['a/b/x.txt', null],
    ['self', 'unreadable'],
  ]);
});

it('takes what is named whatever it is called, and of folders only documents', async () => {
  const folder = freshFolder();
  for (const name of ['x.json', '.hidden.txt', '~$x.docx', 'x.TXT', 'noending'])
    writeFileSync(join(folder, name), 'x');
  expect((await foundUnder(folder)).map(({ name }) => name)).toEqual(['x.TXT']);
  expect(
    (await foundUnder(join(folder, 'x.json'), join(folder, 'noending'))).map(({ name }) => name),
  ).toEqual(['noending', 'x.json']);
});

it('names a file by its path where another one has the same name', async () => {
  const folder = freshFolder();
  for (const name of ['a', 'b']) {
    mkdirSync(join(folder, name));
    writeFileSync(join(folder, name, 'x.txt'), name);
  }
  writeFileSync(join(folder, 'b', 'y.txt'), 'y');
  const [a, b] = ['a', 'b'].map((name) => join(folder, name));
  const names = async (...paths: readonly string[]) => (await foundUnder(...paths)).map(({ name }) => name);
  expect(await names(`${a}/x.txt`, `${b}/x.txt`)).toEqual([`${a}/x.txt`, `${b}/x.txt`]);
  expect(await names(`${b}`, `${a}`)).toEqual([`${a}/x.txt`, `${b}/x.txt`, 'y.txt']);
  expect(await names(folder)).toEqual(['a/x.txt', 'b/x.txt', 'b/y.txt']);
});

it('finds what a list from Chinese Windows spells, also where a part of it passes for UTF-8', async () => {
  const folder = freshFolder();
  mkdirSync(join(folder, '通知'));
  writeFileSync(join(folder, '通知', '附件.txt'), 'x');
  const gbk = Buffer.from([0xcd, 0xa8, 0xd6, 0xaa, 0x2f, 0xb8, 0xbd, 0xbc, 0xfe]); // 通知/附件
  const found = await documentsUnder([Buffer.concat([Buffer.from(`${folder}/`), gbk, Buffer.from('.txt')])]);
  expect(found).toMatchObject([{ name: '附件.txt', problem: null }]);
});

it('says of a path with brackets why it cannot be opened, and of a pattern that nothing matches', async () => {
  const folder = freshFolder();
  symlinkSync('x[1].txt', join(folder, 'x[1].txt'));
  const found = await foundUnder(...['x[1].txt', 'y[1].txt', '*.pdf'].map((name) => join(folder, name)));
  expect(found.map(({ problem }) => problem?.reason.replace(/ .*/, ''))).toEqual([
    '没有与之相符的文件',
    '符号链接成环',
    '没有这个文件',
  ]);
});
