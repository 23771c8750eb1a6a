// Which characters a number may hold, and which others an engine writes in their place.
// Surprise: a look-alike's probability is given to its digit rather than dropped, or a sure "o" would leave a doubtful 0.

import type { Alphabet } from './decode.ts';
import type { Choice } from './engine.ts';

const SIGNS = '0123456789.,%‰≥≤><=≧≦═-—/*():';

/** Seen in readings of numbers, each with what stood on the paper. */
const LOOK_ALIKES: Readonly<Record<string, string>> = {
  o: '0',
  O: '0',
  〇: '0',
  '○': '0',
  D: '0',
  Q: '0',
  口: '0',
  l: '1',
  I: '1',
  '|': '1',
  i: '1',
  丨: '1',
  '!': '1',
  '！': '1',
  t: '1',
  z: '2',
  Z: '2',
  S: '5',
  s: '5',
  b: '6',
  G: '6',
  T: '7',
  '?': '7',
  B: '8',
  q: '9',
  g: '9',
  '，': ',',
  '、': ',',
  "'": ',',
  '．': '.',
  '。': '.',
  '·': '.',
  '•': '.',
  '｡': '.',
  '％': '%',
  '+': '4',
  '°': '%',
  '℃': '%',
  '／': '/',
  '－': '-',
  _: '-',
  '–': '-',
  一: '—',
  '―': '—',
  '─': '—',
  '＝': '=',
  '＞': '>',
  '＜': '<',
  '》': '≥',
  '《': '≤',
  '（': '(',
  '）': ')',
  '：': ':',
  '＊': '*',
  '×': '*',
};

/** What a character stands for in a number; null where it can stand for nothing. */
export function signOf(char: string): string | null {
  if (char === '') return '';
  if (SIGNS.includes(char)) return char;
  return LOOK_ALIKES[char] ?? null;
}

export function isSigns(text: string): boolean {
  return text !== '' && [...text].every((char) => SIGNS.includes(char));
}

/** Only what a number may hold, look-alikes counted with it, as shares of what is left. */
export const NUMERIC: Alphabet = (choices) => {
  const shares = new Map<string, number>();
  for (const { char, probability } of choices) {
    const sign = signOf(char);
    if (sign !== null) shares.set(sign, (shares.get(sign) ?? 0) + probability);
  }
  const sum = [...shares.values()].reduce((total, share) => total + share, 0);
  if (sum === 0) return [{ char: '', probability: 1 }];
  return [...shares]
    .map(([char, share]): Choice => ({ char, probability: share / sum }))
    .sort((a, b) => b.probability - a.probability);
};

const NUMBER = /^[≥≤><=≧≦═]?[-—]?(\d{1,3}(,\d{3})+|0|[1-9]\d*)(\.\d+)?[%‰]?$/;
const SIGN_ALONE = /^(-+|—+|[≥≤><=≧≦═/*%‰])$/;
/** How much less likely print is that is no number as numbers are written: 00, .5, 3:%, 1.2.3. Dates and fractions are such, and rare. */
export const ODD = 0.03;

/** A dash, a comparator, a slash … and no number. */
export function isSignAlone(text: string): boolean {
  return SIGN_ALONE.test(text);
}

/** A reading's weight by its form alone: 1 for a number or a sign as they are written. */
export function formOf(text: string): number {
  return NUMBER.test(text) || SIGN_ALONE.test(text) ? 1 : ODD;
}
