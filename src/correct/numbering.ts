// Rows that a person emptied go, and those below move up: the record has no row that nothing on the paper states.
// Surprise: corrections keep the numbers that `bind` gave, so that taking one back never moves what another one meant.

import type { Diagnostic, Pointer } from '../diagnostic/index.ts';
import type { Binding, Form } from '../form/index.ts';
import { isNothing } from '../text/index.ts';
import { rowOf } from './pointers.ts';

/** Without its emptied rows; `gone` says which these were. */
export function withoutEmptied(form: Form): Form {
  const gone = emptiedIn(form);
  if (gone.length === 0) return form;
  const numbered = { ...form, gone };
  const moved = (fields: readonly Pointer[]) => fields.flatMap((field) => fieldAfter(field, numbered) ?? []);
  return {
    ...numbered,
    bindings: form.bindings.flatMap((binding) => {
      const field = fieldAfter(binding.field, numbered);
      return field === null ? [] : [{ ...binding, field }];
    }),
    unsure: moved(form.unsure),
    settled: moved(form.settled),
    corrected: moved(form.corrected),
  };
}

/** `/indicators/3/`: rows of which a person emptied a field, and which state nothing else; a row that prints only dashes is a row. */
function emptiedIn({ bindings }: Form): Form['gone'] {
  const rows = Map.groupBy(bindings, ({ field }) => prefixOf(field));
  return [...rows].flatMap(([prefix, own]) =>
    prefix !== null && own.some(({ pieces }) => pieces.length === 0) && own.every(statesNothing)
      ? [prefix]
      : [],
  );
}

export function statesNothing({ pieces }: Binding): boolean {
  return pieces.every(({ text }) => isNothing(text));
}

function prefixOf(field: string): Pointer | null {
  const row = rowOf(field);
  return row && `/${row.section}/${row.index}/`;
}

/** What a field that `bind` numbered is called in the record; null where its row is gone. */
export function fieldAfter(field: Pointer, { gone }: Pick<Form, 'gone'>): Pointer | null {
  const row = rowOf(field);
  if (row === null) return field;
  const indexes = goneIn(row.section, gone);
  if (indexes.includes(row.index)) return null;
  return renumbered(field, row.index - indexes.filter((index) => index < row.index).length);
}

/** What a field of the record is called in corrections. */
export function fieldBefore(field: Pointer, { gone }: Pick<Form, 'gone'>): Pointer {
  const row = rowOf(field);
  if (row === null) return field;
  let { index } = row;
  for (const below of goneIn(row.section, gone)) if (below <= index) index += 1;
  return renumbered(field, index);
}

/** From the first to the last. */
function goneIn(section: string, gone: Form['gone']): readonly number[] {
  const rows = gone.flatMap((prefix) => rowOf(prefix) ?? []);
  return rows
    .filter((row) => row.section === section)
    .map(({ index }) => index)
    .sort((a, b) => a - b);
}

function renumbered(field: Pointer, index: number): Pointer {
  return field.replace(/\d+/, String(index)) as Pointer;
}

/** What was said of the forms before; of a row that is gone nothing is said. */
export function saidAfter(diagnostic: Diagnostic, forms: readonly Form[]): readonly Diagnostic[] {
  const form = forms[diagnostic.evaluation ?? -1];
  if (form === undefined || form.gone.length === 0) return [diagnostic];
  const fields = diagnostic.fields.flatMap((field) => fieldAfter(field, form) ?? []);
  return fields.length === 0 && diagnostic.fields.length > 0 ? [] : [{ ...diagnostic, fields }];
}
