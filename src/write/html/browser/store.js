// What the page carries: the list of entries and the words at once, the findings of an entry when they are asked for.
// Surprise: later chunks are deflated; the browser itself inflates them, so that the page needs no library.

import { byId } from './elements.js';

export const { words, entries } = JSON.parse(byId('index').textContent);
export const entryOf = new Map(entries.map((entry) => [entry.id, entry]));

/** Chunks that stay unpacked: going to and fro between neighbours costs nothing, and memory does not grow. */
const KEPT = 6;
const unpacked = new Map();

/** What the list does not say of an entry; null where the page was full. */
export async function openedOf({ berth }) {
  return berth === null ? null : (await chunkOf(berth.chunk))[berth.at];
}

export function chunkOf(number) {
  const chunk = unpacked.get(number) ?? readChunk(number);
  unpacked.delete(number);
  unpacked.set(number, chunk);
  if (unpacked.size > KEPT) unpacked.delete(unpacked.keys().next().value);
  return chunk;
}

async function readChunk(number) {
  const script = byId(`chunk-${number}`);
  const plain = script.type === 'application/json';
  return JSON.parse(plain ? script.textContent : await inflated(script.textContent));
}

function inflated(packed) {
  const bytes = Uint8Array.from(atob(packed), (letter) => letter.charCodeAt(0));
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('deflate'));
  return new Response(stream).text();
}

/** Entries by their chunk, for a search through everything. */
export const entriesByChunk = new Map();
for (const entry of entries) {
  if (entry.berth === null) continue;
  const others = entriesByChunk.get(entry.berth.chunk) ?? [];
  others.push(entry);
  entriesByChunk.set(entry.berth.chunk, others);
}
