// The indicator rows of one form: levels, points that add up, scores in full, in proportion or judged.

import type { Chance } from '../scan/random.ts';
import { type Fixed, fixed, minus, roundedRatio, textOf } from './exact.ts';
import { NOT_MEASURED } from './expected.ts';
import type { Family, Kind, LevelSpec } from './family.ts';
import { type Drawing, type Measured, measuredOf, measureOf } from './measures.ts';
import type { PlannedRow } from './plan.ts';
import { pointsOf } from './points.ts';
import { chancesOf, type Style, scoreIn } from './style.ts';
import * as W from './words.ts';

/** A row with its exact weight, printed score and unrounded score, null where it has none of its own. */
export interface Scored {
  readonly row: PlannedRow;
  readonly weight: Fixed | null;
  readonly score: Fixed | null;
  readonly unrounded: readonly [bigint, bigint] | null;
}

export interface Asked {
  readonly family: Family;
  readonly style: Style;
  readonly drawing: Drawing;
}

const LEVEL2: Readonly<Record<Kind, readonly string[]>> = {
  quantity: ['数量'],
  quality: ['质量'],
  timeliness: ['时效'],
  cost: ['成本'],
  economic: ['经济效益'],
  social: ['社会效益'],
  ecological: ['生态效益'],
  lasting: ['可持续影响'],
  satisfaction: ['服务对象满意度'],
  decision: ['项目立项', '绩效目标'],
  process: ['资金管理', '组织实施'],
};

export function scoredRows(asked: Asked): readonly Scored[] {
  const used = new Set<string>();
  const blocks = asked.family.levels.flatMap((level) => rowsOfLevel(asked, level, used));
  return blocks.map((scored, at) => ({ ...scored, row: { ...scored.row, partOf: parentOf(blocks, at) } }));
}

/** Child rows are marked by their name; their parent is the last row above that is no child. */
function parentOf(rows: readonly Scored[], at: number): number | null {
  if (!rows[at]?.row.level3.startsWith('其中')) return null;
  return rows.slice(0, at).findLastIndex(({ row }) => !row.level3.startsWith('其中') && !row.isResidue);
}

function rowsOfLevel(asked: Asked, level: LevelSpec, used: Set<string>): readonly Scored[] {
  const { drawing, family } = asked;
  const name = level1Of(asked, level);
  const plans = kindsOf(drawing.chance, level.kinds).flatMap(({ kind, count }): readonly PlannedKind[] =>
    count === 0
      ? family.habits.includes('flat')
        ? []
        : [{ kind, measured: null }]
      : fresh(asked, { kind, count, used }),
  );
  const count = plans.filter(({ measured }) => measured !== null).length;
  const points = pointsOf(drawing.chance, fixed(level.points), {
    count,
    halves: family.habits.includes('halfWeights'),
  });
  const words = new Map(level.kinds.map((kind) => [kind, level2Of(asked, kind)]));
  return plans.flatMap(({ kind, measured }) => {
    const levels = { level1: name, level2: words.get(kind) ?? '' };
    if (measured === null) return [residue(asked, levels)];
    return scoredRow(asked, { levels, measured, weight: points.shift() ?? fixed(0) });
  });
}

interface PlannedKind {
  readonly kind: Kind;
  readonly measured: Measured | null;
}

function level1Of({ drawing, family }: Asked, level: LevelSpec): string {
  const name = drawing.chance.pick(level.names);
  return family.habits.includes('pointsInLevel1') ? `${name}(${level.points}分)` : name;
}

function level2Of({ drawing, style }: Asked, kind: Kind): string {
  const word = drawing.chance.pick(LEVEL2[kind]);
  return kind === 'decision' || kind === 'process' ? word : `${word}${style.levelSuffix}`;
}

/** One to three rows a kind; now and then a kind is left blank, as in the template. */
function kindsOf(chance: Chance, kinds: readonly Kind[]): readonly { kind: Kind; count: number }[] {
  const counts = kinds.map((kind) => ({
    kind,
    count: chancesOf(chance, 0.12) ? 0 : chance.pick([1, 1, 2, 3]),
  }));
  const [first, ...rest] = counts;
  return first && counts.every(({ count }) => count === 0) ? [{ ...first, count: 1 }, ...rest] : counts;
}

function fresh(
  asked: Asked,
  { kind, count, used }: { kind: Kind; count: number; used: Set<string> },
): readonly PlannedKind[] {
  return Array.from({ length: count }, (_, at) => {
    let measured = measuredOf(asked.drawing, kind);
    for (let tries = 0; used.has(measured.name) && tries < 20; tries++)
      measured = measuredOf(asked.drawing, kind);
    const name = used.has(measured.name) ? `${measured.name}${used.size}` : measured.name;
    used.add(name);
    return {
      kind,
      measured: { ...measured, name: asked.style.numbersNames ? `指标${at + 1}：${name}` : name },
    };
  });
}

interface Levels {
  readonly level1: string;
  readonly level2: string;
}

function blankRow({ level1, level2 }: Levels): PlannedRow {
  return {
    level1,
    level2,
    level3: '',
    target: NOT_MEASURED,
    adjustedTarget: NOT_MEASURED,
    actual: NOT_MEASURED,
    weight: '',
    score: '',
    deviation: '',
    rule: '',
    factor: '',
    review: '',
    core: '',
    partOf: null,
    shares: false,
    isResidue: false,
  };
}

function residue({ drawing }: Asked, levels: Levels): Scored {
  const level3 = drawing.chance.pick(['', '', '指标1：', '……']);
  return {
    row: { ...blankRow(levels), level3, isResidue: true },
    weight: null,
    score: null,
    unrounded: null,
  };
}

interface Given {
  readonly levels: Levels;
  readonly measured: Measured;
  readonly weight: Fixed;
}

function scoredRow(asked: Asked, given: Given): readonly Scored[] {
  const { levels, measured, weight } = given;
  const { family, style, drawing } = asked;
  const { score, unrounded } = scoreOf(asked, given);
  const isFull = minus(weight, score).units === 0n;
  const row: PlannedRow = {
    ...blankRow(levels),
    level3: nameOf(asked, measured.name, weight),
    target: measured.target,
    adjustedTarget: measured.adjustedTarget,
    actual: measured.actual,
    weight: textOf(weight, false),
    score: isFull && !style.scoreKeepsZeros ? textOf(weight, false) : scoreIn(style, score),
    deviation: isFull ? drawing.chance.pick(['', '', '', '无']) : drawing.chance.pick(W.REASONS),
    rule: drawing.chance.pick(W.RULES),
    factor: isFull
      ? '100'
      : textOf(roundedRatio(unrounded[0] * 100n, unrounded[1] * weightUnits(weight), FACTOR), false),
    review: chancesOf(drawing.chance, 0.5) ? textOf(weight, false) : '',
    core: drawing.chance.pick(['是', '否']),
  };
  const parent = { row, weight, score, unrounded };
  const hasChildren =
    family.habits.includes('childRows') && measured.share !== null && chancesOf(drawing.chance, 0.3);
  return hasChildren ? [parent, ...childrenOf(asked, parent, measured)] : [parent];
}

const FACTOR = { places: 2, custom: 'nearest' } as const;

function weightUnits({ units, places }: Fixed): bigint {
  return units / 10n ** BigInt(places) || 1n;
}

function nameOf({ family, drawing }: Asked, name: string, weight: Fixed): string {
  const starred = family.habits.includes('starredRows') && chancesOf(drawing.chance, 0.4) ? '★' : '';
  const points = family.habits.includes('pointsInNames') ? `（${textOf(weight, false)}分）` : '';
  return `${starred}${name}${points}`;
}

function scoreOf({ style, drawing }: Asked, { measured, weight }: Given) {
  const exact = (n: bigint, d: bigint) => [n * weight.units, d * 10n ** BigInt(weight.places)] as const;
  const [n, d] = measured.share ?? judged(drawing.chance);
  const unrounded = exact(n, d);
  if (n >= d) return { score: weight, unrounded };
  return {
    score: roundedRatio(...unrounded, { places: style.scorePlaces, custom: style.scoreCustom }),
    unrounded,
  };
}

/** A reviewer takes nothing off, or a tenth or two. */
function judged(chance: Chance): readonly [bigint, bigint] {
  return chancesOf(chance, 0.8) ? [1n, 1n] : [BigInt(chance.whole(7, 9)), 10n];
}

/** Two rows whose targets, actual values and, on some forms, points are those of the parent cut in two. */
function childrenOf(asked: Asked, parent: Scored, { target, actual }: Measured): readonly Scored[] {
  const { chance } = asked.drawing;
  const names = chance.pick([W.PART_NAMES.slice(0, 2), W.PART_NAMES.slice(2, 4), W.PART_NAMES.slice(4, 6)]);
  const isScored = parent.row.score === parent.row.weight && chancesOf(chance, 0.4);
  const part = ({ amount, unit }: Measured['target'], at: number) =>
    measureOf('', unit === '%' ? amount : halfOf(amount, at), unit);
  return names.map((name, at) => {
    const points = isScored ? halfOf(parent.row.weight, at) : '';
    const row = { ...blankRow(parent.row), level3: name, weight: points, score: points };
    return {
      row: { ...row, target: part(target, at), actual: part(actual, at) },
      weight: null,
      score: null,
      unrounded: null,
    };
  });
}

/** The smaller half first. */
function halfOf(text: string, at: number): string {
  const half = BigInt(text) / 2n;
  return String(at === 0 ? half : BigInt(text) - half);
}
