// A diagnostic and its form → what the page shows of it: sentences, numbers, place, grounds, and what to draw.
// Surprise: everything a stranger wrote passes through `visible` here, once; the page itself only ever sets text.

import type { Diagnostic } from '../../diagnostic/index.ts';
import type { PublishedEvaluation } from '../../record/index.ts';
import { fieldName, isOwnName } from '../names.ts';
import { placeName } from '../places.ts';
import type { Crop } from './crop.ts';
import { rowKeyOf, rowWords } from './rows.ts';
import { visible } from './visible.ts';

/** In both languages: [zh, en]. */
export type Both = readonly [zh: string, en: string];

/** A piece of prose with the words that are meant. */
export interface Quote {
  readonly name: Both;
  readonly before: string;
  readonly hit: string;
  readonly after: string;
}

/** `at` is its position in the report, by which it is linked to. `rows` are keys; `marks` pointers, the first where it is wrong. */
export interface Finding {
  readonly at: number;
  readonly level: Diagnostic['level'];
  readonly code: Diagnostic['code'];
  readonly message: Both;
  readonly field: Both | null;
  readonly place: Both | null;
  readonly stated: string | null;
  readonly computed: string | null;
  readonly explanation: Diagnostic['explanation'];
  readonly grounds: readonly (readonly [...Both, string])[];
  readonly rows: readonly string[];
  readonly moreRows: number;
  readonly marks: readonly string[];
  readonly quotes: readonly Quote[];
  readonly crop: Crop | null;
  /** The crop as it was scanned, as an address; null where it is drawn. */
  readonly photo: string | null;
}

/** Characters: a sum of 40 rows written out has about 400. */
const LONGEST_MESSAGE = 1_600;
const LONGEST_NUMBER = 200;
const LONGEST_GROUND = 120;
/** Cells: the largest forms seen have 60 rows. */
const MOST_GROUNDS = 120;
const MOST_ROWS = 8;
const MOST_QUOTES = 3;
/** Characters of prose on either side of the words that are meant. */
const CONTEXT = 70;

export function findingOf(diagnostic: Diagnostic, at: number, form: PublishedEvaluation | null): Finding {
  const { level, code, explanation, message, stated, computed } = diagnostic;
  const [field] = diagnostic.fields;
  const origin = field === undefined ? undefined : form?.evidence[field]?.origin;
  const rows = rowsOf(diagnostic);
  return {
    at,
    level,
    code,
    explanation,
    message: inBoth((language) => visible(message[language], LONGEST_MESSAGE)),
    field: field === undefined ? null : inBoth((language) => named(form, field, language)),
    place: origin === undefined ? null : inBoth((language) => visible(placeName(origin, language), 200)),
    stated: stated === null ? null : visible(stated, LONGEST_NUMBER),
    computed: computed === null ? null : visible(computed, LONGEST_NUMBER),
    grounds: groundsOf(diagnostic, form),
    rows: rows.slice(0, MOST_ROWS),
    moreRows: Math.max(0, rows.length - MOST_ROWS),
    marks: diagnostic.fields.slice(0, MOST_GROUNDS),
    quotes: form === null ? [] : quotesOf(diagnostic, form),
    crop: null,
    photo: null,
  };
}

function inBoth(words: (language: 'zh' | 'en') => string): Both {
  return [words('zh'), words('en')];
}

function named(form: PublishedEvaluation | null, field: string, language: 'zh' | 'en'): string {
  return visible(fieldName(form, field, language), LONGEST_GROUND);
}

function rowsOf({ fields, because }: Diagnostic): readonly string[] {
  const pointers = [...fields, ...because.map(({ field }) => field)];
  return [...new Set(pointers.flatMap((pointer) => rowKeyOf(pointer) ?? []))];
}

/** The terms of a sum are told by their rows alone, since all stand in one column. */
function groundsOf({ because }: Diagnostic, form: PublishedEvaluation | null): Finding['grounds'] {
  const isSum = because.length > 4;
  const telling = because.filter(({ field, text }) => !isOwnName(form, field, text));
  return telling.slice(0, MOST_GROUNDS).map(({ field, text }) => {
    const [zh, en] = isSum ? rowWords(form, field) : inBoth((language) => named(form, field, language));
    return [zh, en, visible(text, LONGEST_GROUND)];
  });
}

function quotesOf({ fields, because }: Diagnostic, form: PublishedEvaluation): readonly Quote[] {
  const prose = fields.filter((field) => rowKeyOf(field) === null && form.evidence[field] !== undefined);
  return prose.slice(0, MOST_QUOTES).map((field) => {
    const words = because.find((ground) => ground.field === field)?.text ?? '';
    return quoteOf(
      form.evidence[field]?.text ?? '',
      words,
      inBoth((language) => named(form, field, language)),
    );
  });
}

function quoteOf(text: string, words: string, name: Both): Quote {
  const start = words === '' ? -1 : text.indexOf(words);
  if (start < 0) return { name, before: visible(text, 2 * CONTEXT), hit: '', after: '' };
  const before = text.slice(Math.max(0, start - CONTEXT), start);
  const rest = text.slice(start + words.length);
  return {
    name,
    before: visible(start > CONTEXT ? `…${before}` : before, 2 * CONTEXT),
    hit: visible(words, 4 * CONTEXT),
    after: visible(rest.length > CONTEXT ? `${rest.slice(0, CONTEXT)}…` : rest, 2 * CONTEXT),
  };
}
