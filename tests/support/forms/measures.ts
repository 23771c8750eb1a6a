// Targets and what came of them: quantities in one unit, percentages, costs, and words.

import type { Chance } from '../scan/random.ts';
import { NOT_MEASURED } from './expected.ts';
import type { Kind } from './family.ts';
import type { Measure } from './plan.ts';
import { chancesOf, type Style } from './style.ts';
import * as W from './words.ts';

/** `share` of the weight that the row has earned, as a fraction; null where a reviewer judges. */
export interface Measured {
  readonly name: string;
  readonly target: Measure;
  readonly adjustedTarget: Measure;
  readonly actual: Measure;
  readonly share: readonly [bigint, bigint] | null;
}

export interface Drawing {
  readonly chance: Chance;
  readonly style: Style;
  readonly splitsTarget: boolean;
  readonly adjusts: boolean;
  readonly wordsActuals: boolean;
}

export function measureOf(sign: string, amount: string, unit: string): Measure {
  return { text: `${sign}${amount}${unit}`, sign, amount, unit };
}

export function measuredOf(drawing: Drawing, kind: Kind): Measured {
  const { chance } = drawing;
  switch (kind) {
    case 'quantity':
      return counted(drawing, chance.pick(W.QUANTITIES));
    case 'cost':
      return costed(drawing, chance.pick(W.COSTS));
    case 'economic':
      return counted(drawing, chance.pick(W.ECONOMIC));
    case 'quality':
      return rated(drawing, chance.pick(W.QUALITIES));
    case 'timeliness':
      return rated(drawing, chance.pick(W.TIMELINESS));
    case 'satisfaction':
      return rated(drawing, chance.pick(W.SATISFIED));
    case 'social':
      return chancesOf(chance, 0.5)
        ? rated(drawing, chance.pick(W.SOCIAL))
        : worded(drawing, chance.pick(W.SOCIAL_WORDS));
    case 'ecological':
      return worded(drawing, chance.pick(W.ECOLOGICAL_WORDS));
    case 'lasting':
      return worded(drawing, chance.pick(W.LASTING_WORDS));
    default:
      return worded(drawing, chance.pick(W.MANAGEMENT));
  }
}

const PERCENT = '%';

function counted(drawing: Drawing, [name, unit, least, most]: W.Named): Measured {
  const { chance } = drawing;
  const first = chance.whole(least, most);
  const adjusts = drawing.adjusts && first > 3 && chancesOf(chance, 0.3);
  const basis = adjusts ? chance.whole(Math.ceil(first / 2), first - 1) : first;
  const actual = reached(chance, basis);
  return risen(drawing, { name, unit, first, basis, actual });
}

function reached(chance: Chance, basis: number): number {
  const kind = chance.next();
  if (kind < 0.6 || basis < 4) return basis;
  return kind < 0.75
    ? chance.whole(basis, Math.floor(basis * 1.25))
    : chance.whole(Math.ceil(basis * 0.3), basis - 1);
}

function rated(drawing: Drawing, name: string): Measured {
  const { chance } = drawing;
  const target = chance.pick([80, 85, 90, 95, 98, 100, 100]);
  const actual = chancesOf(chance, 0.6) ? target : chance.whole(target - 12, 100);
  return risen(drawing, { name, unit: PERCENT, first: target, basis: target, actual });
}

interface Risen {
  readonly name: string;
  readonly unit: string;
  readonly first: number;
  readonly basis: number;
  readonly actual: number;
}

function risen(drawing: Drawing, { name, unit, first, basis, actual }: Risen): Measured {
  const { chance, style } = drawing;
  const sign = chancesOf(chance, 0.6) ? style.signs[0] : chancesOf(chance, 0.2) ? style.signs[2] : '';
  return {
    name,
    target: measureOf(sign, String(first), unit),
    adjustedTarget: basis === first ? NOT_MEASURED : measureOf(sign, String(basis), unit),
    actual: actualOf(drawing, actual, unit),
    share: actual >= basis ? [1n, 1n] : [BigInt(actual), BigInt(basis)],
  };
}

function actualOf({ chance, splitsTarget, wordsActuals }: Drawing, amount: number, unit: string): Measure {
  if (wordsActuals && chancesOf(chance, 0.7)) return { ...NOT_MEASURED, text: `已完成${amount}${unit}` };
  const drops = splitsTarget && unit !== PERCENT && chancesOf(chance, 0.5);
  return measureOf('', String(amount), drops ? '' : unit);
}

function costed(drawing: Drawing, [name, unit, least, most]: W.Named): Measured {
  const { chance, style } = drawing;
  const limit = chance.whole(least, most);
  const actual = chancesOf(chance, 0.8)
    ? chance.whole(Math.ceil(limit * 0.8), limit)
    : chance.whole(limit, Math.ceil(limit * 1.1));
  return {
    name,
    target: measureOf(style.signs[1], String(limit), unit),
    adjustedTarget: NOT_MEASURED,
    actual: actualOf(drawing, actual, unit),
    share: actual <= limit ? [1n, 1n] : [BigInt(limit), BigInt(actual)],
  };
}

function worded({ chance, splitsTarget }: Drawing, name: string): Measured {
  const [target, actual] = chance.pick(W.WORDED);
  const sign = splitsTarget && chancesOf(chance, 0.7) ? '定性' : '';
  return {
    name,
    target: { ...NOT_MEASURED, text: target, sign },
    adjustedTarget: NOT_MEASURED,
    actual: { ...NOT_MEASURED, text: actual },
    share: null,
  };
}
