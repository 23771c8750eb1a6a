// 年度资金总额 = 各来源之和，年初、全年、执行三列分别检验；其中项只计一次；总额可印在各来源之下。来源有空白时，只有已印各项超过总额才算错误。
// Funding total = sum of its sources, for each of initial, adjusted and executed; deeper lines count once; the total may stand below.
// Where a source is blank, only printed sources that exceed the total are an error, since amounts are not negative. Source: arithmetic.

import { type Diagnostic, diagnosticOf, type Message } from '../../diagnostic/index.ts';
import { columnPlaces, exact, type Ratio, ratioOf, ulpOf } from '../../number/index.ts';
import type { Evaluation, Funding } from '../../record/evaluation.ts';
import { type Parts, partsOf } from '../funding-parts.ts';
import { groundsOf, lineName, type Printed, present, type Rule, same } from '../subject.ts';
import { type AmountColumn, type Suspect, suspectOf } from '../suspect.ts';
import { areInOneUnit, distinct, sumOf, writtenSum } from '../terms.ts';
import { explainedBy, FITS, levelOf, shown, type Verdict, verdictOf, whyOf } from '../verdict.ts';

const COLUMNS: Readonly<Record<AmountColumn, Message>> = {
  initialBudget: { zh: '年初预算数', en: 'initial budget' },
  adjustedBudget: { zh: '全年预算数', en: 'adjusted budget' },
  executed: { zh: '全年执行数', en: 'executed amount' },
};

/** One reading of the block: what it adds, and how that stands to the printed total. */
interface Sum {
  readonly terms: readonly Printed[];
  readonly sum: Ratio;
  readonly verdict: Verdict;
  /** Blank sources may hold what is lacking. */
  readonly isOpen: boolean;
}

export const fundingSum: Rule = function* ({ evaluation }) {
  const parts = partsOf(evaluation);
  if (!parts) return;
  for (const column of ['initialBudget', 'adjustedBudget', 'executed'] as const) {
    const printed = parts.total[column];
    if (printed) yield* columnSum(evaluation, { parts, column, printed });
  }
};

interface Claim {
  readonly parts: Parts;
  readonly column: AmountColumn;
  readonly printed: Printed;
}

function* columnSum(evaluation: Evaluation, claim: Claim): Generator<Diagnostic, void> {
  const sums = claim.parts.readings.flatMap((lines) => sumOfLines(evaluation, claim, lines));
  if (sums.some(({ verdict }) => verdict === FITS)) return;
  const open = sums.find(({ isOpen }) => isOpen);
  const explained = sums.find(({ verdict }) => verdict.explanation !== null);
  const found = explained ?? open ?? sums[0];
  if (found) yield mismatch(evaluation, claim, found);
}

function sumOfLines(
  evaluation: Evaluation,
  { parts, column, printed }: Claim,
  lines: readonly Funding[],
): readonly Sum[] {
  const amounts = lines.map((line) => line[column]);
  const terms = distinct(present(amounts));
  if (terms.length === 0 || !areInOneUnit([printed, ...terms], evaluation)) return [];
  const sum = sumOf(terms);
  const lacks = exact.compare(sum, ratioOf(printed.value)) < 0;
  if (lacks && !parts.isExhaustive) return [];
  const isOpen = lacks && amounts.includes(null);
  return [{ terms, sum, verdict: sumVerdict(evaluation, { terms, sum, printed }), isOpen }];
}

function sumVerdict(
  evaluation: Evaluation,
  { terms, sum, printed }: { terms: readonly Printed[]; sum: Ratio; printed: Printed },
): Verdict {
  const places = columnPlaces([printed, ...terms].map(({ value }) => value));
  const verdict = verdictOf(sum, printed.value, places);
  if (verdict.fits || verdict.explanation !== null) return verdict;
  const rounded = isInLargeUnits(evaluation) ? terms.filter(isFractional).length : 0;
  const allowed = exact.multiply(exact.ratio(BigInt(rounded), 2n), ulpOf(places));
  const gap = exact.absolute(exact.subtract(sum, ratioOf(printed.value)));
  return exact.compare(gap, allowed) <= 0 ? explainedBy('accumulated-rounding') : verdict;
}

/** Amounts in 元 are not rounded, nor are whole numbers of 万元; 378.65万元 may be. */
function isInLargeUnits({ amountUnit }: Evaluation): boolean {
  return amountUnit === null || amountUnit.value !== '元';
}

function isFractional({ value }: Printed): boolean {
  return value.units % 10n ** BigInt(value.places) !== 0n;
}

function mismatch(evaluation: Evaluation, { parts, column, printed }: Claim, found: Sum): Diagnostic {
  const { terms, sum, verdict, isOpen } = found;
  const isUnexplained = !isOpen && verdict.explanation === null;
  const total = { cell: printed, right: sum };
  const suspect = isUnexplained ? suspectOf(evaluation, { column, printed, terms }) : total;
  const others = [printed, ...terms].filter((cell) => cell !== suspect.cell);
  return diagnosticOf('funding-sum-mismatch', {
    level: isOpen ? 'warning' : levelOf(verdict),
    fields: [suspect.cell, ...others].map(({ field }) => field),
    stated: String(suspect.cell.value),
    computed: shown(suspect.right),
    explanation: verdict.explanation,
    because: groundsOf([printed, ...terms]),
    words: {
      line: lineName(parts.total),
      column: COLUMNS[column],
      total: String(printed.value),
      sum: same(writtenSum(terms)),
      why: isOpen ? OPEN : suspect.cell === printed ? whyOf(verdict.explanation) : whyPart(suspect),
    },
  });
}

/** The part's own row speaks for another amount. */
function whyPart({ cell, right }: Suspect): Message {
  return {
    zh: `（从所在行的其他数看，有误的似是其中的 ${cell.value}，应为 ${shown(right)}）`,
    en: ` (by the other numbers of its row, the part ${cell.value} seems to be the wrong one; it should be ${shown(right)})`,
  };
}

const OPEN: Message = {
  zh: '（另有来源未填）',
  en: ' (some sources are blank)',
};
