// A job → its answer, in the process that calls it: opens the source, runs the pipeline, writes or returns the text.
// Surprise: whatever goes wrong with the source is an answer, not an exception; only a lost result (a full disk) is told apart.

import { readFile, stat } from 'node:fs/promises';
import type { Source } from '../ingest/source.ts';
import { heard, type Known, type Outcome, outcomeOf, treesOf } from '../pipeline.ts';
import {
  csvOf,
  expandedGrid,
  NO_PHOTOS,
  numberedTables,
  type Photos,
  publishedTables,
  reportJson,
} from '../write/index.ts';
import { unpack } from './archive.ts';
import { isShortage, reasonOf } from './content.ts';
import { correctionsBeside } from './corrections.ts';
import { countsOf } from './counts.ts';
import { writeWhole } from './files.ts';
import { formerNote } from './former.ts';
import {
  type Answer,
  type Counts,
  type Failed,
  type Job,
  type Kept,
  type Manner,
  NO_COUNTS,
  pathOf,
} from './job.ts';
import { keepPhotos, photosIn } from './photos.ts';
import { Refusal } from './refusal.ts';
import { keepSheet, keptOf } from './sheets.ts';

/** What a job says when it went well. */
interface Said {
  readonly text: string;
  readonly counts: Counts;
  readonly forms: number;
  readonly photos: Photos;
  readonly kept: Kept | null;
}

export async function answerTo(job: Job, manner: Manner): Promise<Answer> {
  try {
    const said = await saidFor(job, manner);
    if (job.into !== null && job.kind !== 'unpack') await stored(job.into, said.text);
    const text = job.into === null || job.kind === 'unpack' ? said.text : '';
    return { status: 'done', ...said, text, peak: process.memoryUsage.rss(), ms: 0 };
  } catch (error) {
    return failureFrom(error);
  }
}

function failureFrom(error: unknown): Failed {
  const reason = error instanceof Error ? error.message : String(error);
  const status = error instanceof Refusal ? error.status : 'crashed';
  return { status, reason, peak: process.memoryUsage.rss(), ms: 0 };
}

function stored(path: string, text: string): Promise<void> {
  return kept(writeWhole(path, text));
}

/** What the system refuses of a result says nothing about the source. */
async function kept<T>(writing: Promise<T>): Promise<T> {
  try {
    return await writing;
  } catch (error) {
    const isOfSystem = error instanceof Error && 'syscall' in error;
    throw isOfSystem ? new Refusal('refused', reasonOf(error)) : error;
  }
}

async function saidFor(job: Job, manner: Manner): Promise<Said> {
  const bytes = await bytesOf(job, manner);
  const { allowance: limits, password, pages } = manner;
  const source: Source = { name: job.name, bytes, limits, password, pages };
  switch (job.kind) {
    case 'report':
    case 'pictured':
      return reported(await outcomeOf(source, manner.settings, await knownOf(job)), job);
    case 'tables':
    case 'grids':
      return tabled(source, job.kind);
    case 'unpack':
      return {
        text: await kept(unpack(bytes, job.into ?? '.', limits)),
        counts: NO_COUNTS,
        forms: 0,
        photos: NO_PHOTOS,
        kept: null,
      };
  }
}

async function bytesOf({ content }: Job, { allowance }: Manner): Promise<Uint8Array> {
  if ('bytes' in content) return content.bytes;
  try {
    const path = pathOf(content.path);
    const { size } = await stat(path);
    if (size > allowance.bytes) throw tooLarge(size, allowance.bytes);
    return new Uint8Array(await readFile(path));
  } catch (error) {
    throw error instanceof Refusal
      ? error
      : new Refusal(isShortage(error) ? 'refused' : 'unreadable', reasonOf(error));
  }
}

function tooLarge(size: number, most: number): Refusal {
  return new Refusal('over-limit', `${size} bytes > ${most}`);
}

/** What people said of a content lies beside the report that a run writes of it. */
async function knownOf({ into, former = [], corrections }: Job): Promise<Known> {
  const beside = into === null ? [] : await correctionsBeside(into);
  return { corrections: corrections ?? beside, notes: former.map(formerNote) };
}

/** A run also keeps what was seen, and pieces of scanned pages, while they are at hand. */
async function reported(outcome: Outcome, { kind, into, keeping, corrections = [] }: Job): Promise<Said> {
  const { report } = outcome;
  if (into !== null) await kept(Promise.all([keepPhotos(outcome, into), keepSheet(outcome, into)]));
  return {
    text: reportJson(report),
    counts: countsOf(report),
    forms: report.evaluations.length,
    photos: kind === 'pictured' || keeping ? photosIn(outcome) : NO_PHOTOS,
    kept: keeping ? await keptOf(outcome, corrections) : null,
  };
}

/** Tables one JSON a line, or as grids with an empty line between them. */
async function tabled(source: Source, kind: 'tables' | 'grids'): Promise<Said> {
  const { said, value: trees } = await heard(treesOf(source));
  const fatal = said.filter(({ level }) => level === 'fatal');
  const [first] = fatal;
  if (first) throw new Refusal('unreadable', `${first.message.zh} (${first.message.en})`);
  const tree = trees?.recognized ?? { type: 'document' as const, carrier: 'text' as const, pages: [] };
  const texts =
    kind === 'tables'
      ? publishedTables(source.name, tree).map((table) => `${JSON.stringify(table)}\n`)
      : await Promise.all(numberedTables(tree).map(({ table }) => csvOf(expandedGrid(table))));
  return {
    text: texts.join(kind === 'tables' ? '' : '\n'),
    counts: NO_COUNTS,
    forms: 0,
    photos: NO_PHOTOS,
    kept: null,
  };
}
