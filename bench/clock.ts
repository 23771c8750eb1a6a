// Work per second of processor time, so that a busy machine gives the figures of an idle one.

export interface Measured {
  readonly name: string;
  readonly perSecond: number;
}

/** Rounds of `work` until the seconds are up; `work` says how many things it did. The first round warms up and does not count. */
export async function measured(
  name: string,
  work: () => Promise<number> | number,
  seconds = 3,
): Promise<Measured> {
  await work();
  let done = 0;
  const start = processorSeconds();
  while (processorSeconds() - start < seconds) done += await work();
  return { name, perSecond: done / (processorSeconds() - start) };
}

function processorSeconds(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1_000_000;
}

/**
 * Seconds of processor time that each of two kinds of work takes for all things, on average over rounds. They take turns, thing by thing, and at going
 * first.
 */
export async function compared<T>(
  things: readonly T[],
  works: readonly [(thing: T) => Promise<unknown>, (thing: T) => Promise<unknown>],
  { warm, rounds }: { readonly warm: number; readonly rounds: number },
): Promise<readonly [number, number]> {
  const seconds: [number, number] = [0, 0];
  for (let round = -warm; round < rounds; round++) {
    for (const thing of things) {
      for (const at of round % 2 === 0 ? ([0, 1] as const) : ([1, 0] as const)) {
        const start = processorSeconds();
        await works[at](thing);
        if (round >= 0) seconds[at] += (processorSeconds() - start) / rounds;
      }
    }
  }
  return seconds;
}
