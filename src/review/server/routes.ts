// A path below the token → what it answers. Sources are asked for by their id, pages by their number; there are no other names.
// Surprise: beside a source's view goes what its fields are called in both languages, so that the page has no names of its own.

import type { IncomingMessage } from 'node:http';
import type { Desk } from '../desk.ts';
import { EditRefusal } from '../refusal.ts';
import type { SourceView } from '../view.ts';
import { editsFrom, queryFrom } from './asked.ts';
import { jsonFrom, Refused } from './body.ts';
import type { Served } from './files.ts';
import { namesIn } from './names.ts';

/** What is told of the sitting as a whole. */
export interface Sitting {
  /** Where the results are, for people. */
  readonly results: string;
  readonly by: string;
  readonly readOnly: boolean;
  readonly language: 'zh' | 'en';
}

/** As much of a desk as is served. */
export type ServedDesk = Pick<Desk, 'listing' | 'view' | 'edit' | 'picture' | 'settle'>;

export interface Answer extends Served {
  readonly status: 200 | 409;
}

export class Routes {
  readonly #desk: ServedDesk;
  readonly #sitting: Sitting;
  readonly #files: ReadonlyMap<string, Served>;
  readonly #words: Answer;

  constructor(desk: ServedDesk, sitting: Sitting, files: ReadonlyMap<string, Served>, words: object) {
    this.#desk = desk;
    this.#sitting = sitting;
    this.#files = files;
    this.#words = json({ ...words, sitting });
  }

  /** `path` is what follows the token and its slash. */
  async answer(request: IncomingMessage, path: string, search: URLSearchParams): Promise<Answer> {
    if (request.method === 'POST') return this.#edited(request, path);
    const file = this.#files.get(path);
    if (file) return { status: 200, ...file };
    if (path === 'words.json') return this.#words;
    if (path === 'forms.json') return json(await this.#desk.listing(queryFrom(search)));
    return this.#ofSource(path);
  }

  async #ofSource(path: string): Promise<Answer> {
    const [, id = '', page] = /^sources\/([0-9a-f]{12})(?:\/pages\/([1-9]\d{0,5}))?$/.exec(path) ?? [];
    if (id === '') throw NOT_FOUND;
    if (page === undefined) return this.#view(await this.#desk.view(id));
    const picture = await this.#desk.picture(id, Number(page));
    if (picture === null) throw NOT_FOUND;
    return { status: 200, type: 'image/webp', body: picture };
  }

  #view(view: SourceView | null, status: 200 | 409 = 200): Answer {
    if (view === null) throw NOT_FOUND;
    const editable = view.editable && !this.#sitting.readOnly;
    return json({ ...view, editable, names: namesIn(view) }, status);
  }

  async #edited(request: IncomingMessage, path: string): Promise<Answer> {
    const [, id] = /^sources\/([0-9a-f]{12})\/edits$/.exec(path) ?? [];
    if (id === undefined) throw NOT_FOUND;
    if (this.#sitting.readOnly) throw new Refused({ status: 403, reason: 'read-only' });
    const edits = editsFrom(await jsonFrom(request), this.#sitting.by);
    const view = await this.#desk.edit(id, edits).catch(refuse);
    return view === null ? this.#view(await this.#desk.view(id), 409) : this.#view(view);
  }
}

/** An edit that cannot be made is told in words. */
function refuse(error: unknown): never {
  if (error instanceof EditRefusal) throw new Refused({ status: 422, reason: error.message });
  throw error;
}

const NOT_FOUND = new Refused({ status: 404, reason: 'nothing of that name' });

function json(value: object, status: 200 | 409 = 200): Answer {
  return { status, type: 'application/json; charset=utf-8', body: JSON.stringify(value) };
}
