// How a worker reads what it claims: in child processes, under limits, as `run` does, with the same report in the end.

import { isAbsolute, join, sep } from 'node:path';
import { fatalReport } from '../batch/fatal.ts';
import { type Answer, type Content, type Done, type Failed, type Manner, NO_COUNTS } from '../batch/job.ts';
import { Pool } from '../batch/pool.ts';
import { DatabaseProblem } from '../database/index.ts';
import type { Reader, Reading, Seen, Task } from '../queue/index.ts';
import { reportJson } from '../write/index.ts';

export class PooledReader implements Reader {
  readonly #pool: Pool;
  readonly #shared: string | null;

  /** `shared` is the folder that all machines see, where it is on this one. */
  constructor(manner: Manner, jobs: number, shared: string | null) {
    this.#pool = new Pool(manner, jobs);
    this.#shared = shared;
  }

  async read(task: Task): Promise<Reading> {
    const content = contentOf(task, this.#shared);
    const { name, corrections = [] } = task;
    const job = { kind: 'report', name, content, into: null, corrections, keeping: true } as const;
    const answer = await this.#pool.answer(job);
    if (answer.status === 'done' && !isOf(task, answer.text)) return brokenOff(task, CHANGED);
    return readingFrom(task, answer);
  }

  lost(task: Task): Reading {
    return brokenOff(task, LOST);
  }

  stop(): void {
    this.#pool.stop();
  }
}

const CHANGED: Failed = {
  status: 'unreadable',
  reason: '文件在提交之后变了，请重新提交 (the file changed since it was submitted; submit it again)',
  peak: 0,
  ms: 0,
};

const LOST: Failed = {
  status: 'crashed',
  reason: '三台 worker 在读取时终止 (three workers ended over it)',
  peak: 0,
  ms: 0,
};

function contentOf({ content }: Task, shared: string | null): Content {
  if ('bytes' in content) return content;
  if (shared === null) throw new DatabaseProblem(NO_FOLDER);
  const path = Buffer.from(content.sharedPath);
  const isInside = !isAbsolute(path.toString()) && !path.toString().split(sep).includes('..');
  return { path: Buffer.concat([Buffer.from(join(shared, sep)), isInside ? path : Buffer.from('?')]) };
}

export const NO_FOLDER =
  '有文件在共享文件夹中，请用 --shared 给出它在本机的位置 (some sources lie in a shared folder; --shared says where it is on this machine)';

/** Quotes in names are escaped in JSON, so that no name can pass for the hash. */
function isOf({ sha256 }: Task, report: string): boolean {
  return report.includes(`"sha256":"${sha256}"`);
}

function readingFrom(task: Task, answer: Answer): Reading {
  if (answer.status !== 'done') return brokenOff(task, answer);
  const { text, counts, forms, ms, peak } = answer;
  return {
    outcome: counts.fatal > 0 ? 'failed' : 'read',
    report: text,
    reason: '',
    forms,
    diagnostics: counts,
    milliseconds: ms,
    peakBytes: peak,
    seen: seenIn(answer),
  };
}

function seenIn({ kept, photos }: Done): Seen {
  return { ...(kept ?? NOTHING_KEPT), photos: JSON.stringify(photos) };
}

const NOTHING_KEPT = { sheet: null, pictures: [], entries: [] };

function brokenOff({ name, sha256, size }: Task, failed: Failed): Reading {
  const report = fatalReport(name, { sha256, bytes: size }, failed);
  return {
    outcome: failed.status === 'stopped' ? 'stopped' : 'again',
    report: reportJson(report),
    reason: `${failed.status}: ${failed.reason}`,
    forms: 0,
    diagnostics: { ...NO_COUNTS, fatal: 1 },
    milliseconds: failed.ms,
    peakBytes: failed.peak,
  };
}
