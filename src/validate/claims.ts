// Each claim of the prose beside the table's own statement of the same quantity, where the two do not agree.
// Surprise: a number that any line of the fund block states is never held against another line.

import { sameValue } from '../number/index.ts';
import type { Evaluation, Funding, Narrative } from '../record/evaluation.ts';
import type { Stated } from '../record/stated.ts';
import {
  agree,
  differByTenThousand,
  isNear,
  isSlip,
  type Measured,
  powerOfUnit,
  rounds,
  unitIn,
} from './money.ts';
import { percentOf } from './percent.ts';
import { type Claim, claimsIn, type Topic } from './prose.ts';
import { remembered } from './remembered.ts';
import { type Printed, present, totalLine } from './subject.ts';
import { verdictOf } from './verdict.ts';

/** `isUnit`: they differ by exactly 元 against 万元. */
export interface Contradiction {
  readonly claim: Claim;
  readonly table: Printed;
  readonly isUnit: boolean;
}

type Column = 'initialBudget' | 'adjustedBudget' | 'executed' | 'executionRate';
const COLUMNS: Readonly<Record<Topic, readonly Column[]>> = {
  executionRate: ['executionRate'],
  initialBudget: ['initialBudget'],
  adjustedBudget: ['adjustedBudget'],
  budget: ['adjustedBudget', 'initialBudget'],
  executed: ['executed'],
};

/** A report goes on with the department's own accounts, whose rates are no project's. */
const OF_DEPARTMENT = /部门整体|部门决算|财政拨款(收入|支出|收支)/;

/** The texts that speak of what was done: not the goal that was set. */
function proseOf({ class: kind, narrative, goal, indicators }: Evaluation): readonly Stated<string>[] {
  const isOwn = ({ heading }: Narrative) =>
    kind?.value === 'department' || !OF_DEPARTMENT.test(heading?.value ?? '');
  const texts = [
    ...narrative.filter(isOwn).map(({ text }) => text),
    goal.achieved,
    ...indicators.map((row) => row.deviation),
  ];
  return present(texts);
}

export const claimsOf = remembered((evaluation): readonly Claim[] => {
  const about = {
    year: evaluation.fiscalYear?.value ?? null,
    project: evaluation.projectName?.value ?? '',
  };
  return proseOf(evaluation).flatMap((text) => claimsIn(text, about));
});

export const contradictionsOf = remembered((evaluation): readonly Contradiction[] => {
  const total = totalLine(evaluation);
  if (!total) return [];
  const odd = claimsOf(evaluation).filter((claim) => !isInTable(evaluation, total, claim));
  return odd.flatMap((claim) => {
    const own = stating(evaluation, COLUMNS[claim.topic], [total]);
    const isOfPart = odd.some((other) => isOtherValue(other, claim));
    return contradiction({ ...claim, isFirm: claim.isFirm && !isOfPart }, own);
  });
});

function isInTable(evaluation: Evaluation, total: Funding, claim: Claim): boolean {
  const measured = measuredClaim(claim);
  const columns = claim.isFirm
    ? MEANT[claim.topic]
    : COLUMNS_OF_KIND[claim.power === null ? 'rate' : 'amount'];
  if (stating(evaluation, columns, [total]).some((printed) => agree(measured, printed.measured))) return true;
  const others = evaluation.funding.filter((line) => !isOtherRate(line, claim));
  return stating(evaluation, columns, others).some((printed) => rounds(measured, printed.measured));
}

/** A text that gives one quantity two values, neither of them the table's, tells of parts of the money one after the other. */
function isOtherValue(other: Claim, claim: Claim): boolean {
  const isOfOneText = other.stated === claim.stated && other.topic === claim.topic;
  return isOfOneText && !sameValue(other.value, claim.value);
}

/**
 * A rate that the line's own amounts do not give is not the line's, though the line may print it coarser: 100.18% beside 100%.
 * Firm words that are coarser than what the line prints mean the total's: 60.6% of a part does not excuse 61%.
 */
function isOtherRate({ executed, adjustedBudget, executionRate }: Funding, claim: Claim): boolean {
  if (claim.power !== null || !executed || !adjustedBudget) return false;
  if (executionRate && sameValue(executionRate.value, claim.value)) return false;
  if (executionRate && claim.isFirm && claim.value.places < executionRate.value.places) return true;
  const rate = percentOf(executed.value, adjustedBudget.value);
  return rate !== null && !verdictOf(rate, claim.value, claim.value.places).fits;
}

/** What firm words can mean: 全年预算 is said of either budget, 年初预算 and 实际支出 of one column alone. */
const MEANT: Readonly<Record<Topic, readonly Column[]>> = { ...COLUMNS, adjustedBudget: COLUMNS.budget };
/** Loose words may mean any column. */
const COLUMNS_OF_KIND: Readonly<Record<'rate' | 'amount', readonly Column[]>> = {
  rate: ['executionRate'],
  amount: ['initialBudget', 'adjustedBudget', 'executed'],
};

interface Statement {
  readonly printed: Printed;
  readonly measured: Measured;
}

/** What the lines state in these columns, with its unit; amounts whose unit nothing tells are left out. */
function stating(
  evaluation: Evaluation,
  columns: readonly Column[],
  lines: readonly Funding[],
): readonly Statement[] {
  return present(lines.flatMap((line) => columns.map((column) => line[column]))).flatMap((printed) => {
    const power = columns[0] === 'executionRate' ? 0 : powerOf(printed, evaluation);
    return power === null ? [] : [{ printed, measured: { value: printed.value, power } }];
  });
}

/** The unit in the cell goes before the unit of the table. */
function powerOf(printed: Printed, { amountUnit }: Evaluation): number | null {
  return powerOfUnit(unitIn(printed.text) ?? unitIn(amountUnit?.value ?? '') ?? '');
}

/** The table's side of a contradiction as a reader of both would write it. */
export function tableText({ claim, table }: Contradiction, { amountUnit }: Evaluation): string {
  if (claim.power === null) return `${table.value}%`;
  return unitIn(table.text) === null ? `${table.value}${amountUnit?.value ?? ''}` : table.text;
}

export function measuredClaim({ value, power }: Claim): Measured {
  return { value, power: power ?? 0 };
}

/** Characters. Shorter numbers are one digit from each other by chance: 70% beside 71%. */
const SHORTEST_SLIP = 4;

/** The statement that the claim most probably means: the one that it nearly is, else the first of its topic. */
function contradiction(claim: Claim, own: readonly Statement[]): readonly Contradiction[] {
  const measured = measuredClaim(claim);
  const unit = own.find((statement) => differByTenThousand(measured, statement.measured));
  if (unit && claim.power !== null) return [{ claim, table: unit.printed, isUnit: true }];
  const isLong = String(claim.value).length > SHORTEST_SLIP;
  const slip = own.find((statement) => (claim.isFirm || isLong) && isSlip(measured, statement.measured));
  if (slip) return [{ claim, table: slip.printed, isUnit: false }];
  const [first] = own;
  if (!first || !claim.isFirm) return [];
  const isSame = claim.power === null || isNear(measured, first.measured);
  return isSame ? [{ claim, table: first.printed, isUnit: false }] : [];
}
