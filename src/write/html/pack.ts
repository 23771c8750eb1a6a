// What is unpacked when an entry is opened → script elements that carry data, a chunk of entries each.
// Surprise: the first megabyte stands as it is, so that a small page can be searched with any tool; what follows is deflated, or 10,000 forms would be 100 MB.

import { strToU8, zlibSync } from 'fflate';
import type { Opened } from './entry.ts';
import { embedded } from './visible.ts';

/** Characters of a chunk: unpacked in a few milliseconds when one of its entries is opened. */
const CHUNK = 200_000;
/** Characters that stand as they are before packing begins. */
const PLAIN = 1_000_000;
/** Characters of data in all, as they stand in the page: browsers open a file of this size in about a second. */
const MOST = 64_000_000;

/** Where an entry is found again: the chunk and its place in it; null when the page was full. */
export interface Berth {
  readonly chunk: number;
  readonly at: number;
}

export class Packing {
  #waiting: string[] = [];
  #size = 0;
  #chunks = 0;
  #written = 0;

  /** The markup that is due, and where the entry will be. */
  add(opened: Opened): { readonly markup: string; readonly berth: Berth | null } {
    if (this.#written > MOST) return { markup: '', berth: null };
    const berth = { chunk: this.#chunks, at: this.#waiting.length };
    const text = embedded(opened);
    this.#waiting.push(text);
    this.#size += text.length;
    return { markup: this.#size < CHUNK ? '' : this.rest(), berth };
  }

  /** What still waits. */
  rest(): string {
    if (this.#waiting.length === 0) return '';
    const text = `[${this.#waiting.join(',')}]`;
    const packed = this.#written + text.length > PLAIN;
    const content = packed ? base64(zlibSync(strToU8(text), { level: 4 })) : text;
    const markup = `<script type="application/${packed ? 'octet-stream' : 'json'}" id="chunk-${this.#chunks}">${content}</script>\n`;
    this.#waiting = [];
    this.#size = 0;
    this.#chunks += 1;
    this.#written += content.length;
    return markup;
  }
}

function base64(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('base64');
}
