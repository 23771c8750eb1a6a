// Quantities of indicators: `≥98%`, `≤12小时`, `700元/人次`. What is no plain quantity (同比下降5%, 更加有序) is null.

import type { Decimal } from './decimal.ts';

export const COMPARATORS = ['≥', '≤', '>', '<', '='] as const;
export type Comparator = (typeof COMPARATORS)[number];

export interface Quantity {
  readonly comparator: Comparator | null;
  readonly amount: Decimal;
  readonly unit: string | null;
}
