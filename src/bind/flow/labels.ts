// Labels in running text: where one begins, how long it is with its brackets and colon, and runs of words that are one label.

import {
  ALL_SECTIONS,
  type Concept,
  conceptIn,
  knows,
  labelsOf,
  type Section,
} from '../../form/vocabulary.ts';
import { bareLabel } from '../../text/label.ts';
import type { Unit } from '../align/index.ts';

/** Shorter ones (经济, 完成, 总额) are parts of other words. */
const SHORTEST = 2;
const LEVEL = new Set<Section>(['level1', 'level2']);

const known = new Map<string, readonly string[]>();
for (const section of ALL_SECTIONS) {
  for (const label of labelsOf(section)) {
    for (const spelling of LEVEL.has(section)
      ? [`${label}指标`, ...(label.length > 3 ? [label] : [])]
      : [label])
      add(spelling);
  }
}

function add(label: string): void {
  if (label.length < SHORTEST) return;
  const first = label[0] ?? '';
  known.set(
    first,
    [...(known.get(first) ?? []), label].sort((a, b) => b.length - a.length),
  );
}

/** 年度绩效目标1(40分): a number, brackets and a colon after a label. */
const AFTER = /^(\d{1,2}(?=[(（]\d+分))?(\s*[(（][^()（）]{1,14}[)）])*[:：]?/;

/** Length of the longest label that begins at `at`, with what belongs to it: 其中：before, (B/A) and a colon after. 0 for none. */
export function labelAt(text: string, at: number): number {
  const before = /^其中[:：]?/.exec(text.slice(at, at + 3))?.[0].length ?? 0;
  const label = (known.get(text[at + before] ?? '') ?? []).find((spelling) =>
    text.startsWith(spelling, at + before),
  );
  if (!label) return 0;
  const end = at + before + label.length;
  const after = AFTER.exec(text.slice(end))?.[0].length ?? 0;
  return before + label.length + after;
}

/** A label made of the units from `at` on: where it ends and what it means. Words of one label may be apart by a space. */
export interface LabelRun<S extends Section> {
  readonly end: number;
  readonly concept: Concept<S>;
  readonly text: string;
}

const MOST_WORDS = 6;

/** What stands before them ends with brackets that close later (某资金(普通省道)主管部门), and with the dashes of a blank cell. */
const NO_BEGINNING = /^[(（][^)）]*$|^[-—–]+$/;

/** One word may be a label by its core; several words only where together they spell a known one. */
export function labelRun<S extends Section>(
  units: readonly Unit[],
  at: number,
  section: S,
): LabelRun<S> | null {
  let text = '';
  let found: LabelRun<S> | null = null;
  for (let end = at; end < Math.min(units.length, at + MOST_WORDS); end++) {
    const unit = units[end];
    if (!unit || (end > at && !mayContinue(unit, found, section))) break;
    text += unit.text;
    if (end === at && (bareLabel(text) === '' || NO_BEGINNING.test(text))) return null;
    const concept = end === at || knows(section, text) ? conceptIn(section, text) : null;
    if (concept !== null) found = { end: end + 1, concept, text };
  }
  return found;
}

/** After a label, a word that is a label too begins the next one: 执行率 得分 is two columns, though 执行率得分 is one; 年初 预算数 means what 年初 does. */
function mayContinue(unit: Unit, found: LabelRun<Section> | null, section: Section): boolean {
  if (found !== null && conceptIn(section, unit.text) !== null) {
    const whole = found.text + unit.text;
    if (!knows(section, whole) || conceptIn(section, whole) !== found.concept) return false;
  }
  return unit.gap === 'space' || unit.gap === 'none' || isBroken(unit, found !== null ? section : null);
}

/** Words of a label at most that say nothing of their own, whatever section knows them: 目标, 指标, 预算数. */
const LONGEST_WORD = 3;
const LONGEST_BROKEN = 6;

/**
 * What a narrow cell prints in its next line: 一级 over 指标, 服务对象 over 满意度指标. Below a whole label of a section, a label of another one
 * (完成情况) is a cell of its own. Of brackets, those with the unit of amounts: points (50分) may be those of a level.
 */
function isBroken({ text }: Unit, whole: Section | null): boolean {
  if (text === '' || text.length > LONGEST_BROKEN) return false;
  if (bareLabel(text) === '') return text.includes('元');
  if (whole === null || text.length <= LONGEST_WORD) return true;
  return !ALL_SECTIONS.some((other) => other !== whole && knows(other, text));
}
