// What the rules say of the forms of the cases, from their records alone: real forms, in which many rules meet.
// Surprise: a record in JSON has lost the zeros that end a number and the columns that are all blank, so that this is not quite what the case's own findings are.

import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { DEFAULT_PROFILE } from '../../src/record/profiles/index.ts';
import { validate } from '../../src/validate/index.ts';
import { evaluationOf } from '../support/stated.ts';

const FIXTURES = new URL('../../fixtures/', import.meta.url);

/** One case of each form. */
const CASES = [
  'department-pipe-rows',
  'hubei-glued',
  'mof-cell-a-line',
  'poverty',
  's1',
  's2',
  'sichuan-cell-a-line',
  'transfer-glued',
  'wuhan-glued',
  'yunnan',
];

describe.each(CASES)('the record of %s', (name) => {
  it('is found to be what it was found to be', () => {
    const records: unknown = JSON.parse(readFileSync(new URL(`${name}/record.json`, FIXTURES), 'utf8'));
    const evaluations = (records as Parameters<typeof evaluationOf>[0][]).map(evaluationOf);
    const found = [...validate({ evaluations, profile: DEFAULT_PROFILE })].map(
      ({ level, code, fields, stated, computed, explanation, because }) =>
        [
          `${level} ${code}: ${stated} → ${computed}, ${explanation}`,
          fields.join(' '),
          because.map(({ text }) => text).join(' | '),
        ].join('\n'),
    );
    expect(found.join('\n\n')).toMatchSnapshot();
  });
});
