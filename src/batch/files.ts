// Files that appear whole or not at all: written beside their name, then renamed onto it.
// Surprise: the temporary name carries the process id, so that what a killed process left behind can be told and removed.

import { mkdir, open, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';

export const PARTIAL = '.partial';

export function partialOf(path: string): string {
  return `${path}.${process.pid}${PARTIAL}`;
}

export async function writeWhole(path: string, content: string | Uint8Array): Promise<void> {
  const partial = partialOf(path);
  try {
    await writeSynced(partial, content);
    await rename(partial, path);
  } catch (error) {
    await rm(partial, { force: true });
    throw error;
  }
}

/** On the disk before it is renamed: a power cut leaves the old file or the new one. */
async function writeSynced(path: string, content: string | Uint8Array): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  const file = await open(path, 'w');
  try {
    await file.writeFile(content);
    await file.datasync();
  } finally {
    await file.close();
  }
}
