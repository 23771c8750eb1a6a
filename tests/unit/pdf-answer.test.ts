// A decoder that has fallen silent is given up; one that works on our thread for long is not.

import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { answered } from '../../src/ingest/pdf/answer.ts';

let idle = 0;

beforeEach(() => {
  idle = 0;
  vi.useFakeTimers();
  vi.spyOn(performance, 'eventLoopUtilization').mockImplementation(() => ({
    idle,
    active: 0,
    utilization: 0,
  }));
});
afterEach(() => {
  vi.restoreAllMocks();
  vi.useRealTimers();
});

/** Lets the clock run on, our thread waiting for `idleFor` of it. */
async function pass(milliseconds: number, idleFor: number): Promise<void> {
  idle += idleFor;
  await vi.advanceTimersByTimeAsync(milliseconds);
}

it('work on our thread is no silence, however long', async () => {
  const { promise, resolve } = Promise.withResolvers<string>();
  const answer = answered(promise);
  await pass(60_000, 1_000);
  resolve('done');
  expect(await answer).toBe('done');
});

it('a decoder that lets our thread wait is given up', async () => {
  const refused = expect(answered(new Promise(() => {}))).rejects.toMatchObject({ code: 'unreadable' });
  await pass(60_000, 1_000);
  await pass(6_000, 6_000);
  await refused;
});
