// A plan → the form as drawn: title lines and one table of cells with spans, each cell with the fields that it states.
// Surprise: rows are written as HTML writes them, only the cells that begin there; places in the grid follow from the spans.

import { drawnFunding, drawnManagement } from './draw/funding.ts';
import { drawnIndicators } from './draw/indicators.ts';
import { drawnGoal, drawnHeader, drawnNarrative, drawnTotal } from './draw/parts.ts';
import { cellsIn, type Slots, slot } from './draw/slots.ts';
import { expectedOf } from './expected.ts';
import type { DrawnCell, DrawnForm, DrawnLine, Plan, Pointer } from './plan.ts';

export function drawn(plan: Plan): DrawnForm {
  const width = widthOf(plan);
  const slots: Slots = [...titleRows(plan, width), ...bodyRows(plan, width)];
  const cells = cellsIn(slots);
  const lines = plan.layout.titleInTable ? [] : linesOf(plan);
  return {
    seed: plan.seed,
    family: plan.family,
    plan,
    lines,
    rows: slots.length,
    columns: width,
    cells,
    evaluation: expectedOf(plan),
    places: placesOf([...lines, ...cells]),
  };
}

/** The block label, and room for every column of either block. */
function widthOf({ layout }: Plan): number {
  const funding = layout.fundingColumns.length + 2;
  const indicators = layout.indicatorColumns.length + (layout.indicatorBlock === '' ? 0 : 1);
  return Math.max(funding, indicators, layout.management.length > 0 ? 5 : 0);
}

function linesOf(plan: Plan): readonly DrawnLine[] {
  const fields: readonly Pointer[] = ['/title', ...(inTitle(plan) ? (['/fiscalYear'] as const) : [])];
  return [{ text: plan.title, fields }, ...plan.lines.map((text) => ({ text, fields: fieldsOfLine(text) }))];
}

function inTitle({ title, year }: Plan): boolean {
  return title.includes(String(year));
}

function fieldsOfLine(text: string): readonly Pointer[] {
  if (text.includes('单位')) return ['/amountUnit'];
  return text.includes('年度') ? ['/fiscalYear'] : [];
}

function titleRows(plan: Plan, width: number): Slots {
  if (!plan.layout.titleInTable) return [];
  return linesOf(plan).map(({ text, fields }) => [slot(text, { columnSpan: width, fields })]);
}

function bodyRows(plan: Plan, width: number): Slots {
  return [
    ...drawnHeader(plan, width),
    ...drawnFunding(plan, width),
    ...drawnManagement(plan, width),
    ...drawnGoal(plan, width),
    ...drawnIndicators(plan, width),
    ...drawnTotal(plan, width),
    ...drawnNarrative(plan, width),
  ];
}

/** Where each field stands; the first place wins. */
function placesOf(blocks: readonly (DrawnCell | DrawnLine)[]): DrawnForm['places'] {
  const entries = blocks.flatMap((block) => block.fields.map((field) => [field, block] as const));
  return new Map(entries.reverse());
}
