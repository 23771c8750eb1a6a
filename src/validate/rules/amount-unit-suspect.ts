// 表格与文字的金额恰差一万倍（元与万元），或金额与单位相比大得、小得离奇。
// Table and prose differ by exactly ten thousand (元 against 万元), or a total is absurd for its unit.
// Source: usual practice of re-checking.

import { diagnosticOf, type Message } from '../../diagnostic/index.ts';
import { decimalOf, exact, ratioOf } from '../../number/index.ts';
import { contradictionsOf } from '../claims.ts';
import { groundsOf, type Printed, present, type Rule, totalLine } from '../subject.ts';

export const amountUnitSuspect: Rule = function* ({ evaluation }) {
  for (const { claim, table, isUnit } of contradictionsOf(evaluation)) {
    if (!isUnit) continue;
    yield diagnosticOf('amount-unit-suspect', {
      fields: [table.field, claim.stated.field],
      stated: String(table.value),
      because: [...groundsOf([table]), { field: claim.stated.field, text: claim.quote }],
      words: { what: apart(claim.quote, table, evaluation.amountUnit?.value ?? '') },
    });
  }
  yield* absurdTotals(evaluation);
};

function apart(quote: string, table: Printed, unit: string): Message {
  const printed = /元/.test(table.text) ? table.text : `${table.value}${unit}`;
  return {
    zh: `文字写“${quote}”，表中为 ${printed}，恰差一万倍`,
    en: `The prose says “${quote}”, the table ${printed}: exactly ten thousand times apart`,
  };
}

/** By unit. 1,000亿元 is beyond any project's budget, and a project of less than 100元 is none. */
const SANE: Readonly<Record<string, readonly [string, string]>> = {
  亿元: ['0.0001', '1000'],
  万元: ['0.01', '10000000'],
  元: ['100', '100000000000'],
};

const absurdTotals: (evaluation: Parameters<Rule>[0]['evaluation']) => ReturnType<Rule> = function* (
  evaluation,
) {
  const unit = evaluation.amountUnit;
  const bounds = unit && SANE[unit.value]?.map(decimalOf);
  const line = totalLine(evaluation);
  const [least, most] = bounds ?? [];
  if (!unit || !line || !least || !most) return;
  for (const amount of present([line.initialBudget, line.adjustedBudget, line.executed])) {
    if (amount.value.units === 0n || /元/.test(amount.text)) continue;
    const value = exact.absolute(ratioOf(amount.value));
    const isSane = exact.compare(value, ratioOf(least)) >= 0 && exact.compare(value, ratioOf(most)) <= 0;
    if (isSane) continue;
    yield diagnosticOf('amount-unit-suspect', {
      fields: [amount.field, unit.field],
      stated: String(amount.value),
      because: groundsOf([amount, unit]),
      words: {
        what: {
          zh: `金额 ${amount.value}${unit.value} 与单位不相称`,
          en: `An amount of ${amount.value}${unit.value} is absurd for its unit`,
        },
      },
    });
  }
};
