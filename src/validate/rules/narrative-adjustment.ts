// 文字讲到的预算调整（追加、调减……共计若干）与年初、全年预算数之差不符。只在全文恰好讲到一笔调整时检验。
// The adjustment told in the prose does not lead from the initial to the adjusted budget. Tested only where exactly one is told.
// Source: prose and table of one form must agree.

import { diagnosticOf } from '../../diagnostic/index.ts';
import { Decimal, exact, ratioOf, sameValue } from '../../number/index.ts';
import { type Adjustment, adjustmentOf } from '../adjustment.ts';
import { agree, type Measured, powerOfUnit } from '../money.ts';
import { groundsOf, type Printed, type Rule, totalLine } from '../subject.ts';
import { shown } from '../verdict.ts';

export const narrativeAdjustment: Rule = function* ({ evaluation }) {
  const line = totalLine(evaluation);
  const power = powerOfUnit(evaluation.amountUnit?.value ?? '');
  const told = adjustmentOf(evaluation);
  if (!line?.initialBudget || !line.adjustedBudget || power === null || !told) return;
  const { initialBudget: initial, adjustedBudget: adjusted } = line;
  if (told.direction === null && sameValue(initial.value, adjusted.value)) return;
  if (signsOf(told).some((sign) => leadsTo(told, sign, { initial, adjusted, power }))) return;
  yield diagnosticOf('narrative-adjustment-mismatch', {
    fields: [told.stated.field, adjusted.field, initial.field],
    stated: String(adjusted.value),
    computed: signsOf(told)
      .map((sign) => resultText(told, sign, initial, power))
      .join(' / '),
    because: [{ field: told.stated.field, text: told.quote }, ...groundsOf([adjusted, initial])],
    words: { quote: told.quote, initial: String(initial.value) },
  });
};

type Sign = 1n | -1n;

function signsOf({ direction }: Adjustment): readonly Sign[] {
  return direction === null ? [1n, -1n] : [direction];
}

function changed(told: Measured, sign: Sign, initial: Printed, power: number) {
  const shift = exact.ratio(
    10n ** BigInt(Math.max(told.power - power, 0)),
    10n ** BigInt(Math.max(power - told.power, 0)),
  );
  const change = exact.multiply(exact.multiply(ratioOf(told.value), shift), exact.ratio(sign));
  return exact.add(ratioOf(initial.value), change);
}

function leadsTo(
  told: Adjustment,
  sign: Sign,
  table: { initial: Printed; adjusted: Printed; power: number },
): boolean {
  const gap = exact.subtract(ratioOf(table.adjusted.value), ratioOf(table.initial.value));
  const places = Math.max(table.adjusted.value.places, table.initial.value.places);
  const units = (gap.numerator * 10n ** BigInt(places) * sign) / gap.denominator;
  return agree(told, { value: new Decimal(units, places), power: table.power });
}

function resultText(told: Adjustment, sign: Sign, initial: Printed, power: number): string {
  return shown(changed(told, sign, initial, power));
}
