// The library as a program uses it: one source, or many with back-pressure.

import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { Decimal, read, readAll, reportFrom, reportJson, version } from '../../src/index.ts';
import { fixture } from '../support/hebiao.ts';

const S1 = fixture('s1/source.txt');
const SEEDS = fixture('seeds/source.txt');

async function all<T>(things: AsyncIterable<T>): Promise<readonly T[]> {
  const list: T[] = [];
  for await (const thing of things) list.push(thing);
  return list;
}

it('reads a path or bytes', async () => {
  const byPath = await read(S1);
  const byBytes = await read(new Uint8Array(readFileSync(S1)), { name: 'source.txt' });
  expect(byBytes).toEqual(byPath);
  expect(byPath.evaluations[0]?.total.score).toEqual(new Decimal(9712n, 2));
  expect(reportFrom(reportJson(byPath))).toEqual(byPath);
  expect(version).toMatch(/^\d/);
});

it('gives a report with a fatal line for what is no document, and rejects where there is no file', async () => {
  const report = await read(new TextEncoder().encode('nothing'));
  expect(report.diagnostics.map(({ level }) => level)).toContain('fatal');
  await expect(read('/nowhere')).rejects.toThrow('ENOENT');
});

it('gives the reports of many sources in their order', async () => {
  const sources = [SEEDS, S1, '/nowhere', { name: 'bytes', bytes: new Uint8Array(readFileSync(S1)) }, SEEDS];
  const reports = await all(readAll(sources, { jobs: 2 }));
  expect(reports.map(({ evaluations }) => evaluations.length)).toEqual([2, 1, 0, 1, 2]);
  expect(reports.map(({ source }) => source.name)).toEqual([
    'source.txt',
    'source.txt',
    'nowhere',
    'bytes',
    'source.txt',
  ]);
});

it('reads no further ahead than it must, and ends when it is broken off', async () => {
  let asked = 0;
  function* endless(): Generator<string> {
    for (;;) {
      asked += 1;
      yield S1;
    }
  }
  let taken = 0;
  for await (const report of readAll(endless(), { jobs: 2 })) {
    expect(report.evaluations).toHaveLength(1);
    taken += 1;
    if (taken === 5) break;
  }
  expect(asked).toBeLessThanOrEqual(5 + 3);
});

it('keeps the limits that it is given', async () => {
  const [report] = await all(readAll([SEEDS], { limits: { bytes: 100 } }));
  expect(report?.diagnostics[0]).toMatchObject({ level: 'fatal', code: 'over-limit' });
});
