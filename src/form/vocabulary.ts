// The words of the forms: which label means which concept, section by section. The labels are data (labels/); this file looks them up.
// Surprise: one label means different things in different sections (得分, 合计, 绩效目标), so a look-up always names its section.

import { bareLabel, folded } from '../text/label.ts';
import { FUNDING_COLUMNS, INDICATOR_COLUMNS } from './labels/columns.ts';
import { LEVEL1_NAMES, LEVEL2_NAMES } from './labels/levels.ts';
import {
  BLOCK_LABELS,
  FUNDING_LINES,
  GOAL_LABELS,
  HEADER_LABELS,
  NARRATIVE_LABELS,
  TOTAL_LABELS,
} from './labels/lines.ts';

/**
 * `labels` are whole labels as seen; a text that merely contains one of `cores` means the concept too.
 * `cellLabels` are words so common that they are labels only where they fill a cell: never looked for in running text.
 */
export interface LabelEntry {
  readonly concept: string;
  readonly labels: readonly string[];
  readonly cellLabels?: readonly string[];
  readonly cores?: readonly string[];
}

const SECTIONS = {
  header: HEADER_LABELS,
  block: BLOCK_LABELS,
  fundingColumn: FUNDING_COLUMNS,
  fundingLine: FUNDING_LINES,
  goal: GOAL_LABELS,
  indicatorColumn: INDICATOR_COLUMNS,
  level1: LEVEL1_NAMES,
  level2: LEVEL2_NAMES,
  total: TOTAL_LABELS,
  narrative: NARRATIVE_LABELS,
} as const;

export type Section = keyof typeof SECTIONS;
export const ALL_SECTIONS = Object.keys(SECTIONS) as readonly Section[];
export type Concept<S extends Section> = (typeof SECTIONS)[S][number]['concept'];

/** Longer texts are prose, however many labels they contain. */
const LONGEST_LABEL = 24;
/** One wrong character in a label of four or more: what recognition does to headings; two would join 数量 and 质量. */
const SHORTEST_FUZZY = 4;

type Spellings = ReadonlyMap<string, string>;

/** For each section, spelling → concept. */
function spellingsOf(labelsIn: (entry: LabelEntry) => readonly string[]): ReadonlyMap<string, Spellings> {
  const ofSection = (entries: readonly LabelEntry[]): Spellings =>
    new Map(
      entries.flatMap((entry) => labelsIn(entry).map((label) => [bareLabel(label), entry.concept] as const)),
    );
  return new Map(Object.entries(SECTIONS).map(([section, entries]) => [section, ofSection(entries)]));
}

const inText = spellingsOf(({ labels }) => labels);
const exact = spellingsOf(({ labels, cellLabels = [] }) => [...labels, ...cellLabels]);
const answers = new Map(ALL_SECTIONS.map((section) => [section, new Map<string, string | null>()]));
const MOST_ANSWERS = 20_000;

/** What a text means as a label of a section, or null when it is none. Brackets, colons, width and spaces do not count. */
export function conceptIn<S extends Section>(section: S, text: string): Concept<S> | null {
  if (text.length > 2 * LONGEST_LABEL) return null;
  const ofSection = answers.get(section) ?? new Map<string, string | null>();
  let answer = ofSection.get(text);
  if (answer === undefined) {
    answer = looked(section, labelOf(section, text));
    if (ofSection.size > MOST_ANSWERS) ofSection.clear();
    ofSection.set(text, answer);
  }
  return answer as Concept<S> | null;
}

/** Whether a text is a label of a section letter by letter, as seen in the field. */
export function knows(section: Section, text: string): boolean {
  return exact.get(section)?.has(labelOf(section, text)) ?? false;
}

function looked(section: Section, label: string): string | null {
  if (label === '' || label.length > LONGEST_LABEL) return null;
  return (
    exact.get(section)?.get(label) ??
    byCore(section, label) ??
    (isKnown(label) ? null : byDistance(section, label))
  );
}

/** A label of another section, letter by letter: no misreading of one of this section (时效指标 is no 绩效指标). */
function isKnown(label: string): boolean {
  return ALL_SECTIONS.some((section) => knows(section, label));
}

/** The bare label, less its number and what the section does not count: the suffix 指标 of levels, the prefix 其中: of funding lines, the number of a goal. */
function labelOf(section: Section, text: string): string {
  const label = bareLabel(text).replace(/^[一二三四五六七八九十]+、|^\d+[.、]|(?<=绩效目标)\d{1,2}$/, '');
  if (section === 'level1' || section === 'level2') return label.replace(/指标$/, '').replace(/^[★*]/, '');
  if (section === 'goal') return label.replace(/\d$/, '');
  if (section === 'fundingLine') return label.replace(/^(其中[::]?|[①-⑩]|-+)/, '');
  return label;
}

/** A sentence about a goal (对照年度目标,说明完成情况) is no label of one. */
const SENTENCE = /[,，;；。]/;

function byCore(section: Section, label: string): string | null {
  if (section !== 'narrative' && SENTENCE.test(label)) return null;
  const entries: readonly LabelEntry[] = SECTIONS[section];
  return entries.find((entry) => entry.cores?.some((core) => label.includes(core)))?.concept ?? null;
}

/** Sections in which one letter tells one name from another: 村级资金 is no 省级资金, 监管部门 no 主管部门, 年度预算 no 年初预算. */
const NAMING: ReadonlySet<Section> = new Set(['header', 'fundingLine', 'fundingColumn']);
/** Letters that labels are written in, and some that names like them are: none of them is there by misreading. */
const WRITTEN: ReadonlySet<string> = new Set([
  ...[...exact.values()].flatMap((spellings) => [...spellings.keys()].join('')).join(''),
  ...'村监',
]);

function byDistance(section: Section, label: string): string | null {
  if (label.length < SHORTEST_FUZZY || section === 'level2') return null;
  for (const [known, concept] of exact.get(section) ?? []) {
    if (known.length !== label.length) continue;
    const [wrong, ...others] = [...label].filter((letter, at) => letter !== known[at]);
    const misread = wrong !== undefined && !(NAMING.has(section) && WRITTEN.has(wrong));
    if (misread && others.length === 0) return concept;
  }
  return null;
}

/** The spellings of a section, longest first: for finding labels in text without separators. Brackets inside come in both widths. */
export function labelsOf(section: Section): readonly string[] {
  const entries: readonly LabelEntry[] = SECTIONS[section];
  const bracketed = entries
    .flatMap(({ labels }) => labels)
    .filter((label) => /\(.*\)./.test(label))
    .flatMap((label) => [label, label.replace('(', '（').replace(')', '）')]);
  return [...(inText.get(section)?.keys() ?? []), ...bracketed].sort((a, b) => b.length - a.length);
}

/** Points printed in a label's brackets: 产出指标(50分) → "50", 预算执行情况(万元)(20分) → "20"; null without them. */
export function pointsIn(text: string): string | null {
  return /\((\d+(?:\.\d+)?)分[)*]/.exec(folded(text))?.[1] ?? null;
}
