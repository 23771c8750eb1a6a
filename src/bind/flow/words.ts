// Glued lines into words: the numbers that a site gives the parts of a text are left out, and blanks within a label part nothing.
// Surprise: 执行率 得分 is parted by its blank and 年度指标 值 is not, since only the first is two labels.

import type { Line } from '../../tree/nodes.ts';
import type { Origin } from '../../tree/origin.ts';
import { labelAt } from './labels.ts';

export function movedBy(origin: Origin, characters: number): Origin {
  return origin.on === 'text' ? { ...origin, column: origin.column + characters } : origin;
}

/** Shorter lines with numbers are a list. */
const SHORTEST_PART = 150;

/** Sites that show documents cut their text anywhere into long parts, and number these: 1、…满意度≥9 and 2、0%95%…. */
export function unnumbered(lines: readonly Line[]): readonly Line[] {
  const first = lines.findIndex(({ text }) => text.startsWith('1、'));
  const parts = first < 0 ? [] : lines.slice(first);
  const areParts = parts.every(({ text }, at) => text.startsWith(`${at + 1}、`));
  const areLong = parts.slice(0, -1).every(({ text }) => text.length >= SHORTEST_PART);
  if (parts.length < 2 || !areParts || !areLong) return lines;
  const bare = parts.map((line, at) => {
    const length = `${at + 1}、`.length;
    return { ...line, text: line.text.slice(length), origin: movedBy(line.origin, length) };
  });
  return [...lines.slice(0, first), ...bare];
}

/** Characters that nothing parts, and where each stands. */
export interface Word {
  readonly text: string;
  readonly originAt: (at: number) => Origin;
}

/** The words of a line; a blank within a label (一级 指标, 可持 续影 响指标) is the end of a line in its narrow cell, and parts nothing. */
export function wordsOf(line: Line): readonly Word[] {
  const printed = [...line.text.matchAll(/\S/g)].map(({ index }) => index);
  const text = printed.map((index) => line.text[index]).join('');
  const starts = startsOf(printed, text);
  return starts.map((start, at) => ({
    text: text.slice(start, starts[at + 1]),
    originAt: (within) => movedBy(line.origin, printed[start + within] ?? 0),
  }));
}

/** Where, among the printed characters, words begin. */
function startsOf(printed: readonly number[], text: string): readonly number[] {
  const starts: number[] = [];
  let from = 0;
  let end = 0;
  for (const at of printed.keys()) {
    const isParted = at === 0 || (printed[at - 1] ?? 0) + 1 < (printed[at] ?? 0);
    const isWithin = at < end && !(isParted && areTwo(text, from, at));
    if (!isWithin) [from, end] = [at, at + labelAt(text, at)];
    if (isParted && !isWithin) starts.push(at);
  }
  return starts;
}

/** 执行率 得分 is two labels, though 执行率得分 is one. */
function areTwo(text: string, from: number, at: number): boolean {
  return labelAt(text.slice(0, at), from) === at - from && labelAt(text, at) > 0;
}
