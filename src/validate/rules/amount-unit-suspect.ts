// 表格与文字的金额恰差一万倍（元与万元），或金额与单位相比大得、小得离奇。
// Table and prose differ by exactly ten thousand (元 against 万元), or a total is absurd for its unit.
// Source: usual practice of re-checking.

import { type Diagnostic, diagnosticOf, type Message } from '../../diagnostic/index.ts';
import { exact, type Ratio } from '../../number/index.ts';
import { boundOf, type Profile } from '../../record/profile.ts';
import { contradictionsOf, tableText } from '../claims.ts';
import { baseValue, powerOfUnit, unitIn } from '../money.ts';
import { groundsOf, present, type Rule, type Subject, totalLine } from '../subject.ts';

export const amountUnitSuspect: Rule = function* (subject) {
  const { evaluation } = subject;
  for (const found of contradictionsOf(evaluation).filter(({ isUnit }) => isUnit)) {
    const { claim, table } = found;
    yield diagnosticOf('amount-unit-suspect', {
      fields: [table.field, claim.stated.field],
      stated: String(table.value),
      because: [...groundsOf([table]), { field: claim.stated.field, text: claim.quote }],
      words: { what: apart(claim.quote, tableText(found, evaluation)) },
    });
  }
  yield* absurdTotals(subject);
};

function apart(quote: string, printed: string): Message {
  return {
    zh: `文字写“${quote}”，表中为 ${printed}，恰差一万倍`,
    en: `The prose says “${quote}”, the table “${printed}”: exactly ten thousand times apart`,
  };
}

function* absurdTotals({ evaluation, profile }: Subject): Generator<Diagnostic, void> {
  const unit = evaluation.amountUnit;
  const line = totalLine(evaluation);
  const power = unit && powerOfUnit(unit.value);
  if (!unit || !line || power === null) return;
  for (const amount of present([line.initialBudget, line.adjustedBudget, line.executed])) {
    if (unitIn(amount.text) !== null || isSane(baseValue({ value: amount.value, power }), profile)) continue;
    yield diagnosticOf('amount-unit-suspect', {
      fields: [amount.field, unit.field],
      stated: String(amount.value),
      because: groundsOf([amount, unit]),
      words: {
        what: {
          zh: `金额 ${amount.value}${unit.value} 与单位不相称`,
          en: `An amount of “${amount.value}${unit.value}” is absurd for its unit`,
        },
      },
    });
  }
}

/** In 元. Nothing at all is an amount like any other. */
function isSane(amount: Ratio, { saneFunds: { least, most } }: Profile): boolean {
  if (amount.numerator === 0n) return true;
  const size = exact.absolute(amount);
  return exact.compare(size, boundOf(least)) >= 0 && exact.compare(size, boundOf(most)) <= 0;
}
