// One indicator row as its score sees it: the target that counts, the actual value in the target's unit, and which way is good.
// Surprise: the direction is null wherever it is not certain; what depends on it is then not tested at all.

import { conceptIn } from '../form/vocabulary.ts';
import { exact, type Quantity, type Ratio, ratioOf, sameValue, shifted } from '../number/index.ts';
import type { Indicator } from '../record/evaluation.ts';
import type { Stated } from '../record/stated.ts';
import { powerBetween } from './units.ts';

export type Direction = 'rising' | 'falling' | 'exact';

/** `target` and `actual` are in the target's unit; `printed` is where they stand. */
export interface Achievement {
  readonly printed: { readonly target: Stated<string>; readonly actual: Stated<string> };
  readonly target: Ratio;
  readonly actual: Ratio;
  readonly direction: Direction | null;
}

/** 调整后指标值 where it is filled, else 年度指标值. */
export function basisOf(row: Indicator): { stated: Stated<string> | null; quantity: Quantity | null } {
  if (row.adjustedTarget) return { stated: row.adjustedTarget, quantity: row.adjustedTargetQuantity };
  return { stated: row.target, quantity: row.targetQuantity };
}

export function isCost(row: Indicator): boolean {
  const level1 = row.level1 && conceptIn('level1', row.level1.value);
  const level2 = row.level2 && conceptIn('level2', row.level2.value);
  return level1 === 'cost' || level2 === 'cost';
}

/** Both quantities in one unit, or null where one of them is none, or they cannot be compared, or the actual is itself a bound. */
export function achievementOf(row: Indicator): Achievement | null {
  const { stated, quantity: target } = basisOf(row);
  const actual = row.actualQuantity;
  if (!stated || !target || !row.actual || !actual || !isDefinite(actual, target)) return null;
  const power = powerBetween(actual.unit, target.unit);
  if (power === null || (hasUnitInOneOnly(actual, target) && !isOfOneScale(actual, target))) return null;
  return {
    printed: { target: stated, actual: row.actual },
    target: ratioOf(target.amount),
    actual: ratioOf(shifted(actual.amount, power)),
    direction: directionOf(row, target),
  };
}

function hasUnitInOneOnly(actual: Quantity, target: Quantity): boolean {
  return (
    (actual.unit === null) !== (target.unit === null) &&
    /^[亿万千百%％]/.test(actual.unit ?? target.unit ?? '')
  );
}

const TEN = exact.ratio(10n);

/** Within ten times of each other: 4.8 beside ≥5万人 is in its unit, 48000 is in persons, and 0.99 beside ≥98% is a fraction. */
function isOfOneScale({ amount: actual }: Quantity, { amount: target }: Quantity): boolean {
  if (actual.units === 0n || target.units === 0n) return true;
  const [a, b] = [exact.absolute(ratioOf(actual)), exact.absolute(ratioOf(target))];
  return [exact.divide(a, b), exact.divide(b, a)].every((times) => exact.compare(times, TEN) <= 0);
}

/** An actual value ≥90% is known only where it repeats the target; elsewhere it is anything from 90 up. */
function isDefinite(actual: Quantity, target: Quantity): boolean {
  if (actual.comparator === null || actual.comparator === '=') return true;
  return actual.comparator === target.comparator && sameValue(actual.amount, target.amount);
}

/** Names under which less is better, or may be: no direction without a comparator. */
const PERHAPS_FALLING = new RegExp(
  [
    '废标|故障|中断|停机|停[水电]|事故|火灾|灾害|火情|隐患|风险|死亡|病死|伤亡|损失|浪费|闲置|空置|流失|积压|库存|负债|债务|欠',
    '差错|错误|误差|偏差|偏离|缺陷|[漏瞒误错]报|次品|不良|不合格|不达标|超标|返工|退[货换稿]|污染|排放|噪[声音]|能耗|消耗|拥堵',
    '投诉|信访|上访|舆情|纠纷|处罚|问责|违规|违法|违纪|犯罪|[刑治][事安]案|发案|失业|失学|辍学|缺勤|返贫|贫困发生|发病|复发',
    '时间|时长|时限|周期|天数|延[误迟]|逾期|成本|费用|下降|减少|降低|控制|不超',
  ].join('|'),
);
const TIME_UNIT = /^(?:个?工作日|日|天|小时|分钟?|秒|个月|月|年|周)(?:内)?$/;

function directionOf(row: Indicator, target: Quantity): Direction | null {
  if (target.comparator === '≥' || target.comparator === '>') return 'rising';
  if (target.comparator === '≤' || target.comparator === '<') return 'falling';
  if (target.comparator === '=') return 'exact';
  return bareDirection(row, target.unit ?? '');
}

/** Without a comparator: a price or an expense is a ceiling, a percentage of cost may be either, the rest is to be reached. */
function bareDirection(row: Indicator, unit: string): Direction | null {
  if (isCost(row)) return unit === '%' || /节/.test(row.level3?.value ?? '') ? null : 'falling';
  if (PERHAPS_FALLING.test(row.level3?.value ?? '')) return null;
  const isTimed = row.level2 !== null && conceptIn('level2', row.level2.value) === 'timeliness';
  return isTimed && TIME_UNIT.test(unit) ? null : 'rising';
}

/** True where the target was certainly missed in its direction; an exact target of a cost is missed above, any other below. */
export function isMissed(row: Indicator, achievement: Achievement): boolean {
  const side = exact.compare(achievement.actual, achievement.target);
  if (achievement.direction === 'exact') return isCost(row) ? side > 0 : side < 0;
  if (achievement.direction === 'falling') return side > 0;
  return achievement.direction === 'rising' && side < 0;
}
