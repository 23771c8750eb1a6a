// Text → GBK bytes; what GBK lacks becomes a character reference, as in pages that are saved so.
// Surprise: Node decodes GB18030 but does not encode it, so the table is read off the decoder, pair by pair.

let table: ReadonlyMap<string, readonly [number, number]> | null = null;

export function gb18030(html: string): Uint8Array {
  table ??= pairs();
  const known = table;
  const bytes = [...html].flatMap((char) => bytesOf(char, known));
  return Uint8Array.from(bytes);
}

function bytesOf(char: string, known: ReadonlyMap<string, readonly [number, number]>): readonly number[] {
  const code = char.codePointAt(0) ?? 0;
  if (code < 0x80) return [code];
  return known.get(char) ?? [...`&#${code};`].map((digit) => digit.charCodeAt(0));
}

function pairs(): ReadonlyMap<string, readonly [number, number]> {
  const decoder = new TextDecoder('gbk');
  const found = new Map<string, readonly [number, number]>();
  for (let high = 0x81; high <= 0xfe; high++) {
    for (let low = 0x40; low <= 0xfe; low++) {
      const char = decoder.decode(Uint8Array.of(high, low));
      if ([...char].length === 1 && char !== '\uFFFD' && !found.has(char)) found.set(char, [high, low]);
    }
  }
  return found;
}
