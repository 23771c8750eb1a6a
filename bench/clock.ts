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
