// The words of the page, in zh and en: what the static part prints and what the script in the page chooses from.
// Surprise: both languages stand in the page at once; the `lang` of the root element decides which of them is seen.

import { CATALOGUE, LEVELS, type Level } from '../../diagnostic/index.ts';
import { EXPLANATION_NAMES } from '../letter.ts';
import type { Both } from './finding.ts';
import { COLUMN_WORDS } from './rows.ts';
import { escaped } from './visible.ts';

export const LEVEL_WORDS: Readonly<Record<Level, Both>> = {
  fatal: ['未能读取', 'Not read'],
  error: ['错误', 'Errors'],
  warning: ['提醒', 'Warnings'],
  doubt: ['存疑', 'Doubts'],
  note: ['备注', 'Notes'],
};

/** Of a single finding. */
const LEVEL_NAMES: Readonly<Record<Level, Both>> = {
  fatal: ['未能读取', 'Not read'],
  error: ['错误', 'Error'],
  warning: ['提醒', 'Warning'],
  doubt: ['存疑', 'Doubt'],
  note: ['备注', 'Note'],
};

/** What each level means, for those who see the page for the first time. */
export const LEVEL_MEANINGS: Readonly<Record<Level, Both>> = {
  fatal: ['文件没有结果', 'no result for the file'],
  error: ['表内两处不可能同时为真', 'two statements contradict'],
  warning: ['不合规则或通常做法，请人看一眼', 'against a rule or practice; look at it'],
  doubt: ['可能是我们读错了', 'we may have misread'],
  note: ['值得知道', 'worth knowing'],
};

const CLASS_WORDS: Readonly<Record<string, Both>> = {
  project: ['项目支出', 'Project'],
  department: ['部门整体', 'Department'],
  transfer: ['转移支付', 'Transfer'],
  other: ['其他', 'Other'],
};

/** What the script needs. Rules come with their titles, sources and examples. */
export const SCRIPT_WORDS = {
  levels: LEVELS.map((name) => ({ name, one: LEVEL_NAMES[name], many: LEVEL_WORDS[name] })),
  classes: CLASS_WORDS,
  explanations: EXPLANATION_NAMES,
  columns: COLUMN_WORDS,
  rules: Object.fromEntries(
    Object.entries(CATALOGUE).map(([code, { title, source, example }]) => [
      code,
      { title: pair(title), source: pair(source), example: pair(example) },
    ]),
  ),
};

export function pair({ zh, en }: { readonly zh: string; readonly en: string }): Both {
  return [zh, en];
}

/** Markup of a text in both languages; the style sheet shows one. */
export function both([zh, en]: Both): string {
  return `<span lang="zh-Hans">${escaped(zh)}</span><span lang="en">${escaped(en)}</span>`;
}
