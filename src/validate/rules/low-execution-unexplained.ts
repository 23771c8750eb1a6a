// 预算执行率低于界限（通用 80%，四川 90%），而表内没有说明原因。
// The execution rate is below the profile's bound (80% usual, 90% in Sichuan), and the form gives no reason anywhere.
// Source: usual practice of re-checking.

import { diagnosticOf } from '../../diagnostic/index.ts';
import { exact } from '../../number/index.ts';
import { boundOf } from '../../record/profile.ts';
import { executionPercent, wordsOf } from '../remarks.ts';
import { groundsOf, present, type Rule, totalLine } from '../subject.ts';
import { computedText } from '../verdict.ts';

const REASON =
  /原因|由于|因(?![地此素而材人])|受.{0,12}影响|疫情|未能|推迟|延期|尚未|结余|暂停|终止|跨年|尾款/;

export const lowExecutionUnexplained: Rule = function* ({ evaluation, profile }) {
  const rate = executionPercent(evaluation);
  const line = totalLine(evaluation);
  if (!rate || !line || exact.compare(rate, boundOf(profile.lowExecution)) >= 0) return;
  if (wordsOf(evaluation).some((text) => REASON.test(text))) return;
  const grounds = present([line.executionRate, line.executed, line.adjustedBudget]);
  yield diagnosticOf('low-execution-unexplained', {
    fields: grounds.map(({ field }) => field),
    stated: line.executionRate && String(line.executionRate.value),
    computed: computedText(rate, 2),
    because: groundsOf(grounds),
    words: { bound: String(profile.lowExecution) },
  });
};
