// Paths → tasks for the queue: what was found, with its bytes or its place in the shared folder.
// Surprise: members of archives always go by their bytes; where they were unpacked is gone when a worker would look for them.

import { mkdtemp, readFile, realpath, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, sep } from 'node:path';
import { contentFacts, reasonOf } from '../batch/content.ts';
import type { Manner } from '../batch/job.ts';
import { withMembers } from '../batch/members.ts';
import { Pool } from '../batch/pool.ts';
import { byName, documentsUnder, type Found } from '../batch/walk.ts';
import type { Task } from '../queue/index.ts';

/** `shared` is the folder that all machines see; `mostBytes` of a file go through the database. */
export interface TaskOrder {
  readonly manner: Manner;
  readonly shared: string | null;
  readonly mostBytes: number;
  /** Told of what cannot be submitted. */
  readonly refused: (name: string, reason: string) => void;
}

export async function* tasksFrom(paths: readonly string[], order: TaskOrder): AsyncGenerator<Task> {
  const unpacked = await mkdtemp(join(tmpdir(), 'hebiao-submit-'));
  const pool = new Pool(order.manner, 1);
  try {
    const found = await documentsUnder(paths);
    const sources = await withMembers(found.toSorted(byName), {
      folder: unpacked,
      mostBytes: order.manner.allowance.inflatedBytes,
      unpack: (archive, into) => pool.answer({ kind: 'unpack', name: archive.name, content: archive, into }),
    });
    for (const each of sources.toSorted(byName)) yield* taskFor(each, order);
  } finally {
    pool.stop();
    await rm(unpacked, { recursive: true, force: true });
  }
}

async function* taskFor(found: Found, order: TaskOrder): AsyncGenerator<Task> {
  if (found.problem) return order.refused(found.name, found.problem.reason);
  try {
    const task = await taskOf(found, order);
    if (task === null) order.refused(found.name, TOO_LARGE);
    else yield task;
  } catch (error) {
    order.refused(found.name, reasonOf(error));
  }
}

const TOO_LARGE =
  '文件过大，不能经过数据库；请用 --shared 指定各机器共享的文件夹 (too large to go through the database; --shared names a folder that all machines see)';

async function taskOf(found: Found, { shared, mostBytes }: TaskOrder): Promise<Task | null> {
  const sharedPath = shared === null ? null : await pathUnder(shared, found.path);
  if (sharedPath !== null) {
    const { sha256, bytes } = await contentFacts(found);
    return { sha256: sha256 ?? '', name: found.name, size: bytes, content: { sharedPath } };
  }
  if (found.size > mostBytes) return null;
  const content = { bytes: new Uint8Array(await readFile(found.path)) };
  const { sha256, bytes } = await contentFacts(content);
  return { sha256: sha256 ?? '', name: found.name, size: bytes, content };
}

/** Relative to the folder, or null where it lies elsewhere. */
async function pathUnder(shared: string, path: Buffer): Promise<Buffer | null> {
  const folder = Buffer.from((await realpath(shared)) + sep);
  const real = await realpath(path, 'buffer');
  return real.subarray(0, folder.length).equals(folder) ? real.subarray(folder.length) : null;
}
