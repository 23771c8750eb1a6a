// Where an alignment was a choice: what is told of it, form by form, and which fields rest on a guess.
// Surprise: places are looked up, not searched for: a long document has thousands of choices and ten times as many bindings.

import { type Diagnostic, diagnosticOf, type Message } from '../diagnostic/index.ts';
import type { Form } from '../form/form.ts';
import type { illegiblePages } from '../tree/legible.ts';
import type { Origin } from '../tree/nodes.ts';
import { originKey } from '../tree/origin.ts';
import type { Choice } from './straight.ts';
import { excerpt } from './unbound.ts';

type Illegible = ReturnType<typeof illegiblePages>;

/** A form, and what it makes of each place: the indexes of the bindings that a text there states; none for a remark. */
interface Used {
  readonly form: Form;
  readonly uses: ReadonlyMap<string, readonly number[]>;
}

export function* doubtsOf(
  choices: readonly Choice[],
  forms: readonly Form[],
): Generator<Diagnostic, void, void> {
  if (choices.length === 0) return;
  const used = forms.map((form) => ({ form, uses: usesOf(form) }));
  for (const choice of choices) {
    for (const [evaluation, each] of used.entries()) yield* doubtOf(choice, each, evaluation);
  }
}

function usesOf({ bindings, remarks }: Form): Used['uses'] {
  const uses = new Map<string, number[]>(remarks.map(({ origin }) => [originKey(origin), []]));
  for (const [index, { pieces }] of bindings.entries()) {
    for (const { origin } of pieces) {
      const key = originKey(origin);
      uses
        .set(key, uses.get(key) ?? [])
        .get(key)
        ?.push(index);
    }
  }
  return uses;
}

/** The fields that an aligned row came to state, in the order of the form; a text that could not be placed states none. */
function* doubtOf(
  { origins, how }: Choice,
  { form, uses }: Used,
  evaluation: number,
): Generator<Diagnostic, void, void> {
  const found = origins.flatMap((origin) => uses.get(originKey(origin)) ?? []);
  const indexes = [...new Set(found)].sort((a, b) => a - b);
  const fields = indexes.flatMap((index) => form.bindings[index]?.field ?? []);
  const what = sentenceOf(how);
  if (fields.length > 0) yield diagnosticOf('ambiguous-column', { evaluation, fields, words: { what } });
  else if (origins.some((origin) => uses.has(originKey(origin))))
    yield diagnosticOf('unbound-cell', { evaluation, words: { what: quoting(textAt(origins, form), what) } });
}

/** What stands there and states nothing. */
function textAt(origins: readonly Origin[], { remarks }: Form): string {
  const places = new Set(origins.map(originKey));
  const left = remarks.filter(({ origin }) => places.has(originKey(origin)));
  return excerpt(left.map(({ text }) => text));
}

/** Without a field there is no place to tell: the text itself is what can be found on the paper. */
function quoting(text: string, { zh, en }: Message): Message {
  return { zh: `“${text}”：${zh}`, en: `“${text}”: ${en}` };
}

function sentenceOf({ zh, en }: Message): Message {
  return { zh: `${zh}。`, en: `${en.charAt(0).toUpperCase()}${en.slice(1)}.` };
}

/** A form on a page that can hardly be read is doubted as a whole: what was not read at all no rule can miss. */
export function* illegibleOf(forms: readonly Form[], pages: Illegible): Generator<Diagnostic, void, void> {
  const isIllegible = (origin: Origin) => origin.on === 'page' && pages.has(origin.page);
  for (const [evaluation, form] of forms.entries()) {
    const fields = unsureIn(form, isIllegible);
    if (fields.length === 0) continue;
    yield diagnosticOf('uncertain-reading', {
      evaluation,
      fields,
      explanation: 'reading',
      words: { what: ILLEGIBLE },
    });
  }
}

const ILLEGIBLE: Message = {
  zh: '本表所在页笔画残缺，难以辨认：没有读出的错误也无从发现，全表须与原件核对。',
  en: 'So many strokes are lost on the page that this form can hardly be read: what is wrong on it may not have been read at all, so compare all of it with the paper.',
};

/** The forms with the fields that state a guessed place, or one on a page that can hardly be read. */
export function withUnsure(
  forms: readonly Form[],
  choices: readonly Choice[],
  illegible: Illegible,
): readonly Form[] {
  const guessed = choices.filter(({ unsure }) => unsure).flatMap(({ origins }) => origins.map(originKey));
  const places = new Set(guessed);
  if (places.size + illegible.size === 0) return forms.map((form) => ({ ...form, unsure: [] }));
  const isGuess = (origin: Origin) =>
    places.has(originKey(origin)) || (origin.on === 'page' && illegible.has(origin.page));
  return forms.map((form) => ({ ...form, unsure: unsureIn(form, isGuess) }));
}

function unsureIn({ bindings }: Form, isGuess: (origin: Origin) => boolean): Form['unsure'] {
  const guessed = bindings.filter(({ pieces }) => pieces.some(({ origin }) => isGuess(origin)));
  return guessed.map(({ field }) => field);
}
