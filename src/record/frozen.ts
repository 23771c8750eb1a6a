// What a schema describes, as data that nobody changes: all the way down, and exact numbers as they are.

import type { Decimal } from '../number/decimal.ts';

export type Frozen<T> = T extends Decimal
  ? T
  : T extends object
    ? { readonly [K in keyof T]: Frozen<T[K]> }
    : T;
