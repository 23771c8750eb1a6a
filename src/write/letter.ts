// A report → what an auditor can paste into a letter: form by form, the worst first, each finding with its place, its numbers and its rule.
// Surprise: colour comes in as a function from outside; without one the same text is plain, so a pipe gets what a terminal shows.

import { CATALOGUE, type Diagnostic, type Explanation, LEVELS, type Level } from '../diagnostic/index.ts';
import type { PublishedEvaluation, Report } from '../record/index.ts';
import { columnName, fieldName, isOwnName, type Language, rowName } from './names.ts';
import { placeName } from './places.ts';

/** How a piece of the text stands out: a level's own colour, a heading, or something beside the point. */
export type Tone = Level | 'heading' | 'aside';
export type Paint = (tone: Tone, text: string) => string;
export const plainPaint: Paint = (_, text) => text;

/** What every part of the letter needs to know. */
interface Style {
  readonly language: Language;
  readonly paint: Paint;
}

const WORDS = {
  fatal: ['未能读取', 'FATAL'],
  error: ['错误', 'ERROR'],
  warning: ['提醒', 'WARNING'],
  doubt: ['存疑', 'DOUBT'],
  note: ['备注', 'NOTE'],
  place: ['位置', 'place'],
  stated: ['表上', 'printed'],
  computed: ['核算', 'works out as'],
  because: ['依据', 'because'],
  explanation: ['成因', 'explanation'],
  rule: ['规则', 'rule'],
  form: ['表', 'Form'],
  untitled: ['（无标题）', '(untitled)'],
  fine: ['没有发现问题', 'nothing found'],
} as const;

export const EXPLANATION_NAMES: Readonly<Record<Explanation, readonly [string, string]>> = {
  truncated: ['截尾，未四舍五入', 'truncated, not rounded'],
  ceiling: ['进一，未四舍五入', 'rounded up'],
  coarser: ['按较少的小数位舍入', 'rounded to fewer decimals'],
  tie: ['恰在四舍五入的中点', 'a tie, rounded the other way'],
  'accumulated-rounding': ['各行四舍五入的累积误差', 'accumulated rounding of the rows'],
  'missing-row': ['疑似漏列一行', 'a row seems to be missing'],
  reading: ['可能是识别误差', 'perhaps our own misreading'],
};

export function letterOf(report: Report, language: Language, paint: Paint = plainPaint): string {
  const style = { language, paint };
  const forms = report.evaluations.flatMap((form, index) => formLines(report, form, index, style));
  const own = worstFirst(report.diagnostics.filter(({ evaluation }) => evaluation === null));
  return [
    paint('heading', report.source.name),
    ...own.flatMap((diagnostic) => findingLines(diagnostic, null, style)),
    ...forms,
    '',
  ].join('\n');
}

function formLines(
  report: Report,
  form: PublishedEvaluation,
  index: number,
  style: Style,
): readonly string[] {
  const findings = worstFirst(report.diagnostics.filter(({ evaluation }) => evaluation === index));
  const title = form.title ?? form.projectName ?? word('untitled', style);
  const year =
    form.fiscalYear === null || title.includes(String(form.fiscalYear))
      ? ''
      : style.language === 'zh'
        ? `（${form.fiscalYear}年度）`
        : ` (${form.fiscalYear})`;
  const head = style.paint('heading', `${word('form', style)} ${index + 1}  ${title}${year}`);
  if (findings.length === 0) return [head, `  ${word('fine', style)}`];
  return [head, ...findings.flatMap((finding) => findingLines(finding, form, style))];
}

/** What is said of the whole source, then of each form; of each the worst first. */
export function formByForm(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  const form = ({ evaluation }: Diagnostic) => evaluation ?? -1;
  return worstFirst(diagnostics).toSorted((a, b) => form(a) - form(b));
}

/** Stable: findings of one level stay in document order. */
export function worstFirst(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  return diagnostics.toSorted((a, b) => LEVELS.indexOf(a.level) - LEVELS.indexOf(b.level));
}

function findingLines(
  finding: Diagnostic,
  form: PublishedEvaluation | null,
  style: Style,
): readonly string[] {
  const { level, code, message } = finding;
  const head = `${style.paint(level, word(level, style))} ${message[style.language]} ${style.paint('aside', `[${code}]`)}`;
  const details = [
    ['place', whereOf(finding, form, style)],
    ['stated', finding.computed === null ? null : finding.stated],
    ['computed', finding.computed],
    ['because', groundsOf(finding, form, style)],
    ['explanation', explanationOf(finding, style)],
    ['rule', level === 'fatal' ? null : CATALOGUE[code].source[style.language] || null],
  ] as const;
  return [
    `  ${head}`,
    ...details.flatMap(([name, text]) => (text === null ? [] : [detailLine(name, text, style)])),
  ];
}

function detailLine(name: keyof typeof WORDS, text: string, style: Style): string {
  return `      ${style.paint('aside', `${word(name, style)}${colonIn(style.language)}`)}${text}`;
}

function whereOf({ fields }: Diagnostic, form: PublishedEvaluation | null, style: Style): string | null {
  const [field] = fields;
  if (field === undefined) return null;
  const origin = form?.evidence[field]?.origin;
  const name = fieldName(form, field, style.language);
  if (!origin) return name;
  const place = placeName(origin, style.language);
  return name + style.paint('aside', style.language === 'zh' ? `（${place}）` : ` (${place})`);
}

/** Grounds of one column (36 scores that make a total) are told under the column's name, once. */
function groundsOf({ because }: Diagnostic, form: PublishedEvaluation | null, style: Style): string | null {
  const { language } = style;
  const telling = because.filter(({ field, text }) => !isOwnName(form, field, text));
  if (telling.length === 0) return null;
  const columns = Map.groupBy(telling, ({ field }) => columnName(field, language) ?? '');
  const groups = [...columns].flatMap(([column, grounds]) => {
    if (column === '' || grounds.length < FEWEST_GROUPED) {
      return grounds.map(({ field, text }) => `${fieldName(form, field, language)} ${quoted(text)}`);
    }
    const terms = grounds.map(({ field, text }) => `${rowName(form, field, language)} ${quoted(text)}`);
    return [`${column}${colonIn(language)}${terms.join(language === 'zh' ? '，' : ', ')}`];
  });
  return groups.join(language === 'zh' ? '；' : '; ');
}

const FEWEST_GROUPED = 3;

/** A prose block is a ground too; its first words are enough to find it. */
const LONGEST_GROUND = 40;

/** Words are set apart from the name that stands before them; numbers with their units need no marks. */
function quoted(text: string): string {
  const start = text.length > LONGEST_GROUND ? `${text.slice(0, LONGEST_GROUND)}…` : text;
  return /^[≥≤≧≦<>=＝]?[-+]?\d/.test(text) ? start : `“${start}”`;
}

function colonIn(language: Language): string {
  return language === 'zh' ? '：' : ': ';
}

function explanationOf({ explanation }: Diagnostic, style: Style): string | null {
  return explanation === null ? null : EXPLANATION_NAMES[explanation][style.language === 'zh' ? 0 : 1];
}

function word(name: keyof typeof WORDS, { language }: Style): string {
  return WORDS[name][language === 'zh' ? 0 : 1];
}
