// Sources → their reports, in the order of the sources, each read in a child process.
// Surprise: a few are read ahead of the one that is handed out; who takes slowly makes the reading slow, never the memory large.

import { basename } from 'node:path';
import type { Report } from '../record/index.ts';
import { reportFrom } from '../write/index.ts';
import { contentFacts, NO_CONTENT, reasonOf } from './content.ts';
import { fatalReport } from './fatal.ts';
import type { Answer, Content, Job, Manner } from './job.ts';
import { Pool } from './pool.ts';
import { failed } from './refusal.ts';

/** What can be read: a path, or bytes with a name. */
export type Given = string | { readonly name: string; readonly bytes: Uint8Array };

export interface Answered {
  readonly job: Job;
  readonly answer: Answer;
}

export function jobOf(given: Given, kind: Job['kind']): Job {
  const content: Content = typeof given === 'string' ? { path: given } : { bytes: given.bytes };
  return { kind, name: typeof given === 'string' ? basename(given) : given.name, content, into: null };
}

export async function* answersOf(
  jobs: Iterable<Job> | AsyncIterable<Job>,
  manner: Manner,
  workers: number,
): AsyncGenerator<Answered, void, void> {
  const pool = new Pool(manner, workers);
  const ahead: Promise<Answered>[] = [];
  try {
    for await (const job of jobs) {
      ahead.push(pool.answer(job).then((answer) => ({ job, answer })));
      if (ahead.length > workers) yield* firstOf(ahead);
    }
    while (ahead.length > 0) yield* firstOf(ahead);
  } finally {
    pool.stop();
  }
}

async function* firstOf(ahead: Promise<Answered>[]): AsyncGenerator<Answered, void, void> {
  const first = await ahead.shift();
  if (first) yield first;
}

/** The report that a child wrote, or the one that says why there is none. */
export async function reportFor({ job, answer }: Answered): Promise<Report> {
  if (answer.status === 'done') return reportFrom(answer.text);
  try {
    return fatalReport(job.name, await contentFacts(job.content), answer);
  } catch (error) {
    return fatalReport(job.name, NO_CONTENT, failed('unreadable', reasonOf(error)));
  }
}
