// Draws → the words of a statistical report: labels, headings, sentences.

import type { Dice } from './dice.ts';

const NOUNS = [
  'expenditure',
  'employment',
  'households',
  'imports',
  'exports',
  'services',
  'agriculture',
  'energy',
  'transport',
  'education',
  'health',
  'research',
  'fisheries',
  'manufacturing',
  'construction',
  'population',
  'emissions',
  'income',
  'revenue',
  'benefits',
  'grants',
  'vehicles',
  'water',
  'waste',
  'forests',
  'schools',
  'hospitals',
  'prices',
  'wages',
] as const;
const ADJECTIVES = [
  'total',
  'public',
  'private',
  'regional',
  'national',
  'direct',
  'annual',
  'average',
  'net',
  'gross',
  'foreign',
  'urban',
  'rural',
  'small',
  'medium',
  'large',
  'federal',
  'local',
  'other',
  'current',
  'capital',
  'social',
] as const;
const PLACES = [
  'Belgium',
  'Bulgaria',
  'Czech Republic',
  'Denmark',
  'Germany',
  'Estonia',
  'Ireland',
  'Greece',
  'Spain',
  'France',
  'Italy',
  'Cyprus',
  'Latvia',
  'Lithuania',
  'Luxembourg',
  'Hungary',
  'Malta',
  'Netherlands',
  'Austria',
  'Poland',
  'Alabama',
  'Alaska',
  'Arizona',
  'California',
  'Colorado',
  'Delaware',
  'Florida',
  'New Hampshire',
  'New Mexico',
  'North Carolina',
  'South Dakota',
  'West Virginia',
  'United Kingdom',
  'United States',
] as const;
const VERBS = [
  'rose',
  'fell',
  'remained',
  'increased',
  'declined',
  'amounted',
  'changed',
  'was reported',
  'accounted',
] as const;
const JOINTS = ['of', 'in', 'for', 'by', 'and', 'from'] as const;
const HEADS = [
  'Number',
  'Share',
  'Change',
  'Percent',
  'Amount',
  'Rate',
  'Total',
  'Value',
  'Average',
  'Estimate',
  'Margin of error',
  'Index',
  'Men',
  'Women',
  'Budget authority',
  'Outlays',
  'Actual',
  'Target',
  'Difference',
  'Per capita',
  'Percentage of total',
  'Annual growth rate',
  'Number of persons',
  'Standard deviation',
  'Weighted average',
] as const;

export const placeName = (dice: Dice): string => dice.oneOf(PLACES);
export const heading = (dice: Dice): string => dice.oneOf(HEADS);
export const capitalized = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** `length` words, lower case: "regional expenditure in public transport". */
export function phrase(dice: Dice, length: number): string {
  const words: string[] = [];
  for (let at = 0; at < length; at++) {
    if (at % 3 === 2) words.push(dice.oneOf(JOINTS));
    else words.push(at % 3 === 0 && length > 1 ? dice.oneOf(ADJECTIVES) : dice.oneOf(NOUNS));
  }
  return words.join(' ');
}

export function sentence(dice: Dice): string {
  const start = capitalized(phrase(dice, dice.oneOf([2, 5])));
  const figure = dice.chance(0.5) ? ` ${dice.between(2, 90)}.${dice.between(0, 9)} percent` : '';
  const place = dice.chance(0.5) ? ` in ${placeName(dice)}` : '';
  return `${start} ${dice.oneOf(VERBS)}${figure}${place} compared with the ${phrase(dice, 5)} in ${dice.between(1990, 2012)}.`;
}

export function paragraph(dice: Dice, sentences: number): string {
  return Array.from({ length: sentences }, () => sentence(dice)).join(' ');
}
