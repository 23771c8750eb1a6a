// The things of every form of a report (its funding lines, its indicators …), each with its form, its number and its evidence.

import type { PublishedEvaluation } from '../record/index.ts';
import { formId } from '../write/index.ts';
import type { Loadable } from './column.ts';

export interface Placed<T> {
  readonly loadable: Loadable;
  readonly form: PublishedEvaluation;
  readonly id: string;
  readonly position: number;
  readonly thing: T;
  /** The printed text of one of the thing's own fields. */
  readonly textOf: (field: string) => string | null;
}

/** `section` is the pointer under which a form keeps these things: `/funding`. */
export function placedIn<T>(
  loadable: Loadable,
  section: string,
  things: (form: PublishedEvaluation) => readonly T[],
): readonly Placed<T>[] {
  return loadable.report.evaluations.flatMap((form, index) =>
    things(form).map((thing, position) => ({
      loadable,
      form,
      id: formId(loadable.sha256, index),
      position,
      thing,
      textOf: (field: string) => printedText(form, `${section}/${position}/${field}`),
    })),
  );
}

export function printedText(form: PublishedEvaluation, pointer: string): string | null {
  return form.evidence[pointer]?.text ?? null;
}
