// A zip archive → the documents in it as files in a folder, numbered; their names are handed back. What a folder's other files are, its others are too.
// Surprise: members are stored under numbers, so that no name in an archive (`../../x`, 3,000 characters) reaches the file system.

import { writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { unzipSync } from 'fflate';
import type { Limits } from '../ingest/source.ts';
import { makeFolder } from './files.ts';
import { Refusal } from './refusal.ts';
import { isDocumentName } from './walk.ts';

/** Above this an archive is an attack or a mistake; it bounds what one archive can add to a run. */
const MOST_MEMBERS = 20_000;

/** A part that every office or OFD package has: a document that somebody named .zip, and no archive. */
const PACKAGE = ['[Content_Types].xml', 'OFD.xml'];

/** JSON of the members' names; member N stands in `folder/N`. */
export async function unpack(bytes: Uint8Array, folder: string, limits: Limits): Promise<string> {
  const whole = wholeMembers(bytes, limits);
  const members = Object.entries(whole).filter(([name]) => !PACKAGE.includes(name));
  if (members.length < Object.keys(whole).length) return '[]';
  await makeFolder(folder);
  for (const [index, [, content]] of members.entries()) await writeFile(join(folder, String(index)), content);
  return JSON.stringify(members.map(([name]) => decodedName(name)));
}

function wholeMembers(bytes: Uint8Array, limits: Limits): Record<string, Uint8Array> {
  try {
    return membersOf(bytes, limits);
  } catch (error) {
    if (error instanceof Refusal) throw error;
    throw new Refusal(
      'unreadable',
      `zip 压缩包已损坏或已加密 (a zip archive that is damaged or encrypted): ${error}`,
    );
  }
}

function membersOf(bytes: Uint8Array, limits: Limits): Record<string, Uint8Array> {
  let inflated = 0;
  let members = 0;
  return unzipSync(bytes, {
    filter: ({ name, originalSize }) => {
      if (!PACKAGE.includes(name) && !isDocument(decodedName(name))) return false;
      inflated += originalSize;
      members += 1;
      if (inflated > limits.inflatedBytes)
        throw new Refusal('over-limit', `> ${limits.inflatedBytes} bytes inflated`);
      if (members > MOST_MEMBERS) throw new Refusal('over-limit', `> ${MOST_MEMBERS} members`);
      return true;
    },
  });
}

/** What macOS adds to every archive is under a folder of its own. */
function isDocument(name: string): boolean {
  return !name.startsWith('__MACOSX/') && isDocumentName(basename(name));
}

/** Names without the UTF-8 flag come as single bytes; Chinese Windows means GB18030 by them, macOS UTF-8. */
export function decodedName(name: string): string {
  if (!/^[\0-\xff]*[\x80-\xff][\0-\xff]*$/.test(name)) return name;
  const bytes = Uint8Array.from(name, (letter) => letter.charCodeAt(0));
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('gb18030').decode(bytes);
  }
}
