// A request's head → why it is refused, or null. Everything that keeps strangers out is decided here, before anything is looked up.
// Surprise: a page of another site can reach 127.0.0.1 through its reader's browser; Host, Origin and Sec-Fetch-Site are what tell it from ours.

import { createHash, timingSafeEqual } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';

export interface Refusal {
  readonly status: 400 | 403 | 404 | 405 | 409 | 413 | 415 | 422;
  /** One line for the log and the page; nothing that a stranger sent. */
  readonly reason: string;
}

/** `path` is the request's, without its query. */
export interface Head {
  readonly method: string;
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
}

export interface Gate {
  readonly port: number;
  readonly token: string;
}

export function refusalOf(head: Head, gate: Gate): Refusal | null {
  return hostRefusal(head, gate) ?? methodRefusal(head) ?? tokenRefusal(head, gate) ?? siteRefusal(head);
}

/** A name that a stranger's DNS points to 127.0.0.1 is still that name in Host. */
function hostRefusal({ headers }: Head, { port }: Gate): Refusal | null {
  const ours = [`127.0.0.1:${port}`, `localhost:${port}`];
  return ours.includes(headers.host ?? '') ? null : { status: 403, reason: 'foreign Host' };
}

function methodRefusal({ method }: Head): Refusal | null {
  return ['GET', 'HEAD', 'POST'].includes(method) ? null : { status: 405, reason: 'method not allowed' };
}

function tokenRefusal({ path }: Head, { token }: Gate): Refusal | null {
  return isSame(path.split('/')[1] ?? '', token) ? null : { status: 404, reason: 'wrong token' };
}

/** In a time that tells nothing of where they differ. */
function isSame(a: string, b: string): boolean {
  return timingSafeEqual(digest(a), digest(b));
}

function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}

function siteRefusal(head: Head): Refusal | null {
  return head.method === 'POST' ? postRefusal(head) : readRefusal(head);
}

/** Browsers send Origin with every POST; who sends none is no page of ours. */
function postRefusal({ headers }: Head): Refusal | null {
  if (headers.origin !== `http://${headers.host}`) return { status: 403, reason: 'foreign Origin' };
  const site = headers['sec-fetch-site'];
  if (site !== undefined && site !== 'same-origin') return { status: 403, reason: 'cross-site request' };
  const type = headers['content-type'] ?? '';
  return /^application\/json(;|$)/.test(type) ? null : { status: 415, reason: 'JSON is expected' };
}

/** A link elsewhere may lead to the page itself, by one who knows the token; nothing else may be fetched from elsewhere. */
function readRefusal({ headers, path }: Head): Refusal | null {
  const site = headers['sec-fetch-site'];
  if (site === undefined || site === 'same-origin' || site === 'none') return null;
  const isPage = headers['sec-fetch-mode'] === 'navigate' && headers['sec-fetch-dest'] === 'document';
  return isPage && path.split('/').length === 3 && path.endsWith('/')
    ? null
    : { status: 403, reason: 'cross-site request' };
}
