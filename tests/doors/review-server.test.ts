// The server of the review page under attack: strangers' names, strangers' pages, other paths, huge bodies. Whatever is refused is logged in one line.

import { type IncomingHttpHeaders, type OutgoingHttpHeaders, request } from 'node:http';
import { connect } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { BROKEN, ID, type Served, served } from '../support/review/double.ts';

let open: Served;
beforeAll(async () => {
  open = await served();
});
afterAll(() => open.server.close());

interface Asked {
  readonly method?: string;
  readonly path?: string;
  readonly headers?: OutgoingHttpHeaders;
  readonly body?: string;
}

interface Answer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

/** `path` is sent as it is: a client that mends it would hide what an attacker sends. */
function ask(
  { method = 'GET', path = below(''), headers = {}, body = '' }: Asked,
  to = open,
): Promise<Answer> {
  const all = { host: `127.0.0.1:${to.port}`, ...headers };
  return new Promise((settle, fail) => {
    const asking = request({ host: '127.0.0.1', port: to.port, method, path, headers: all }, (answer) => {
      const chunks: Buffer[] = [];
      answer.on('data', (chunk: Buffer) => chunks.push(chunk));
      answer.on('end', () =>
        settle({ status: answer.statusCode ?? 0, headers: answer.headers, body: `${Buffer.concat(chunks)}` }),
      );
    });
    asking.on('error', fail);
    asking.end(body);
  });
}

const below = (path: string, to = open): string => `/${to.token}/${path}`;
const EDIT = { version: 0, edits: [{ kind: 'text', place: 'p1b0', to: '9' }] };

function post(body: unknown, headers: OutgoingHttpHeaders = {}, to = open): Promise<Answer> {
  const ours = { origin: `http://127.0.0.1:${to.port}`, 'content-type': 'application/json' };
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  return ask(
    { method: 'POST', path: below(`sources/${ID}/edits`, to), headers: { ...ours, ...headers }, body: text },
    to,
  );
}

/** What was logged while something was done. */
async function logged(deed: () => Promise<unknown>): Promise<readonly string[]> {
  const before = open.log.length;
  await deed();
  return open.log.slice(before);
}

describe('what is served', () => {
  it('is the page, with a policy that lets nothing in, and never from a cache', async () => {
    const { status, headers, body } = await ask({});
    expect(status).toBe(200);
    expect(body).toContain('<main');
    expect(headers['content-security-policy']).toContain("default-src 'none'");
    expect(headers['content-security-policy']).toContain("frame-ancestors 'none'");
    expect(headers['content-security-policy']).not.toContain('unsafe');
    expect(headers).toMatchObject({
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'cache-control': 'no-store',
    });
  });

  it('is led to from the address without its last slash', async () => {
    expect(await ask({ path: `/${open.token}` })).toMatchObject({
      status: 308,
      headers: { location: below('') },
    });
  });

  it('is told to localhost too', async () => {
    expect((await ask({ headers: { host: `localhost:${open.port}` } })).status).toBe(200);
  });

  it('listens on this machine only', () =>
    expect(open.server.address).toMatch(/^http:\/\/127\.0\.0\.1:\d+\//));
});

describe('what is refused', () => {
  it.each([
    ['a foreign Host, as after DNS rebinding', { headers: { host: 'evil.example' } }, 403],
    ['a Host with another port', { headers: { host: '127.0.0.1:1' } }, 403],
    [
      'the page of another site in a frame',
      {
        headers: { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'navigate', 'sec-fetch-dest': 'iframe' },
      },
      403,
    ],
    [
      'a script of another site',
      { headers: { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'no-cors' } },
      403,
    ],
    ['another method', { method: 'DELETE' }, 405],
  ] as const)('%s', async (_, asked, status) => {
    const lines = await logged(async () => expect((await ask(asked)).status).toBe(status));
    expect(lines).toHaveLength(1);
    expect(lines[0]).toContain(String(status));
  });

  it.each(['/', '/x/', '/words.json', '/%00/', '//', '/favicon.ico'])('no token: %s', async (path) => {
    expect((await ask({ path })).status).toBe(404);
  });

  it('a token that begins like ours', async () => {
    expect((await ask({ path: `/${open.token.slice(0, -1)}/` })).status).toBe(404);
  });

  it.each([
    '../package.json',
    '..%2f..%2fetc%2fpasswd',
    'sources/../../../../etc/passwd',
    `sources/${ID}/pages/../../../x`,
    'sources/..%5c..%5cx',
    'sources/0123456789AB',
    `sources/${ID}/pages/0`,
    'server.ts',
    'main.js%00',
    `sources/${ID}.json`,
  ])('a path outside: %s', async (path) => {
    expect((await ask({ path: below(path) })).status).toBe(404);
  });

  it('tells the log neither the token nor a second line', async () => {
    const lines = await logged(() => ask({ path: below('no%0Asuch'), headers: { origin: 'x\t"y' } }));
    expect(lines).toHaveLength(1);
    expect(lines[0]).not.toContain(open.token);
    expect(lines[0]).not.toMatch(/[\n\r\t]/);
  });
});

describe('an edit', () => {
  it.each([
    ['of another site', { origin: 'http://evil.example' }, 403],
    ['of a page without an origin', { origin: 'null' }, 403],
    ['of another port of this machine', { origin: 'http://127.0.0.1:1' }, 403],
    ['that the browser calls cross-site', { 'sec-fetch-site': 'same-site' }, 403],
    ['as a form would send it', { 'content-type': 'text/plain' }, 415],
  ])('is refused %s', async (_, headers, status) => {
    expect((await post(EDIT, headers)).status).toBe(status);
    expect(open.edits).toEqual([]);
  });

  it.each([
    ['no JSON', '{'],
    ['a list', '[]'],
    ['no edits', { version: 0, edits: [] }],
    ['who corrects', { ...EDIT, by: 'somebody' }],
    ['a negative version', { ...EDIT, version: -1 }],
    ['an unknown kind', { version: 0, edits: [{ kind: 'delete', place: 'p1b0' }] }],
    [
      'a field that is no pointer',
      { version: 0, edits: [{ kind: 'binding', evaluation: 0, field: 'x', to: [] }] },
    ],
    ['a prototype', '{"version":0,"edits":[{"kind":"text","place":"p1b0","to":"1","__proto__":{"x":1}}]}'],
  ])('is refused with %s', async (_, body) => {
    expect((await post(body)).status).toBe(400);
    expect(open.edits).toEqual([]);
  });

  it('above a megabyte is refused', async () => {
    expect((await post(JSON.stringify({ ...EDIT, more: 'x'.repeat(1_100_000) }))).status).toBe(413);
  });

  it('of a gigabyte is refused before it is sent, and logged', async () => {
    const lines = await logged(async () => expect(await firstLineOf(GIGABYTE)).toContain('413'));
    expect(lines.join()).toContain('413');
  });

  it('without a length is left off in the middle', async () => {
    expect(await firstLineOf(null)).toContain('413');
  });

  it('is made in the name that the server was given, and written into the outputs', async () => {
    const own = await served();
    expect((await post(EDIT, {}, own)).status).toBe(200);
    expect(own.edits).toEqual([{ ...EDIT, by: '王芳' }]);
    expect((await post(EDIT, {}, own)).status).toBe(409);
    await own.server.close();
    expect(own.settled()).toBe(1);
  });

  it('is refused where nothing may be changed', async () => {
    const own = await served(true);
    expect((await post(EDIT, {}, own)).status).toBe(403);
    const { body } = await ask({ path: below(`sources/${ID}`, own) }, own);
    expect(JSON.parse(body)).toMatchObject({ editable: false });
    await own.server.close();
    expect(own.settled()).toBe(0);
  });
});

it('a bug in one request is told in one line and is not the end', async () => {
  const lines = await logged(async () =>
    expect((await ask({ path: below(`sources/${BROKEN}`) })).status).toBe(500),
  );
  expect(lines).toHaveLength(1);
  expect(lines[0]).toMatch(/^500 .*a bug \| in two lines/);
  expect((await ask({})).status).toBe(200);
});

const GIGABYTE = 1_000_000_000;

/** Sends as fast as it is taken, until somebody answers; with a length or in chunks. */
function firstLineOf(length: number | null): Promise<string> {
  const how = length === null ? 'transfer-encoding: chunked' : `content-length: ${length}`;
  const head = [
    `POST ${below(`sources/${ID}/edits`)} HTTP/1.1`,
    `host: 127.0.0.1:${open.port}`,
    `origin: http://127.0.0.1:${open.port}`,
    'content-type: application/json',
    how,
  ];
  const block = 'x'.repeat(65_536);
  const part = length === null ? `10000\r\n${block}\r\n` : block;
  return new Promise((settle, fail) => {
    let sending: NodeJS.Timeout | undefined;
    const socket = connect(open.port, '127.0.0.1', () => {
      socket.write(`${head.join('\r\n')}\r\n\r\n`);
      sending = setInterval(() => socket.writable && socket.write(part), 1);
    });
    socket.once('data', (chunk) => settle(`${chunk}`.split('\r\n')[0] ?? ''));
    socket.on('error', fail);
    socket.on('close', () => clearInterval(sending));
  });
}
