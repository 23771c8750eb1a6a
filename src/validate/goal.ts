// The goal text as a list of items (`名称：目标值；…`), each matched to the indicator row that it speaks of.
// Surprise: the lists mostly stand under 实际完成情况, since the programs that fill these forms put them there.

import { type Quantity, quantityOf } from '../number/index.ts';
import type { Indicator } from '../record/evaluation.ts';
import type { Stated } from '../record/stated.ts';
import { distance } from '../text/distance.ts';
import { folded } from '../text/label.ts';
import { basisOf } from './achievement.ts';
import { remembered } from './remembered.ts';

export interface GoalItem {
  /** As printed. */
  readonly text: string;
  readonly name: string;
  readonly target: string;
  readonly quantity: Quantity | null;
  readonly row: Indicator | null;
}

export interface GoalList {
  readonly stated: Stated<string>;
  readonly items: readonly GoalItem[];
}

/** Fewer items are a sentence with a colon in it. */
const FEWEST_ITEMS = 3;
const LONGEST_NAME = 40;

/** The goal's list, or null where the goal is told as prose. */
export const goalListOf = remembered(({ goal, indicators }): GoalList | null => {
  for (const stated of [goal.expected, goal.achieved]) {
    const items = stated ? itemsIn(stated.value, indicators) : [];
    if (stated && items.length >= FEWEST_ITEMS) return { stated, items };
  }
  return null;
});

/** None where fewer than half of the items have a row: then the list names tasks (目标1：…), not indicators. */
export function itemsWithoutRow({ items }: GoalList): readonly GoalItem[] {
  const without = items.filter(({ row }) => row === null);
  return without.length * 2 <= items.length ? without : [];
}

/** Items are parted by semicolons; all but a fifth of the parts must be items, or it is prose. */
function itemsIn(text: string, rows: readonly Indicator[]): readonly GoalItem[] {
  const parts = text.split(/[;；。\n]/).filter((part) => part.trim() !== '');
  const items = parts.flatMap((part) => itemOf(part.trim(), rows));
  return items.length * 5 >= parts.length * 4 ? items : [];
}

function itemOf(text: string, rows: readonly Indicator[]): readonly GoalItem[] {
  const match = /^(.+)[:：,，]\s*(.+)$/.exec(text);
  const name = match?.[1] ?? '';
  const target = match?.[2] ?? '';
  if (name === '' || name.length > LONGEST_NAME) return [];
  const quantity = quantityOf(target);
  return [{ text, name, target, quantity, row: rowNamed(name, target, rows) }];
}

/** Of the rows so called, the one with the same target if there is one. */
function rowNamed(name: string, target: string, rows: readonly Indicator[]): Indicator | null {
  const exact = rows.filter(({ level3 }) => level3 !== null && bareName(level3.value) === bareName(name));
  const near = () => rows.filter(({ level3 }) => level3 !== null && isNearName(name, level3.value));
  const called = exact.length > 0 ? exact : near();
  const agreeing = called.find((row) => folded(basisOf(row).stated?.value ?? '') === folded(target));
  return agreeing ?? called[0] ?? null;
}

/** Numbering, stars, verbs of buying and doing, and words for counting do not tell indicators apart. */
const DECORATION =
  /^(?:指标\d*:|[★☆*]|\d+[.、])?(?:(?:批量)?(?:购置|采购|购买|完成|开展|组织|建设))?|(?:数量?|次数|情况|指标)$/g;
const FOLDED_NAMES = new Map<string, string>();
const MOST_NAMES = 5_000;

/** A name without what does not tell indicators apart. */
export function bareName(name: string): string {
  const known = FOLDED_NAMES.get(name);
  if (known !== undefined) return known;
  if (FOLDED_NAMES.size > MOST_NAMES) FOLDED_NAMES.clear();
  const bare = folded(name)
    .replaceAll(DECORATION, '')
    .replaceAll(/[、,。.“”"()]/g, '');
  FOLDED_NAMES.set(name, bare);
  return bare;
}

/** One edit for each four characters: a slip of the pen, not another word. */
function isNearName(a: string, b: string): boolean {
  const [left, right] = [bareName(a), bareName(b)];
  const cap = Math.floor(Math.min(left.length, right.length) / 4);
  return cap > 0 && distance(left, right, cap) <= cap;
}
