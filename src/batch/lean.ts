// Keeps the main process small while thousands of reports pass through it.
// Surprise: what grows is not what is held (60 MiB at 10,000 sources) but what the collector lets lie, because the machine has room for it.

import { setFlagsFromString } from 'node:v8';

/**
 * New objects may take no more room than they begin with, and the old ones a third more than is alive, before garbage is collected.
 * Measured on 10,000 kept sources: 356 MiB at most without, 256–268 with the first alone, 189 with both; time the same within a fifth.
 */
export function collectEarly(): void {
  setFlagsFromString('--semi-space-growth-factor=1');
  setFlagsFromString('--heap-growing-percent=30');
}
