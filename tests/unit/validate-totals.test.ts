// What counts in the sums behind the totals: merged cells once, parts not at all, the execution wherever it is scored.

import { describe, expect, it } from 'vitest';
import type { Diagnostic } from '../../src/diagnostic/index.ts';
import type { Evaluation, Indicator } from '../../src/record/evaluation.ts';
import { DEFAULT_PROFILE } from '../../src/record/profiles/index.ts';
import { validate } from '../../src/validate/index.ts';
import { type Changes, formWith } from '../support/clean-form.ts';

function errors(evaluation: Evaluation): readonly string[] {
  return diagnostics(evaluation)
    .filter(({ level }) => level === 'error')
    .map(({ code, fields: [field] }) => `${code} ${field}`);
}

function diagnostics(evaluation: Evaluation): readonly Diagnostic[] {
  return [...validate({ evaluations: [evaluation], profile: DEFAULT_PROFILE })];
}

const NO_EXECUTION: Changes = { '/funding/0/weight': null, '/funding/0/score': null };

describe('the execution', () => {
  it('may be scored in a row of its own, beside the fund block or instead of it', () => {
    const row = {
      level1: '产出指标',
      level2: '时效指标',
      level3: '预算执行率',
      target: '100%',
      actual: '93.24%',
      weight: '10',
      score: '9.32',
      deviation: '结余',
    };
    expect(errors(formWith({ '/indicators/-': row }))).toEqual([]);
    expect(errors(formWith({ ...NO_EXECUTION, '/indicators/-': row }))).toEqual([]);
    expect(errors(formWith({ ...NO_EXECUTION, '/indicators/-': row, '/total/score': '91.32' }))).toEqual([
      'total-score-mismatch /total/score',
    ]);
  });

  it('is unknown where its points are printed nowhere, so that only too much is wrong', () => {
    expect(errors(formWith({ ...NO_EXECUTION }))).toEqual([]);
    expect(errors(formWith({ ...NO_EXECUTION, '/indicators/4/weight': '41' }))).toEqual([
      'total-weight-mismatch /total/weight',
    ]);
  });

  it('has points where a heading alone prints its weight, in no column', () => {
    const printed = formWith({ '/funding/0/score': null, '/indicators/0/weight': '30' });
    const columns = printed.columns.filter((column) => !column.startsWith('funding'));
    expect(errors({ ...printed, columns })).toEqual(['total-weight-mismatch /total/weight']);
  });

  it('may have points where a row has none', () => {
    expect(errors(formWith({ ...NO_EXECUTION, '/indicators/0/weight': null }))).toEqual([]);
  });

  it('has no points where the rows alone make up the total weight', () => {
    const whole = { ...NO_EXECUTION, '/indicators/4/weight': '40', '/indicators/4/score': '40' };
    expect(errors(formWith({ ...whole, '/total/score': '93' }))).toEqual([]);
    expect(errors(formWith({ ...whole, '/total/score': '94' }))).toEqual([
      'total-score-mismatch /total/score',
    ]);
  });
});

describe('a total of the indicators alone', () => {
  const rowsOnly = { '/total/weight': '90', '/total/score': '83' };

  it('is one where both columns add up so, and 100 is made up with the execution', () => {
    expect(errors(formWith(rowsOnly))).toEqual([]);
    const codes = diagnostics(formWith(rowsOnly)).map(({ code }) => code);
    expect(codes).toContain('total-weight-not-100');
  });

  it.each([
    [{ ...rowsOnly, '/total/score': '84' }, ['total-weight-mismatch', 'total-score-mismatch']],
    [{ '/total/weight': '90' }, ['score-exceeds-weight', 'total-weight-mismatch']],
    [{ '/total/score': '83' }, ['total-score-mismatch']],
    [{ '/total/weight': '90', '/total/score': null }, ['total-weight-mismatch']],
    [
      { ...rowsOnly, '/funding/0/weight': '20', '/funding/0/score': '18.65' },
      ['total-weight-mismatch', 'total-score-mismatch'],
    ],
  ] as const)('is not meant by %j', (changes, codes) => {
    expect(errors(formWith(changes)).map((error) => error.split(' ')[0])).toEqual(codes);
  });
});

/** Rows 1 and 2 with the score of row 1, or its weight too, in one merged cell. */
function merged(changes: Changes, columns: readonly ('weight' | 'score')[]): Evaluation {
  const form = formWith(changes);
  const [, first] = form.indicators;
  const shared = columns.map((column) => {
    const stated = first?.[column] ?? null;
    return [column, stated && { ...stated, field: `/indicators/2/${column}` as const }] as const;
  });
  const cover = (row: Indicator): Indicator => ({ ...row, ...Object.fromEntries(shared) });
  return { ...form, indicators: form.indicators.map((row, at) => (at === 2 ? cover(row) : row)) };
}

describe('a merged score', () => {
  it('counts once and is held against the weights of its rows together', () => {
    expect(errors(merged({ '/indicators/1/score': '20' }, ['score']))).toEqual([]);
    expect(errors(merged({ '/indicators/1/score': '21', '/total/score': '93.32' }, ['score']))).toEqual([
      'score-exceeds-weight /indicators/1/score',
    ]);
  });

  it('says nothing about one of its rows', () => {
    const codes = diagnostics(
      merged({ '/indicators/1/score': '12', '/total/score': '84.32' }, ['score']),
    ).map(({ code }) => code);
    expect(codes).not.toContain('indicator-score-mismatch');
    expect(codes).not.toContain('deduction-unexplained');
  });

  it('is rounded once, however many rows it covers', () => {
    const exactRate = {
      '/funding/0/adjustedBudget': '400',
      '/funding/0/executed': '300',
      '/funding/0/score': '7.5',
    };
    const changes = { ...exactRate, '/indicators/1/score': '17.53', '/total/score': '88.04' };
    const [first] = diagnostics(merged(changes, ['score'])).filter(
      ({ code }) => code === 'total-score-mismatch',
    );
    expect(first).toMatchObject({ level: 'error', explanation: null });
  });

  it('is not what a row that reached nothing got', () => {
    const changes = { '/indicators/1/score': '12', '/total/score': '84.32' };
    const nothing = { '/indicators/2/target': '≥2次', '/indicators/2/actual': '0次' };
    const codes = diagnostics(merged({ ...changes, ...nothing }, ['score'])).map(({ code }) => code);
    expect(codes).not.toContain('zero-actual-scored');
  });

  it('goes with a merged weight', () => {
    const changes = { '/indicators/1/weight': '20', '/indicators/1/score': '20' };
    expect(errors(merged(changes, ['weight', 'score']))).toEqual([]);
  });
});

describe('parts', () => {
  it('do not count, whatever they score', () => {
    const part = {
      level3: '其中：女学员',
      target: '≥40人',
      actual: '40人',
      weight: '9',
      score: '9',
      partOf: 0,
    };
    expect(errors(formWith({ '/indicators/-': part }))).toEqual([]);
  });
});
