// The habits of the clerk who fills in one form: decimals, zeros, dashes, signs, and by which custom each number is rounded.
// Surprise: one clerk keeps to his habits through a form; mixed habits come only with the families that mix them.

import type { Chance } from '../scan/random.ts';
import { CUSTOMS, type Custom, type Fixed, groupedText, textOf } from './exact.ts';
import type { Family } from './family.ts';

export interface Style {
  readonly amountPlaces: number;
  readonly amountKeepsZeros: boolean;
  readonly isGrouped: boolean;
  /** In the cells themselves: 620.82万元. */
  readonly amountUnit: string;
  /** A part of the funds without money. */
  readonly zero: string;
  /** A cell that is not asked for. */
  readonly nothing: string;
  readonly rate: 'plain' | 'percent' | 'fraction';
  readonly ratePlaces: number;
  readonly rateKeepsZeros: boolean;
  readonly rateCustom: Custom;
  readonly rateOfNothing: string;
  readonly ratesOfParts: boolean;
  readonly scorePlaces: number;
  readonly scoreKeepsZeros: boolean;
  readonly scoreCustom: Custom;
  readonly totalCustom: 'exact' | 'accumulated' | 'coarser';
  /** Units of the last place by which the total of the funds is off, where it was rounded by itself: -1, 0 or 1. */
  readonly fundsOff: bigint;
  readonly signs: Family['signs'][number];
  readonly levelSuffix: string;
  readonly numbersNames: boolean;
}

export function chancesOf(chance: Chance, share: number): boolean {
  return chance.next() < share;
}

/** `rare` is a chance of its own, so that what it decides leaves everything else as it was. */
export function styleOf(chance: Chance, family: Family, rare: Chance): Style {
  const amountPlaces = chance.pick(family.places);
  const nothing = chance.pick(family.nothing);
  const scoreCustom = chance.pick(CUSTOMS);
  return {
    amountPlaces,
    amountKeepsZeros: chancesOf(chance, 0.6),
    isGrouped: chancesOf(chance, 0.12),
    amountUnit: family.name === 'mof2020' && chancesOf(chance, 0.08) ? '万元' : '',
    zero: chance.pick(['0', '0', amountPlaces > 0 ? `0.${'0'.repeat(amountPlaces)}` : '0', '', nothing]),
    nothing,
    ...rateStyleOf(chance, nothing),
    scorePlaces: chance.pick([2, 2, 2, 1]),
    scoreKeepsZeros: chancesOf(chance, 0.2),
    scoreCustom,
    totalCustom:
      scoreCustom === 'nearest' ? chance.pick(['exact', 'exact', 'accumulated', 'coarser']) : 'exact',
    fundsOff: chancesOf(rare, 0.2) ? rare.pick([1n, -1n]) : 0n,
    signs: chance.pick(family.signs),
    levelSuffix: chancesOf(chance, 0.85) ? '指标' : '',
    numbersNames: chancesOf(chance, 0.1),
  };
}

function rateStyleOf(chance: Chance, nothing: string) {
  const rate = chance.pick(['plain', 'percent', 'percent', 'percent', 'fraction'] as const);
  return {
    rate,
    ratePlaces: chance.pick([2, 2, 2, 1]),
    rateKeepsZeros: chancesOf(chance, 0.5),
    rateCustom: chance.pick(CUSTOMS),
    rateOfNothing: chance.pick(['0', '', nothing, rate === 'percent' ? '0.00%' : '0']),
    ratesOfParts: chancesOf(chance, 0.5),
  };
}

export function amountIn(style: Style, amount: Fixed): string {
  const text = textOf(amount, style.amountKeepsZeros);
  return `${style.isGrouped ? groupedText(text) : text}${style.amountUnit}`;
}

export function scoreIn(style: Style, score: Fixed): string {
  return textOf(score, style.scoreKeepsZeros);
}
