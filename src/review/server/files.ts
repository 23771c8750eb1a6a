// The page's own files, as they are served: read once at the start, so that nothing on the disk can be asked for by a name.
// Surprise: the first style sheet is the one of a run's page; both pages look like one product.

import { readdir, readFile } from 'node:fs/promises';
import { extname } from 'node:path';
import { PART_FILES } from '../../write/index.ts';

export interface Served {
  readonly type: string;
  readonly body: string | Uint8Array;
}

const FOLDER = new URL('../page/', import.meta.url);

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
};

/** By the name under which the page asks for them; the page itself is ''. */
export async function pageFiles(): Promise<ReadonlyMap<string, Served>> {
  const names = (await readdir(FOLDER)).filter((name) => Object.hasOwn(TYPES, extname(name)));
  const own = await Promise.all(
    names.map(async (name) => [name, await served(new URL(name, FOLDER))] as const),
  );
  const shared = PART_FILES.styles[0];
  const style = shared ? ([['page.css', await served(shared)]] as const) : [];
  return new Map([...style, ...own].map(([name, file]) => [name === 'index.html' ? '' : name, file]));
}

async function served(file: URL): Promise<Served> {
  return { type: TYPES[extname(file.pathname)] ?? '', body: await readFile(file, 'utf8') };
}
