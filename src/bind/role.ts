// What a row is, by its labels alone: heading of the fund block, of the goal, of the indicators, a total, a title.

import { type Concept, conceptIn, knows } from '../form/vocabulary.ts';
import { folded } from '../text/label.ts';
import type { Cell } from '../tree/nodes.ts';
import { printed, type Row } from './rows.ts';

const BUDGET_COLUMNS = new Set([
  'initialBudget',
  'adjustedBudget',
  'budget',
  'executed',
  'executionRate',
  'arrived',
]);
const LEVEL_COLUMNS = new Set(['level1', 'level2', 'level3']);
const VALUE_COLUMNS = new Set([
  'target',
  'adjustedTarget',
  'actual',
  'weight',
  'score',
  'comparator',
  'unit',
]);

/** Text that a title has and prose does not: 绩效 or 自评, ending in 表 or 自评 before brackets. */
const TITLE = /(绩效.*(自评|评价|监控|目标).*表|自评.*表|自评表|绩效(?:目标)?自评$|支出绩效.*表)/;
const LONGEST_TITLE = 80;

export function isTitle(text: string): boolean {
  const plain = folded(text);
  return (
    plain.length <= LONGEST_TITLE && !/[。;]/.test(plain) && TITLE.test(plain.replace(/\([^()]*\)/g, ''))
  );
}

function meanings(cells: readonly Cell[], of: (text: string) => string | null): ReadonlySet<string> {
  return new Set(cells.map((cell) => of(cell.text)).filter((concept) => concept !== null));
}

function countIn(found: ReadonlySet<string>, wanted: ReadonlySet<string>): number {
  return [...found].filter((concept) => wanted.has(concept)).length;
}

/** At least two columns of amounts, and no number among the cells (then it is a row of label–value pairs). */
export function isFundingHeading(row: Row): boolean {
  const cells = printed(row);
  const found = meanings(cells, (text) => conceptIn('fundingColumn', text));
  return countIn(found, BUDGET_COLUMNS) >= 2 && !cells.some(isAmount);
}

/** Columns of a department's tasks (年度主要任务 | 任务名称 | 主要内容 | 预算数 | 执行数): money of another reckoning than its funds. */
export function isTaskHeading(row: Row): boolean {
  return hasBlock(printed(row), 'taskBlock');
}

/** Where a form prints its funds, they alone are its fund lines; where it prints tasks alone, the tasks' amounts are. */
export function printsFunds(rows: readonly Row[]): boolean {
  return rows.some((row) => isFundingHeading(row) && !isTaskHeading(row));
}

export function isIndicatorHeading(row: Row): boolean {
  const found = meanings(printed(row), (text) => conceptIn('indicatorColumn', text));
  return countIn(found, LEVEL_COLUMNS) >= 1 && countIn(found, VALUE_COLUMNS) >= 1 && found.size >= 3;
}

/** A first or second level by its whole name, with a number in its row. */
function isIndicator({ cells }: Row): boolean {
  return cells.some(({ text }) => knows('level1', text) || knows('level2', text)) && cells.some(isAmount);
}

/** The second row of two-level headings: every cell that begins here names a column. */
export function continuesHeading(row: Row, meaning: (text: string) => string | null): boolean {
  const cells = printed(row);
  return cells.length > 0 && cells.every((cell) => meaning(cell.text) !== null);
}

export function isGoalHeading(row: Row): boolean {
  const cells = printed(row);
  const found = meanings(cells, (text) => conceptIn('goal', text));
  return found.has('goalAchieved') && (found.has('goalExpected') || hasBlock(cells, 'goalBlock'));
}

const INLINE_GOAL = /^\s*(\p{Script=Han}{4,10})\s*[:：]\s*(\S.*)$/su;

/** 预期目标：text in one cell: which goal, and its text. */
export function inlineGoal(text: string): { readonly name: Concept<'goal'>; readonly text: string } | null {
  const [, label = '', rest = ''] = INLINE_GOAL.exec(text) ?? [];
  const name = label !== '' && knows('goal', label) ? conceptIn('goal', label) : null;
  return name ? { name, text: rest } : null;
}

/** A row that says both goals in its cells, perhaps beside the label of the block. */
export function isInlineGoal(row: Row): boolean {
  const names = new Set(printed(row).flatMap((cell) => inlineGoal(cell.text)?.name ?? []));
  return names.has('goalExpected') && names.has('goalAchieved');
}

/** A label of the goal, perhaps below that of its block, with its text beside it: 年度目标 | text. */
export function isGoalPair(row: Row): boolean {
  const cells = printed(row);
  const text = cells.at(-1);
  const labels = cells.slice(0, -1);
  if (!text || isAmount(text) || isGoalLabel(text)) return false;
  return (labels.length === 1 || labels.length === 2) && labels.every(isGoalLabel);
}

/** 完成预期目标 and 请填写年度总体目标 are what a goal says, whatever labels they contain; 完成情况 is a label. */
const TOLD_GOAL =
  /^(?:全部|已|顺利|按[时期]|如期|圆满)*(?:请|填写|完成|实现|达[到成]|保障|确保)(?!情况|目标$)/;

export function isGoalLabel({ text }: Cell): boolean {
  if (TOLD_GOAL.test(text)) return false;
  return conceptIn('goal', text) !== null || conceptIn('block', text) === 'goalBlock';
}

/** The label of a block alone in its row: 四、年度绩效指标完成情况, 绩效指标（90分）. */
export function isBlockLabel(row: Row): boolean {
  const [only, ...others] = printed(row);
  return (
    only !== undefined && others.length === 0 && only.column === 0 && conceptIn('block', only.text) !== null
  );
}

/** Below the funding lines: the label of another block, or of the header. */
export function endsFunding(row: Row): boolean {
  const [first] = printed(row);
  if (!first || conceptIn('fundingLine', first.text) !== null) return false;
  return (
    (isBlockLabel(row) && conceptIn('block', first.text) !== 'fundingBlock') || knows('header', first.text)
  );
}

export function hasBlock(cells: readonly Cell[], block: string): boolean {
  return cells.some((cell) => conceptIn('block', cell.text) === block);
}

/** The row whose first printed cell is 总分, 合计 … */
export function isTotal(row: Row): boolean {
  const [first] = printed(row);
  return first !== undefined && totalText(first.text) && row.fresh.length > 1;
}

/** 合计 of a first level: indicators come after it, and the total of them all after those. */
export function groupTotalsIn(rows: readonly Row[]): ReadonlySet<Row> {
  const total = rows.findLastIndex(isTotal);
  const indicator = rows.slice(0, Math.max(0, total)).findLastIndex(isIndicator);
  const within = rows.slice(0, Math.max(0, indicator)).filter(isTotal);
  const heading = rows.findIndex(isIndicatorHeading);
  const named = new Set(
    rows
      .slice(heading + 1, Math.max(0, indicator))
      .filter(isTotal)
      .map(firstText),
  );
  const isNamed = (row: Row | undefined) => row !== undefined && named.has(firstText(row));
  const last = isNamed(rows[total])
    ? []
    : rows.slice(heading + 1).filter((row) => isTotal(row) && isNamed(row));
  return new Set([...within, ...last]);
}

function firstText(row: Row): string {
  return folded(printed(row)[0]?.text ?? '');
}

/** 小计 of a first level between the indicators: it repeats what the rows above it state. */
export function isSubtotal(row: Row): boolean {
  return row.cells.some(({ text }) => SUBTOTAL.test(folded(text)));
}

const SUBTOTAL = /^[^,;。]{0,16}小计(?:\(\d+分\))?$/;

export function totalText(text: string): boolean {
  return conceptIn('total', text) === 'total';
}

/** 填报人, 项目负责人：王芳 …: who signed, not what was found. */
export function isSignature(text: string): boolean {
  return conceptIn('header', text.replace(/[:：].*$/su, '')) !== null;
}

/** The only printed cell of a row that is a title. */
export function titleCell(row: Row): Cell | null {
  const cells = printed(row);
  const [only] = cells;
  return only && cells.length === 1 && isTitle(only.text) ? only : null;
}

const AMOUNT = /^-?[\d,]+(\.\d+)?(万元|元|%|分)?$/;

export function isAmount({ text }: { readonly text: string }): boolean {
  return AMOUNT.test(folded(text));
}

/** Two labels of the fund block at least with an amount after each: 预算数 | 100 | 执行数 | 95. */
export function hasAmountPairs(row: Row): boolean {
  const cells = printed(row);
  const pairs = cells.filter((cell, at) => {
    const next = cells[at + 1];
    return next !== undefined && isAmount(next) && isAmountLabel(cell.text);
  });
  return pairs.length >= 2;
}

function isAmountLabel(text: string): boolean {
  return namesLine(text) || conceptIn('fundingColumn', text) !== null;
}

/** A source of funds, by its whole name or after 其中. */
export function namesLine(text: string): boolean {
  return /^其中/.test(folded(text)) || knows('fundingLine', text);
}

/** True where a row names a project: 项目名称 with its value beside it, or in one cell. */
export function startsForm(row: Row): boolean {
  const named = row.fresh.find(({ text }) => namesForm(conceptIn('header', text)) || namedProject(text));
  return named !== undefined && !isListHeading(row);
}

/** In the heading of a list of projects another heading follows 项目名称. */
export function isListHeading({ fresh }: Row): boolean {
  const at = fresh.findIndex(({ text }) => namesForm(conceptIn('header', text)));
  return at >= 0 && isHeading(fresh[at + 1]?.text ?? '');
}

/** Labels that a form begins with; 单位名称 names a department's form, and stands above 项目名称 in others. */
export function namesForm(concept: string | null | undefined): boolean {
  return concept === 'projectName' || concept === 'unitName';
}

/** Whether a form begins by the name of its unit alone: a row may still name its project. */
export function namesUnitAlone(row: Row): boolean {
  const concepts = row.fresh.map(({ text }) => conceptIn('header', text));
  return concepts.includes('unitName') && !concepts.includes('projectName');
}

function isHeading(text: string): boolean {
  return conceptIn('header', text) !== null || conceptIn('fundingColumn', text) !== null;
}

function namedProject(text: string): boolean {
  return /^(项目名称|专项名称|项目\(专项\)名称)[::]\S/.test(folded(text));
}
