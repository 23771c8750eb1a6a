// 目标文字逐项列出时：某项没有对应的指标行；或文字几乎列全了指标，却独缺某一行。
// Where the goal text is a list: an item has no indicator row; or the list has nearly every row and lacks one.
// Source: usual practice of re-checking (goals and indicators correspond).

import { diagnosticOf, type Message } from '../../diagnostic/index.ts';
import type { Indicator } from '../../record/evaluation.ts';
import { type GoalList, goalListOf, itemsWithoutRow } from '../goal.ts';
import { countedRows, groundsOf, type Rule, rowName } from '../subject.ts';

export const goalIndicators: Rule = function* ({ evaluation }) {
  const list = goalListOf(evaluation);
  if (!list) return;
  for (const { text } of itemsWithoutRow(list)) {
    yield diagnosticOf('goal-indicator-missing', {
      fields: [list.stated.field],
      stated: text,
      because: [{ field: list.stated.field, text }],
      words: { what: withoutRow(text) },
    });
  }
  for (const row of unlisted(list, countedRows(evaluation))) {
    yield diagnosticOf('goal-indicator-missing', {
      fields: [(row.level3 ?? list.stated).field, list.stated.field],
      stated: rowName(row),
      because: groundsOf([row.level3]),
      words: { what: withoutItem(rowName(row)) },
    });
  }
};

/** A list that lacks more than a tenth of the rows was not meant to name them all. */
function unlisted({ items }: GoalList, rows: readonly Indicator[]): readonly Indicator[] {
  const lacking = rows.filter((row) => !items.some((item) => item.row === row));
  return lacking.length * 10 <= rows.length ? lacking : [];
}

function withoutRow(text: string): Message {
  return {
    zh: `目标文字中的“${text}”没有对应的指标行`,
    en: `“${text}” of the goal text has no indicator row`,
  };
}

function withoutItem(name: string): Message {
  return {
    zh: `目标文字列出了其余各项指标，唯独没有“${name}”`,
    en: `The goal text lists the other indicators, but not “${name}”`,
  };
}
