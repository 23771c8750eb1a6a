// Damage to a file, as a given seed says: flipped bytes, cuts, doubled and dropped pieces, numbers blown up.
// Surprise: numbers are where a PDF breaks readers (lengths, offsets, counts, sizes), so half of all damage goes there.

/** A stream of numbers in 0..1 that is the same for the same seed (mulberry32). */
export function randomOf(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

export function mutated(bytes: Uint8Array, seed: number): Uint8Array {
  const random = randomOf(seed);
  const times = 1 + Math.floor(random() * 4);
  let result = bytes;
  for (let at = 0; at < times; at++) result = damaged(result, random);
  return result;
}

function damaged(bytes: Uint8Array, random: () => number): Uint8Array {
  const kind = Math.floor(random() * 8);
  const [from, to] = [random(), random()]
    .map((share) => Math.floor(share * bytes.length))
    .sort((a, b) => a - b);
  const [start, end] = [from ?? 0, Math.min(to ?? 0, (from ?? 0) + 4_000)];
  if (kind === 0) return bytes.slice(0, Math.max(8, start));
  if (kind === 1) return joined(bytes.slice(0, start), bytes.slice(end));
  if (kind === 2) return joined(bytes.slice(0, end), bytes.slice(start));
  if (kind === 3) return flipped(bytes, random);
  return renumbered(bytes, random);
}

function joined(a: Uint8Array, b: Uint8Array): Uint8Array {
  const whole = new Uint8Array(a.length + b.length);
  whole.set(a);
  whole.set(b, a.length);
  return whole;
}

function flipped(bytes: Uint8Array, random: () => number): Uint8Array {
  const copy = Uint8Array.from(bytes);
  for (let count = 0; count < 12; count++)
    copy[Math.floor(random() * copy.length)] = Math.floor(random() * 256);
  return copy;
}

const NUMBERS = [
  '0',
  '-1',
  '1',
  '4294967295',
  '99999999999',
  '1e9',
  '0.0000001',
  '7',
  '65536',
  '-2147483648',
];

/** One run of digits replaced by a number that nobody expects. */
function renumbered(bytes: Uint8Array, random: () => number): Uint8Array {
  const isDigit = (byte: number | undefined) => byte !== undefined && byte >= 48 && byte <= 57;
  let start = Math.floor(random() * bytes.length);
  while (start < bytes.length && !isDigit(bytes[start])) start++;
  let end = start;
  while (isDigit(bytes[end])) end++;
  const number = NUMBERS[Math.floor(random() * NUMBERS.length)] ?? '0';
  return joined(joined(bytes.slice(0, start), new TextEncoder().encode(number)), bytes.slice(end));
}
