// 各一级指标的分值合计与口径（产出 50、效益 30、满意度 10）或表头所印分数不同。
// The weights of a first-level indicator do not come to the profile's points (50, 30, 10), or to those that its own label prints.
// Source: 财预〔2020〕10号's frame; 产出指标(50分) in the form goes before the profile.

import { type Diagnostic, diagnosticOf } from '../../diagnostic/index.ts';
import { conceptIn, pointsIn } from '../../form/vocabulary.ts';
import { decimalOf, exact, type Ratio, ratioOf } from '../../number/index.ts';
import type { Indicator } from '../../record/evaluation.ts';
import { boundOf, type Profile } from '../../record/profile.ts';
import { countedRows, groundsOf, present, type Rule } from '../subject.ts';
import { distinct, sumOf } from '../terms.ts';
import { shown } from '../verdict.ts';

export const level1Weights: Rule = function* ({ evaluation, profile }) {
  const rows = countedRows(evaluation);
  if (rows.some(({ weight, level1 }) => !weight || !level1)) return;
  const groups = Map.groupBy(rows, ({ level1 }) => level1?.value ?? '');
  for (const [level, members] of groups) yield* unusual(level, members, profile);
};

function* unusual(level: string, rows: readonly Indicator[], profile: Profile): Generator<Diagnostic, void> {
  const usual = usualPoints(level, profile);
  const weights = distinct(present(rows.map(({ weight }) => weight)));
  const sum = sumOf(weights);
  if (!usual || exact.compare(sum, usual) === 0) return;
  yield diagnosticOf('level1-weights-unusual', {
    fields: weights.map(({ field }) => field),
    computed: shown(sum),
    because: groundsOf(weights),
    words: { level, usual: shown(usual) },
  });
}

function usualPoints(level: string, { weights }: Profile): Ratio | null {
  const printed = decimalOf(pointsIn(level) ?? '');
  if (printed) return ratioOf(printed);
  const concept = conceptIn('level1', level);
  if (concept === 'output' || concept === 'benefit' || concept === 'satisfaction')
    return boundOf(weights[concept]);
  return null;
}
