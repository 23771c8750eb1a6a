// The stage "validate": evaluations → diagnostics. Every rule is asked about every evaluation; errors on recognized cells are arbitrated.
// Surprise: nothing here changes a value; arbitration only decides whether a mismatch may be our own misreading.

import type { Diagnostic } from '../diagnostic/index.ts';
import type { Evaluation } from '../record/evaluation.ts';
import type { Profile } from '../record/profile.ts';
import { arbitrated, excused, hasReadings } from './arbitrate.ts';
import { RULES } from './rules.ts';
import type { Subject } from './subject.ts';
import { uncertainReadings } from './uncertain.ts';

export interface Examined {
  readonly evaluations: readonly Evaluation[];
  readonly profile: Profile;
}

export function* validate({ evaluations, profile }: Examined): Generator<Diagnostic, void> {
  for (const [index, evaluation] of evaluations.entries()) {
    for (const diagnostic of findings({ evaluation, profile })) yield { ...diagnostic, evaluation: index };
  }
}

function* findings(subject: Subject): Generator<Diagnostic, void> {
  const isRecognized = hasReadings(subject.evaluation);
  for (const rule of RULES) {
    for (const diagnostic of rule(subject)) {
      const judged = isRecognized ? arbitrated(diagnostic, rule, subject) : diagnostic;
      yield excused(judged, subject.evaluation);
    }
  }
  yield* uncertainReadings(subject);
}
