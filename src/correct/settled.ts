// Which fields a person has settled, and the doubts that end with it.

import type { Diagnostic, Pointer } from '../diagnostic/index.ts';
import type { Form } from '../form/index.ts';
import { standsIn } from './places.ts';
import type { Looked } from './texts.ts';

/** The form with its fields that rest on a cell on which a person has looked. */
export function settledBy(looked: readonly Looked[], form: Form): Form {
  if (looked.length === 0) return form;
  const settled = fieldsOn(looked, form);
  const corrected = fieldsOn(
    looked.filter(({ changed }) => changed),
    form,
  );
  return {
    ...form,
    settled: [...new Set([...form.settled, ...settled])],
    corrected: [...new Set([...form.corrected, ...corrected])],
  };
}

function fieldsOn(looked: readonly Looked[], { bindings }: Form): readonly Pointer[] {
  return bindings
    .filter(({ pieces }) => pieces.some(({ origin }) => looked.some(({ block }) => standsIn(origin, block))))
    .map(({ field }) => field);
}

/** Doubts of where a cell belongs, or of what kind it is, end when a person has looked at all that they are about. */
export function* unsettled<T>(
  stage: Iterator<Diagnostic, T>,
  forms: readonly Form[],
): Generator<Diagnostic, T, void> {
  const settled = forms.map((form) => new Set<Pointer>(form.settled));
  for (;;) {
    const step = stage.next();
    if (step.done) return step.value;
    if (!isSettled(step.value, settled)) yield step.value;
  }
}

function isSettled(
  { code, evaluation, fields }: Diagnostic,
  settled: readonly ReadonlySet<Pointer>[],
): boolean {
  if (code !== 'ambiguous-column' && code !== 'unbound-cell') return false;
  const known = settled[evaluation ?? -1];
  return known !== undefined && fields.length > 0 && fields.every((field) => known.has(field));
}
