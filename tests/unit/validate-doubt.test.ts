// What makes a doubt of an error: other readings, the likeliest first and in pairs; a guessed cut; and how doubts are worded.

import { describe, expect, it } from 'vitest';
import type { Diagnostic } from '../../src/diagnostic/index.ts';
import type { Evaluation } from '../../src/record/evaluation.ts';
import { DEFAULT_PROFILE } from '../../src/record/profiles/index.ts';
import { validate } from '../../src/validate/index.ts';
import { type Changes, formWith } from '../support/clean-form.ts';
import { type Readings, read, withReadings } from '../support/stated.ts';

function found(evaluation: Evaluation): readonly Diagnostic[] {
  return [...validate({ evaluations: [evaluation], profile: DEFAULT_PROFILE })];
}

function judged(changes: Changes, code: string, readings: Readonly<Record<string, Readings>>) {
  return found(withReadings(formWith(changes), readings)).find((diagnostic) => diagnostic.code === code);
}

describe('an error whose cells may be read otherwise', () => {
  it('says which reading resolves it, the likeliest of several', () => {
    const doubt = judged({ '/total/score': '82.32' }, 'total-score-mismatch', {
      '/total/score': [
        ['92.320', 0.1],
        ['92.32', 0.4],
        ['92.3200', 0.2],
      ],
    });
    expect(doubt?.message.zh).toContain('92.32；但图像中“82.32”也可能是“92.32”，如此则相符。');
    expect(doubt?.message.en).toMatch(
      /92\.32; but in the picture “82.32” may be “92.32”, with which it would work out\.$/,
    );
  });

  it('says both where two cells resolve it together', () => {
    const changes = { '/total/score': '82.32', '/indicators/0/score': '12' };
    const doubt = judged(changes, 'total-score-mismatch', {
      '/total/score': [['92.32', 0.3]],
      '/indicators/0/score': [['13', 0.2]],
    });
    expect(doubt?.message.zh).toContain('“82.32”也可能是“92.32”，“12”也可能是“13”，');
    expect(doubt?.message.en).toContain('“82.32” may be “92.32” and “12” may be “13”, with');
  });

  it('never takes two readings of one cell for a pair', () => {
    const readings = {
      '/total/score': [
        ['1', 0.3],
        ['2', 0.2],
      ],
    } as const;
    expect(judged({ '/total/score': '82.32' }, 'total-score-mismatch', readings)?.level).toBe('error');
  });

  it.each([
    [0.01, 'doubt'],
    [0.009, 'error'],
  ])('counts readings from the profile on: %s', (probability, level) => {
    const readings = { '/total/score': [['92.32', probability]] } as const;
    expect(judged({ '/total/score': '82.32' }, 'total-score-mismatch', readings)?.level).toBe(level);
  });

  it('rests on its grounds as well as on its fields', () => {
    const readings = { '/indicators/0/score': [['3', 0.3]] } as const;
    expect(judged({ '/total/score': '82.32' }, 'total-score-mismatch', readings)?.level).toBe('doubt');
  });

  it('is one of its own, whatever becomes of the others of its kind', () => {
    const changes = { '/indicators/1/score': '11', '/indicators/2/score': '12', '/total/score': '95.32' };
    const form = withReadings(formWith(changes), { '/indicators/1/score': [['10', 0.4]] });
    const levels = found(form)
      .filter(({ code }) => code === 'score-exceeds-weight')
      .map(({ level, fields: [field] }) => `${level} ${field}`);
    expect(levels).toEqual(['doubt /indicators/1/score', 'error /indicators/2/score']);
  });

  it('stays a warning where it was one', () => {
    const readings = { '/funding/0/executionRate': [['93.24', 0.4]] } as const;
    const warning = judged({ '/funding/0/executionRate': '93.25' }, 'execution-rate-mismatch', readings);
    expect(warning).toMatchObject({ level: 'warning', explanation: 'ceiling' });
  });

  it('is not resolved by words in place of a number, nor by a blank that leaves nothing to test', () => {
    const readings = {
      '/total/score': [
        ['九十二', 0.4],
        ['', 0.3],
      ],
    } as const;
    expect(judged({ '/total/score': '82.32' }, 'total-score-mismatch', readings)?.level).toBe('error');
  });

  it('may be words that are read otherwise', () => {
    const readings = { '/narrative/0/text': [['预算执行率93.24%。', 0.4]] } as const;
    const doubt = judged({ '/narrative/0/text': '预算执行率93.34%。' }, 'narrative-mismatch', readings);
    expect(doubt?.level).toBe('doubt');
  });

  it.each([
    ['an odd word in place of one that says what is meant', '预算热行率93.34%。'],
    ['a comma in place of a point', '预算执行率93,34%。'],
    ['a point in full width', '预算执行率93．34%。'],
  ])('is not resolved by %s', (_, text) => {
    const readings = { '/narrative/0/text': [[text, 0.4]] } as const;
    const error = judged({ '/narrative/0/text': '预算执行率93.34%。' }, 'narrative-mismatch', readings);
    expect(error?.level).toBe('error');
  });

  it('is resolved by a number that several readings of the words share', () => {
    const others: Readings = ['预算热行率93.24%。', '预算执行宰93.24%。'].map((text) => [text, 0.007]);
    const doubt = judged({ '/narrative/0/text': '预算执行率93.34%。' }, 'narrative-mismatch', {
      '/narrative/0/text': others,
    });
    expect(doubt?.message.zh).toContain('也可能是“预算执行率93.24%。”');
  });

  it.each([
    ['/funding/2/executed', 'doubt'],
    ['/funding/0/executed', 'error'],
  ])('is resolved by a dash in place of a part, not of the sum itself: %s', (field, level) => {
    const changes = { '/funding/2/executed': '74.07' };
    expect(judged(changes, 'funding-sum-mismatch', { [field]: [['—', 0.1]] })?.level).toBe(level);
  });

  it('reads the zero of a fraction as a number', () => {
    const readings = { '/funding/3/executionRate': [['0', 0.4]] } as const;
    expect(judged({ '/funding/3/executionRate': '9' }, 'execution-rate-mismatch', readings)?.level).toBe(
      'doubt',
    );
  });
});

describe('an error that rests on a guessed cut', () => {
  const wrong = { '/total/score': '82.32' };
  const about = (unsure: Evaluation['unsure'], changes: Changes = wrong) =>
    found({ ...formWith(changes), unsure }).find(({ code }) => code === 'total-score-mismatch');

  it.each([
    ['/total/score', 'doubt'],
    ['/indicators/3/score', 'doubt'],
    ['/indicators/3/weight', 'error'],
  ] as const)('at %s is a %s', (field, level) => expect(about([field])?.level).toBe(level));

  it('says so', () => {
    const doubt = about(['/total/score']);
    expect(doubt?.explanation).toBe('reading');
    expect(doubt?.message.zh).toMatch(/= 92\.32；但原文没有分隔，各数字的切分只是推测。$/);
    expect(doubt?.message.en).toMatch(
      /= 92\.32; but nothing separates the cells in this text.+ is a guess\.$/,
    );
  });

  it('of a more exact amount in another text is a doubt, too', () => {
    const changes = { '/goal/achieved': '全年执行353.0722万元。', '/narrative/0/text': '预算执行率93.34%。' };
    const told = (unsure: Evaluation['unsure']) =>
      found({ ...formWith(changes), unsure }).find(({ code }) => code === 'narrative-mismatch');
    expect(told([])?.because).toContainEqual({ field: '/goal/achieved', text: '全年执行353.0722万元' });
    expect(told([])?.level).toBe('error');
    expect(told(['/goal/achieved'])?.level).toBe('doubt');
  });

  it('leaves warnings alone', () => {
    const warning = about(['/total/score'], { '/total/score': '92' });
    expect(warning).toMatchObject({ level: 'warning', explanation: 'coarser' });
  });
});

describe('an uncertain reading', () => {
  function doubtOf(text: string, confidence: number, readings: Readings = []) {
    const form = formWith({ '/title': text });
    const others = readings.map(([other, probability]) => ({ text: other, probability }));
    return found({ ...form, title: form.title && read(form.title, confidence, others) }).find(
      ({ code }) => code === 'uncertain-reading',
    );
  }

  it('is worded with its confidence and three other readings', () => {
    const doubt = doubtOf('自评表', 0.456, [
      ['甲', 0.2],
      ['乙', 0.1],
      ['丙', 0.05],
      ['丁', 0.04],
    ]);
    expect(doubt).toMatchObject({
      level: 'doubt',
      explanation: 'reading',
      fields: ['/title'],
      stated: '自评表',
      computed: null,
      because: [{ field: '/title', text: '自评表' }],
    });
    expect(doubt?.message).toEqual({
      zh: '“自评表”的识别把握只有 46%，也可能是“甲”，也可能是“乙”，也可能是“丙”。',
      en: '“自评表” was read with a confidence of only 46%, it may be “甲”, it may be “乙”, it may be “丙”.',
    });
  });

  it('quotes forty characters', () => {
    expect(doubtOf('表'.repeat(40), 0.1)?.stated).toBe('表'.repeat(40));
    const doubt = doubtOf('表'.repeat(41), 0.1);
    expect(doubt?.stated).toBe(`${'表'.repeat(40)}…`);
    expect(doubt?.because).toEqual([{ field: '/title', text: `${'表'.repeat(40)}…` }]);
  });

  it('quotes a long text where its other readings differ', () => {
    const text = `${'表'.repeat(60)}共12项。${'表'.repeat(60)}`;
    const doubt = doubtOf(text, 0.1, [[text.replace('12', '17'), 0.2]]);
    expect(doubt?.stated).toBe(`…${'表'.repeat(10)}共12项。${'表'.repeat(25)}…`);
    expect(doubt?.message.zh).toContain(`也可能是“…${'表'.repeat(10)}共17项。${'表'.repeat(25)}…”`);
  });

  it('is one below the bound of the profile', () => {
    expect(doubtOf('自评表', 0.7)).toBeUndefined();
    expect(doubtOf('自评表', 0.699)).toBeDefined();
  });

  it('comes after one that is worse, wherever they stand', () => {
    const form = formWith({});
    const unsure = {
      ...form,
      title: form.title && read(form.title, 0.5, []),
      implementer: form.implementer && read(form.implementer, 0.3, []),
    };
    const doubts = found(unsure).filter(({ code }) => code === 'uncertain-reading');
    expect(doubts.map(({ fields: [field] }) => field)).toEqual(['/implementer', '/title']);
  });
});
