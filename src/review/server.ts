// The review page over HTTP: listens on this machine only, keeps strangers out, answers, and writes the outputs anew when nobody corrects any more.
// Surprise: the address holds a random token; who does not know it gets nothing, not even the page.

import { randomBytes } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Refused } from './server/body.ts';
import { pageFiles } from './server/files.ts';
import { type Gate, type Refusal, refusalOf } from './server/guard.ts';
import { pageWords } from './server/names.ts';
import { type Answer, Routes, type ServedDesk, type Sitting } from './server/routes.ts';
import { Settling } from './server/settling.ts';

/** One line about a request that was refused, or that we failed at. */
type Log = (line: string) => void;

/** The page is told to run nothing and to fetch nothing but what comes from here. */
const HEADERS = {
  'content-security-policy':
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'referrer-policy': 'no-referrer',
  'cache-control': 'no-store',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
};

const TOKEN_BYTES = 18;

export class ReviewServer {
  readonly #server: Server;
  readonly #routes: Routes;
  readonly #settling: Settling;
  readonly #log: Log;
  readonly #token = randomBytes(TOKEN_BYTES).toString('base64url');

  private constructor(routes: Routes, settling: Settling, log: Log) {
    this.#routes = routes;
    this.#settling = settling;
    this.#log = log;
    this.#server = createServer((request, response) => void this.#respond(request, response));
  }

  /** `port` 0 takes a free one. */
  static async listen(desk: ServedDesk, sitting: Sitting, port: number, log: Log): Promise<ReviewServer> {
    const routes = new Routes(desk, sitting, await pageFiles(), pageWords());
    const review = new ReviewServer(routes, new Settling(desk, log), log);
    await new Promise<void>((settle, fail) => {
      review.#server.once('error', fail).listen(port, '127.0.0.1', settle);
    });
    return review;
  }

  get address(): string {
    return `http://127.0.0.1:${this.#port}/${this.#token}/`;
  }

  get #port(): number {
    return (this.#server.address() as AddressInfo).port;
  }

  /** Answers nobody any more, and writes what is still to be written. */
  async close(): Promise<void> {
    const closed = new Promise((settle) => this.#server.close(settle));
    this.#server.closeIdleConnections();
    await this.#settling.finish();
    this.#server.closeAllConnections();
    await closed;
  }

  async #respond(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { pathname, searchParams } = locationOf(request);
    try {
      const refusal = refusalOf(
        { method: request.method ?? '', path: pathname, headers: request.headers },
        this.#gate,
      );
      if (refusal) throw new Refused(refusal);
      const path = pathBelowToken(pathname);
      if (path === null) return this.#lead(response);
      const answer = await this.#routes.answer(request, path, searchParams);
      if (request.method === 'POST' && answer.status === 200) this.#settling.later();
      this.#send(response, answer);
    } catch (error) {
      if (error instanceof Refused) this.#refuse(request, response, error.refusal);
      else this.#apologise(request, response, error);
    }
  }

  get #gate(): Gate {
    return { port: this.#port, token: this.#token };
  }

  #send(response: ServerResponse, { status, type, body }: Answer): void {
    response.writeHead(status, { ...HEADERS, 'content-type': type }).end(body);
  }

  /** The address was copied without its last slash. */
  #lead(response: ServerResponse): void {
    response.writeHead(308, { ...HEADERS, location: `/${this.#token}/` }).end();
  }

  /**
   * The connection ends with it. What is still being sent is thrown away until it has been sent or the time is up:
   * a socket that is closed over unread bytes is reset, and the answer is lost with it.
   */
  #refuse(request: IncomingMessage, response: ServerResponse, { status, reason }: Refusal): void {
    this.#log(`${status} ${reason}: ${this.#nameOf(request)}`);
    const body = `${reason}\n`;
    const headers = { 'content-type': 'text/plain', 'content-length': Buffer.byteLength(body) };
    response.writeHead(status, { ...HEADERS, ...headers, connection: 'close' }).write(body);
    if (request.readableEnded) response.end();
    else request.resume().once('end', () => response.end());
    setTimeout(() => request.destroy(), LINGER_MILLISECONDS).unref();
  }

  /** A bug in one request is not the end of the sitting. */
  #apologise(request: IncomingMessage, response: ServerResponse, error: unknown): void {
    const said = error instanceof Error ? (error.stack ?? error.message) : String(error);
    this.#log(`500 ${this.#nameOf(request)}: ${said.replaceAll(/\s*\n\s*/g, ' | ')}`);
    if (!response.headersSent) response.writeHead(500, { ...HEADERS, 'content-type': 'text/plain' });
    response.end('a bug of ours; see the log\n');
  }

  /** Without the token, and so that whatever was sent stays one line. */
  #nameOf({ method, url, headers }: IncomingMessage): string {
    const path = (url ?? '').replaceAll(this.#token, '…');
    return `${method} ${inLine(path)} Host ${inLine(headers.host ?? '')} Origin ${inLine(headers.origin ?? '')}`;
  }
}

/** Time for the answer to reach who is still sending. */
const LINGER_MILLISECONDS = 200;
const LONGEST_LOGGED = 120;

function inLine(text: string): string {
  return JSON.stringify(text.slice(0, LONGEST_LOGGED));
}

function locationOf({ url }: IncomingMessage): URL {
  const here = 'http://127.0.0.1';
  return URL.parse(`${here}${url?.startsWith('/') ? url : '/'}`) ?? new URL(here);
}

/** Null for the address without its last slash. */
function pathBelowToken(path: string): string | null {
  const slash = path.indexOf('/', 1);
  return slash < 0 ? null : path.slice(slash + 1);
}
