// The smaller parts of a form: header, goal, total, narrative.

import type { HeaderPair, Plan, Pointer } from '../plan.ts';
import { prosed } from '../prose.ts';
import { type Slot, type Slots, slot, spread } from './slots.ts';

export function drawnHeader(plan: Plan, width: number): Slots {
  return plan.header.map((pairs) => {
    const widths = spread(width, pairs.length * 2, pairs.length > 1 ? [1, 3, 1] : [1]);
    return pairs.flatMap((pair, at) => pairSlots(plan, pair, [widths[2 * at] ?? 1, widths[2 * at + 1] ?? 1]));
  });
}

function pairSlots(plan: Plan, pair: HeaderPair, [label, value]: readonly [number, number]): readonly Slot[] {
  const fields: readonly Pointer[] =
    pair.field === '/supervisor' && plan.supervisor.code !== null
      ? ['/supervisor', '/supervisorCode']
      : pair.field === null
        ? []
        : [pair.field];
  return [slot(pair.label, { columnSpan: label }), slot(textOf(plan, pair), { columnSpan: value, fields })];
}

/** A total in the header is told by the plan's total, not by the pair. */
function textOf({ total }: Plan, pair: HeaderPair): string {
  if (pair.field === '/total/score') return total.score;
  return pair.field === '/total/grade' ? total.grade : pair.text;
}

export function drawnGoal({ layout, goal }: Plan, width: number): Slots {
  if (layout.goalHeadings === null) return [];
  const [, left = 1, right = 1] = spread(width, 3, [1, 2]);
  const [expected, achieved] = layout.goalHeadings;
  return [
    [
      slot(layout.goalBlock, { rowSpan: 2 }),
      slot(expected, { columnSpan: left }),
      slot(achieved, { columnSpan: right }),
    ],
    [
      slot(goal.expected, { columnSpan: left, fields: ['/goal/expected'] }),
      slot(goal.achieved, { columnSpan: right, fields: ['/goal/achieved'] }),
    ],
  ];
}

/** The label covers what stands left of the weights, or of the scores where there are no weights. */
export function drawnTotal({ layout, total }: Plan, width: number): Slots {
  if (layout.totalAt !== 'row') return [];
  const columns = layout.indicatorColumns;
  const names = columns.map(({ name }) => name);
  const ends = (['weight', 'score'] as const).filter((name) => names.includes(name));
  const from = Math.min(...ends.map((name) => names.indexOf(name)));
  const values = columns.slice(from).map(({ name }, at) => {
    const isLast = from + at === columns.length - 1;
    if (name === 'weight' || name === 'score') return slot(total[name], { fields: [`/total/${name}`] });
    return isLast && total.grade !== '' ? slot(total.grade, { fields: ['/total/grade'] }) : slot('');
  });
  return [[slot(layout.totalLabel, { columnSpan: width - values.length }), ...values]];
}

export function drawnNarrative(plan: Plan, width: number): Slots {
  const [outer, inner] = plan.layout.narrativeBlocks;
  return plan.narrative.map((prose, at) => {
    const isInner = inner !== undefined && at < INNER;
    const lead = (outer === undefined ? 0 : 1) + (isInner ? 1 : 0);
    const heading = outer === undefined || !isInner ? 2 : 1;
    return [
      ...(at === 0 && outer !== undefined ? [slot(outer, { rowSpan: plan.narrative.length })] : []),
      ...(at === 0 && isInner ? [slot(inner, { rowSpan: INNER })] : []),
      slot(prose.heading, { columnSpan: heading, fields: [`/narrative/${at}/heading`] }),
      slot(prosed(plan, prose), { columnSpan: width - lead - heading, fields: [`/narrative/${at}/text`] }),
    ];
  });
}

/** In 山西 the first four blocks stand under 自评结果分析. */
const INNER = 4;
