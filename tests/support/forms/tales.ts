// What a form tells in words: the goal, as a list of items that agree with the rows or as prose, and the narrative.

import type { Chance } from '../scan/random.ts';
import { printedIn } from './exact.ts';
import type { Family } from './family.ts';
import type { Plan, PlannedProse, PlannedRow } from './plan.ts';
import { filledIn } from './prose.ts';
import { chancesOf } from './style.ts';
import * as W from './words.ts';

export function goalOf(chance: Chance, family: Family, rows: readonly PlannedRow[]): Plan['goal'] {
  const expected = chance.pick(W.GOALS);
  if (family.habits.includes('repeatedGoals') && chancesOf(chance, 0.8))
    return { expected: chancesOf(chance, 0.5) ? '' : expected, achieved: itemsOf(chance, rows) };
  if (chancesOf(chance, 0.15))
    return { expected: itemsOf(chance, rows), achieved: chance.pick(W.ACHIEVEMENTS) };
  return { expected, achieved: chance.pick(W.ACHIEVEMENTS) };
}

/** `名称：目标值；…` over all rows, in another order. */
function itemsOf(chance: Chance, rows: readonly PlannedRow[]): string {
  const [colon, stop] = chance.pick([
    ['：', '；'],
    [':', ';'],
  ] as const);
  const items = rows
    .filter(({ isResidue, partOf }) => !isResidue && partOf === null)
    .map(({ level3, target }) => `${level3.replace(/^★?(?:指标\d：)?/, '')}${colon}${target.text}`);
  const cut = chance.whole(0, items.length - 1);
  return [...items.slice(cut), ...items.slice(0, cut)].join(stop);
}

export function narrativeOf(chance: Chance, family: Family, plan: Plan): readonly PlannedProse[] {
  const told = family.name === 'department' && chancesOf(chance, 0.4) ? [] : family.narrative;
  return told.map((headings, at) => ({
    heading: chance.pick(headings),
    template: at === 0 ? firstOf(chance, plan) : laterOf(chance, chance.pick(headings)),
    wrong: {},
  }));
}

function laterOf(chance: Chance, heading: string): string {
  if (heading.includes('问题')) return chance.pick(W.PROBLEMS);
  if (heading.includes('改进')) return chance.pick(W.IMPROVEMENTS);
  return `${chance.pick(W.PLAIN_SENTENCES)}${chance.pick(['', '绩效目标已完成。'])}`;
}

/** Only sentences whose every number the form prints. */
function firstOf(chance: Chance, plan: Plan): string {
  const sentences = W.MONEY_SENTENCES.filter((template) => isTold(plan, template));
  const money = sentences.length === 0 ? '' : `${changeOf(plan)}${chance.pick(sentences)}`;
  return `${chance.pick(W.PLAIN_SENTENCES)}${money}${chancesOf(chance, 0.3) ? chance.pick(W.PLAIN_SENTENCES) : ''}`;
}

function isTold(plan: Plan, template: string): boolean {
  const total = plan.funding.find(({ source }) => source === 'total');
  const prints = (name: string) =>
    plan.layout.fundingColumns.some((column) => column.name === name) &&
    printedIn(total?.texts[name as 'executed'] ?? '') !== null;
  const needs = { rate: 'executionRate', adjusted: 'adjustedBudget', initial: 'initialBudget' } as const;
  return [...template.matchAll(/\{(\w+)\}/g)].every(([, name = '']) =>
    prints(needs[name as 'rate'] ?? 'executed'),
  );
}

function changeOf(plan: Plan): string {
  if (!isTold(plan, '{initial}{adjusted}')) return '';
  const initial = filledIn(plan, 'initial');
  const adjusted = filledIn(plan, 'adjusted');
  if (initial === adjusted) return '';
  return Number.parseFloat(initial) < Number.parseFloat(adjusted)
    ? W.CHANGE_SENTENCES.up
    : W.CHANGE_SENTENCES.down;
}
