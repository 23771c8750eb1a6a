// The goal text as a list of items (`名称：目标值；…`), each matched to the indicator row that it speaks of.
// Surprise: the lists mostly stand under 实际完成情况, since the programs that fill these forms put them there.

import { type Quantity, quantityOf } from '../number/index.ts';
import type { Indicator } from '../record/evaluation.ts';
import type { Stated } from '../record/stated.ts';
import { distance } from '../text/distance.ts';
import { folded } from '../text/label.ts';
import { basisOf } from './achievement.ts';
import { remembered } from './remembered.ts';
import { present } from './subject.ts';

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
  const rows = present(indicators.map(namedRow));
  const lists = present([goal.expected, goal.achieved]).map((stated) => listIn(stated, rows));
  return present(lists)[0] ?? null;
});

/** None where fewer than half of the items have a row: then the list names tasks (目标1：…), not indicators. */
export function itemsWithoutRow({ items }: GoalList): readonly GoalItem[] {
  const without = items.filter(({ row }) => row === null);
  return without.length * 2 <= items.length ? without : [];
}

/** Items are parted by semicolons; all but a fifth of the parts must be items, or it is prose. */
function listIn(stated: Stated<string>, rows: readonly NamedRow[]): GoalList | null {
  const parts = stated.value
    .split(/[;；。\n]/)
    .map((part) => part.trim())
    .filter((part) => part !== '');
  const items = parts.flatMap((part) => itemOf(part, rows));
  const isList = items.length >= FEWEST_ITEMS && items.length * 5 >= parts.length * 4;
  return isList ? { stated, items } : null;
}

function itemOf(text: string, rows: readonly NamedRow[]): readonly GoalItem[] {
  const [, name = '', target = ''] = /(.+)[:：,，]\s*(.+)/.exec(text) ?? [];
  if (name === '' || name.length > LONGEST_NAME) return [];
  const quantity = quantityOf(target);
  return [{ text, name, target, quantity, row: rowNamed(bareName(name), target, rows) }];
}

interface NamedRow {
  readonly row: Indicator;
  /** Bare. */
  readonly name: string;
}

function namedRow(row: Indicator): NamedRow | null {
  return row.level3 && { row, name: bareName(row.level3.value) };
}

/** Of the rows so called, the one with the same target if there is one. */
function rowNamed(name: string, target: string, rows: readonly NamedRow[]): Indicator | null {
  const exact = rows.filter((other) => other.name === name);
  const called = exact.length > 0 ? exact : rows.filter((other) => isNearName(name, other.name));
  const [first] = called;
  return (called.find(({ row }) => hasTarget(row, target)) ?? first)?.row ?? null;
}

function hasTarget(row: Indicator, target: string): boolean {
  const { stated } = basisOf(row);
  return stated !== null && folded(stated.value) === folded(target);
}

/** Numbering, stars, verbs of buying and doing, and words for counting do not tell indicators apart. */
const DECORATION =
  /^(?:指标\d*:|[★☆*]|\d+[.、])?(?:(?:批量)?(?:购置|采购|购买|完成|开展|组织|建设))?|(?:数量?|次数|情况|指标)$/g;

/** A name without what does not tell indicators apart. */
export function bareName(name: string): string {
  return folded(name)
    .replaceAll(DECORATION, '')
    .replaceAll(/[、,。.“”"()]/g, '');
}

/** One edit for each four characters: a slip of the pen, not another word. */
function isNearName(left: string, right: string): boolean {
  const cap = Math.floor(Math.min(left.length, right.length) / 4);
  return cap > 0 && distance(left, right, cap) <= cap;
}
