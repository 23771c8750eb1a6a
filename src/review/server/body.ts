// The body of a request → its JSON, as far as a limit.
// Surprise: a body that says that it is too long is not read at all; one that does not say so is left off in the middle.

import type { IncomingMessage } from 'node:http';
import type { Refusal } from './guard.ts';

/** Bytes. A prose cell has some thousands, and a sitting sends one correction at a time. */
export const MOST_BODY = 1024 * 1024;

const TOO_LONG: Refusal = { status: 413, reason: `a body above ${MOST_BODY} bytes` };

/** Why the request cannot be answered; told to whom it comes from, and logged. */
export class Refused extends Error {
  readonly refusal: Refusal;

  constructor(refusal: Refusal) {
    super(refusal.reason);
    this.refusal = refusal;
  }
}

export async function jsonFrom(request: IncomingMessage): Promise<unknown> {
  if (Number(request.headers['content-length'] ?? 0) > MOST_BODY) throw new Refused(TOO_LONG);
  const text = await textFrom(request);
  try {
    return JSON.parse(text);
  } catch {
    throw new Refused({ status: 400, reason: 'not JSON' });
  }
}

function textFrom(request: IncomingMessage): Promise<string> {
  return new Promise((settle, fail) => {
    const chunks: Buffer[] = [];
    let bytes = 0;
    request.on('data', (chunk: Buffer) => {
      bytes += chunk.length;
      if (bytes > MOST_BODY) fail(new Refused(TOO_LONG));
      else chunks.push(chunk);
    });
    request.on('end', () => settle(Buffer.concat(chunks).toString('utf8')));
    request.on('error', () => fail(new Refused({ status: 400, reason: 'broken off' })));
  });
}
