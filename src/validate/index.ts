// The stage "validate": evaluations → diagnostics. Every rule is asked about every evaluation.
// Surprise: nothing here changes a value; arbitration only decides whether a mismatch may be our own misreading.

import type { Diagnostic } from '../diagnostic/index.ts';
import type { Evaluation } from '../record/evaluation.ts';
import type { Profile } from '../record/profile.ts';
import { RULES } from './rules.ts';

export interface Examined {
  readonly evaluations: readonly Evaluation[];
  readonly profile: Profile;
}

export function* validate({ evaluations, profile }: Examined): Generator<Diagnostic, void> {
  for (const [index, evaluation] of evaluations.entries()) {
    for (const rule of RULES) {
      for (const diagnostic of rule({ evaluation, profile })) yield { ...diagnostic, evaluation: index };
    }
  }
}
