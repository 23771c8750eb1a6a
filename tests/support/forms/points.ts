// Points that a first level shares out among its rows.

import type { Chance } from '../scan/random.ts';
import { atPlaces, type Fixed, fixed } from './exact.ts';

/** Points that add up to the whole exactly: whole ones, or halves. */
export function pointsOf(
  chance: Chance,
  whole: Fixed,
  { count, halves }: { count: number; halves: boolean },
): Fixed[] {
  const places = halves ? 1 : 0;
  const step = halves ? 5n : 1n;
  let left = atPlaces(whole, places) / step;
  return Array.from({ length: count }, (_, at) => {
    const rest = BigInt(count - at - 1);
    const even = left / (rest + 1n);
    const share = rest === 0n ? left : even + BigInt(chance.whole(0, 2) - 1);
    const taken = share < 1n ? 1n : share > left - rest ? left - rest : share;
    left -= taken;
    return fixed(taken * step, places);
  });
}
