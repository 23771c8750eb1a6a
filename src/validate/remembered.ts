// Remembers what a pure function answered about one evaluation, since several rules ask the same question.
// Surprise: the memory is weak: it goes with the evaluation, and nothing is ever invalidated because records do not change.

import type { Evaluation } from '../record/evaluation.ts';

export function remembered<T>(answer: (evaluation: Evaluation) => T): (evaluation: Evaluation) => T {
  const known = new WeakMap<Evaluation, { readonly answer: T }>();
  return (evaluation) => {
    const before = known.get(evaluation);
    if (before) return before.answer;
    const now = { answer: answer(evaluation) };
    known.set(evaluation, now);
    return now.answer;
  };
}
