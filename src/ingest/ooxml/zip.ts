// A zip's bytes → its directory, and the bytes of one part, never more than asked for.
// Surprise: the declared size is checked first and then not believed: the inflater itself stops at the cap.

import { inflateRawSync } from 'node:zlib';
import { Refusal } from '../refusal.ts';

/** One part as the central directory describes it; `offset` is that of its local header. */
export interface Part {
  readonly name: string;
  readonly method: number;
  readonly packed: number;
  readonly size: number;
  readonly offset: number;
  readonly isEncrypted: boolean;
}

export type Directory = ReadonlyMap<string, Part>;

const END = 0x06054b50;
const ENTRY = 0x02014b50;
const END_SIZE = 22;
const ENTRY_SIZE = 46;
const LOCAL_SIZE = 30;
/** A comment may follow the end record. */
const LONGEST_COMMENT = 65_535;

/** Throws a Refusal where the end of the archive is missing: a download that broke off. */
export function directoryOf(bytes: Uint8Array): Directory {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = endOf(view);
  const count = view.getUint16(end + 10, true);
  const parts = new Map<string, Part>();
  let at = view.getUint32(end + 16, true);
  for (let index = 0; index < count; index++) {
    if (at + ENTRY_SIZE > bytes.length || view.getUint32(at, true) !== ENTRY) throw truncated();
    const part = partAt(bytes, view, at);
    parts.set(part.name, part);
    at +=
      ENTRY_SIZE +
      view.getUint16(at + 28, true) +
      view.getUint16(at + 30, true) +
      view.getUint16(at + 32, true);
  }
  return parts;
}

function endOf(view: DataView): number {
  const last = Math.max(0, view.byteLength - END_SIZE - LONGEST_COMMENT);
  for (let at = view.byteLength - END_SIZE; at >= last; at--) {
    if (view.getUint32(at, true) === END) return at;
  }
  throw truncated();
}

function partAt(bytes: Uint8Array, view: DataView, at: number): Part {
  const nameLength = view.getUint16(at + 28, true);
  const name = new TextDecoder().decode(bytes.subarray(at + ENTRY_SIZE, at + ENTRY_SIZE + nameLength));
  return {
    name: name.replaceAll('\\', '/').replace(/^\//, ''),
    method: view.getUint16(at + 10, true),
    packed: view.getUint32(at + 20, true),
    size: view.getUint32(at + 24, true),
    offset: view.getUint32(at + 42, true),
    isEncrypted: (view.getUint16(at + 8, true) & 1) === 1,
  };
}

function truncated(): Refusal {
  return new Refusal(
    'unreadable',
    '压缩结构不完整，文件可能没有下载完或已损坏；请重新获取。',
    'Its zip structure is incomplete: the file broke off or is damaged. Fetch it again.',
  );
}

/** A part's bytes, at most `most` of them. */
export function inflated(bytes: Uint8Array, part: Part, most: number): Uint8Array {
  if (part.size > most) throw tooLarge(part, most);
  if (part.isEncrypted) throw new Refusal('encrypted', '压缩包已加密。', 'The zip archive is encrypted.');
  const packed = packedBytes(bytes, part);
  if (part.method === 0) return packed;
  if (part.method !== 8) throw truncated();
  return inflatedAtMost(packed, part, most);
}

function packedBytes(bytes: Uint8Array, part: Part): Uint8Array {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (part.offset + LOCAL_SIZE > bytes.length) throw truncated();
  const names = view.getUint16(part.offset + 26, true) + view.getUint16(part.offset + 28, true);
  const start = part.offset + LOCAL_SIZE + names;
  if (start + part.packed > bytes.length) throw truncated();
  return bytes.subarray(start, start + part.packed);
}

function inflatedAtMost(packed: Uint8Array, part: Part, most: number): Uint8Array {
  try {
    return inflateRawSync(packed, { maxOutputLength: most });
  } catch (error) {
    const isTooLarge = error instanceof Error && 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE';
    throw isTooLarge ? tooLarge(part, most) : truncated();
  }
}

function tooLarge(part: Part, most: number): Refusal {
  const megabytes = Math.round(most / 1_000_000);
  return new Refusal(
    'over-limit',
    `解压后过大：${part.name} 超过 ${megabytes} MB 的上限。`,
    `Too large once inflated: ${part.name} is over the limit of ${megabytes} MB.`,
  );
}
