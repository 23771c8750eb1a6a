// The fixtures of one carrier as sources.

import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DEFAULT_LIMITS, type Source } from '../src/ingest/source.ts';

const FIXTURES = new URL('../fixtures/', import.meta.url).pathname;

/** `ending` without its dot. */
export function fixturesOf(ending: string): readonly Source[] {
  const paths = globSync(`*/source.${ending}`, { cwd: FIXTURES }).toSorted();
  return paths.map((path) => ({
    name: join(FIXTURES, path),
    bytes: new Uint8Array(readFileSync(join(FIXTURES, path))),
    limits: DEFAULT_LIMITS,
    password: null,
    pages: null,
  }));
}
