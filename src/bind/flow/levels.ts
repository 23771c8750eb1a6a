// Names of levels among the units of the indicator block, each made one unit: 可持续影 响指标, 产 出 指 标 (50分).
// Surprise: 成本 and 群众满意度 also begin or are names of indicators, so without the suffix 指标 only longer names of levels are marked.

import type { Section } from '../../form/vocabulary.ts';
import { textOf, type Unit } from '../align/index.ts';
import { labelRun } from './labels.ts';

const POINTS = /^[(（]\d+分?[)）]$/;
const SHORTEST = 4;

export function withLevels(units: readonly Unit[]): readonly Unit[] {
  const out: Unit[] = [];
  for (let at = 0; at < units.length; ) {
    const end = levelEnd(units, at);
    const unit = units[at];
    if (unit) out.push(end > at ? { ...unit, text: textOf(units.slice(at, end)), level: true } : unit);
    at = Math.max(end, at + 1);
  }
  return out;
}

function levelEnd(units: readonly Unit[], at: number): number {
  const runs = (['level1', 'level2'] as const).map((section: Section) => labelRun(units, at, section));
  const end = Math.max(...runs.map((run) => (run && isMarked(run.text) ? run.end : at)));
  return end > at && POINTS.test(units[end]?.text ?? '') ? end + 1 : end;
}

function isMarked(label: string): boolean {
  const bare = label.replace(/[(（].*/, '');
  return (
    bare.includes('指标') || (bare.length >= SHORTEST && !/满意度$/.test(bare)) || bare === '服务对象满意度'
  );
}
