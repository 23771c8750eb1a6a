// A plan → the evaluation that reading its form must give, in the published shape, evidence aside.
// Surprise: a value is expected only where the form has a place for it; a text without a column is not on the paper.

import { indexOf } from './draw/indicators.ts';
import { type Fixed, printedIn, textOf } from './exact.ts';
import type { Expected, Json, Measure, Plan, PlannedLine, PlannedRow } from './plan.ts';
import { prosed } from './prose.ts';

export function expectedOf(plan: Plan): Expected {
  const { goal, layout, supervisor, total } = plan;
  const named = (field: string) => plan.header.flat().find((pair) => pair.field === field)?.text ?? null;
  return {
    title: plan.title,
    class: plan.class,
    fiscalYear: plan.year,
    projectName: named('/projectName'),
    projectCode: named('/projectCode'),
    supervisor: supervisor.name,
    supervisorCode: supervisor.code,
    implementer: named('/implementer'),
    amountUnit: plan.unit,
    funding: plan.funding.map((line, at) => expectedLine(plan, line, at)),
    goal: layout.goalHeadings ? { expected: words(goal.expected), achieved: words(goal.achieved) } : NO_GOAL,
    indicators: plan.rows.flatMap((row, at) => (row.isResidue ? [] : [expectedRow(plan, row, at)])),
    total: expectedTotal(plan, total),
    narrative: plan.narrative.map((prose) => ({ heading: prose.heading, text: prosed(plan, prose) })),
  };
}

const NO_GOAL = { expected: null, achieved: null };
const NOTHING = /^(?:[-—/\s]*|无)$/;

function words(text: string): string | null {
  return NOTHING.test(text) ? null : text;
}

function number(text: string): number | null {
  const printed = printedIn(text);
  return printed && Number(textOf(printed));
}

function expectedLine(plan: Plan, line: PlannedLine, at: number): Json {
  const prints = (name: string) => plan.layout.fundingColumns.some((column) => column.name === name);
  const value = (name: keyof PlannedLine['texts']) => (prints(name) ? number(line.texts[name]) : null);
  const headed = at === 0 ? /(\d+)分/.exec(plan.layout.fundingBlock)?.[1] : undefined;
  return {
    source: line.source,
    label: line.label,
    initialBudget: value('initialBudget'),
    adjustedBudget: value('adjustedBudget'),
    executed: value('executed'),
    weight: value('weight') ?? (headed === undefined ? null : Number(headed)),
    executionRate:
      plan.rateIsFraction && prints('executionRate')
        ? percent(line.texts.executionRate)
        : value('executionRate'),
    score: value('score'),
  };
}

/** 0.7125 is 71.25. */
function percent(text: string): number | null {
  const rate = printedIn(text);
  return rate && Number(textOf(inPercent(rate)));
}

function inPercent({ units, places }: Fixed): Fixed {
  return places >= 2
    ? { units, places: places - 2 }
    : { units: units * 10n ** BigInt(2 - places), places: 0 };
}

function expectedRow(plan: Plan, row: PlannedRow, at: number): Json {
  const prints = (name: string) => plan.layout.indicatorColumns.some((column) => column.name === name);
  const holder = row.shares ? plan.rows.slice(0, at).findLast(({ shares }) => !shares) : row;
  const adjusted = prints('adjustedTarget') ? row.adjustedTarget : NOT_MEASURED;
  return {
    level1: prints('level1') ? row.level1 : null,
    level2: prints('level2') ? row.level2 : null,
    level3: words(row.level3),
    target: words(row.target.text),
    adjustedTarget: words(adjusted.text),
    actual: words(row.actual.text),
    targetQuantity: quantity(row.target),
    adjustedTargetQuantity: quantity(adjusted),
    actualQuantity: quantity(row.actual),
    weight: prints('weight') ? number(holder?.weight ?? '') : null,
    score: prints('score') ? number(holder?.score ?? '') : null,
    deviation: prints('deviation') ? words(row.deviation) : null,
    partOf: row.partOf === null ? null : indexOf(plan.rows, row.partOf),
  };
}

export const NOT_MEASURED: Measure = { text: '', sign: '', amount: '', unit: '' };

const COMPARATORS: Readonly<Record<string, string>> = {
  '≥': '≥',
  '≧': '≥',
  '>=': '≥',
  '≤': '≤',
  '≦': '≤',
  '<=': '≤',
  '=': '=',
  '═': '=',
  '﹦': '=',
};

function quantity({ sign, amount, unit }: Measure): Json {
  if (amount === '') return null;
  return { comparator: COMPARATORS[sign] ?? null, amount: number(amount), unit: unit === '' ? null : unit };
}

function expectedTotal({ layout }: Plan, total: Plan['total']): Json {
  if (layout.totalAt === 'none') return { weight: null, score: null, grade: null };
  const hasWeight = layout.totalAt === 'row' && layout.indicatorColumns.some(({ name }) => name === 'weight');
  return {
    weight: hasWeight ? number(total.weight) : null,
    score: number(total.score),
    grade: words(total.grade),
  };
}
