// The words for every code: level, title, sentence in zh and en, the rule's source and a worked example. Data in catalogue/.

import { ARITHMETIC_CODES } from './catalogue/arithmetic.ts';
import { BUDGET_CODES } from './catalogue/budget.ts';
import { COMPLETENESS_CODES } from './catalogue/completeness.ts';
import type { Entry } from './catalogue/entry.ts';
import { INDICATOR_CODES } from './catalogue/indicators.ts';
import { SOURCE_CODES } from './catalogue/source.ts';
import type { Code } from './diagnostic.ts';

export type { Entry };

export const CATALOGUE: Readonly<Record<Code, Entry>> = {
  ...SOURCE_CODES,
  ...ARITHMETIC_CODES,
  ...BUDGET_CODES,
  ...INDICATOR_CODES,
  ...COMPLETENESS_CODES,
};
