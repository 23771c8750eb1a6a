// One code's words: what `hebiao rules` prints and what a diagnostic's sentence is filled from.

import type { Level, Message } from '../diagnostic.ts';

/** `sentence` has {name}s that a diagnostic's details fill; {stated} and {computed} are always there. */
export interface Entry {
  readonly level: Level;
  readonly title: Message;
  readonly sentence: Message;
  readonly source: Message;
  /** A worked example: what stands on a form, and what the rule says of it. */
  readonly example: Message;
}

/** Where most rules come from. No text of the measures is quoted, so no profile is called official. */
export const SOURCES = {
  arithmetic: {
    zh: '算术：表内数字应当自洽',
    en: 'Arithmetic: the numbers of one form must agree with each other',
  },
  measures: {
    zh: '财预〔2020〕10号《项目支出绩效评价管理办法》的框架及各省办法（据表格脚注和地方文件）',
    en: 'The framework of Caiyu [2020] No. 10 on evaluating project expenditure and of provincial measures, as seen in footnotes of forms and local documents',
  },
  consistency: {
    zh: '同一份表的文字与表格应当一致',
    en: 'The prose and the table of one form must agree with each other',
  },
  practice: {
    zh: '复核、抽查中的通常做法',
    en: 'Usual practice when self-evaluations are re-checked',
  },
  program: { zh: '本程序的说明', en: 'A remark of this program' },
} as const;
