// Forms per second by carrier, all fixtures of each, in one process; then PDF pages, in a process of their own.
// Surprise: that process has the flags of one that reads for `run`: they keep the compiler and the collector on its thread, where their time counts.

import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { CHILD_FLAGS } from '../src/batch/worker.ts';
import type { Source } from '../src/ingest/source.ts';
import { outcomeOf } from '../src/pipeline.ts';
import { DEFAULT_PROFILE } from '../src/record/index.ts';
import { measured } from './clock.ts';
import { fixturesOf } from './fixtures.ts';

async function formsIn(sources: readonly Source[]): Promise<number> {
  let forms = 0;
  for (const source of sources)
    forms += (await outcomeOf(source, { profile: DEFAULT_PROFILE })).evaluations.length;
  return forms;
}

console.log('\nby carrier, all fixtures of each, in one process');
for (const ending of ['txt', 'html', 'docx', 'xlsx', 'pdf']) {
  const sources = fixturesOf(ending);
  const { perSecond } = await measured(ending, () => formsIn(sources));
  console.log(`${ending.padEnd(10)} ${perSecond.toFixed(0).padStart(7)} forms/s  ${sources.length} files`);
}
const pages = fileURLToPath(new URL('pages.ts', import.meta.url));
spawnSync(process.execPath, [...CHILD_FLAGS, pages], { stdio: 'inherit' });
