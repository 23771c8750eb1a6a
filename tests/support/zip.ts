// A zip archive byte by byte, as archivers of other systems write it: names in any encoding, one name twice, marks that lie.

import { crc32, deflateRawSync } from 'node:zlib';

/** What is left out is as it should be. */
export interface Packed {
  readonly name: string | Uint8Array;
  readonly content: string | Uint8Array;
  readonly method?: number;
  readonly isEncrypted?: boolean;
  readonly checksum?: number;
  readonly size?: number;
}

export function zipFrom(members: readonly Packed[]): Uint8Array {
  const parts: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const member of members) {
    const { head, entry, body } = written(member, offset);
    parts.push(head, body);
    directory.push(entry);
    offset += head.length + body.length;
  }
  const entries = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50);
  end.writeUInt16LE(members.length, 8);
  end.writeUInt16LE(members.length, 10);
  end.writeUInt32LE(entries.length, 12);
  end.writeUInt32LE(offset, 16);
  return new Uint8Array(Buffer.concat([...parts, entries, end]));
}

function written(member: Packed, offset: number): Readonly<Record<'head' | 'entry' | 'body', Buffer>> {
  const name = Buffer.from(member.name);
  const content = Buffer.from(member.content);
  const body = deflateRawSync(content);
  const facts = Buffer.alloc(26);
  facts.writeUInt16LE(20, 0);
  facts.writeUInt16LE(member.isEncrypted ? 1 : 0, 2);
  facts.writeUInt16LE(member.method ?? 8, 4);
  facts.writeUInt32LE(member.checksum ?? crc32(content), 10);
  facts.writeUInt32LE(body.length, 14);
  facts.writeUInt32LE(member.size ?? content.length, 18);
  facts.writeUInt16LE(name.length, 22);
  const place = Buffer.alloc(14);
  place.writeUInt32LE(offset, 10);
  return {
    head: Buffer.concat([Buffer.from('PK\x03\x04'), facts, name]),
    entry: Buffer.concat([Buffer.from('PK\x01\x02\x14\0'), facts, place, name]),
    body,
  };
}
