// An answer about an evaluation is worked out once, and each evaluation has its own.

import { expect, it } from 'vitest';
import { remembered } from '../../src/validate/remembered.ts';
import { formWith } from '../support/clean-form.ts';

it('is worked out once for each evaluation, also where it is null', () => {
  const asked: (string | null)[] = [];
  const gradeOf = remembered(({ total }) => {
    asked.push(total.grade?.value ?? null);
    return total.grade?.value ?? null;
  });
  const [good, none] = [formWith({}), formWith({ '/total/grade': null })];
  expect([good, none, good, none].map(gradeOf)).toEqual(['优', null, '优', null]);
  expect(asked).toEqual(['优', null]);
});
