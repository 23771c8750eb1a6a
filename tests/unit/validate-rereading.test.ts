// Which other readings are tried on an error, and when one of them resolves it: the error itself must go, and no other.

import { describe, expect, it } from 'vitest';
import type { Diagnostic } from '../../src/diagnostic/index.ts';
import { DEFAULT_PROFILE } from '../../src/record/profiles/index.ts';
import { validate } from '../../src/validate/index.ts';
import { type Changes, formWith } from '../support/clean-form.ts';
import { type Readings, withReadings } from '../support/stated.ts';

type Others = Readonly<Record<string, Readings>>;

function judged(changes: Changes, code: string, readings: Others): readonly Diagnostic[] {
  const evaluation = withReadings(formWith(changes), readings);
  return [...validate({ evaluations: [evaluation], profile: DEFAULT_PROFILE })].filter(
    (diagnostic) => diagnostic.code === code,
  );
}

const WRONG = { '/total/score': '82.32' };

function totalScore(readings: Others, changes: Changes = WRONG): string | undefined {
  return judged(changes, 'total-score-mismatch', readings)[0]?.level;
}

/** Likelier from the first to the last. */
function ranked(texts: readonly string[], likeliest = 0.6): Readings {
  return texts.map((text, at) => [text, likeliest - at / 100]);
}

function counted(length: number, textOf: (at: number) => string): readonly string[] {
  return Array.from({ length }, (_, at) => textOf(at + 1));
}

describe('the readings that are tried', () => {
  it('are those of the cells on which the error rests, however many others are likelier', () => {
    const cells = [0, 1, 2, 3, 4, 5].flatMap((row) =>
      ['level3', 'target', 'actual', 'weight'].map((cell) => `/indicators/${row}/${cell}`),
    );
    const others = Object.fromEntries(cells.map((cell) => [cell, ranked(['1', '2'])]));
    expect(totalScore({ ...others, '/total/score': [['92.32', 0.05]] })).toBe('doubt');
  });

  it('are not those of the project, though another name would leave nothing to contradict', () => {
    const found = judged({ '/narrative/0/text': '技能培训全年预算500.5万元。' }, 'narrative-mismatch', {
      '/projectName': [['职业培训', 0.5]],
    });
    expect(found.map(({ level }) => level)).toEqual(['error']);
  });

  it.each([
    [24, 'doubt'],
    [25, 'error'],
  ])('are the two dozen likeliest: the right one is number %i', (place, level) => {
    const texts = counted(30, (at) => (at === place ? '92.32' : `${at}.55`));
    expect(totalScore({ '/total/score': ranked(texts) })).toBe(level);
  });

  /** Row 0 scores 12 and may score 0.75, 1.25, 1.75, …; the total works out with one of these, where it is read as its eighth reading. */
  it.each([
    [8, '83.57', 'doubt'],
    [9, '84.07', 'error'],
  ])('are 120 pairs of two cells, the likeliest first: the eighth with number %i', (_, right, level) => {
    const totals = counted(12, (at) => (at === 8 ? right : `${20 + at}.32`));
    const scores = counted(12, (at) => String(at / 2 + 0.25));
    const readings = { '/total/score': ranked(totals), '/indicators/0/score': ranked(scores, 0.595) };
    expect(totalScore(readings, { ...WRONG, '/indicators/0/score': '12' })).toBe(level);
  });

  it.each([
    ['９２．３２', 'doubt'],
    ['92.32Z', 'error'],
    ['92,32', 'error'],
  ])('count where they are a number as a cell prints it: %s', (text, level) => {
    expect(totalScore({ '/total/score': [[text, 0.4]] })).toBe(level);
  });
});

describe('an error is resolved', () => {
  it('where a custom of rounding remains to be said', () => {
    const [found] = judged({ '/funding/0/executionRate': '83.24' }, 'execution-rate-mismatch', {
      '/funding/0/executionRate': [['93.25', 0.4]],
    });
    expect(found).toMatchObject({ level: 'doubt', stated: '83.24' });
    expect(found?.message.zh).toContain('“83.24”也可能是“93.25”');
  });

  it('by a reading of its own, where the same cell contradicts another sentence as before', () => {
    const changes = {
      '/narrative/0/text': '全年实际支出353.17万元。',
      '/narrative/-': { heading: '经费', text: '全年实际支出363.07万元。' },
    };
    const found = judged(changes, 'narrative-mismatch', { '/funding/0/executed': [['353.17', 0.4]] });
    expect(found.map(({ level, fields: [field] }) => `${level} ${field}`)).toEqual([
      'doubt /narrative/0/text',
      'error /narrative/1/text',
    ]);
  });

  it('by a reading of its own, where the same sentences hold another number that is wrong as before', () => {
    const text = '预算执行率93.34%。十二月底执行率93.25%。';
    const readings = { '/narrative/0/text': [[text.replace('93.34', '93.24'), 0.4]] } as const;
    const found = judged({ '/narrative/0/text': text }, 'narrative-mismatch', readings);
    expect(found.map(({ level, stated }) => `${level} ${stated}`)).toEqual(['doubt 93.34', 'error 93.25']);
  });

  it('by a reading of its own, where another row has the same number as before', () => {
    const changes = { '/indicators/1/score': '11', '/indicators/2/score': '11' };
    const found = judged(changes, 'score-exceeds-weight', { '/indicators/1/score': [['10', 0.4]] });
    expect(found.map(({ level, fields: [field] }) => `${level} ${field}`)).toEqual([
      'doubt /indicators/1/score',
      'error /indicators/2/score',
    ]);
  });

  it('not where the two sides still differ, and the other one is now held to be wrong', () => {
    const changes = { '/funding/0/executionRate': '94.24', '/narrative/0/text': '预算执行率93.24%。' };
    const [found] = judged(changes, 'narrative-mismatch', { '/funding/0/executionRate': [['93.25', 0.4]] });
    expect(found).toMatchObject({ level: 'error', stated: '94.24' });
  });
});
