// The doubts of a report that a person should settle, the worst first, each with the field to look at.
// Surprise: a sum that would work out under another reading is in doubt at its total, but the cell to look at is the one that was badly read.

import type { Diagnostic } from '../diagnostic/index.ts';
import type { Form } from '../form/index.ts';
import type { Spots } from './paper.ts';
import type { Doubt } from './view.ts';

/** Who asks: the forms as they are bound now, and where cells are. */
export interface Ground {
  readonly forms: readonly Form[];
  readonly spots: Spots;
}

export function doubtsOf(diagnostics: readonly Diagnostic[], ground: Ground): readonly Doubt[] {
  const doubts = diagnostics.flatMap((diagnostic, at) => doubtOf(diagnostic, at, ground));
  return doubts.toSorted((a, b) => a.rank - b.rank || a.confidence - b.confidence).map(({ doubt }) => doubt);
}

interface Ranked {
  readonly doubt: Doubt;
  readonly rank: number;
  readonly confidence: number;
}

/** Lowest first: what may be an error of the author's, what may state another field, what was only badly read. */
function rankOf({ code }: Diagnostic): number {
  if (code === 'uncertain-reading') return 2;
  return code === 'ambiguous-column' || code === 'unbound-cell' ? 1 : 0;
}

function doubtOf(diagnostic: Diagnostic, at: number, { forms, spots }: Ground): readonly Ranked[] {
  const form = forms[diagnostic.evaluation ?? -1];
  if (diagnostic.level !== 'doubt' || diagnostic.evaluation === null || form === undefined) return [];
  const { evaluation } = diagnostic;
  const fields = [...diagnostic.fields, ...diagnostic.because.map(({ field }) => field)];
  const open = fields.filter((field) => !form.settled.includes(field)).map((field) => seen(field, form));
  const rank = rankOf(diagnostic);
  const [worst] = open.toSorted((a, b) => a.confidence - b.confidence);
  if (worst === undefined && fields.length > 0) return [];
  const { field = '', confidence = 1, origins = [] } = worst ?? {};
  const places = [...new Set(origins.flatMap((origin) => spots.at(origin)?.place ?? []))];
  return [{ doubt: { evaluation, field, places, diagnostic: at }, rank, confidence }];
}

function seen(field: string, { bindings }: Form) {
  const pieces = bindings.find((binding) => binding.field === field)?.pieces ?? [];
  const confidence = pieces.reduce((least, piece) => Math.min(least, piece.confidence), 1);
  return { field, confidence, origins: pieces.map(({ origin }) => origin) };
}
