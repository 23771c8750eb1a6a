// 得分不得高于分值，也不得低于 0（扣分项除外）；合并格的得分与所覆盖各行的分值之和比较。
// A score is not above its weight and not below 0 (rows of deductions excepted); a score shared by a merged group is held against the
// group's weights together.
// Source: 财预〔2020〕10号's frame (full marks are the weight).

import { diagnosticOf, type Message } from '../../diagnostic/index.ts';
import { exact, type Ratio, ratioOf } from '../../number/index.ts';
import type { Evaluation, Indicator } from '../../record/evaluation.ts';
import { groundsOf, lineName, type Printed, present, type Rule, rowName } from '../subject.ts';
import { distinct, printingKey, sumOf } from '../terms.ts';
import { shown } from '../verdict.ts';

interface Scored {
  readonly name: string | Message;
  readonly score: Printed;
  readonly weights: readonly Printed[];
  readonly isDeduction?: boolean;
}

export const scoreExceedsWeight: Rule = function* ({ evaluation }) {
  for (const { name, score, weights, isDeduction = false } of scoredThings(evaluation)) {
    const most = sumOf(weights);
    const isAbove = weights.length > 0 && exact.compare(ratioOf(score.value), most) > 0;
    if (!isAbove && (isDeduction || score.value.units >= 0n)) continue;
    yield diagnosticOf('score-exceeds-weight', {
      fields: [score.field, ...weights.map(({ field }) => field)],
      stated: String(score.value),
      because: groundsOf([score, ...weights]),
      words: { row: name, bound: isAbove ? aboveWords(most) : BELOW },
    });
  }
};

const BELOW: Message = { zh: '低于 0', en: 'is below 0' };

function aboveWords(most: Ratio): Message {
  return { zh: `高于分值 ${shown(most)}`, en: `is above its weight of ${shown(most)}` };
}

function scoredThings(evaluation: Evaluation): readonly Scored[] {
  return [...fundingScores(evaluation), ...rowScores(evaluation), ...totalScores(evaluation)];
}

function fundingScores({ funding }: Evaluation): readonly Scored[] {
  return funding.flatMap((line) =>
    line.score ? [{ name: lineName(line), score: line.score, weights: present([line.weight]) }] : [],
  );
}

/** Each printed score once, with every weight that stands beside it; a group with a blank weight is not tested. */
function rowScores({ indicators }: Evaluation): readonly Scored[] {
  const groups = Map.groupBy(indicators, ({ score }) => printingKey(score));
  return [...groups.values()].flatMap((rows) => {
    const [first] = rows;
    const weights = rows.map(({ weight }) => weight);
    if (!first?.score) return [];
    return [
      {
        name: rowName(first),
        score: first.score,
        weights: weights.includes(null) ? [] : distinct(present(weights)),
        isDeduction: isDeduction(first),
      },
    ];
  });
}

/** 扣分项 beside the indicators: what it takes away is printed below 0. */
function isDeduction({ level1, level2, level3 }: Indicator): boolean {
  return present([level1, level2, level3]).some(({ value }) => /[扣减]分/.test(value));
}

function totalScores({ total }: Evaluation): readonly Scored[] {
  return total.score
    ? [{ name: { zh: '总分', en: 'the total' }, score: total.score, weights: present([total.weight]) }]
    : [];
}
