// Units of a stream that came into no row of its form, though numbers stand among them: they are told, since nothing is dropped without a word.
// Surprise: a slot knows only where it begins; it covers the units from there on whose texts it spells.

import { originKey } from '../../tree/origin.ts';
import { isBlank, textOf, type Unit } from '../align/index.ts';
import { isAmount } from '../role.ts';
import type { Slot } from '../straight.ts';
import { labelRun } from './labels.ts';

/** Digits of glued text are units of their own: fewer than this of them are the number of a list, or of a page. */
const FEWEST_DIGITS = 3;

export function leftOf(units: readonly Unit[], rows: readonly (readonly Slot[])[]): readonly string[] {
  const stretches = uncovered(units, rows);
  return stretches.filter((stretch) => holdsAmounts(stretch) && !statesNothing(stretch)).map(textOf);
}

function uncovered(units: readonly Unit[], rows: readonly (readonly Slot[])[]): readonly (readonly Unit[])[] {
  const texts = new Map(rows.flat().map((slot) => [originKey(slot.origin), bare(slot.text)]));
  const stretches: Unit[][] = [];
  let spelled = '';
  let isOpen = false;
  for (const unit of units) {
    const text = bare(unit.text);
    if (text === '') continue;
    spelled = spelled.startsWith(text) ? spelled : (texts.get(originKey(unit.origin)) ?? '');
    const isCovered = spelled.startsWith(text);
    if (isCovered) spelled = spelled.slice(text.length);
    else if (isOpen) stretches.at(-1)?.push(unit);
    else stretches.push([unit]);
    isOpen = !isCovered;
  }
  return stretches;
}

function bare(text: string): string {
  return text.replaceAll(/\s/g, '');
}

function holdsAmounts(units: readonly Unit[]): boolean {
  const amounts = units.filter((unit) => !isBlank(unit) && isAmount(unit));
  const isGlued = units.some(({ gap }) => gap === 'none');
  return amounts.length >= (isGlued ? FEWEST_DIGITS : 1);
}

/** Who signed, how the form is to be filled in, and the block on the management of funds. */
function statesNothing(units: readonly Unit[]): boolean {
  const isAside = labelRun(units, 0, 'block')?.concept === 'managementBlock';
  const isSigned = labelRun(units, 0, 'header')?.concept === 'otherHeader';
  return isAside || isSigned || /^[(（]?注\d?[:：]?/.test(units[0]?.text ?? '');
}
