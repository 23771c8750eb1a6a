// Scans: an error that another likely reading would resolve is a doubt; what stands on the paper stays as it was read.

import { describe, expect, it } from 'vitest';
import type { Diagnostic } from '../../src/diagnostic/index.ts';
import type { Evaluation } from '../../src/record/evaluation.ts';
import { DEFAULT_PROFILE } from '../../src/record/profiles/index.ts';
import type { Reading } from '../../src/tree/nodes.ts';
import { validate } from '../../src/validate/index.ts';
import { type Changes, formWith } from '../support/clean-form.ts';
import { read } from '../support/stated.ts';

function found(evaluation: Evaluation): readonly Diagnostic[] {
  return [...validate({ evaluations: [evaluation], profile: DEFAULT_PROFILE })];
}

/** The form with the printed total score and the first row's score given other readings. */
function scanned(
  changes: Changes,
  other: { total?: readonly Reading[]; first?: readonly Reading[]; confidence?: number },
): Evaluation {
  const form = formWith(changes);
  const confidence = other.confidence ?? 0.9;
  const score = form.total.score && read(form.total.score, confidence, other.total ?? []);
  const indicators = form.indicators.map((row, at) =>
    at === 0 && row.score ? { ...row, score: read(row.score, confidence, other.first ?? []) } : row,
  );
  return { ...form, indicators, total: { ...form.total, score } };
}

function totalScoreFinding(evaluation: Evaluation): Diagnostic | undefined {
  return found(evaluation).find(({ code }) => code === 'total-score-mismatch');
}

const WRONG = { '/total/score': '82.32' };

describe('arbitration', () => {
  it('leaves the error where nothing was recognized', () => {
    expect(totalScoreFinding(formWith(WRONG))?.level).toBe('error');
  });

  it('doubts its reading where another one resolves the error, and says which', () => {
    const form = scanned(WRONG, { total: [{ text: '92.32', probability: 0.08 }] });
    const doubt = totalScoreFinding(form);
    expect(doubt).toMatchObject({ level: 'doubt', explanation: 'reading', stated: '82.32' });
    expect(doubt?.message.zh).toContain('“82.32”也可能是“92.32”');
    expect(doubt?.message.en).toContain('“82.32” may be “92.32”');
    expect(form.total.score?.text).toBe('82.32');
  });

  it('finds the pair of cells that resolve it together', () => {
    const form = scanned(
      { '/total/score': '82.32', '/indicators/0/score': '12' },
      { total: [{ text: '92.32', probability: 0.3 }], first: [{ text: '13', probability: 0.3 }] },
    );
    expect(totalScoreFinding(form)?.level).toBe('doubt');
  });

  it.each([
    ['does not resolve it', { text: '92.82', probability: 0.4 }],
    ['is too unlikely', { text: '92.32', probability: 0.001 }],
    ['is no number', { text: '无', probability: 0.4 }],
    ['is what was read', { text: '82.32', probability: 0.4 }],
  ])('leaves the error where the other reading %s', (_, reading) => {
    expect(totalScoreFinding(scanned(WRONG, { total: [reading] }))?.level).toBe('error');
  });

  it('is not moved by readings of cells on which the error does not rest', () => {
    const form = formWith(WRONG);
    const title = form.title && read(form.title, 0.3, [{ text: '其他', probability: 0.5 }]);
    expect(totalScoreFinding({ ...form, title })?.level).toBe('error');
  });

  it.each([
    ['/total/score', 'doubt'],
    ['/title', 'error'],
  ] as const)('tells an error as what it is if the page of %s can hardly be read: %s', (field, level) => {
    const finding = totalScoreFinding({ ...scanned(WRONG, { confidence: 0.9 }), unsure: [field] });
    expect(finding?.level).toBe(level);
    if (level === 'doubt') expect(finding?.message.en).toContain('can hardly be read');
  });

  it('reads a fraction as the percent that was made of it', () => {
    const form = formWith({ '/funding/0/executionRate': '83.24' });
    const [total, ...rest] = form.funding;
    if (!total?.executionRate) throw new Error('no rate');
    const rate = read({ ...total.executionRate, text: '0.8324' }, 0.9, [
      { text: '0.9324', probability: 0.2 },
    ]);
    const finding = found({ ...form, funding: [{ ...total, executionRate: rate }, ...rest] }).find(
      ({ code }) => code === 'execution-rate-mismatch',
    );
    expect(finding?.level).toBe('doubt');
  });
});

describe('uncertain readings', () => {
  it('are named worst first, once for each printed thing', () => {
    const form = scanned({}, { confidence: 0.5, total: [{ text: '92.82', probability: 0.3 }] });
    const title = form.title && read(form.title, 0.2, []);
    const doubts = found({ ...form, title }).filter(({ code }) => code === 'uncertain-reading');
    expect(doubts.map(({ fields: [field] }) => field)).toEqual([
      '/title',
      '/indicators/0/score',
      '/total/score',
    ]);
    expect(doubts[2]).toMatchObject({ level: 'doubt', stated: '92.32', computed: null });
  });

  it.each([
    ['one line', `${'字'.repeat(39)}甲`, `${'字'.repeat(39)}乙`, `${'字'.repeat(39)}甲`],
    ['the beginning', `甲${'字'.repeat(40)}`, `乙${'字'.repeat(40)}`, `甲${'字'.repeat(39)}…`],
    ['the end', `${'字'.repeat(40)}甲`, `${'字'.repeat(40)}乙`, `…${'字'.repeat(39)}甲`],
    [
      'the middle',
      `${'字'.repeat(30)}甲${'字'.repeat(60)}`,
      '字'.repeat(91),
      `…${'字'.repeat(12)}甲${'字'.repeat(27)}…`,
    ],
    ['what is longer than the other', '字'.repeat(60), '字'.repeat(50), `…${'字'.repeat(40)}`],
    ['no other', '字'.repeat(41), null, `${'字'.repeat(40)}…`],
  ])('quote %s', (_, text, other, expected) => {
    const form = formWith({});
    const readings = other === null ? [] : [{ text: other, probability: 0.3 }];
    const title = form.title && read({ ...form.title, value: text, text }, 0.2, readings);
    const [doubt] = found({ ...form, title }).filter(({ code }) => code === 'uncertain-reading');
    expect(doubt?.stated).toBe(expected);
    expect(doubt?.because[0]?.text).toBe(expected);
    expect(doubt?.message.zh.includes('也可能是')).toBe(other !== null);
  });

  it('are capped', () => {
    const form = formWith({});
    const indicators = form.indicators.map((row) => ({
      ...row,
      level3: row.level3 && read(row.level3, 0.3, []),
      target: row.target && read(row.target, 0.3, []),
      actual: row.actual && read(row.actual, 0.3, []),
    }));
    const doubts = found({ ...form, indicators }).filter(({ code }) => code === 'uncertain-reading');
    expect(doubts).toHaveLength(DEFAULT_PROFILE.reading.mostDoubts);
  });
});
