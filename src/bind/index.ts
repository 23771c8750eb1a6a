// The stage "bind": tables → forms. Which cell states which field of the record.
// Surprise: nothing here knows the carrier; text without cells is first rebuilt into rows (flow/, ragged/) and then read like a drawn table.

import { type Diagnostic, diagnosticOf } from '../diagnostic/index.ts';
import type { Form, Piece } from '../form/form.ts';
import type { Document } from '../tree/nodes.ts';
import { originKey } from '../tree/origin.ts';
import { blocksOf } from '../tree/walk.ts';
import { Draft } from './draft.ts';
import { bindFunding } from './funding.ts';
import { bindGoal } from './goal.ts';
import { bindHeader } from './header.ts';
import { bindIndicators, indicatorColumns } from './indicators.ts';
import { bindNarrative } from './narrative.ts';
import { type Item, itemsOf } from './rows.ts';
import { sectionsOf } from './sections.ts';
import { formsIn } from './split.ts';
import type { Choice } from './straight.ts';
import { straight } from './straighten.ts';
import { bindTotal } from './total.ts';

export function* bind(document: Document): Generator<Diagnostic, readonly Form[], void> {
  const { blocks, choices } = straight(blocksOf(document));
  const forms = formsIn(itemsOf(blocks))
    .map(formOf)
    .map((form) => ({ ...form, unsure: unsureIn(form, choices) }));
  for (const choice of choices) yield* doubtsOf(choice, forms);
  return forms;
}

/** The fields that an aligned row came to state; a text that could not be placed states none. */
function* doubtsOf(choice: Choice, forms: readonly Form[]): Generator<Diagnostic, void, void> {
  const places = new Set(choice.origins.map(originKey));
  const stands = (piece: Piece) => places.has(originKey(piece.origin));
  for (const [evaluation, form] of forms.entries()) {
    const fields = form.bindings.filter(({ pieces }) => pieces.some(stands)).map((binding) => binding.field);
    const words = { what: choice.how };
    if (fields.length > 0) yield diagnosticOf('ambiguous-column', { evaluation, fields, words });
    else if (form.remarks.some(stands)) yield diagnosticOf('unbound-cell', { evaluation, words });
  }
}

function unsureIn(form: Form, choices: readonly Choice[]): Form['unsure'] {
  const guessed = choices
    .filter((choice) => choice.unsure)
    .flatMap((choice) => choice.origins.map(originKey));
  const places = new Set(guessed);
  const stands = (piece: Piece) => places.has(originKey(piece.origin));
  return form.bindings.filter(({ pieces }) => pieces.some(stands)).map((binding) => binding.field);
}

function formOf(items: readonly Item[]): Form {
  const sections = sectionsOf(items);
  const draft = new Draft();
  bindHeader(draft, sections);
  bindFunding(draft, sections.funding);
  bindGoal(draft, sections.goal);
  bindIndicators(draft, sections.indicators);
  for (const row of sections.totals) bindTotal(draft, row, indicatorColumns(sections.indicators));
  bindNarrative(draft, sections.tail);
  return draft.form();
}
