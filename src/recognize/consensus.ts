// What two engines say about one line → its readings, likeliest first.
// Surprise: on signs that stand alone (—, ≥, =) the general engine is not asked: it was trained on words and reads them as letters.

import { halfWidth } from '../text/width.ts';
import type { Reading } from '../tree/nodes.ts';
import { withSignAhead } from './ahead.ts';
import { formOf, isSignAlone, isSigns, NUMERIC, ODD, signOf } from './alphabet.ts';
import { areTwoDashes, type Dash, dashesLike, isBar, TWO_DASHES } from './dashes.ts';
import { readingsOf } from './decode.ts';
import type { Lattice } from './engine.ts';
import { LEAST_OPINION, OTHER } from './engines/glyphs.ts';
import { weighedByLabels } from './labels.ts';

/** What the general engine and the classifier of glyphs made of a line. */
export interface Opinions {
  readonly general: Lattice;
  readonly glyphs: Lattice;
  /** The dash that the line's ink is shaped like; null where it is no bar alone. */
  readonly dash?: Dash | null;
}

/** What is less likely a % than this is asked of the general engine, too. Five printed ones on faxes were seen at 1.00, two touching digits at 0.66. */
const SURE_PERCENT = 0.9;
/** … and what is less likely one than this, where the general engine is sure of two digits: of a lone % it makes anything, but is never sure. */
const SURER_PERCENT = 0.97;
/** Readings kept beside the likeliest. */
const MOST_READINGS = 6;
/** How often the classifier, which sees only what is dark enough, misses a point that is printed. */
const DOT_MISSED = 0.3;
/** How often the general engine misses a point that the classifier sees, or for which it finds room. */
const DOT_OVERLOOKED = 0.05;
/** Probability given to what an engine has not among its readings … */
const UNSEEN = 3e-3;
/** … and where its likeliest is no number as numbers are written: it took the pieces of a broken digit for marks (7:35 for 735). */
const UNSEEN_BY_A_MISTAKEN = 0.03;

export function consensusOf({ general, glyphs, dash }: Opinions): readonly Reading[] {
  const signs = signsOf(glyphs);
  if (signs !== '--' && areTwoDashes({ general, glyphs })) return TWO_DASHES;
  if (signs === null && isBar(glyphs)) return signsAlone(glyphs);
  if (dash && signs === null && !isWorded(general) && !isOne(general)) return dashesLike(dash);
  if (signs === null || (formOf(signs) < 1 && isWorded(general))) return mixed({ general, glyphs });
  if (isSignAlone(signs))
    return isTouching({ general, glyphs }) ? mixed({ general, glyphs }) : signsAlone(glyphs);
  if (signs.includes('()')) return doubted(ranked(numbersOf(general)));
  const numbers = (lattice: Lattice) => mended(readingsOf(lattice, NUMERIC));
  return fused(withSignAhead(general, glyphs, numbers), mended(readingsOf(glyphs)));
}

/** Two digits that touch look like a lone %, but hardly. */
function isTouching({ general, glyphs }: Opinions): boolean {
  const best = glyphs.map(({ choices }) => choices[0]).find((choice) => choice?.char !== '');
  if (best === undefined || !/[%‰]/.test(best.char)) return false;
  const [other] = readingsOf(general);
  const isNumber = other !== undefined && /^\d{2}$/.test(other.text) && other.probability >= SURE_PERCENT;
  return best.probability < (isNumber ? SURER_PERCENT : SURE_PERCENT);
}

/** 一 alone, which is as flat as a dash. */
function isOne(general: Lattice): boolean {
  return readingsOf(general)[0]?.text === '一';
}

/** Words, as the general engine sees it: to the classifier the halves of 份 are 6 and ). */
function isWorded(general: Lattice): boolean {
  const worded = readingsOf(general).filter(({ text }) => [...text].some(isWord));
  return worded.reduce((sum, { probability }) => sum + probability, 0) >= LEAST_OPINION;
}

/** A Chinese character that is no look-alike of a sign, as 一 and 口 are. */
function isWord(char: string): boolean {
  return WORDS.test(char) && signOf(char) === null;
}

/** Words, or a number of which the classifier knows not every glyph. */
function mixed({ general, glyphs }: Opinions): readonly Reading[] {
  const readings = readingsOf(general);
  const whole = (some: readonly Reading[]) => ranked(weighedByEnd(some, glyphs));
  if (isBrokenNumber(readings[0]?.text ?? ''))
    return doubted(
      withOwn(
        whole(withWords(withSignAhead(general, glyphs, numbersOf), readings)),
        readingsOf(glyphs, NUMERIC),
      ),
    );
  const worded = (lattice: Lattice) => weighedByLabels(withMeantMarks(readingsOf(lattice)));
  return whole(weighedByForm(withSignAhead(general, glyphs, worded)));
}

/** The classifier's probability from which the last glyph is no sign, but a character. */
const SURE_OTHER = 0.95;
/** How often the last glyph is dirt rather than a character where the general engine sees none. */
const DIRT = 0.1;

/** A number, or nothing, leaves out the character with which the line ends. */
function weighedByEnd(readings: readonly Reading[], glyphs: Lattice): readonly Reading[] {
  const last = glyphs.findLast(({ choices }) => choices[0]?.char !== '')?.choices[0];
  if (last?.char !== OTHER || last.probability < SURE_OTHER) return readings;
  return readings.map(({ text, probability }) => ({
    text,
    probability: text === '' || isSigns(text) ? probability * DIRT : probability,
  }));
}

/** What a fax leaves of a comma is a point, and no text sets a point between words. */
const WORN_COMMA = /(?<=[\p{Script=Han}%）])[．.](?=\p{Script=Han})/gu;
/** Degrees stand behind digits. */
const WORN_STOP = /(?<=[\p{Script=Han}%％）)])[°º]/gu;
/** No form begins a quantity with a small letter: q453元 and, wrapped, q米 begin with a 9. */
const LETTER_FOR_DIGIT = /^[giloqsz](?=[\d\p{Script=Han}])/u;
/** As many dots as the engine happens to see of the six. */
const ELLIPSIS = /^[.．·・…]{3,}$/;

function withMeantMarks(readings: readonly Reading[]): readonly Reading[] {
  return readings.map(({ text, probability }) => ({
    text: ELLIPSIS.test(text)
      ? '……'
      : text
          .replace(WORN_COMMA, '，')
          .replace(WORN_STOP, '。')
          .replace(LETTER_FOR_DIGIT, (letter) => signOf(letter) ?? letter),
    probability,
  }));
}

function signsAlone(glyphs: Lattice): readonly Reading[] {
  return ranked(readingsOf(glyphs).filter((reading) => isSigns(reading.text)));
}

/** Digits without words, in which a piece of a digit was taken for something else: 100°, 1!.5; or a lone letter, which no form prints, for a digit: q. */
function isBrokenNumber(text: string): boolean {
  if (/^[A-Za-z]$/.test(text)) return /\d/.test(signOf(text) ?? '');
  return /[\d!|]/.test(text) && !/[\p{Script=Han}A-Za-z]/u.test(text);
}

/** What the general engine reads where only a number may stand. */
function numbersOf(general: Lattice): readonly Reading[] {
  return mended(readingsOf(general, NUMERIC))
    .map(({ text, probability }) => ({ text, probability: probability * formOf(text) }))
    .sort((a, b) => b.probability - a.probability);
}

const WORDS = /\p{Script=Han}/u;

/** A word behind a number (1136.20个) is as likely as the engine held it: where only a number may stand, it would be read as nothing. */
function withWords(numbers: readonly Reading[], readings: readonly Reading[]): readonly Reading[] {
  const worded = readings.filter(({ text }) => WORDS.test(text));
  const share = worded.reduce((sum, { probability }) => sum + probability, 0);
  const sum = numbers.reduce((total, { probability }) => total + probability, 0);
  if (share === 0 || sum === 0) return numbers;
  const scale = (1 - share) / sum;
  return [...worded, ...numbers.map(({ text, probability }) => ({ text, probability: probability * scale }))];
}

/** However sure the engines are: what is no number as numbers are written is wrong as often as right. */
function doubted(readings: readonly Reading[]): readonly Reading[] {
  return readings.map((reading) =>
    formOf(reading.text) < 1 ? { ...reading, probability: reading.probability / 2 } : reading,
  );
}

/** A 0 that a fax broke in two is read as a pair of brackets. */
function mended(readings: readonly Reading[]): readonly Reading[] {
  return readings.map(({ text, probability }) => ({ text: text.replaceAll('()', '0'), probability }));
}

/** The line as the classifier reads it; null where a glyph is something else, or there is none. */
function signsOf(glyphs: Lattice): string | null {
  const chars = glyphs.map(({ choices }) => choices[0]).filter((choice) => choice?.char !== '');
  const sure = chars.every(
    (choice) => choice && choice.char !== OTHER && choice.probability >= LEAST_OPINION,
  );
  return sure && chars.length > 0 ? chars.map((choice) => choice?.char).join('') : null;
}

/** The product of what the general engine and the classifier give to each reading and of how likely its form is, as shares of all of them. */
function fused(one: readonly Reading[], other: readonly Reading[]): readonly Reading[] {
  const texts = new Set([...one, ...other].map((reading) => reading.text).filter(isSigns));
  const weigh = (readings: readonly Reading[], text: string) =>
    readings.reduce((sum, reading) => sum + (reading.text === text ? reading.probability : 0), 0);
  const readings = [...texts].map((text) => {
    const pointless = text.replace(/[.,]/g, '');
    const general = Math.max(weigh(one, text), DOT_OVERLOOKED * weigh(one, pointless));
    const seen = Math.max(weigh(other, text), DOT_MISSED * weigh(other, pointless));
    const probability = (general + unseenBy(one)) * (seen + unseenBy(other)) * formOf(text);
    return { text, probability };
  });
  return doubted(ranked(readings));
}

function unseenBy([best]: readonly Reading[]): number {
  return best && formOf(best.text) === 1 ? UNSEEN : UNSEEN_BY_A_MISTAKEN;
}

/** As shares of one, likeliest first; readings that differ only in width or blanks (（ and (, ： and :) count together. */
function ranked(readings: readonly Reading[]): readonly Reading[] {
  const alike = new Map<string, Reading>();
  for (const reading of [...readings].sort((a, b) => b.probability - a.probability)) {
    const key = halfWidth(reading.text).replace(/\s+/g, '');
    const first = alike.get(key);
    const probability = reading.probability + (first?.probability ?? 0);
    alike.set(key, { text: first?.text ?? reading.text, probability });
  }
  const sum = readings.reduce((total, reading) => total + reading.probability, 0);
  return [...alike.values()]
    .map(({ text, probability }) => ({ text, probability: sum > 0 ? probability / sum : 0 }))
    .sort((a, b) => b.probability - a.probability)
    .slice(0, MOST_READINGS);
}

/** Weight of the third engine's opinion where it gives none of the readings: it has seen the same print worse. */
const THIRD_UNSEEN = 0.2;
/** Readings of a number weighed again with those of a third engine. It decides between readings; one of its own it can only put beside them. */
export function withThird(readings: readonly Reading[], third: Lattice): readonly Reading[] {
  const opinions = readingsOf(third, NUMERIC);
  const weighed = ranked(
    readings.map(({ text, probability }) => ({
      text,
      probability:
        probability * (THIRD_UNSEEN + (opinions.find((one) => one.text === text)?.probability ?? 0)),
    })),
  );
  return doubted(withOwn(weighed, opinions));
}

/** Share of a number that one engine alone reads, where it is sure: the others may have taken the halves of a 4 for .1, or its stem for 1. */
const ALONE = 0.1;

/** The likeliest number of an engine, beside readings without it. */
function withOwn(readings: readonly Reading[], opinions: readonly Reading[]): readonly Reading[] {
  const own = opinions.find(({ text }) => /\d/.test(text) && formOf(text) === 1);
  if (!own || readings.some(({ text }) => text === own.text)) return readings;
  const share = ALONE * own.probability;
  const others = readings.map(({ text, probability }) => ({ text, probability: probability * (1 - share) }));
  return ranked([...others, { text: own.text, probability: share }]);
}

/** A quantity that begins with 0 and a digit has lost its point (08元/页); one that ends in a mark has taken in dirt (81套、). */
const ODD_QUANTITY = /^[≥≤><=≧≦═]?(?:0\d|\d[\d.,]*\p{Script=Han}{1,3}[、，。．,.]$)/u;

function weighedByForm(readings: readonly Reading[]): readonly Reading[] {
  return readings.map(({ text, probability }) => ({
    text,
    probability: ODD_QUANTITY.test(text) ? probability * ODD : probability,
  }));
}
