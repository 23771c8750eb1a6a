// The library: one source, or many with back-pressure, to reports.
// Surprise: `read` works in your own process, without limits on time and memory; `readAll` reads each source in a child process, under limits.

import { readFile } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { basename } from 'node:path';
import { DEFAULT_ALLOWANCE } from './batch/allowance.ts';
import type { Allowance, Job, Manner } from './batch/job.ts';
import { answersOf, type Given, jobOf, reportFor } from './batch/reports.ts';
import { outcomeOf } from './pipeline.ts';
import { type Profile, ProfileSchema, profileNamed, type Report } from './record/index.ts';

export type { Diagnostic, Level } from './diagnostic/index.ts';
export { Decimal } from './number/index.ts';
export type { Profile, PublishedEvaluation, Report } from './record/index.ts';
export { jsonSchemas } from './record/index.ts';
export { VERSION as version } from './version.ts';
export { reportFrom, reportJson } from './write/index.ts';

process.env.ORT_DISABLE_TELEMETRY = '1'; // see cli.ts: nothing goes out on the network

/** All have defaults; `limits` may name only some. `jobs` is for `readAll`. */
export interface Options {
  readonly name?: string;
  /** The name of one that comes with the program (`default`, `sichuan`, `hubei`), or a whole one. */
  readonly profile?: string | Profile;
  readonly password?: string;
  readonly pages?: readonly number[];
  readonly limits?: Partial<Allowance>;
  readonly jobs?: number;
}

/** Rejects where a path cannot be opened; a file that is no document gives a report with a `fatal` diagnostic. Throws TypeError for a profile that is none. */
export async function read(source: string | Uint8Array, options: Options = {}): Promise<Report> {
  const bytes = typeof source === 'string' ? new Uint8Array(await readFile(source)) : source;
  const name = options.name ?? (typeof source === 'string' ? basename(source) : '-');
  const { allowance: limits, password, pages, settings } = mannerFrom(options);
  return (await outcomeOf({ name, bytes, limits, password, pages }, settings)).report;
}

/** Reports in the order of the sources; a path that cannot be opened gives one with a `fatal` diagnostic. No more are read ahead than are being read; breaking off ends the children. */
export async function* readAll(
  sources: string | Iterable<Given> | AsyncIterable<Given>,
  options: Options = {},
): AsyncGenerator<Report, void, void> {
  const jobs = options.jobs ?? availableParallelism();
  const all = typeof sources === 'string' ? [sources] : sources;
  for await (const answered of answersOf(jobsOf(all), mannerFrom(options), jobs)) yield reportFor(answered);
}

async function* jobsOf(sources: Iterable<Given> | AsyncIterable<Given>): AsyncGenerator<Job> {
  for await (const source of sources) yield jobOf(source, 'report');
}

function mannerFrom({ profile, password, pages, limits }: Options): Manner {
  return {
    settings: { profile: profileFrom(profile) },
    allowance: { ...DEFAULT_ALLOWANCE, ...limits },
    password: password ?? null,
    pages: pages ?? null,
  };
}

function profileFrom(profile: string | Profile = 'default'): Profile {
  const found = typeof profile === 'string' ? profileNamed(profile) : profile;
  const parsed = ProfileSchema.safeParse(found);
  if (!parsed.success) throw new TypeError(`no such profile, or not a whole one: ${String(profile)}`);
  return parsed.data;
}
