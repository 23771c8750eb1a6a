// A zip archive → the documents in it as files in a folder, numbered; their names are handed back. What a folder's other files are, its others are too.
// Surprise: members are stored under numbers, so that no name in an archive (`../../x`, 3,000 characters, one name twice) reaches the file system.

import { writeFile } from 'node:fs/promises';
import { join, posix } from 'node:path';
import { crc32 } from 'node:zlib';
import { inflated, type Part, partsOf, Refusal as Unreadable } from '../ingest/index.ts';
import type { Limits } from '../ingest/source.ts';
import { makeFolder } from './files.ts';
import type { Failed } from './job.ts';
import { failed, Refusal } from './refusal.ts';
import { decodedName, isDocumentName } from './walk.ts';

/** Above this an archive is an attack or a mistake; it bounds what one archive can add to a run. */
export const MOST_MEMBERS = 20_000;

export const MEMBERS_OVER = `压缩包中文件超过 ${MOST_MEMBERS} 个，请先解压 (over ${MOST_MEMBERS} files in an archive; unpack it first)`;

export function inflatedOver(bytes: number): string {
  const megabytes = Math.round(bytes / 1_000_000);
  return `解压后超过 --max-inflated ${megabytes} MB (more than --max-inflated ${megabytes} MB once inflated)`;
}

/** A part that every office or OFD package has: a document that somebody named .zip, and no archive. */
const PACKAGE = ['[Content_Types].xml', 'OFD.xml'];

/** What an archive says of one of its documents. With a problem there is no file of it. */
export interface Member {
  readonly name: string;
  readonly problem: Failed | null;
}

/** JSON of the members; number N stands in `folder/N`. */
export async function unpack(bytes: Uint8Array, folder: string, limits: Limits): Promise<string> {
  const parts = documentsIn(bytes);
  keepBounded(parts, limits);
  await makeFolder(folder);
  const members: Member[] = [];
  const names = numbered(parts.map(nameOf));
  for (const [index, part] of parts.entries()) {
    const content = contentOf(bytes, part);
    if (content instanceof Uint8Array) await writeFile(join(folder, String(index)), content);
    members.push({ name: names[index] ?? '', problem: content instanceof Uint8Array ? null : content });
  }
  return JSON.stringify(members);
}

function documentsIn(bytes: Uint8Array): readonly Part[] {
  const parts = readable(() => partsOf(bytes));
  if ('status' in parts) throw new Refusal(parts.status, parts.reason);
  return parts.some(({ name }) => PACKAGE.includes(name)) ? [] : parts.filter(isDocument);
}

/** A name that comes again is numbered, as file managers do. */
function numbered(names: readonly string[]): readonly string[] {
  const times = new Map<string, number>();
  const apart = (name: string): string => {
    const before = times.get(name) ?? 0;
    times.set(name, before + 1);
    return before === 0 ? name : apart(name.replace(/(\.[^.]*)?$/, ` (${before + 1})$1`));
  };
  return names.map(apart);
}

/** Declared sizes are enough: no member gets more room than it declares. */
function keepBounded(parts: readonly Part[], { inflatedBytes }: Limits): void {
  const declared = parts.reduce((sum, { size }) => sum + size, 0);
  if (declared > inflatedBytes) throw new Refusal('over-limit', inflatedOver(inflatedBytes));
  if (parts.length > MOST_MEMBERS) throw new Refusal('unreadable', MEMBERS_OVER);
}

/** One member that is encrypted or damaged takes no other along. */
function contentOf(bytes: Uint8Array, part: Part): Uint8Array | Failed {
  const content = readable(() => inflated(bytes, part, Math.max(1, part.size)));
  return content instanceof Uint8Array && crc32(content) !== part.checksum ? DAMAGED : content;
}

const DAMAGED = failed(
  'unreadable',
  '压缩包中的此文件已损坏，校验和不符 (damaged in its archive: the checksum does not match)',
);

function readable<T>(read: () => T): T | Failed {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error;
    const isNamed = error.code === 'encrypted' || error.code === 'over-limit';
    return failed(isNamed ? error.code : 'unreadable', `${error.zh} (${error.en})`);
  }
}

/** What macOS adds to every archive is under a folder of its own; a folder's own entry ends in a slash. */
function isDocument(part: Part): boolean {
  const name = nameOf(part);
  return !/^__MACOSX\/|\/$/.test(name) && isDocumentName(posix.basename(name));
}

/** Decoded first: half of a GBK character may be a backslash, which old archivers also put between folders. */
function nameOf({ rawName }: Part): string {
  return decodedName(rawName).replaceAll('\\', '/');
}
