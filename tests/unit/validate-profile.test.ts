// Profiles: the built-in ones keep the schema, the schema keeps nonsense out, and the rules obey what a profile says.

import { describe, expect, it } from 'vitest';
import { ProfileSchema } from '../../src/record/profile.ts';
import { DEFAULT_PROFILE, PROFILES, profileNamed } from '../../src/record/profiles/index.ts';
import { validate } from '../../src/validate/index.ts';
import { formWith } from '../support/clean-form.ts';

describe('profiles', () => {
  it.each(PROFILES.map((profile) => [profile.name, profile] as const))(
    '%s keeps the schema',
    (name, profile) => {
      expect(ProfileSchema.parse(profile)).toEqual(profile);
      expect(profileNamed(name)).toBe(profile);
      expect(profile.title.zh).not.toContain('官方');
    },
  );

  it.each([
    ['an unknown key', { lowExecutoin: 80 }],
    ['a negative bound', { lowExecution: -1 }],
    ['a bound with an exponent', { lowExecution: 1e-9 }],
    ['no formula', { fallingFormulas: [] }],
    ['half a row', { fullMarksRows: 2.5 }],
    ['a word', { costOverrun: '15' }],
  ])('the schema refuses %s', (_, change) => {
    expect(ProfileSchema.safeParse({ ...DEFAULT_PROFILE, ...change }).success).toBe(false);
  });

  it('nobody is called so', () => {
    expect(profileNamed('nowhere')).toBeNull();
  });
});

function codes(changes: Parameters<typeof formWith>[0], profile = DEFAULT_PROFILE): readonly string[] {
  return [...validate({ evaluations: [formWith(changes)], profile })].map(({ code }) => code);
}

describe('rules under a profile', () => {
  const slow = { '/funding/0/executed': '322.00', '/narrative/0/text': '已完成。' };

  it('take its bounds', () => {
    const sichuan = profileNamed('sichuan') ?? DEFAULT_PROFILE;
    expect(codes(slow)).not.toContain('low-execution-unexplained');
    expect(codes(slow, sichuan)).toContain('low-execution-unexplained');
  });

  it('take its formulas', () => {
    const missed = {
      '/indicators/3/actual': '70元/册',
      '/indicators/3/score': '6',
      '/indicators/3/deviation': '涨价',
    };
    expect(codes(missed)).not.toContain('indicator-score-mismatch');
    expect(codes(missed, { ...DEFAULT_PROFILE, fallingFormulas: ['inverse'] })).toContain(
      'indicator-score-mismatch',
    );
  });

  it.each([
    ['元', '99.99', true],
    ['元', '100', false],
    ['元', '-99.99', true],
    ['元', '-100', false],
    ['元', '0', false],
    ['元', '100000000000', false],
    ['元', '100000000000.01', true],
    ['万元', '0.0099', true],
    ['万元', '0.01', false],
    ['亿元', '1000', false],
    ['亿元', '1001', true],
    ['亿元', '1001元', false],
    ['点', '0.0001', false],
  ])('take its bounds of amounts: in %s, %s', (unit, amount, isAbsurd) => {
    const lone = { '/funding': [{ source: 'total', label: '合计', adjustedBudget: amount }] };
    const found = codes({ ...lone, '/amountUnit': unit, '/narrative/0/text': '已完成。' });
    expect(found.includes('amount-unit-suspect')).toBe(isAbsurd);
  });

  it('take its grades and weights', () => {
    const strict = {
      ...DEFAULT_PROFILE,
      grades: [
        { grade: '优', from: 95 },
        { grade: '良', from: 0 },
      ],
    };
    expect(codes({}, strict)).toContain('grade-mismatch');
    expect(codes({}, profileNamed('hubei') ?? strict)).toContain('level1-weights-unusual');
  });
});
