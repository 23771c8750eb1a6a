// What a source may cost before it is stopped.

import { DEFAULT_LIMITS } from '../ingest/source.ts';
import type { Allowance } from './job.ts';

const MEBIBYTE = 1024 * 1024;

/**
 * Seconds: a scanned page takes a few, so that a hundred pages pass; a hang costs a worker five minutes.
 * Memory: both recognizers and a page of 100 megapixels fit in 2 GiB. Bytes: the largest real annexes are below 100 MiB.
 */
export const DEFAULT_ALLOWANCE: Allowance = {
  ...DEFAULT_LIMITS,
  seconds: 300,
  memory: 2048 * MEBIBYTE,
  bytes: 512 * MEBIBYTE,
};
