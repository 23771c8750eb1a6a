// Binding corrections over the forms: a field is stated by the cells that a person named, or by none.
// Surprise: a part of a cell that already states the field (016 of 016山西省…) stays that part when the person names its cell.

import type { Diagnostic, Message, Pointer } from '../diagnostic/index.ts';
import { type Binding, type Form, type Piece, pieceOf } from '../form/index.ts';
import type { BindingCorrection, Correction } from '../record/index.ts';
import type { Origin } from '../tree/index.ts';
import { bindingAside } from './aside.ts';
import { saidAfter, statesNothing, withoutEmptied } from './numbering.ts';
import { blockAt, type Printed, printedBlocks, standsIn } from './places.ts';
import { isBindable, type Row, rowOf } from './pointers.ts';
import { settledBy, unsettled } from './settled.ts';
import { type Standing, standingOf } from './standing.ts';
import type { Corrected } from './texts.ts';
import { statingPart } from './whole.ts';

/** `bound` is the stage that bound the corrected tree; what it doubts and a person has settled is not said. */
export function* correctBindings(
  bound: Generator<Diagnostic, readonly Form[], void>,
  { tree, looked }: Corrected,
  corrections: readonly Correction[],
): Generator<Diagnostic, readonly Form[], void> {
  const said: Diagnostic[] = [];
  const forms = [...heldBack(bound, said)];
  const bindings = standingOf(corrections).filter(isBinding);
  const blocks = bindings.length === 0 ? [] : printedBlocks(tree);
  for (const { number, correction } of bindings.toSorted(labelsFirst)) {
    const form = corrected(forms[correction.evaluation], correction, blocks);
    if ('zh' in form) yield bindingAside(number, correction, form);
    else forms[correction.evaluation] = form;
  }
  const settled = forms.map((form) => withoutEmptied(settledBy(looked, form)));
  yield* unsettled(said.flatMap((diagnostic) => saidAfter(diagnostic, settled)).values(), settled);
  return settled;
}

/** Runs a stage to its end: what it says goes into `said`, since only the forms tell which doubts a person has settled. */
function heldBack<T>(stage: Generator<Diagnostic, T, void>, said: Diagnostic[]): T {
  for (;;) {
    const step = stage.next();
    if (step.done) return step.value;
    said.push(step.value);
  }
}

function isBinding(standing: Standing<{ kind: string }>): standing is Standing<BindingCorrection> {
  return standing.correction.kind === 'binding';
}

/** A new funding line begins with its label, and one that goes ends with it. */
function labelsFirst(a: Standing<BindingCorrection>, b: Standing<BindingCorrection>): number {
  return rankOf(a.correction) - rankOf(b.correction);
}

function rankOf({ field, to }: BindingCorrection): number {
  if (!field.startsWith('/funding/')) return 0;
  if (!field.endsWith('/label')) return 1;
  return to.length === 0 ? 2 : 0;
}

function corrected(
  form: Form | undefined,
  { field, to }: BindingCorrection,
  blocks: readonly Printed[],
): Form | Message {
  if (form === undefined) return NO_FORM;
  if (!isBindable(field)) return NO_FIELD;
  const before = form.bindings.find((binding) => binding.field === field)?.pieces ?? [];
  const pieces = to.map((place) => piecesAt(place, { field, before, blocks }));
  if (pieces.includes(null)) return NO_CELL;
  const binding = { field, pieces: pieces.flatMap((found) => found ?? []).filter(isPrinted) };
  return refusalOf(form, binding) ?? withBinding(form, binding);
}

interface Known {
  readonly field: Pointer;
  readonly before: readonly Piece[];
  readonly blocks: readonly Printed[];
}

function piecesAt(place: Origin, { field, before, blocks }: Known): readonly Piece[] | null {
  const block = blockAt(blocks, place);
  if (block === null) return null;
  const kept = before.filter(({ origin }) => standsIn(origin, block));
  return kept.length > 0 ? kept : [statingPart(field, pieceOf(block))];
}

function isPrinted({ text }: Piece): boolean {
  return text.trim() !== '';
}

const NO_FORM: Message = { zh: '没有这张表', en: 'there is no such form' };
const NO_FIELD: Message = { zh: '没有可由单元格陈述的此字段', en: 'no cell can state such a field' };
const NO_CELL: Message = { zh: '所指的单元格不存在', en: 'a cell that it names is not there' };
const NO_LABEL: Message = { zh: '资金行须有名称', en: 'a funding line needs its label' };
const NO_ROW: Message = { zh: '前面的行不存在', en: 'there is no row before it' };

/** Rows of a list follow one another, and a funding line has its label. */
function refusalOf({ bindings }: Form, { field, pieces }: Binding): Message | null {
  const row = rowOf(field);
  if (row === null) return null;
  const rows = new Set(bindings.flatMap((other) => indexIn(row.section, other.field)));
  if (!rows.has(row.index) && row.index !== rows.size) return NO_ROW;
  if (row.section !== 'funding') return null;
  if (!field.endsWith('/label')) return rows.has(row.index) ? null : NO_LABEL;
  const others = bindings.filter((other) => other.field !== field && isInRow(other.field, row));
  return pieces.length > 0 || others.every(statesNothing) ? null : NO_LABEL;
}

function isInRow(field: string, { section, index }: Row): boolean {
  return indexIn(section, field).includes(index);
}

function indexIn(section: string, field: string): readonly number[] {
  const row = rowOf(field);
  return row?.section === section ? [row.index] : [];
}

function withBinding(form: Form, binding: Binding): Form {
  const { field } = binding;
  const at = form.bindings.findIndex((other) => other.field === field);
  const before = form.bindings[at]?.pieces ?? [];
  const same = before.map(sayingOf).join('\n') === binding.pieces.map(sayingOf).join('\n');
  return {
    ...form,
    bindings: at < 0 ? [...form.bindings, binding] : form.bindings.with(at, binding),
    unsure: form.unsure.filter((other) => other !== field),
    settled: [...form.settled, field],
    corrected: same ? form.corrected : [...form.corrected, field],
  };
}

function sayingOf({ text, origin }: Piece): string {
  return JSON.stringify([text, origin]);
}
