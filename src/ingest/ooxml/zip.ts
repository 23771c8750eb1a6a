// A zip's bytes → its directory, and the bytes of one part, never more than asked for.
// Surprise: the declared size is checked first and then not believed: the inflater itself stops at the cap.
// Two parts of one name are two parts; only an office package, where the name is all that matters, takes the last one.

import { inflateRawSync } from 'node:zlib';
import { Refusal } from '../refusal.ts';

/** One part as the central directory describes it; `offset` is that of its local header. */
export interface Part {
  readonly name: string;
  /** As stored: in whatever encoding the archiver's system had. */
  readonly rawName: Uint8Array;
  readonly method: number;
  readonly packed: number;
  readonly size: number;
  readonly checksum: number;
  readonly offset: number;
  readonly isEncrypted: boolean;
}

export type Directory = ReadonlyMap<string, Part>;

const END = 0x06054b50;
const ENTRY = 0x02014b50;
const END_SIZE = 22;
const ENTRY_SIZE = 46;
const LOCAL_SIZE = 30;
/** Of zip64: what 32 bits say where 64 are needed, the record of an entry that has them, and the directory's end. */
const LARGE = 0xffffffff;
const LARGE_RECORD = 1;
const LARGE_LOCATOR = 0x07064b50;
const LARGE_LOCATOR_SIZE = 20;
const LARGE_END_SIZE = 56;
/** A comment may follow the end record. */
const LONGEST_COMMENT = 65_535;

export function directoryOf(bytes: Uint8Array): Directory {
  return new Map(partsOf(bytes).map((part) => [part.name, part]));
}

/** In the order of the directory. Throws a Refusal where the end of the archive is missing: a download that broke off. */
export function partsOf(bytes: Uint8Array): readonly Part[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const { count, start } = directoryPlace(view);
  const parts: Part[] = [];
  let at = start;
  for (let index = 0; index < count; index++) {
    if (at + ENTRY_SIZE > bytes.length || view.getUint32(at, true) !== ENTRY) throw truncated();
    const extra = at + ENTRY_SIZE + view.getUint16(at + 28, true);
    const comment = extra + view.getUint16(at + 30, true);
    if (comment > bytes.length) throw truncated();
    parts.push(partAt(view, at, new DataView(view.buffer, view.byteOffset + extra, comment - extra)));
    at = comment + view.getUint16(at + 32, true);
  }
  return parts;
}

function directoryPlace(view: DataView): { readonly count: number; readonly start: number } {
  const end = endOf(view);
  const large = end - LARGE_LOCATOR_SIZE;
  if (large < 0 || view.getUint32(large, true) !== LARGE_LOCATOR)
    return { count: view.getUint16(end + 10, true), start: view.getUint32(end + 16, true) };
  const record = Number(view.getBigUint64(large + 8, true));
  if (record + LARGE_END_SIZE > view.byteLength) throw truncated();
  return {
    count: Number(view.getBigUint64(record + 32, true)),
    start: Number(view.getBigUint64(record + 48, true)),
  };
}

function endOf(view: DataView): number {
  const last = Math.max(0, view.byteLength - END_SIZE - LONGEST_COMMENT);
  for (let at = view.byteLength - END_SIZE; at >= last; at--) {
    if (view.getUint32(at, true) === END) return at;
  }
  throw truncated();
}

function partAt(view: DataView, at: number, extra: DataView): Part {
  const rawName = new Uint8Array(
    view.buffer,
    view.byteOffset + at + ENTRY_SIZE,
    view.getUint16(at + 28, true),
  );
  const name = new TextDecoder().decode(rawName);
  const [size, packed, offset] = largeFields(extra, [
    view.getUint32(at + 24, true),
    view.getUint32(at + 20, true),
    view.getUint32(at + 42, true),
  ]);
  return {
    name: name.replaceAll('\\', '/').replace(/^\//, ''),
    rawName,
    method: view.getUint16(at + 10, true),
    packed,
    size,
    checksum: view.getUint32(at + 16, true),
    offset,
    isEncrypted: (view.getUint16(at + 8, true) & 1) === 1,
  };
}

type Places = readonly [size: number, packed: number, offset: number];

/** Fields that are too large for 32 bits, or that a careful archiver made room for, stand one after the other in a zip64 record. */
function largeFields(extra: DataView, [size, packed, offset]: Places): Places {
  let next = largeRecord(extra);
  const field = (short: number): number => {
    if (short !== LARGE || next === null || next + 8 > extra.byteLength) return short;
    next += 8;
    return Number(extra.getBigUint64(next - 8, true));
  };
  return [field(size), field(packed), field(offset)];
}

function largeRecord(extra: DataView): number | null {
  for (let at = 0; at + 4 <= extra.byteLength; at += 4 + extra.getUint16(at + 2, true)) {
    if (extra.getUint16(at, true) === LARGE_RECORD) return at + 4;
  }
  return null;
}

function truncated(): Refusal {
  return new Refusal(
    'unreadable',
    '压缩结构不完整，文件可能没有下载完或已损坏；请重新获取。',
    'Its zip structure is incomplete: the file broke off or is damaged. Fetch it again.',
  );
}

function encrypted(): Refusal {
  return new Refusal(
    'encrypted',
    '压缩包中的内容已加密；请解压后再读。',
    'What the zip archive holds is encrypted. Unpack it first.',
  );
}

function unknownMethod(method: number): Refusal {
  return new Refusal(
    'unsupported-carrier',
    `压缩方法 ${method} 不受支持；请解压后再读，或用普通方法重新压缩。`,
    `Compression method ${method} is not supported. Unpack it first, or pack it again in the usual way.`,
  );
}

/** A part's bytes, at most `most` of them. */
export function inflated(bytes: Uint8Array, part: Part, most: number): Uint8Array {
  if (part.size > most) throw tooLarge(part, most);
  if (part.isEncrypted) throw encrypted();
  const packed = packedBytes(bytes, part);
  if (part.method === 0) return packed;
  if (part.method !== 8) throw unknownMethod(part.method);
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
