// Text as a carrier stores it → text as a reader sees it: everyday ideographs, no invisible characters, plain spaces for unbreakable ones.
// Surprise: full-width characters stay as they are; a record quotes the paper, and only comparisons fold width.

import { joinLines, unradical } from '../text/index.ts';
import { keepCharacters } from './caps.ts';

const INVISIBLE =
  /[\u0000-\u0008\u000E-\u001F\u007F\u200B-\u200F\u202A-\u202E\u2060-\u2064\uFEFF\u00AD\uFFFE\uFFFF]/g;
const UNBREAKABLE = /[\u00A0\u202F]/g;
const LINE_BREAK = /\r\n|[\r\n\v\f\u0085\u2028\u2029]/;

export function printed(text: string): string {
  return unradical(text).replace(INVISIBLE, '').replace(UNBREAKABLE, ' ');
}

/** A cell's text with its line breaks taken out, within the cap on characters. */
export function cellText(text: string): string {
  keepCharacters(text.length);
  return joinLines(printed(text).split(LINE_BREAK));
}
