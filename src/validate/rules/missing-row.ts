// 分值合计与总分同时偏少，且漏列一行即可解释：提示漏列，并列出目标文字中没有对应指标行的项目。两个错误照报。
// Both totals fall short as one absent row would explain: says so and names the items of the goal text without a row. The two errors stay.
// Source: usual practice of re-checking.

import { diagnosticOf, type Message } from '../../diagnostic/index.ts';
import { goalListOf } from '../goal.ts';
import { type Shortfall, shortfallOf } from '../missing-row.ts';
import { groundsOf, type Rule } from '../subject.ts';
import { shown } from '../verdict.ts';

export const missingRow: Rule = function* ({ evaluation }) {
  const shortfall = shortfallOf(evaluation);
  if (!shortfall) return;
  const { weight, score, weightGap, scoreGap } = shortfall;
  const goal = shortfall.candidates.length > 0 ? (goalListOf(evaluation)?.stated ?? null) : null;
  yield diagnosticOf('missing-row-suspected', {
    fields: [weight.printed.field, score.printed.field, ...(goal ? [goal.field] : [])],
    explanation: 'missing-row',
    because: [
      ...groundsOf([weight.printed, score.printed]),
      ...shortfall.candidates.flatMap(({ text }) => (goal ? [{ field: goal.field, text }] : [])),
    ],
    words: { weightGap: shown(weightGap), scoreGap: shown(scoreGap), candidates: candidateWords(shortfall) },
  });
};

function candidateWords({ candidates }: Shortfall): Message {
  const names = candidates.map(({ text }) => `“${text}”`);
  if (names.length === 0) return { zh: '表内未见是哪一行', en: 'nothing in the form tells which row it is' };
  return {
    zh: `目标文字中没有对应指标行的是${names.join('、')}`,
    en: `of the goal text, ${names.join(', ')} has no row`,
  };
}
