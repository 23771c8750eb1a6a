// The rules over the sample forms: exactly the errors that are expected, and what the two seed forms must give.

import { describe, expect, it } from 'vitest';
import type { Code, Diagnostic } from '../../src/diagnostic/index.ts';
import { DEFAULT_PROFILE } from '../../src/record/profiles/index.ts';
import { validate } from '../../src/validate/index.ts';
import { type SharedForm, sharedForms } from '../support/shared-forms.ts';
import { evaluationOf } from '../support/stated.ts';

const forms = sharedForms();

function findings(form: SharedForm): readonly Diagnostic[] {
  return [...validate({ evaluations: [evaluationOf(form.evaluation)], profile: DEFAULT_PROFILE })];
}

function errorsOf(found: readonly Diagnostic[]): readonly Diagnostic[] {
  return found.filter(({ level }) => level === 'error');
}

describe.skipIf(forms.length === 0)('errors of the sample forms', () => {
  it.each(forms.map((form) => [form.id, form] as const))('%s', (_, form) => {
    const errors = errorsOf(findings(form));
    const codes = new Set(errors.map(({ code }) => code));
    expect([...codes].sort()).toEqual([...new Set(form.expect.errors.map(({ code }) => code))].sort());
    for (const { code, fields } of form.expect.errors) {
      const firsts = errors.filter((error) => error.code === code).map((error) => error.fields[0]);
      for (const first of firsts) expect(fields).toContain(first);
    }
    for (const code of form.expect.mustNot) expect([...codes]).not.toContain(code);
  });
});

function seed(id: string): readonly Diagnostic[] {
  const form = forms.find((candidate) => candidate.id === id);
  return form ? findings(form) : [];
}

function of(found: readonly Diagnostic[], code: Code): readonly Diagnostic[] {
  return found.filter((diagnostic) => diagnostic.code === code);
}

describe.skipIf(forms.length === 0)('the first seed form', () => {
  const found = seed('s1');

  it('contradicts its prose by cutting off the rate', () => {
    const [error] = of(found, 'narrative-mismatch');
    expect(error).toMatchObject({
      level: 'error',
      explanation: 'truncated',
      stated: '71.24',
      computed: '71.25',
    });
    expect(error?.fields.slice(0, 2)).toEqual(['/narrative/0/text', '/funding/0/executionRate']);
    expect(error?.message.zh).toContain('71.2485');
  });

  it('has two rows whose units cannot be compared', () => {
    expect(of(found, 'units-incomparable').map(({ fields }) => fields[0])).toEqual([
      '/indicators/0/actual',
      '/indicators/5/actual',
    ]);
  });
});

describe.skipIf(forms.length === 0)('the second seed form', () => {
  const found = seed('s2');

  it('lacks one point of weight and of score, and names the absent row', () => {
    expect(of(found, 'total-weight-mismatch')[0]).toMatchObject({
      level: 'error',
      stated: '100',
      computed: '99',
    });
    expect(of(found, 'total-score-mismatch')[0]).toMatchObject({
      level: 'error',
      stated: '93.18',
      computed: '92.18',
    });
    const [note] = of(found, 'missing-row-suspected');
    expect(note).toMatchObject({ level: 'note', stated: null, explanation: 'missing-row' });
    expect(note?.message.zh).toContain('档案寄存费:100元/米');
    expect(note?.message.zh).not.toContain('更加有序');
  });

  it.each([
    ['full-score-target-missed', ['/indicators/21/score']],
    ['cost-overrun', ['/indicators/21/actual']],
    ['overachievement-unexplained', ['/indicators/2/actual']],
    ['zero-quantity-cost-scored', ['/indicators/24/score']],
    ['indicator-score-mismatch', []],
    ['narrative-mismatch', []],
  ] as const)('%s', (code, fields) => {
    expect(of(found, code).map(({ fields: [first] }) => first)).toEqual(fields);
  });

  it('leaves nine deductions without a reason', () => {
    expect(of(found, 'deduction-unexplained')).toHaveLength(9);
  });
});
