// Lines of flattened text into units: cells between pipes, one cell a line, words between spaces, or chunks where nothing separates.
// Surprise: in glued text every digit is a unit of its own, since any of them may begin the next number.

import { conceptIn, knows } from '../../form/vocabulary.ts';
import type { Line } from '../../tree/nodes.ts';
import type { Origin } from '../../tree/origin.ts';
import { type Gap, isQualitative, type Unit } from '../align/index.ts';
import { inlineGoal } from '../role.ts';
import { labelAt } from './labels.ts';
import { movedBy, unnumbered, type Word, wordsOf } from './words.ts';

/** Fewer blanks than one in so many characters: nothing separates the cells. */
const GLUED = 40;

export function unitsOf(lines: readonly Line[]): readonly Unit[] {
  return separated(lines).flatMap(withoutInline);
}

/** 预期目标：养护公路 in one cell or word is a label and its text; 目标1：is the number of a text. */
function withoutInline(unit: Unit): readonly Unit[] {
  const goal = inlineGoal(unit.text);
  if (!goal) return [unit];
  const length = unit.text.length - goal.text.length;
  return [
    { ...unit, text: unit.text.slice(0, length).trim() },
    { text: goal.text, gap: 'space', origin: movedBy(unit.origin, length) },
  ];
}

function separated(lines: readonly Line[]): readonly Unit[] {
  const text = lines.map((line) => line.text).join('\n');
  if ((text.match(/\|/g)?.length ?? 0) >= 8) return pipeUnits(lines);
  const words = text.trim().split(/\s+/).length;
  if (text.length / words > GLUED || lines.some(({ text }) => hasGluedHeadings(text))) {
    const whole = SPACED_NUMBERS.test(text);
    return unnumbered(lines).flatMap((line) => gluedUnits(line, whole));
  }
  const many = lines.filter((line) => /\S\s+\S/.test(line.text.trim())).length;
  if (lines.length > 8 && many < lines.length / 4)
    return lines.map((line) => ({ text: line.text.trim(), gap: 'cell', origin: line.origin }));
  return lines.flatMap((line) => wordUnits(line, lines.length > 3 ? 'row' : 'space'));
}

const GLUED_HEADINGS = 3;

/** Labels with nothing between them, three at least: the cells of each row are glued, whatever blanks stand elsewhere. */
function hasGluedHeadings(text: string): boolean {
  let count = 0;
  for (let at = 0; at < text.length && count < GLUED_HEADINGS; ) {
    const length = labelAt(text, at);
    count = length > 0 ? count + 1 : 0;
    at += length || 1;
  }
  return count >= GLUED_HEADINGS;
}

function wordUnits(line: Line, first: Gap): readonly Unit[] {
  const words = [...line.text.matchAll(/\S+/g)];
  return words.map((word, at) => ({
    text: word[0],
    gap: at === 0 ? first : 'space',
    origin: movedBy(line.origin, word.index),
  }));
}

/** Cells between pipes, across lines; a cell of white space is a printed blank. What stands outside the first and last pipe is none. */
function pipeUnits(lines: readonly Line[]): readonly Unit[] {
  const units: Unit[] = [];
  let open: Unit | null = null;
  for (const line of lines) {
    for (const part of line.text.matchAll(/\||[^|]+/g)) {
      if (part[0] === '|') {
        if (open) units.push(open);
        open = { text: '', gap: 'cell', origin: movedBy(line.origin, part.index + 1) };
      } else if (part[0].trim() !== '') open = filled(open, part[0].trim(), movedBy(line.origin, part.index));
    }
  }
  return open && open.text !== '' ? [...units, open] : units;
}

function filled(open: Unit | null, text: string, origin: Origin): Unit {
  if (!open || open.text === '') return { text, gap: 'cell', origin };
  return { ...open, text: `${open.text} ${text}` };
}

type CharClass = 'digit' | 'sign' | 'mark' | 'han' | 'latin' | 'other';

function classOf(char: string): CharClass {
  if (/[\d.,]/.test(char)) return 'digit';
  if (/[≥≤><=≧≦]/.test(char)) return 'sign';
  if (/[%‰/—–-]/.test(char)) return 'mark';
  if (/\p{Script=Han}/u.test(char)) return 'han';
  return /[A-Za-z]/.test(char) ? 'latin' : 'other';
}

/** Three numbers with blanks between them: where a number stands between blanks it is whole. */
const SPACED_NUMBERS = /(?:^|\s)(?:[\d,]+(?:\.\d+)?%?\s+){2}[\d,]+(?:\.\d+)?%?(?:\s|$)/;
const NUMBER = /^[\d,]+(?:\.\d+)?%?$/;

/** Words apart by a space, each taken apart where nothing separates its cells. */
function gluedUnits(line: Line, whole: boolean): readonly Unit[] {
  return wordsOf(line).flatMap((word, at) => {
    const gap = at > 0 || /^\s/.test(line.text) ? 'space' : 'none';
    if (whole && NUMBER.test(word.text)) return [{ text: word.text, gap, origin: word.originAt(0) }];
    const [first, ...others] = wordParts(word);
    return first ? [{ ...first, gap }, ...others] : [];
  });
}

/** Labels whole, digits one by one, the rest cut where the kind of character changes, before a known phrase, and after a counted unit. */
function wordParts({ text, originAt }: Word): readonly Unit[] {
  const units: Unit[] = [];
  for (let at = 0; at < text.length; ) {
    const label = labelAt(text, at);
    const length = rateBefore(text.slice(at, at + label), units) || label || chunkAt(text, at);
    units.push({ text: text.slice(at, at + length), gap: 'none', origin: originAt(at) });
    at += length;
  }
  return units;
}

/** How far back a heading stands in one row with another, in units. */
const HEADINGS_BACK = 6;

/** 执行率得分 is the points of a rate where the rate has a column before it; where it has none, 执行率|得分 are two columns. 0 for no such label. */
function rateBefore(label: string, before: readonly Unit[]): number {
  if (conceptIn('fundingColumn', label) !== 'fundingScore') return 0;
  if (before.slice(-HEADINGS_BACK).some(({ text }) => isRate(text))) return 0;
  const isCut = (end: number) => isRate(label.slice(0, end)) && knows('fundingColumn', label.slice(end));
  return [...label].keys().find(isCut) ?? 0;
}

function isRate(text: string): boolean {
  return knows('fundingColumn', text) && conceptIn('fundingColumn', text) === 'executionRate';
}

const COUNTED =
  /^(万元|亿元|元|人次|人|次|个|件|户|亩|只|头|米|厘米|公里|平方米|天|年|月|套|批|本|场|期|起|项|所|台|份|吨|公顷)/;
/** Words that begin a value as a sign would: 不低于95%. */
const SIGN_WORD = /^(不低于|不少于|不超过|不高于|小于|大于|低于|高于|达到)(?=\d)/;
/** 2018-2022: no two numbers, and no value. */
const YEARS = /^(?:19|20)\d\d[-—~至](?:19|20)\d\d年?(?!\d)/;
/** 12月底前完成, 2022年11月5日 after what is no digit, and points in brackets: the digits in them begin nothing else. */
const WHOLE =
  /^(?:(?:(?:19|20)\d\d年)?(?:1[0-2]|[1-9])月(?:(?:3[01]|[12]\d|[1-9])日|[底初末]|[上中下]旬)?(?:之?前|以前)?(?:完成|完工|竣工)?|[（(]\d{1,2}(?:\.\d)?分[)）])/;
const PHRASE_LENGTHS = [8, 6, 5, 4, 3, 2];

function chunkAt(text: string, at: number): number {
  const char = text[at] ?? '';
  const kind = classOf(char);
  const years = YEARS.exec(text.slice(at, at + 10));
  if (years) return years[0].length;
  const afterDigit = classOf(text[at - 1] ?? '') === 'digit';
  const whole = afterDigit ? null : WHOLE.exec(text.slice(at, at + 20));
  if (whole) return whole[0].length;
  if (kind === 'digit') return 1;
  const phrase = phraseAt(text, at);
  if (phrase) return phrase;
  const sign = SIGN_WORD.exec(text.slice(at, at + 4));
  if (sign) return sign[0].length;
  const counted = afterDigit ? COUNTED.exec(text.slice(at, at + 4)) : null;
  if (counted) return counted[0].length + perAt(text, at + counted[0].length);
  let end = at + 1;
  while (end < text.length && continues(text, end, kind)) end++;
  return beforeTwins(text.slice(at, end));
}

/** Length of /亩, /人次 behind a unit: words that the next number, the next label or the end of the line closes. */
function perAt(text: string, at: number): number {
  if (!/[/／]/.test(text[at] ?? '')) return 0;
  const ends = [2, 3, 4].find((length) => {
    const next = text[at + length];
    return next === undefined || /[\d≥≤><=]/.test(next) || labelAt(text, at + length) > 0;
  });
  return ends !== undefined && /^\p{Script=Han}+$/u.test(text.slice(at + 1, at + ends)) ? ends : 0;
}

function continues(text: string, at: number, kind: CharClass): boolean {
  if (classOf(text[at] ?? '') !== kind || kind === 'sign' || kind === 'mark') return false;
  if (SIGN_WORD.test(text.slice(at, at + 4))) return false;
  return !labelAt(text, at) && !phraseAt(text, at);
}

/** Length of a known phrase that begins here; short ones also begin names (有效率), so they count only after a number; 按时完成率 is one. */
function phraseAt(text: string, at: number): number {
  const known = PHRASE_LENGTHS.find((length) => isQualitative(text.slice(at, at + length))) ?? 0;
  if (text[at + known] === '率') return 0;
  return known >= 4 || /[\d%‰]/.test(text[at - 1] ?? '') ? known : 0;
}

/** A name before a word that stands twice (化肥使用量减少减少): target and actual value. */
function beforeTwins(run: string): number {
  return /^(.{2,}?)(?:(.{2,8})\2|([高低优良好有无是否强])\3)$/u.exec(run)?.[1]?.length ?? halved(run);
}

/** A run that says the same twice, or but for its last character, is two cells: 显著提升显著提升, 项目数量一项目数量二. */
function halved(run: string): number {
  if (/^([高低优良好有无是否强])\1$/u.test(run)) return 1;
  const half = run.length / 2;
  const same = half >= 4 ? half - 1 : half;
  return half >= 2 && run.slice(0, same) === run.slice(half, half + same) ? half : run.length;
}
