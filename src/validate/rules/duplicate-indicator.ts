// 同一指标（各级名称均相同）以同一目标值出现两次。
// The same indicator (the names of all levels) stands twice with the same target.
// Source: usual practice of re-checking.

import { diagnosticOf } from '../../diagnostic/index.ts';
import type { Indicator } from '../../record/evaluation.ts';
import { folded } from '../../text/label.ts';
import { groundsOf, type Rule, rowName } from '../subject.ts';

export const duplicateIndicator: Rule = function* ({ evaluation }) {
  const seen = new Map<string, Indicator>();
  for (const row of evaluation.indicators) {
    const { level3, target } = row;
    if (!level3 || !target) continue;
    const key = [row.level1, row.level2, level3, target]
      .map((stated) => folded(stated?.value ?? ''))
      .join('\n');
    const first = seen.get(key);
    seen.set(key, first ?? row);
    if (!first?.level3) continue;
    yield diagnosticOf('duplicate-indicator', {
      fields: [level3.field, first.level3.field],
      stated: target.value,
      because: groundsOf([level3, target, first.level3, first.target]),
      words: { row: rowName(row) },
    });
  }
};
