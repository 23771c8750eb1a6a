// What may be one cell where nothing separates the cells: a number with its sign and unit, one run of words, a name.
// Surprise: a cut between two digits costs, since every digit could begin the next number; any other change of character is a free cut.

import { conceptIn } from '../../form/vocabulary.ts';
import { folded } from '../../text/label.ts';
import { type ColumnKind, IMPOSSIBLE, isQualitative } from './misfit.ts';
import type { Unit } from './unit.ts';

const NUMBER_CUT = 0.8;
/** Values seldom follow one another without a sign or a unit. */
const VALUE_CUT = 2;
const UNIT_CUT = 1.5;
/** Longest printed number, in characters. */
const LONGEST_NUMBER = 16;

/** What belongs to the number before it: a percent sign, a closing bracket, a counted unit. */
const CLOSES = /^[%‰)）]/;
const COUNTS = /^\p{Script=Han}{1,3}$/u;

export function cutCost(before: Unit | undefined, after: Unit | undefined, kind: ColumnKind): number {
  if (after?.gap !== 'none') return 0;
  if (CLOSES.test(after.text)) return IMPOSSIBLE;
  if (!/[\d.,]$/.test(before?.text ?? '')) return 0;
  if (/^[\d.,]/.test(after.text)) return kind === 'value' ? VALUE_CUT : NUMBER_CUT;
  return COUNTS.test(after.text) && !isQualitative(after.text) && !after.level ? UNIT_CUT : 0;
}

/** A number on its way: sign or 不低于, digits, then a percent sign or one run of unit characters. */
const GROWING =
  /^([≥≤><=]+|不低于|不少于|不超过|不高于|小于|大于|低于|高于|达到|约)?[\d.,]*([%‰]|[^\d≥≤><=%‰]{1,8})?$/;
const BEGINS_VALUE = /[\d≥≤><=%‰]|^(不低于|不少于|不超过|不高于|小于|大于|低于|高于|达到)$/;
const DATE = /^\d{1,2}(月\D*)?$/;
/** 2018-2022 and （10分）are parts of a name. */
const BELONGS = /^\d{4}\D\d{4}年?$|^[(（]\d+(?:\.\d)?分[)）]$/;

export function growsGlued(text: string, unit: Unit, kind: ColumnKind): boolean {
  const [so, far] = [folded(text), folded(text + unit.text)];
  switch (kind) {
    case 'points':
    case 'amount':
    case 'rate':
      return far.length <= LONGEST_NUMBER && !/[%元]$/.test(so);
    case 'value':
      return /[\d.,≥≤><=于达到约过]$/.test(so) && GROWING.test(far) && !isQualitative(unit.text);
    case 'level3':
      if (isTwin(so, unit.text) || isValue(text) || isQualitative(unit.text)) return false;
      return DATE.test(far) || BELONGS.test(unit.text) || !BEGINS_VALUE.test(unit.text);
    default:
      return false;
  }
}

/** 完成 begins names, too (完成年度资料上报). */
function isValue(text: string): boolean {
  return isQualitative(text) && conceptIn('level1', text) === null;
}

/** 项目数量一项目数量二: the second of two names that differ in their last character. */
function isTwin(text: string, next: string): boolean {
  return text.length >= 3 && next.length === text.length && next.startsWith(text.slice(0, -1));
}
