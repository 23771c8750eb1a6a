// What a request asks for, checked: the part of the list, and the edits.
// Surprise: who corrects is not the page's to say; the server was told when it was started.

import { z } from 'zod';
import { CODES, LEVELS } from '../../diagnostic/index.ts';
import { FORM_CLASSES } from '../../record/index.ts';
import type { Query } from '../listing.ts';
import type { EditRequest } from '../view.ts';
import { Refused } from './body.ts';

const NEEDS = ['fatal', 'doubt', 'error', 'warning', 'done'] as const;

/** Entries in one answer: what a screen shows, and some that are scrolled to. */
const MOST_ENTRIES = 200;
const LONGEST_SEARCH = 200;

const querySchema = z.strictObject({
  need: z.enum(NEEDS).optional(),
  level: z.enum(LEVELS).optional(),
  code: z.enum(CODES).optional(),
  class: z.enum(FORM_CLASSES).optional(),
  year: z.coerce.number().int().min(1900).max(2999).optional(),
  q: z.string().max(LONGEST_SEARCH).optional(),
  offset: z.coerce.number().int().min(0).default(0),
  limit: z.coerce.number().int().min(0).max(MOST_ENTRIES).default(MOST_ENTRIES),
});

/** A person's words for a cell; the longest prose cell that was seen has some thousand characters. */
const LONGEST_TEXT = 100_000;
const MOST_EDITS = 100;
const place = z.string().max(60);

const editSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('text'), place, to: z.string().max(LONGEST_TEXT) }),
  z.strictObject({
    kind: z.literal('binding'),
    evaluation: z.int().nonnegative(),
    field: z.string().max(200).startsWith('/'),
    to: z.array(place).max(MOST_EDITS),
  }),
  z.strictObject({ kind: z.literal('withdrawal'), of: z.int().nonnegative() }),
]);

const editsSchema = z.strictObject({
  version: z.int().nonnegative(),
  edits: z.array(editSchema).min(1).max(MOST_EDITS),
});

export function queryFrom(search: URLSearchParams): Query {
  const given = [...search].filter(([, value]) => value !== '');
  return checked(querySchema, Object.fromEntries(given));
}

export function editsFrom(body: unknown, by: string): EditRequest {
  return { ...checked(editsSchema, body), by };
}

function checked<T>(schema: z.ZodType<T>, value: unknown): T {
  const { data, success } = schema.safeParse(value);
  if (!success) throw new Refused({ status: 400, reason: 'not what is expected' });
  return data;
}
