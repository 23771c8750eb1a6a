// 目标文字中某项的目标值与其指标行的指标值、调整后指标值、完成值都不同。
// An item of the goal text gives a quantity that is neither the target, nor the adjusted target, nor the actual value of its row.
// Source: usual practice of re-checking (goals and indicators correspond).

import { diagnosticOf } from '../../diagnostic/index.ts';
import { exact, type Quantity, ratioOf, shifted } from '../../number/index.ts';
import { type GoalItem, goalListOf } from '../goal.ts';
import { groundsOf, type Rule } from '../subject.ts';
import { powerBetween } from '../units.ts';

export const goalTarget: Rule = function* ({ evaluation }) {
  const list = goalListOf(evaluation);
  if (!list) return;
  for (const item of list.items) {
    const target = item.row?.target;
    if (!target || !differs(item)) continue;
    yield diagnosticOf('goal-target-differs', {
      fields: [target.field, list.stated.field],
      stated: target.value,
      because: [{ field: list.stated.field, text: item.text }, ...groundsOf([target])],
      words: { row: item.name, told: item.target },
    });
  }
};

function differs({ quantity, row }: GoalItem): boolean {
  if (!quantity || !row?.targetQuantity || !isComparable(quantity, row.targetQuantity)) return false;
  const known = [row.targetQuantity, row.adjustedTargetQuantity, row.actualQuantity];
  return !known.some((other) => other !== null && isEqual(quantity, other));
}

function isComparable(a: Quantity, b: Quantity): boolean {
  return a.unit !== null && b.unit !== null && powerBetween(a.unit, b.unit) !== null;
}

function isEqual(a: Quantity, b: Quantity): boolean {
  const power = powerBetween(a.unit, b.unit);
  return power !== null && exact.compare(ratioOf(shifted(a.amount, power)), ratioOf(b.amount)) === 0;
}
