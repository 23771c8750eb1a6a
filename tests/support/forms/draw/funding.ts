// The fund block, and the block 资金管理情况 of transfer payments, which states no field.

import type { Plan, PlannedLine, Pointer } from '../plan.ts';
import { type Slot, type Slots, slot, spread } from './slots.ts';

const UNRECORDED = new Set(['arrived', 'reason']);

export function drawnFunding(plan: Plan, width: number): Slots {
  const { layout, funding } = plan;
  const widths = spread(width, layout.fundingColumns.length + 2, layout.lean === 0 ? [1] : [1, 2]);
  const unit: readonly Pointer[] = /元[)）]/.test(layout.fundingBlock) ? ['/amountUnit'] : [];
  const points: readonly Pointer[] = /\d分/.test(layout.fundingBlock) ? ['/funding/0/weight'] : [];
  const heading = [
    slot(layout.fundingBlock, { rowSpan: funding.length + 1, fields: [...unit, ...points] }),
    slot('', { columnSpan: widths[1] ?? 1 }),
    ...layout.fundingColumns.map((column, at) => slot(column.heading, { columnSpan: widths[at + 2] ?? 1 })),
  ];
  return [heading, ...funding.map((line, at) => lineSlots(plan, { line, at, widths }))];
}

function lineSlots(
  plan: Plan,
  { line, at, widths }: { line: PlannedLine; at: number; widths: readonly number[] },
): readonly Slot[] {
  const label = slot(line.label, {
    columnSpan: widths[1] ?? 1,
    fields: [`/funding/${at}/label`, `/funding/${at}/source`],
  });
  const values = plan.layout.fundingColumns.map(({ name }, index) =>
    slot(line.texts[name], {
      columnSpan: widths[index + 2] ?? 1,
      fields: UNRECORDED.has(name) ? [] : [`/funding/${at}/${name}`],
    }),
  );
  return [label, ...values];
}

export function drawnManagement({ layout }: Plan, width: number): Slots {
  if (layout.management.length === 0) return [];
  const [, first = 1, second = 1, third = 1] = spread(width, 4, [1, 2, 3]);
  const [head, ...rows] = layout.management.map(([label, state, problem]) => [
    slot(label, { columnSpan: first }),
    slot(state, { columnSpan: second }),
    slot(problem, { columnSpan: third }),
  ]);
  return [[slot('资金管理情况', { rowSpan: layout.management.length }), ...(head ?? [])], ...rows];
}
