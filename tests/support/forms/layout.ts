// How one form of a family is laid out: which synonym stands over each column, how levels are drawn, where the total goes.

import type { Chance } from '../scan/random.ts';
import type { Family } from './family.ts';
import type { Layout } from './plan.ts';
import { chancesOf } from './style.ts';

export function layoutOf(chance: Chance, family: Family): Layout {
  const isFlat = family.habits.includes('flat');
  return {
    fundingBlock: chance.pick(family.fundingBlock),
    fundingColumns: columnsOf(chance, unscored(family, family.fundingColumns)),
    management: family.habits.includes('management') ? managementOf(chance) : [],
    goalBlock: family.goal ? chance.pick(family.goal[0]) : '',
    goalHeadings: family.goal ? [chance.pick(family.goal[1]), chance.pick(family.goal[2])] : null,
    indicatorBlock: isFlat || chancesOf(chance, 0.15) ? '' : chance.pick(family.indicatorBlock),
    indicatorColumns: columnsOf(chance, unscored(family, family.indicatorColumns)),
    targetHeading: family.targetHeading,
    levels: chance.pick(['merged', 'merged', 'merged', 'merged', 'merged', 'merged', 'repeated', 'blank']),
    totalAt: family.totalAt,
    totalLabel: chance.pick(family.totalLabels),
    narrativeBlocks: family.narrativeBlocks,
    titleInTable: chancesOf(chance, 0.15),
    lean: chance.whole(0, 1),
  };
}

const POINTS = new Set<string>(['weight', 'score', 'review', 'factor']);

function unscored<Column extends readonly [string, readonly string[]]>(
  family: Family,
  columns: readonly Column[],
) {
  const isKept = (name: string) => family.isScored || !POINTS.has(name);
  const kept = columns.filter(([name]) => isKept(name));
  return family.executionPoints === null && kept.some(([name]) => name === 'executed')
    ? kept.filter(([name]) => !POINTS.has(name))
    : kept;
}

function columnsOf<Name extends string>(
  chance: Chance,
  columns: readonly (readonly [Name, readonly string[]])[],
) {
  return columns.map(([name, words]) => ({ name, heading: chance.pick(words) }));
}

const MANAGED = [
  '分配科学性',
  '下达及时性',
  '拨付合规性',
  '使用规范性',
  '执行准确性',
  '预算绩效管理情况',
  '支出责任履行情况',
];
const STATES = ['按规定分配', '及时下达', '符合规定', '管理规范', '执行准确', '按要求开展', '已足额安排'];

function managementOf(chance: Chance): Layout['management'] {
  const count = chance.whole(3, MANAGED.length);
  const rows = MANAGED.slice(0, count).map(
    (label, at) => [label, STATES[at] ?? '', chance.pick(['无', ''])] as const,
  );
  return [['', '情况说明', '存在问题和改进措施'], ...rows];
}
