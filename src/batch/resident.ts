// How much memory another process holds, asked of the operating system and not of the process: a hanging one does not answer.
// Surprise: where there is no /proc it is 0, so that the heap limit given to the child is the only one left.

import { readFileSync } from 'node:fs';

/** Pages of /proc/PID/statm; 4 KiB on every Linux that Node supports except some arm64 kernels, where this errs on the low side. */
const PAGE_BYTES = 4096;

export function residentBytes(pid: number | undefined): number {
  if (pid === undefined || process.platform !== 'linux') return 0;
  try {
    const pages = readFileSync(`/proc/${pid}/statm`, 'utf8').split(' ')[1];
    return Number(pages ?? 0) * PAGE_BYTES;
  } catch {
    return 0;
  }
}
