// What schemas/ holds is what the program says: `npm run schemas` was run.

import { readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { jsonSchemas, SCHEMA_NAMES } from '../../src/record/index.ts';

const FOLDER = new URL('../../schemas/', import.meta.url);

it.each(SCHEMA_NAMES)('schemas/%s.schema.json is current', (name) => {
  const stored: unknown = JSON.parse(readFileSync(new URL(`${name}.schema.json`, FOLDER), 'utf8'));
  expect(stored).toEqual(jsonSchemas()[name]);
});

it('holds no schema that is not published any more', () => {
  const published = readdirSync(FOLDER).filter((name) => name.endsWith('.schema.json'));
  expect(published.toSorted()).toEqual(SCHEMA_NAMES.map((name) => `${name}.schema.json`).toSorted());
});
