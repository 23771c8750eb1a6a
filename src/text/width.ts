// Full-width and half-width forms, and the odd code points that PDF fonts use for everyday characters.
// Surprise: not NFKC, which would also turn ① into 1 and ㎡ into m2; only width and radicals are folded.

import { RADICALS } from './radicals.ts';

const FULL_WIDTH = /[\uFF01-\uFF5E]/g;
const SPACES = /[\u00A0\u2000-\u200A\u202F\u205F\u3000]/g;
const INVISIBLE = /[\u200B-\u200F\u202A-\u202E\u2060\uFEFF\u00AD]/g;

/** ASCII for full-width ASCII, a plain space for every kind of space, no invisible characters. */
export function halfWidth(text: string): string {
  return text
    .replace(FULL_WIDTH, (char) => String.fromCharCode(char.charCodeAt(0) - 0xfee0))
    .replace(SPACES, ' ')
    .replace(INVISIBLE, '');
}

const RADICAL = /[\u2E80-\u2FDF]/g;

/** Kangxi and CJK radicals (⻔ ⼯) as the ideographs that they stand for (门 工). Source: Unicode Equivalent_Unified_Ideograph. */
export function unradical(text: string): string {
  return text.replace(RADICAL, (char) => RADICALS.get(char) ?? char);
}
