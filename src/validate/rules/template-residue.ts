// 模板文字未清除：空的“指标1：”、“……”、填写说明。
// Text of the template left in: an empty 指标1：, ……, instructions for filling in.
// Source: usual practice of re-checking.

import { type Diagnostic, diagnosticOf } from '../../diagnostic/index.ts';
import type { Evaluation } from '../../record/evaluation.ts';
import type { Stated } from '../../record/stated.ts';
import { groundsOf, present, type Rule } from '../subject.ts';

const INSTRUCTION =
  /^[(（]?(?:请(?![假示款求愿领辞])|简要说明|按.{0,8}填写|填写(?!.{0,6}[率数量])|此处|注[:：]).*[)）]?$|[(（][^()（）]*(?:填写|字以内)[^()（）]*[)）]/;
const EMPTY_ROW = /^(?:指标\s*\d*\s*[:：]?|[….。]{2,}|×{2,}|X{3,})$/;
/** An instruction is short; a long text merely contains the word. */
const LONGEST = 60;

export const templateResidue: Rule = function* ({ evaluation }) {
  for (const stated of textsOf(evaluation)) {
    const text = stated.value.trim();
    if (text.length > LONGEST || !(INSTRUCTION.test(text) || EMPTY_ROW.test(text))) continue;
    yield diagnosticOf('template-residue', {
      fields: [stated.field],
      stated: text,
      because: groundsOf([stated]),
    });
  }
  yield* emptyRows(evaluation);
};

/** Rows that were never filled in state no indicator; all of them are told at once. */
function* emptyRows({ remarks }: Evaluation): Generator<Diagnostic, void> {
  const left = remarks
    .map((text) => text.replace(/[-/]+$/, '').trim())
    .filter((text) => EMPTY_ROW.test(text));
  if (left.length === 0) return;
  yield diagnosticOf('template-residue', {
    fields: ['/indicators'],
    stated: [...new Set(left)].join('、'),
  });
}

function textsOf({ goal, indicators, narrative }: Evaluation): readonly Stated<string>[] {
  const rows = indicators.flatMap(({ level3, target, actual, deviation }) => [
    level3,
    target,
    actual,
    deviation,
  ]);
  return present([goal.expected, goal.achieved, ...rows, ...narrative.map(({ text }) => text)]);
}
