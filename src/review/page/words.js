// The words of levels, rules, columns and fields, as the program itself uses them; loaded once, before anything is drawn.

import { ask } from './talk.js';

export const words = await ask('words.json');

/** Worst first, as the queue orders forms. */
export const NEEDS = ['fatal', 'doubt', 'error', 'warning', 'done'];

const NEED_WORDS = {
  fatal: ['未读', 'Not read'],
  doubt: ['存疑', 'Doubts'],
  error: ['错误', 'Errors'],
  warning: ['提醒', 'Warnings'],
  done: ['完成', 'Done'],
};

export function needWord(need) {
  return NEED_WORDS[need];
}

export function levelWord(level) {
  return words.levels.find(({ name }) => name === level).one;
}

export function ruleTitle(code) {
  return words.rules[code]?.title ?? [code, code];
}
