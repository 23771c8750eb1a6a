// What `check` gives to programs: SARIF 2.1.0 and the diagnostics as JSON.

import { describe, expect, it } from 'vitest';
import { CODES, diagnosticOf } from '../../src/diagnostic/index.ts';
import type { Report } from '../../src/record/index.ts';
import { diagnosticsJson, placeName, sarifOf } from '../../src/write/index.ts';

const origin = { on: 'text' as const, line: 7, column: 3 };
const form: Report['evaluations'][number] = {
  title: null,
  class: 'project',
  fiscalYear: null,
  projectName: null,
  projectCode: null,
  supervisor: null,
  supervisorCode: null,
  implementer: null,
  amountUnit: null,
  funding: [],
  goal: { expected: null, achieved: '完成' },
  indicators: [],
  total: { weight: null, score: null, grade: null },
  narrative: [],
  evidence: { '/goal/achieved': { text: '完成', origin, confidence: 1 } },
};
const missing = diagnosticOf('goal-missing', {
  evaluation: 0,
  fields: ['/goal/achieved', '/goal/expected'],
  because: [{ field: '/goal/achieved', text: '完成' }],
  words: { column: '预期目标', what: '' },
});
const unread = diagnosticOf('unreadable', { words: { what: { zh: '坏了', en: 'broken' } } });
const report: Report = {
  schemaVersion: '1',
  source: { name: '附件/a b.txt', sha256: 'ab'.repeat(32), bytes: 12, carrier: 'text', pages: 1 },
  evaluations: [form],
  diagnostics: [{ ...missing, level: 'doubt' }, missing, unread],
};

describe('SARIF', () => {
  const log = JSON.parse(sarifOf([report], { language: 'en', version: '1.2.3' }));
  const [run] = log.runs;

  it('is one run of version 2.1.0 with every rule and its help', () => {
    expect([log.version, log.runs.length, run.tool.driver.version]).toEqual(['2.1.0', 1, '1.2.3']);
    expect(run.tool.driver.rules.map(({ id }: { id: string }) => id)).toEqual(CODES);
    for (const { help } of run.tool.driver.rules) expect(help.text).not.toBe('');
    const rate = run.tool.driver.rules[CODES.indexOf('execution-rate-mismatch')];
    expect(rate.fullDescription.text).toMatch(/^Execution rate = executed ÷ adjusted budget/);
  });

  it('maps the levels, the whole source first and then the worst', () => {
    expect(run.results.map(({ level }: { level: string }) => level)).toEqual(['error', 'warning', 'note']);
  });

  it('points to the rule, the file, the line and the field', () => {
    const [, result] = run.results;
    expect(run.tool.driver.rules[result.ruleIndex].id).toBe('goal-missing');
    expect(result.locations[0].physicalLocation).toEqual({
      artifactLocation: { uri: '%E9%99%84%E4%BB%B6/a%20b.txt', index: 0 },
      region: { startLine: 7, startColumn: 3 },
    });
    expect(result.locations[0].logicalLocations[0].fullyQualifiedName).toBe('/evaluations/0/goal/achieved');
    expect(result.relatedLocations[0].message.text).toContain('完成');
    expect(result.properties.form).toBe('abababababab-0');
  });

  it('knows two findings over one text by what they quote', () => {
    const both = {
      ...report,
      diagnostics: ['培训人数', '培训期数'].map((stated) => ({ ...missing, stated })),
    };
    const { results } = JSON.parse(sarifOf([both], { language: 'en', version: '1' })).runs[0];
    const prints = results.map(
      (result: { partialFingerprints: Record<string, string> }) => result.partialFingerprints['hebiao/v1'],
    );
    expect(new Set(prints).size).toBe(2);
  });

  it('has no place where the whole source is meant', () => {
    expect(run.results[0].locations[0]).toEqual({
      physicalLocation: { artifactLocation: { uri: '%E9%99%84%E4%BB%B6/a%20b.txt', index: 0 } },
    });
  });

  it('survives a name that is no text', () => {
    const named = { ...report, source: { ...report.source, name: 'a\uD800.txt' } };
    expect(() => sarifOf([named], { language: 'zh', version: '1' })).not.toThrow();
  });
});

it('gives the diagnostics as JSON, one a line, with source and form', () => {
  const text = diagnosticsJson([report, report]);
  const read = JSON.parse(text);
  expect(read).toHaveLength(6);
  expect(read[0]).toMatchObject({ form: null, evaluation: null });
  expect(read[1]).toMatchObject({ source: '附件/a b.txt', form: 'abababababab-0', code: 'goal-missing' });
  expect(text.split('\n')).toHaveLength(6 + 3);
  expect(JSON.parse(diagnosticsJson([]))).toEqual([]);
});

it.each([
  ['/w:body/w:tbl[1]/w:tr[48]/w:tc[2]', 'table 1, row 48, cell 2'],
  ['/html/body/section[1]/table[2]/tbody[1]/tr[7]/td[3]', 'table 2, row 7, cell 3'],
  ['/html/body/table[1]/tr[1]/td[1]/table[4]/tr[2]/th[1]', 'table 4, row 2, cell 1'],
  ['/html/body/p[3]', 'at /html/body/p[3]'],
])('tells %s as %s', (path, told) => expect(placeName({ on: 'markup', path }, 'en')).toBe(told));
