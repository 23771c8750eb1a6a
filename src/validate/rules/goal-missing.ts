// 年度总体目标的预期目标空白（实际完成情况已填，说明表内有此栏）。
// The expected goal is blank, while what was achieved is told, which shows that the form asks for it.
// Source: 财预〔2020〕10号's frame.

import { diagnosticOf } from '../../diagnostic/index.ts';
import { groundsOf, type Rule } from '../subject.ts';

export const goalMissing: Rule = function* ({ evaluation: { goal } }) {
  if (goal.expected || !goal.achieved) return;
  yield diagnosticOf('goal-missing', {
    fields: ['/goal/expected', goal.achieved.field],
    because: groundsOf([goal.achieved]).map(({ field, text }) => ({ field, text: text.slice(0, LONGEST) })),
  });
};

/** Characters of a goal text that are quoted. */
const LONGEST = 60;
