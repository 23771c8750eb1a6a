// Exact numbers as they are printed.

export * from './decimal.ts';
export * from './printed.ts';
export * from './quantity.ts';
export type { Ratio } from './ratio.ts';
export * as exact from './ratio.ts';
export * from './rounding.ts';
