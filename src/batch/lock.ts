// One writer for a folder of results: a second run over the same folder is refused while the first one lives.
// Surprise: a lock whose process is gone (kill -9, a power cut) is no lock; the start time tells a new process of the same number.

import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { open, readFile, rename, rm, stat } from 'node:fs/promises';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { Busy } from '../shelf.ts';
import { codeOf } from './content.ts';
import { makeFolder, PARTIAL } from './files.ts';

interface Owner {
  readonly host: string;
  readonly process: number;
  readonly started: string;
}

/** Another run is writing here. */
export class Occupied extends Busy {}

/** Returns how to give the folder free. */
export async function lock(out: string): Promise<() => Promise<void>> {
  await makeFolder(out);
  const path = join(out, '.lock');
  const mine: Owner = { host: hostname(), process: process.pid, started: startOf(process.pid) };
  if (!(await taken(path, mine))) {
    await clearDead(path);
    if (!(await taken(path, mine))) throw new Occupied(path);
  }
  return () => rm(path, { force: true });
}

async function taken(path: string, owner: Owner): Promise<boolean> {
  try {
    const file = await open(path, 'wx');
    await file.writeFile(JSON.stringify(owner));
    await file.close();
    return true;
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false;
    throw error;
  }
}

/** Whether somebody else is writing there now. */
export async function isOccupied(out: string): Promise<boolean> {
  const owner = ownerFrom(await readFile(join(out, '.lock'), 'utf8').catch(() => ''));
  return owner !== null && owner.process !== process.pid && isAlive(owner);
}

/** Waits a little for who writes but briefly, such as another review page; a run is not waited for. */
export async function lockSoon(out: string): Promise<() => Promise<void>> {
  const end = performance.now() + PATIENCE_MILLISECONDS;
  for (;;) {
    try {
      return await lock(out);
    } catch (error) {
      if (!(error instanceof Occupied) || performance.now() > end) throw error;
      await setTimeout(RETRY_MILLISECONDS);
    }
  }
}

/** An edit holds the folder for some tens of milliseconds. */
const PATIENCE_MILLISECONDS = 2000;
const RETRY_MILLISECONDS = 20;

/** Of two who find the same dead lock one moves it away; the other may move the first one's new lock, sees it, and puts it back. */
async function clearDead(path: string): Promise<void> {
  await refuseIfAlive(path);
  const aside = `${path}.${randomUUID()}${PARTIAL}`;
  await rename(path, aside).catch(passIfGone);
  try {
    await refuseIfAlive(aside);
  } catch (error) {
    await rename(aside, path);
    throw error;
  }
  await rm(aside, { force: true });
}

function passIfGone(error: NodeJS.ErrnoException): void {
  if (error.code !== 'ENOENT') throw error;
}

async function refuseIfAlive(path: string): Promise<void> {
  const owner = ownerFrom(await readFile(path, 'utf8').catch(() => ''));
  if (owner === null && (await isBeingWritten(path))) throw new Occupied(path);
  if (owner !== null && isAlive(owner)) throw new Occupied(`${owner.host}:${owner.process}`);
}

/** A lock is there a moment before it says whose it is; one that never will is left by a crash. */
function isBeingWritten(path: string): Promise<boolean> {
  return stat(path).then(
    ({ mtimeMs }) => Date.now() - mtimeMs < WRITING_MILLISECONDS,
    () => false,
  );
}

const WRITING_MILLISECONDS = 1000;

/** Another machine's process cannot be asked and counts as alive. */
function isAlive({ host, process: pid, started }: Owner): boolean {
  return host !== hostname() || (started !== '' && startOf(pid) === started);
}

function ownerFrom(text: string): Owner | null {
  try {
    return JSON.parse(text) as Owner;
  } catch {
    return null;
  }
}

/** When a process began, in clock ticks since boot; '' where it does not live. Elsewhere than on Linux only whether it lives. */
function startOf(pid: number): string {
  try {
    if (process.platform !== 'linux') return String(process.kill(pid, 0));
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ');
    return fields?.[19] ?? '';
  } catch {
    return '';
  }
}
