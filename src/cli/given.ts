// The SOURCE arguments of a command → what the workers read; `-` is standard input.

import { buffer } from 'node:stream/consumers';
import type { Job } from '../batch/job.ts';
import { type Given, jobOf } from '../batch/reports.ts';
import { toldApart } from '../batch/walk.ts';

export async function jobsFrom(sources: readonly string[], kind: Job['kind']): Promise<readonly Job[]> {
  const jobs = await Promise.all(sources.map(async (source) => jobOf(await givenBy(source), kind)));
  const names = toldApart(jobs.map(({ name }, at) => ({ name, path: sources[at] ?? name })));
  return jobs.map((job, at) => ({ ...job, name: names[at] ?? job.name }));
}

export async function givenBy(source: string): Promise<Given> {
  if (source !== '-') return source;
  return { name: '-', bytes: new Uint8Array(await buffer(process.stdin)) };
}
