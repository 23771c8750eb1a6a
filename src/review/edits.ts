// What the page sends → corrections as they are kept: places by their origins, what stood there before, who and when.

import { fieldBefore, isBindable } from '../correct/index.ts';
import type { Pointer } from '../diagnostic/index.ts';
import type { Form } from '../form/index.ts';
import type { Correction } from '../record/index.ts';
import { joinLines } from '../text/index.ts';
import { type Origin, originKey } from '../tree/index.ts';
import type { Spot, Spots } from './paper.ts';
import { EditRefusal } from './refusal.ts';
import type { Edit, EditRequest } from './view.ts';

/** Characters of one cell; the longest prose cell that was seen has a third of it. */
const LONGEST_TEXT = 10_000;
const MOST_EDITS = 100;
const LONGEST_NAME = 200;

/** The source as the edits' sender saw it. */
export interface Seen {
  readonly spots: Spots;
  readonly forms: readonly Form[];
  readonly corrections: readonly Correction[];
}

/** Throws an EditRefusal where one of them cannot be made; then none is. `at` is the time, in ISO 8601. */
export function correctionsFor({ by, edits }: EditRequest, seen: Seen, at: string): readonly Correction[] {
  if (edits.length > MOST_EDITS)
    throw new EditRefusal({
      zh: `一次最多 ${MOST_EDITS} 处更正`,
      en: `at most ${MOST_EDITS} corrections at a time`,
    });
  const said = { by: by.slice(0, LONGEST_NAME), at };
  return edits.map((edit) => correctionFor(edit, said, seen));
}

type Said = Pick<Correction, 'by' | 'at'>;

function correctionFor(edit: Edit, said: Said, seen: Seen): Correction {
  switch (edit.kind) {
    case 'text':
      return textFor(spotNamed(edit.place, seen), edit.to, said);
    case 'binding':
      return bindingFor(edit, said, seen);
    case 'withdrawal':
      if (!(edit.of < seen.corrections.length))
        throw new EditRefusal({ zh: '没有这条更正', en: 'there is no such correction' });
      return { kind: 'withdrawal', ...said, of: edit.of };
  }
}

function spotNamed(place: string, { spots }: Seen): Spot {
  const spot = spots.named(place);
  if (spot === null) throw new EditRefusal({ zh: '没有这个单元格', en: 'there is no such cell' });
  return spot;
}

/** Line breaks that a person typed or pasted are layout, as those inside a printed cell are. */
function textFor({ read, now }: Spot, typed: string, said: Said): Correction {
  if (typed.length > LONGEST_TEXT)
    throw new EditRefusal({
      zh: `文字超过 ${LONGEST_TEXT} 个字符`,
      en: `a text of more than ${LONGEST_TEXT} characters`,
    });
  const to = typed === now.text ? typed : joinLines(typed.split(/[\r\n]+/)).replaceAll(/\p{Cc}/gu, ' ');
  return { kind: 'text', ...said, place: read.origin, from: now.text, to };
}

function bindingFor(
  { evaluation, field, to }: Extract<Edit, { kind: 'binding' }>,
  said: Said,
  seen: Seen,
): Correction {
  const form = seen.forms[evaluation];
  if (form === undefined || !isBindable(field))
    throw new EditRefusal({ zh: '单元格不能陈述此字段', en: 'no cell can state this field' });
  const pointer = field as Pointer;
  const bound = fieldBefore(pointer, form);
  const places = to.map((place) => spotNamed(place, seen).read.origin);
  return {
    kind: 'binding',
    ...said,
    evaluation,
    field: bound,
    from: statingNow(pointer, form, seen),
    to: places,
  };
}

function statingNow(field: Pointer, { bindings }: Form, { spots }: Seen): Origin[] {
  const pieces = bindings.find((binding) => binding.field === field)?.pieces ?? [];
  const origins = pieces.map(({ origin }) => spots.at(origin)?.read.origin ?? origin);
  return [...new Map(origins.map((origin) => [originKey(origin), origin])).values()];
}
