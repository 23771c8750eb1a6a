// One writer for a folder: however many come at the same moment, one has it.

import { readdirSync, utimesSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { lock, Occupied } from '../../../src/batch/lock.ts';
import { freshFolder } from '../../support/hebiao.ts';

async function comers(out: string, count: number): Promise<readonly string[]> {
  const fates = await Promise.allSettled(Array.from({ length: count }, () => lock(out)));
  return fates.map((fate) => (fate.status === 'fulfilled' ? 'has it' : fate.reason.constructor.name));
}

const ONE_OF_FIVE = ['Occupied', 'Occupied', 'Occupied', 'Occupied', 'has it'];

it('is had by one of those who come at the same moment', async () => {
  expect((await comers(freshFolder(), 5)).toSorted()).toEqual(ONE_OF_FIVE);
});

it('is taken over from a dead process by one of those who find it', async () => {
  for (let times = 0; times < 20; times++) {
    const out = freshFolder();
    const dead = { host: hostname(), process: process.pid, started: 'earlier' };
    writeFileSync(join(out, '.lock'), JSON.stringify(dead));
    expect((await comers(out, 5)).toSorted()).toEqual(ONE_OF_FIVE);
    expect(readdirSync(out)).toEqual(['.lock']);
  }
});

it('is free again when it is released, and an empty one when it is old', async () => {
  const out = freshFolder();
  const release = await lock(out);
  await expect(lock(out)).rejects.toThrow(Occupied);
  await release();
  writeFileSync(join(out, '.lock'), '');
  await expect(lock(out)).rejects.toThrow(Occupied);
  utimesSync(join(out, '.lock'), 1, 1);
  await (await lock(out))();
  expect(readdirSync(out)).toEqual([]);
});
