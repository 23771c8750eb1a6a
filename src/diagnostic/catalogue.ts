// The words for every code: level, title, sentence in zh and en, and the rule's source.

import type { Code, Level, Message } from './diagnostic.ts';

/** `sentence` has {name}s that a diagnostic's details fill; {stated} and {computed} are always there. */
export interface Entry {
  readonly level: Level;
  readonly title: Message;
  readonly sentence: Message;
  readonly source: Message;
}

export const CATALOGUE: Readonly<Record<Code, Entry>> = {
  unreadable: {
    level: 'fatal',
    title: { zh: 'unreadable', en: 'unreadable' },
    sentence: { zh: '{what}', en: '{what}' },
    source: { zh: '', en: '' },
  },
  encrypted: {
    level: 'fatal',
    title: { zh: 'encrypted', en: 'encrypted' },
    sentence: { zh: '{what}', en: '{what}' },
    source: { zh: '', en: '' },
  },
  'unsupported-carrier': {
    level: 'fatal',
    title: { zh: 'unsupported-carrier', en: 'unsupported-carrier' },
    sentence: { zh: '{what}', en: '{what}' },
    source: { zh: '', en: '' },
  },
  'no-form-found': {
    level: 'fatal',
    title: { zh: 'no-form-found', en: 'no-form-found' },
    sentence: { zh: '{what}', en: '{what}' },
    source: { zh: '', en: '' },
  },
  'over-limit': {
    level: 'fatal',
    title: { zh: 'over-limit', en: 'over-limit' },
    sentence: { zh: '{what}', en: '{what}' },
    source: { zh: '', en: '' },
  },
  'timed-out': {
    level: 'fatal',
    title: { zh: 'timed-out', en: 'timed-out' },
    sentence: { zh: '{what}', en: '{what}' },
    source: { zh: '', en: '' },
  },
  crashed: {
    level: 'fatal',
    title: { zh: 'crashed', en: 'crashed' },
    sentence: { zh: '{what}', en: '{what}' },
    source: { zh: '', en: '' },
  },
  'execution-rate-mismatch': {
    level: 'error',
    title: { zh: 'execution-rate-mismatch', en: 'execution-rate-mismatch' },
    sentence: {
      zh: 'execution-rate-mismatch: {stated} / {computed}',
      en: 'execution-rate-mismatch: {stated} / {computed}',
    },
    source: { zh: '', en: '' },
  },
  'execution-score-mismatch': {
    level: 'error',
    title: { zh: 'execution-score-mismatch', en: 'execution-score-mismatch' },
    sentence: {
      zh: 'execution-score-mismatch: {stated} / {computed}',
      en: 'execution-score-mismatch: {stated} / {computed}',
    },
    source: { zh: '', en: '' },
  },
  'funding-sum-mismatch': {
    level: 'error',
    title: { zh: 'funding-sum-mismatch', en: 'funding-sum-mismatch' },
    sentence: {
      zh: 'funding-sum-mismatch: {stated} / {computed}',
      en: 'funding-sum-mismatch: {stated} / {computed}',
    },
    source: { zh: '', en: '' },
  },
  'total-score-mismatch': {
    level: 'error',
    title: { zh: 'total-score-mismatch', en: 'total-score-mismatch' },
    sentence: {
      zh: 'total-score-mismatch: {stated} / {computed}',
      en: 'total-score-mismatch: {stated} / {computed}',
    },
    source: { zh: '', en: '' },
  },
  'total-weight-mismatch': {
    level: 'error',
    title: { zh: 'total-weight-mismatch', en: 'total-weight-mismatch' },
    sentence: {
      zh: 'total-weight-mismatch: {stated} / {computed}',
      en: 'total-weight-mismatch: {stated} / {computed}',
    },
    source: { zh: '', en: '' },
  },
  'score-exceeds-weight': {
    level: 'error',
    title: { zh: 'score-exceeds-weight', en: 'score-exceeds-weight' },
    sentence: {
      zh: 'score-exceeds-weight: {stated} / {computed}',
      en: 'score-exceeds-weight: {stated} / {computed}',
    },
    source: { zh: '', en: '' },
  },
  'narrative-mismatch': {
    level: 'error',
    title: { zh: 'narrative-mismatch', en: 'narrative-mismatch' },
    sentence: {
      zh: 'narrative-mismatch: {stated} / {computed}',
      en: 'narrative-mismatch: {stated} / {computed}',
    },
    source: { zh: '', en: '' },
  },
  'narrative-adjustment-mismatch': {
    level: 'warning',
    title: { zh: 'narrative-adjustment-mismatch', en: 'narrative-adjustment-mismatch' },
    sentence: {
      zh: 'narrative-adjustment-mismatch: {stated} / {computed}',
      en: 'narrative-adjustment-mismatch: {stated} / {computed}',
    },
    source: { zh: '', en: '' },
  },
  'indicator-score-mismatch': {
    level: 'warning',
    title: { zh: 'indicator-score-mismatch', en: 'indicator-score-mismatch' },
    sentence: {
      zh: 'indicator-score-mismatch: {stated} / {computed}',
      en: 'indicator-score-mismatch: {stated} / {computed}',
    },
    source: { zh: '', en: '' },
  },
  'missing-row-suspected': {
    level: 'note',
    title: { zh: 'missing-row-suspected', en: 'missing-row-suspected' },
    sentence: {
      zh: 'missing-row-suspected: {stated} / {computed}',
      en: 'missing-row-suspected: {stated} / {computed}',
    },
    source: { zh: '', en: '' },
  },
  'total-weight-not-100': {
    level: 'warning',
    title: { zh: 'total-weight-not-100', en: 'total-weight-not-100' },
    sentence: {
      zh: 'total-weight-not-100: {stated} / {computed}',
      en: 'total-weight-not-100: {stated} / {computed}',
    },
    source: { zh: '', en: '' },
  },
  'grade-mismatch': {
    level: 'warning',
    title: { zh: 'grade-mismatch', en: 'grade-mismatch' },
    sentence: { zh: 'grade-mismatch: {stated} / {computed}', en: 'grade-mismatch: {stated} / {computed}' },
    source: { zh: '', en: '' },
  },
  'executed-exceeds-budget': {
    level: 'warning',
    title: { zh: 'executed-exceeds-budget', en: 'executed-exceeds-budget' },
    sentence: {
      zh: 'executed-exceeds-budget: {stated} / {computed}',
      en: 'executed-exceeds-budget: {stated} / {computed}',
    },
    source: { zh: '', en: '' },
  },
  'budget-change-unexplained': {
    level: 'warning',
    title: { zh: 'budget-change-unexplained', en: 'budget-change-unexplained' },
    sentence: {
      zh: 'budget-change-unexplained: {stated} / {computed}',
      en: 'budget-change-unexplained: {stated} / {computed}',
    },
    source: { zh: '', en: '' },
  },
  'low-execution-unexplained': {
    level: 'warning',
    title: { zh: 'low-execution-unexplained', en: 'low-execution-unexplained' },
    sentence: {
      zh: 'low-execution-unexplained: {stated} / {computed}',
      en: 'low-execution-unexplained: {stated} / {computed}',
    },
    source: { zh: '', en: '' },
  },
  'score-far-above-execution': {
    level: 'note',
    title: { zh: 'score-far-above-execution', en: 'score-far-above-execution' },
    sentence: {
      zh: 'score-far-above-execution: {stated} / {computed}',
      en: 'score-far-above-execution: {stated} / {computed}',
    },
    source: { zh: '', en: '' },
  },
  'amount-unit-suspect': {
    level: 'warning',
    title: { zh: 'amount-unit-suspect', en: 'amount-unit-suspect' },
    sentence: {
      zh: 'amount-unit-suspect: {stated} / {computed}',
      en: 'amount-unit-suspect: {stated} / {computed}',
    },
    source: { zh: '', en: '' },
  },
  'level1-weights-unusual': {
    level: 'note',
    title: { zh: 'level1-weights-unusual', en: 'level1-weights-unusual' },
    sentence: {
      zh: 'level1-weights-unusual: {stated} / {computed}',
      en: 'level1-weights-unusual: {stated} / {computed}',
    },
    source: { zh: '', en: '' },
  },
  'dimension-missing': {
    level: 'warning',
    title: { zh: 'dimension-missing', en: 'dimension-missing' },
    sentence: {
      zh: 'dimension-missing: {stated} / {computed}',
      en: 'dimension-missing: {stated} / {computed}',
    },
    source: { zh: '', en: '' },
  },
  'duplicate-indicator': {
    level: 'warning',
    title: { zh: 'duplicate-indicator', en: 'duplicate-indicator' },
    sentence: {
      zh: 'duplicate-indicator: {stated} / {computed}',
      en: 'duplicate-indicator: {stated} / {computed}',
    },
    source: { zh: '', en: '' },
  },
  'template-residue': {
    level: 'note',
    title: { zh: 'template-residue', en: 'template-residue' },
    sentence: {
      zh: 'template-residue: {stated} / {computed}',
      en: 'template-residue: {stated} / {computed}',
    },
    source: { zh: '', en: '' },
  },
  'full-score-target-missed': {
    level: 'warning',
    title: { zh: 'full-score-target-missed', en: 'full-score-target-missed' },
    sentence: {
      zh: 'full-score-target-missed: {stated} / {computed}',
      en: 'full-score-target-missed: {stated} / {computed}',
    },
    source: { zh: '', en: '' },
  },
  'overachievement-unexplained': {
    level: 'warning',
    title: { zh: 'overachievement-unexplained', en: 'overachievement-unexplained' },
    sentence: {
      zh: 'overachievement-unexplained: {stated} / {computed}',
      en: 'overachievement-unexplained: {stated} / {computed}',
    },
    source: { zh: '', en: '' },
  },
  'deduction-unexplained': {
    level: 'warning',
    title: { zh: 'deduction-unexplained', en: 'deduction-unexplained' },
    sentence: {
      zh: 'deduction-unexplained: {stated} / {computed}',
      en: 'deduction-unexplained: {stated} / {computed}',
    },
    source: { zh: '', en: '' },
  },
  'cost-overrun': {
    level: 'warning',
    title: { zh: 'cost-overrun', en: 'cost-overrun' },
    sentence: { zh: 'cost-overrun: {stated} / {computed}', en: 'cost-overrun: {stated} / {computed}' },
    source: { zh: '', en: '' },
  },
  'units-incomparable': {
    level: 'note',
    title: { zh: 'units-incomparable', en: 'units-incomparable' },
    sentence: {
      zh: 'units-incomparable: {stated} / {computed}',
      en: 'units-incomparable: {stated} / {computed}',
    },
    source: { zh: '', en: '' },
  },
  'zero-actual-scored': {
    level: 'warning',
    title: { zh: 'zero-actual-scored', en: 'zero-actual-scored' },
    sentence: {
      zh: 'zero-actual-scored: {stated} / {computed}',
      en: 'zero-actual-scored: {stated} / {computed}',
    },
    source: { zh: '', en: '' },
  },
  'zero-quantity-cost-scored': {
    level: 'note',
    title: { zh: 'zero-quantity-cost-scored', en: 'zero-quantity-cost-scored' },
    sentence: {
      zh: 'zero-quantity-cost-scored: {stated} / {computed}',
      en: 'zero-quantity-cost-scored: {stated} / {computed}',
    },
    source: { zh: '', en: '' },
  },
  'cost-direction-suspect': {
    level: 'warning',
    title: { zh: 'cost-direction-suspect', en: 'cost-direction-suspect' },
    sentence: {
      zh: 'cost-direction-suspect: {stated} / {computed}',
      en: 'cost-direction-suspect: {stated} / {computed}',
    },
    source: { zh: '', en: '' },
  },
  'goal-indicator-missing': {
    level: 'warning',
    title: { zh: 'goal-indicator-missing', en: 'goal-indicator-missing' },
    sentence: {
      zh: 'goal-indicator-missing: {stated} / {computed}',
      en: 'goal-indicator-missing: {stated} / {computed}',
    },
    source: { zh: '', en: '' },
  },
  'goal-target-differs': {
    level: 'warning',
    title: { zh: 'goal-target-differs', en: 'goal-target-differs' },
    sentence: {
      zh: 'goal-target-differs: {stated} / {computed}',
      en: 'goal-target-differs: {stated} / {computed}',
    },
    source: { zh: '', en: '' },
  },
  'goal-missing': {
    level: 'warning',
    title: { zh: 'goal-missing', en: 'goal-missing' },
    sentence: { zh: 'goal-missing: {stated} / {computed}', en: 'goal-missing: {stated} / {computed}' },
    source: { zh: '', en: '' },
  },
  'field-missing': {
    level: 'warning',
    title: { zh: 'field-missing', en: 'field-missing' },
    sentence: { zh: 'field-missing: {stated} / {computed}', en: 'field-missing: {stated} / {computed}' },
    source: { zh: '', en: '' },
  },
  'all-full-marks': {
    level: 'note',
    title: { zh: 'all-full-marks', en: 'all-full-marks' },
    sentence: { zh: 'all-full-marks: {stated} / {computed}', en: 'all-full-marks: {stated} / {computed}' },
    source: { zh: '', en: '' },
  },
  'uncertain-reading': {
    level: 'doubt',
    title: { zh: 'uncertain-reading', en: 'uncertain-reading' },
    sentence: { zh: '{what}', en: '{what}' },
    source: { zh: '', en: '' },
  },
  'ambiguous-column': {
    level: 'doubt',
    title: { zh: 'ambiguous-column', en: 'ambiguous-column' },
    sentence: { zh: '{what}', en: '{what}' },
    source: { zh: '', en: '' },
  },
  'unbound-cell': {
    level: 'doubt',
    title: { zh: 'unbound-cell', en: 'unbound-cell' },
    sentence: { zh: '{what}', en: '{what}' },
    source: { zh: '', en: '' },
  },
  'source-note': {
    level: 'note',
    title: { zh: 'source-note', en: 'source-note' },
    sentence: { zh: '{what}', en: '{what}' },
    source: { zh: '', en: '' },
  },
};
