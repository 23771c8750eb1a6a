// The head of a rule's file IS the rule; what `hebiao rules` tells people is the same text, in zh and en.

import { readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { CODES, DEFINITIONS } from '../../src/diagnostic/index.ts';

const FOLDER = new URL('../../src/validate/rules/', import.meta.url);

it.each(readdirSync(FOLDER))('%s begins with its definition', (name) => {
  const text = readFileSync(new URL(name, FOLDER), 'utf8');
  const [head = ''] = text.split(/^(?!\/\/)/m);
  const comments = head.trimEnd().split('\n');
  const [zh = '', ...en] = comments.map((line) => line.slice(2).trim());
  const [english = ''] = en.join(' ').split(' Source:');
  const code = CODES.find((known) => DEFINITIONS[known].zh === zh);
  expect(code, `${name} defines no code in these words: ${zh}`).toBeDefined();
  expect(code && DEFINITIONS[code].en).toBe(english);
  expect(text).toContain(`'${code}'`);
});
