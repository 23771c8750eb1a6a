// Words → the text of a cell or line: lines from top to bottom, words from left to right, visible blanks kept.
// Surprise: words that stand upright on their end (a vertical header) are taken in the order in which the page gives them, since only the reader of the carrier knew their direction.

import { joinLines } from '../text/join.ts';
import type { Word } from '../tree/nodes.ts';
import type { Box } from '../tree/origin.ts';

/** Share of the lower of two words' heights by which they overlap when they stand on one line. */
const ONE_LINE = 0.5;
/** Share of a word's height from which a gap between two words of one line is a blank that a reader sees. */
const BLANK = 0.08;
/** A word this many times higher than wide, of several letters, stands on its end. */
const UPENDED = 1.6;

export function boxOfWord(word: Word): Box {
  return word.origin.on === 'page' ? word.origin.box : [0, 0, 0, 0];
}

export function textOf(words: readonly Word[]): string {
  const upended = words.filter(isUpended);
  if (upended.length > words.length / 2) return joinLines(words.map((word) => word.text));
  return joinLines(linesOf(words).map(lineText));
}

function isUpended(word: Word): boolean {
  const [x0, y0, x1, y1] = boxOfWord(word);
  return word.text.length > 1 && y1 - y0 > UPENDED * (x1 - x0);
}

/** Words in lines by their vertical overlap, each line from left to right. */
export function linesOf(words: readonly Word[]): readonly (readonly Word[])[] {
  if (words.length === 1) return [words];
  const lines: { words: Word[]; y0: number; y1: number }[] = [];
  for (const word of [...words].sort((a, b) => middleOf(a) - middleOf(b))) {
    const [, y0, , y1] = boxOfWord(word);
    const line = lines.findLast((other) => overlaps(other, y0, y1));
    if (line) line.words.push(word);
    else lines.push({ words: [word], y0, y1 });
  }
  return lines.map((line) => line.words.sort((a, b) => boxOfWord(a)[0] - boxOfWord(b)[0]));
}

function middleOf(word: Word): number {
  const box = boxOfWord(word);
  return (box[1] + box[3]) / 2;
}

function overlaps(line: { y0: number; y1: number }, y0: number, y1: number): boolean {
  const shared = Math.min(line.y1, y1) - Math.max(line.y0, y0);
  return shared > ONE_LINE * Math.min(line.y1 - line.y0, y1 - y0);
}

export function lineText(words: readonly Word[]): string {
  return words.reduce((text, word, at) => {
    const before = words[at - 1];
    return before && isApart(before, word) ? `${text} ${word.text}` : text + word.text;
  }, '');
}

function isApart(before: Word, word: Word): boolean {
  const [, , end] = boxOfWord(before);
  const [x0, y0, , y1] = boxOfWord(word);
  return x0 - end > BLANK * (y1 - y0);
}

export function unionOf(boxes: readonly Box[]): Box {
  let [x0, y0, x1, y1] = boxes[0] ?? [0, 0, 0, 0];
  for (const box of boxes) {
    x0 = Math.min(x0, box[0]);
    y0 = Math.min(y0, box[1]);
    x1 = Math.max(x1, box[2]);
    y1 = Math.max(y1, box[3]);
  }
  return [x0, y0, x1, y1];
}
