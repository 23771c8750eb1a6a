// A report → its entries on the page: one for each form, and one for the source where something is said of it as a whole.
// Surprise: an entry has two halves: what the list and the filters need (Listed), which is always at hand, and the rest, unpacked when it is opened.

import { type Code, type Diagnostic, LEVELS, type Level } from '../../diagnostic/index.ts';
import { type Decimal, exact, ratioOf } from '../../number/index.ts';
import type { PublishedEvaluation, Report } from '../../record/index.ts';
import { formId, HASH_DIGITS } from '../long.ts';
import { type Crop, type Printed, PrintedCells } from './crop.ts';
import { type Finding, findingOf } from './finding.ts';
import { NO_PHOTOS, type Photos } from './photos.ts';
import { type Row, rowOf } from './rows.ts';
import { visible } from './visible.ts';

/** How many findings of one level and rule there are. */
export type Found = readonly [level: Level, code: Code, count: number];

/** `rate` and `score` are in percent, to be drawn; `kind` `source` is a document as a whole. */
export interface Listed {
  readonly id: string;
  readonly kind: 'form' | 'source';
  readonly name: string;
  readonly carrier: string | null;
  readonly title: string | null;
  readonly project: string | null;
  readonly body: string | null;
  readonly class: string | null;
  readonly year: number | null;
  readonly found: readonly Found[];
  readonly rate: number | null;
  readonly score: number | null;
}

/** `more` findings are left out: a document that was made to have thousands would be the whole page. */
export interface Opened {
  readonly findings: readonly Finding[];
  readonly more: number;
  readonly rows: Readonly<Record<string, Row>>;
  readonly cells: readonly Printed[];
}

export interface Entry {
  readonly listed: Listed;
  readonly opened: Opened;
}

const LONGEST_NAME = 120;
/** A form in which every row is wrong has about a hundred. */
const MOST_FINDINGS = 300;

interface Said {
  readonly diagnostic: Diagnostic;
  readonly at: number;
  readonly photo: string | null;
}

export function entriesOf(report: Report, photos: Photos = NO_PHOTOS): readonly Entry[] {
  const said = report.diagnostics.map((diagnostic, at) => ({ diagnostic, at, photo: photos[at] ?? null }));
  const own = said.filter(({ diagnostic }) => diagnostic.evaluation === null);
  const forms = report.evaluations.map((form, index) =>
    formEntry(report, form, {
      index,
      said: said.filter(({ diagnostic }) => diagnostic.evaluation === index),
    }),
  );
  return own.length === 0 ? forms : [...forms, sourceEntry(report, own)];
}

function sourceEntry({ source }: Report, said: readonly Said[]): Entry {
  const id = source.sha256?.slice(0, HASH_DIGITS) ?? `name-${visible(source.name, LONGEST_NAME)}`;
  return {
    listed: { ...NOTHING_LISTED, ...named(source), id, found: foundIn(said) },
    opened: openedOf(said, null),
  };
}

const NOTHING_LISTED = {
  kind: 'source' as const,
  title: null,
  project: null,
  body: null,
  class: null,
  year: null,
  rate: null,
  score: null,
};

function named({ name, carrier }: Report['source']): Pick<Listed, 'name' | 'carrier'> {
  return { name: visible(name, LONGEST_NAME), carrier };
}

function formEntry(
  report: Report,
  form: PublishedEvaluation,
  { index, said }: { readonly index: number; readonly said: readonly Said[] },
): Entry {
  const listed: Listed = {
    id: formId(report.source.sha256, index),
    kind: 'form',
    ...named(report.source),
    title: short(form.title),
    project: short(form.projectName),
    body: short(form.implementer ?? form.supervisor),
    class: form.class,
    year: form.fiscalYear,
    found: foundIn(said),
    rate: rateOf(form),
    score: scoreOf(form),
  };
  return { listed, opened: openedOf(said, form) };
}

function short(text: string | null): string | null {
  return text === null ? null : visible(text, LONGEST_NAME);
}

function foundIn(said: readonly Said[]): readonly Found[] {
  const groups = Map.groupBy(said, ({ diagnostic: { level, code } }) => `${level} ${code}`);
  return [...groups.values()]
    .flatMap((group): Found[] => {
      const [first] = group;
      return first ? [[first.diagnostic.level, first.diagnostic.code, group.length]] : [];
    })
    .toSorted((a, b) => LEVELS.indexOf(a[0]) - LEVELS.indexOf(b[0]));
}

function openedOf(said: readonly Said[], form: PublishedEvaluation | null): Opened {
  const worst = said.toSorted((a, b) => rankOf(a) - rankOf(b)).slice(0, MOST_FINDINGS);
  const findings = worst.map(({ diagnostic, at, photo }) => ({ ...findingOf(diagnostic, at, form), photo }));
  const more = said.length - worst.length;
  if (form === null) return { findings, more, rows: {}, cells: [] };
  const keys = [...new Set(findings.flatMap(({ rows }) => rows))];
  const rows = Object.fromEntries(keys.map((key) => [key, rowOf(form, key)]));
  return { ...withCrops(worst, findings, form), more, rows };
}

function rankOf({ diagnostic }: Said): number {
  return LEVELS.indexOf(diagnostic.level);
}

function withCrops(
  said: readonly Said[],
  findings: readonly Finding[],
  form: PublishedEvaluation,
): Pick<Opened, 'findings' | 'cells'> {
  const printed = new PrintedCells(form);
  const crops = said.map(({ diagnostic }) => printed.cropFor(diagnostic));
  const shown = printed.shown(crops.filter((crop) => crop !== null));
  const renumbered = shown.crops.values();
  return {
    findings: findings.map((finding, index) => ({
      ...finding,
      crop: next(crops[index] ?? null, renumbered),
    })),
    cells: shown.cells,
  };
}

function next(crop: Crop | null, renumbered: Iterator<Crop>): Crop | null {
  return crop === null ? null : (renumbered.next().value ?? null);
}

/** The printed rate of the total line, or what its amounts come to. */
function rateOf({ funding }: PublishedEvaluation): number | null {
  const total = funding.find(({ source }) => source === 'total');
  if (total === undefined) return null;
  return total.executionRate ? drawn(total.executionRate) : shareOf(total.executed, total.adjustedBudget);
}

function scoreOf({ total: { score, weight } }: PublishedEvaluation): number | null {
  return weight === null ? score && drawn(score) : shareOf(score, weight);
}

/** A share in percent, exact to a hundredth; null where there is none. */
function shareOf(part: Decimal | null, whole: Decimal | null): number | null {
  if (part === null || whole === null || whole.units === 0n) return null;
  const { numerator, denominator } = exact.divide(ratioOf(part), ratioOf(whole));
  return Number((numerator * 10_000n) / denominator) / 100;
}

/** For a place in a drawing only: no amount is worked out from it. */
function drawn(amount: Decimal): number {
  return Math.round(Number(amount.toString()) * 100) / 100;
}
