// A seed → draws: the same seed gives the same report on every machine.

import { randomOf } from '../mutate.ts';

export interface Dice {
  /** A whole number, both ends included. */
  readonly between: (least: number, most: number) => number;
  readonly chance: (share: number) => boolean;
  readonly oneOf: <T>(values: readonly [T, ...T[]]) => T;
}

export function diceOf(seed: number): Dice {
  const random = randomOf(Math.imul(seed + 1, 2_654_435_761));
  const between = (least: number, most: number) => least + Math.floor(random() * (most - least + 1));
  return {
    between,
    chance: (share) => random() < share,
    oneOf: (values) => values[between(0, values.length - 1)] ?? values[0],
  };
}
