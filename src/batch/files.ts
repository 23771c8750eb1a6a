// Files that appear whole or not at all: written beside their name, then renamed onto it.
// Surprise: the temporary name carries the process id, so that what a killed process left behind can be told and removed.

import { mkdir, open, rename, rm, stat, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { codeOf } from './content.ts';

export const PARTIAL = '.partial';

export function partialOf(path: string): string {
  return `${path}.${process.pid}${PARTIAL}`;
}

export function writeWhole(path: string, content: string | Uint8Array): Promise<void> {
  return writeThrough(path, () => writeSynced(partialOf(path), content));
}

/** Whole unless the power is cut in the next seconds: for what is checked when it is read and can be made again; waiting for the disk is most of its cost. */
export function writeSoon(path: string, content: Uint8Array): Promise<void> {
  return writeThrough(path, async () => {
    await makeFolder(dirname(path));
    await writeFile(partialOf(path), content);
  });
}

async function writeThrough(path: string, write: () => Promise<void>): Promise<void> {
  const partial = partialOf(path);
  try {
    await write();
    await rename(partial, path);
  } catch (error) {
    await rm(partial, { force: true });
    throw error;
  }
}

/**
 * Like `mkdir -p`. Node's own recursive one goes round for ever where a parent refuses (/proc) and hides why (a read-only disk).
 * Several processes may make one folder at the same time, so that a parent may come to be between two looks.
 */
export async function makeFolder(path: string): Promise<void> {
  if (await isMade(path)) return;
  await makeFolder(dirname(path));
  if (!(await isMade(path))) await mkdir(path);
}

/** False where the parent is not there, or refuses as if it were not. */
async function isMade(path: string): Promise<boolean> {
  try {
    await mkdir(path);
    return true;
  } catch (error) {
    const code = codeOf(error);
    if (code === 'EEXIST' && (await isFolder(path))) return true;
    if (code === 'ENOENT') return false;
    throw error;
  }
}

function isFolder(path: string): Promise<boolean> {
  return stat(path).then(
    (facts) => facts.isDirectory(),
    () => false,
  );
}

/** On the disk before it is renamed: a power cut leaves the old file or the new one. */
async function writeSynced(path: string, content: string | Uint8Array): Promise<void> {
  await makeFolder(dirname(path));
  const file = await open(path, 'w');
  try {
    await file.writeFile(content);
    await file.datasync();
  } finally {
    await file.close();
  }
}
