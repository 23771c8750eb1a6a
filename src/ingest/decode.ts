// Bytes → text, by a byte order mark, else as UTF-8 where they are UTF-8, else by what the document declares, else as GB18030.
// Surprise: valid UTF-8 goes before the declaration, since pages that say gb2312 are often saved again as UTF-8.

import { isUtf8 } from 'node:buffer';
import type { Diagnostic } from '../diagnostic/diagnostic.ts';
import { Refusal, sourceNote } from './refusal.ts';

/** `replaced` counts the places that could not be decoded. */
export interface Decoded {
  readonly text: string;
  readonly encoding: string;
  readonly replaced: number;
}

/** `declared` is the encoding's label that the document itself gives, or null. */
export function decoded(bytes: Uint8Array, declared: string | null = null): Decoded {
  const marked = markOf(bytes);
  if (marked) return decodedAs(bytes, marked);
  if (isUtf8(bytes)) return decodedAs(bytes, 'utf-8');
  const utf8 = decodedAs(bytes, 'utf-8');
  if (isDamagedUtf8(utf8)) return utf8;
  return decodedAs(bytes, knownEncoding(declared) ?? 'gb18030');
}

function markOf(bytes: Uint8Array): string | null {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return 'utf-8';
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  return null;
}

function decodedAs(bytes: Uint8Array, encoding: string): Decoded {
  const text = new TextDecoder(encoding).decode(bytes);
  return { text, encoding, replaced: countOf(text, (code) => code === 0xfffd) };
}

/** How many UTF-16 units pass: a loop, since a list of 32 million matches would not fit in memory. */
function countOf(text: string, passes: (code: number) => boolean): number {
  let count = 0;
  for (let at = 0; at < text.length; at++) if (passes(text.charCodeAt(at))) count++;
  return count;
}

/** GB18030 text read as UTF-8 is nearly all replacements; damaged UTF-8 has few among many whole characters. */
function isDamagedUtf8(utf8: Decoded): boolean {
  const wide = countOf(utf8.text, (code) => code > 0x7f && code !== 0xfffd);
  return utf8.replaced * 4 < wide;
}

/** Only encodings that these documents come in; gb2312 and gbk are parts of gb18030. A false `utf-8` or `utf-16` is not believed. */
function knownEncoding(label: string | null): string | null {
  const name = label?.trim().toLowerCase() ?? '';
  if (/^(gb|x-gbk|hz|cp936|chinese)/.test(name)) return 'gb18030';
  if (/^(big5|cn-big5|x-x-big5)/.test(name)) return 'big5';
  return null;
}

/** Refuses what is no text at all, and says so where a few bytes could not be decoded. */
export function* checkedText(decoding: Decoded): Generator<Diagnostic, string, void> {
  const { text, replaced, encoding } = decoding;
  if (isBinary(text, replaced)) throw new Refusal('unreadable', ...NO_TEXT);
  if (replaced > 0) {
    yield sourceNote(
      `有 ${replaced} 处字节不是有效的 ${encoding} 编码，已用 � 代替。`,
      `${replaced} places are not valid ${encoding}; each was replaced by �.`,
    );
  }
  return text;
}

const NO_TEXT = [
  '文件不是文本，也不是可识别的文档格式。请提供 PDF、Word、Excel、网页、图片或文本文件。',
  'The file is neither text nor a document of a known kind. Give a PDF, Word, Excel, web page, picture or text file.',
] as const;

/** Where text holds this share of control characters or replacements, it was never text; damaged files that were tried stay under 2 %. */
const MOST_JUNK = 0.1;
/** A stray zero byte survives in exports of old systems; a program or a picture has them by the hundred. */
const MOST_ZEROS = 0.001;
const LOOKED_AT = 100_000;

function isBinary(text: string, replaced: number): boolean {
  const start = text.slice(0, LOOKED_AT);
  const zeros = countOf(start, (code) => code === 0);
  const controls = countOf(start, (code) => code < 32 && !WHITE.has(code));
  if (zeros > start.length * MOST_ZEROS || controls > start.length * MOST_JUNK) return true;
  return replaced > text.length * MOST_JUNK;
}

/** Tab, line feed, vertical tab, form feed, carriage return, and the end-of-file mark of old systems. */
const WHITE = new Set([9, 10, 11, 12, 13, 26]);
