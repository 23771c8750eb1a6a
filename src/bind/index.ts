// The stage "bind": tables → forms. Which cell states which field of the record.
// Surprise: nothing here knows the carrier; text without cells is first rebuilt into rows (flow/, ragged.ts) and then read like a drawn table.

import type { Diagnostic } from '../diagnostic/index.ts';
import type { Form } from '../form/form.ts';
import { illegiblePages } from '../tree/legible.ts';
import type { Document, Table } from '../tree/nodes.ts';
import { blocksOf } from '../tree/walk.ts';
import { bindAmounts } from './amounts.ts';
import { bindBelow, linesBelow } from './below.ts';
import { doubtsOf, illegibleOf, withUnsure } from './doubts.ts';
import { Draft } from './draft.ts';
import { bindFunding, fundingColumns } from './funding.ts';
import { bindGoals } from './goal.ts';
import { bindHeader } from './header.ts';
import { bindIndicators, indicatorColumns } from './indicators.ts';
import { bindNarrative } from './narrative.ts';
import { hasAmountPairs } from './role.ts';
import { type Item, itemsOf } from './rows.ts';
import { piecesFrom, type Sections, sectionsOf, tableOf } from './sections.ts';
import { formsIn } from './split.ts';
import { straight } from './straighten.ts';
import { bindTotal } from './total.ts';
import { lostWords, unboundRows } from './unbound.ts';
import { unboundColumns } from './unknown.ts';

export function* bind(document: Document): Generator<Diagnostic, readonly Form[], void> {
  const { blocks, choices, lost } = straight(blocksOf(document));
  const all = itemsOf(blocks);
  const stretches = formsIn(all).map((items) => ({ items, sections: sectionsOf(items) }));
  // Of prose between two forms nobody can say which it is about.
  const isAlone = stretches.length === 1;
  const bound = stretches.map((stretch) => formOf(stretch, isAlone));
  const illegible = illegiblePages(document);
  const forms = withUnsure(bound, choices, illegible);
  yield* doubtsOf(choices, forms);
  yield* illegibleOf(forms, illegible);
  for (const [evaluation, stretch] of stretches.entries()) {
    const form = forms[evaluation];
    if (!form) continue;
    yield* unboundIn(stretch, form, evaluation);
    for (const table of tablesIn(stretch)) yield* lostWords(lost?.get(table) ?? [], evaluation);
  }
  return forms;
}

interface Stretch {
  readonly items: readonly Item[];
  readonly sections: Sections;
}

function tablesIn({ items }: Stretch): ReadonlySet<Table> {
  return new Set(items.flatMap((item) => (item.type === 'row' ? [item.table] : [])));
}

function* unboundIn(
  { items, sections }: Stretch,
  form: Form,
  evaluation: number,
): Generator<Diagnostic, void, void> {
  const { funding, indicators, groupTotals } = sections;
  if (!funding.body.some(hasAmountPairs)) yield* unboundColumns(fundingColumns(funding), funding, evaluation);
  yield* unboundColumns(indicatorColumns(indicators), indicators, evaluation);
  const rows = items.filter((item) => item.type === 'row');
  yield* unboundRows(
    rows.filter((row) => !groupTotals.has(row)),
    form,
    evaluation,
  );
}

function formOf({ items, sections }: Stretch, isAlone: boolean): Form {
  const draft = new Draft();
  bindHeader(draft, sections);
  bindFunding(draft, sections.funding);
  if (!draft.has('/funding/0/label')) bindAmounts(draft, sections.header);
  bindGoals(draft, sections.goals);
  bindIndicators(draft, sections.indicators);
  for (const row of sections.totals) bindTotal(draft, row, sections.indicators);
  const own = tableOf(sections);
  const told = bindNarrative(draft, sections.tail, piecesFrom(own, items));
  if (own && isAlone) bindBelow(draft, linesBelow(own, items), told);
  return draft.form();
}
