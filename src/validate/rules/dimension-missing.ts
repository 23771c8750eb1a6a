// 产出、效益、满意度三类一级指标缺少其一。
// One of the dimensions output, benefit and satisfaction has no indicator.
// Source: 财预〔2020〕10号's frame.

import { diagnosticOf, type Message, type Pointer } from '../../diagnostic/index.ts';
import { conceptIn } from '../../form/vocabulary.ts';
import type { Indicator } from '../../record/evaluation.ts';
import type { Rule } from '../subject.ts';

const DIMENSIONS = {
  output: { zh: '产出', en: 'output' },
  benefit: { zh: '效益', en: 'benefit' },
  satisfaction: { zh: '满意度', en: 'satisfaction' },
} as const satisfies Record<string, Message>;

const LEVEL2_OF: Readonly<Record<keyof typeof DIMENSIONS, ReadonlySet<string>>> = {
  output: new Set(['quantity', 'quality', 'timeliness']),
  benefit: new Set(['economic', 'social', 'ecological', 'sustained']),
  satisfaction: new Set(['satisfaction']),
};

export const dimensionMissing: Rule = function* ({ evaluation: { indicators } }) {
  if (!indicators.some(({ level1 }) => level1 && conceptIn('level1', level1.value))) return;
  for (const dimension of ['output', 'benefit', 'satisfaction'] as const) {
    if (indicators.some((row) => isOf(row, dimension))) continue;
    yield diagnosticOf('dimension-missing', {
      fields: ['/indicators' as Pointer],
      words: { name: DIMENSIONS[dimension] },
    });
  }
};

function isOf({ level1, level2 }: Indicator, dimension: keyof typeof DIMENSIONS): boolean {
  if (level1 && conceptIn('level1', level1.value) === dimension) return true;
  const second = level2 && conceptIn('level2', level2.value);
  return second !== null && LEVEL2_OF[dimension].has(second);
}
