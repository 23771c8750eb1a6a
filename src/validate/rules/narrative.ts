// 文字中紧接“预算、执行、支付、执行率”等词的比率或金额，与表中同一数值的印法相矛盾（元、万元、亿元已换算；更精确而舍入后相同的不算）。
// A rate or amount in the prose, directly behind words of budget and execution, contradicts the table's own statement of the same
// quantity (units converted; a more precise amount that rounds to the printed one agrees). Source: prose and table of one form must agree.

import { type Diagnostic, diagnosticOf, type Message } from '../../diagnostic/index.ts';
import { type Decimal, type Ratio, sameValue } from '../../number/index.ts';
import type { Evaluation } from '../../record/evaluation.ts';
import { type Contradiction, claimsOf, contradictionsOf, measuredClaim, tableText } from '../claims.ts';
import { agree, powerOfUnit } from '../money.ts';
import { percentOf } from '../percent.ts';
import type { Claim, Topic } from '../prose.ts';
import { groundsOf, type Printed, present, type Rule, same, totalLine } from '../subject.ts';
import { explainedBy, shown, UNEXPLAINED, type Verdict, verdictOf, whyOf } from '../verdict.ts';

const NAMES: Readonly<Record<Topic, Message>> = {
  executionRate: { zh: '执行率', en: 'execution rate' },
  initialBudget: { zh: '年初预算数', en: 'initial budget' },
  adjustedBudget: { zh: '全年预算数', en: 'adjusted budget' },
  budget: { zh: '预算数', en: 'budget' },
  executed: { zh: '全年执行数', en: 'executed amount' },
};

export const narrative: Rule = function* ({ evaluation }) {
  for (const found of contradictionsOf(evaluation)) {
    if (!found.isUnit && !isOfInitialBudget(evaluation, found)) yield mismatch(evaluation, found);
  }
};

/** Some divide by the initial budget instead, where that is another one: another quantity, not a wrong one. */
function isOfInitialBudget(evaluation: Evaluation, { claim }: Contradiction): boolean {
  const { initialBudget: initial, adjustedBudget: adjusted, executed } = totalLine(evaluation) ?? {};
  if (claim.topic !== 'executionRate' || !initial || !executed) return false;
  if (adjusted && sameValue(initial.value, adjusted.value)) return false;
  const rate = percentOf(executed.value, initial.value);
  return rate !== null && verdictOf(rate, claim.value, claim.value.places).fits;
}

function mismatch(evaluation: Evaluation, found: Contradiction): Diagnostic {
  const { claim, table } = found;
  const basis = claim.topic === 'executionRate' ? rateBasis(evaluation) : null;
  const verdict = basis ? rateVerdict(basis.rate, claim.value, table.value) : UNEXPLAINED;
  const told = { field: claim.stated.field, value: claim.value };
  const [wrong, right] =
    basis && isTableWrong(basis.rate, claim.value, table.value) ? [table, told] : [told, table];
  return diagnosticOf('narrative-mismatch', {
    fields: [wrong.field, right.field, ...(basis?.inputs ?? []).map(({ field }) => field)],
    stated: String(wrong.value),
    computed: String(right.value),
    explanation: verdict.explanation,
    because: [
      { field: claim.stated.field, text: claim.quote },
      ...groundsOf([table]),
      ...(basis?.finer ? [{ field: basis.finer.stated.field, text: basis.finer.quote }] : []),
      ...groundsOf(basis?.inputs ?? []),
    ],
    words: {
      quote: claim.quote,
      quantity: NAMES[claim.topic],
      table: tableText(found, evaluation),
      why: basis ? withSum(basis.written, whyOf(verdict.explanation)) : same(''),
    },
  });
}

interface RateBasis {
  readonly rate: Ratio;
  readonly inputs: readonly Printed[];
  /** What the prose tells of the executed amount, where that is more precise than the table. */
  readonly finer: Claim | null;
  readonly written: string;
}

/** The unrounded rate, from the most precise statement of the executed amount that the form makes anywhere. */
function rateBasis(evaluation: Evaluation): RateBasis | null {
  const line = totalLine(evaluation);
  if (!line?.adjustedBudget || !line.executed) return null;
  const finer = finerExecuted(evaluation, line.executed);
  const executed = finer?.value ?? line.executed.value;
  const rate = percentOf(executed, line.adjustedBudget.value);
  const inputs = present([line.executed, line.adjustedBudget]);
  return (
    rate && { rate, inputs, finer, written: `${executed} ÷ ${line.adjustedBudget.value} = ${shown(rate)}%` }
  );
}

function finerExecuted(evaluation: Evaluation, printed: Printed): Claim | null {
  const unit = powerOfUnit(evaluation.amountUnit?.value ?? '');
  const table = { value: printed.value, power: unit ?? 0 };
  const finer = claimsOf(evaluation).find(
    (claim) =>
      claim.topic === 'executed' &&
      claim.power === unit &&
      claim.value.places > printed.value.places &&
      agree(measuredClaim(claim), table),
  );
  return finer ?? null;
}

/** What the prose did with the unrounded rate; where the prose is right, what the table did. */
function rateVerdict(rate: Ratio, prose: Decimal, table: Decimal): Verdict {
  const told = verdictOf(rate, prose, prose.places);
  if (!told.fits) return told;
  const printed = verdictOf(rate, table, table.places);
  return printed.fits ? explainedBy('tie') : printed;
}

/** The prose tells the rate that the amounts give, and the table one that no custom of rounding makes of them. */
function isTableWrong(rate: Ratio, prose: Decimal, table: Decimal): boolean {
  return verdictOf(rate, prose, prose.places).fits && verdictOf(rate, table, table.places) === UNEXPLAINED;
}

function withSum(written: string, why: Message): Message {
  return { zh: `；${written}${why.zh}`, en: `; ${written}${why.en}` };
}
