// The published sample forms, in every carrier that is not a picture: the record that each states, and exactly the errors that it holds.
// Surprise: scans have a ratchet of their own (tests/accuracy); here every number must be exact and so must nearly all text.

import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { read } from '../../src/index.ts';
import { differencesOf } from '../support/carriers/comparison.ts';

const FOLDER = process.env.HEBIAO_FORMS ?? fileURLToPath(new URL('../../../shared/forms/', import.meta.url));
const OFFICE = /\.(txt|pdf|docx|xlsx|html)$/;
/** Drawn on paper and read as pictures. */
const SCANNED = /imagepdf/;
/** Text fields as a share of all: what may differ, as printed spacing or a title's line. */
const TEXT_EXACT = 0.995;

interface Known {
  readonly evaluation: never;
  readonly expect: {
    readonly errors: readonly { code: string; fields: readonly string[] }[];
    readonly mustNot: readonly string[];
  };
  readonly notCompared: readonly string[];
  readonly notInText: readonly string[];
}

/** `bundle-seeds` holds both seeds; every other sample is named for its one form. */
function formsIn(name: string): readonly string[] {
  return /seeds/.test(name) ? ['s1', 's2'] : [name.split('.')[0] ?? ''];
}

function samples(): readonly (readonly [name: string, path: string])[] {
  if (!existsSync(FOLDER)) {
    console.warn(`skipped: no sample forms at ${FOLDER}`);
    return [];
  }
  const examples = readdirSync(`${FOLDER}/examples`).map(
    (name) => [name, `${FOLDER}/examples/${name}`] as const,
  );
  const texts = readdirSync(FOLDER).map((name) => [name, `${FOLDER}/${name}`] as const);
  return [...texts, ...examples].filter(([name]) => OFFICE.test(name) && !SCANNED.test(name));
}

const spaceless = (value: unknown) => (typeof value === 'string' ? value.replaceAll(/\s+/g, '') : value);

describe.skipIf(samples().length === 0)('the sample forms', () => {
  const all = { numbers: 0, texts: 0, wrongTexts: [] as string[] };

  it.each(samples())('%s states its record', { timeout: 120_000 }, async (name, path) => {
    const published: { evaluations: readonly { evidence: object }[] } = JSON.parse(
      JSON.stringify(await read(path)),
    );
    const known = formsIn(name).map(
      (id): Known => JSON.parse(readFileSync(`${FOLDER}/${id}.expected.json`, 'utf8')),
    );
    expect(published.evaluations).toHaveLength(known.length);
    for (const [at, form] of known.entries()) {
      const skipped: readonly string[] = [
        ...form.notCompared,
        ...(name.endsWith('.txt') ? form.notInText : []),
      ];
      const differences = differencesOf(form.evaluation, published.evaluations[at] as never, skipped).filter(
        ({ pointer, expected, read: got }) =>
          spaceless(expected) !== spaceless(got) && !skipped.some((above) => pointer.startsWith(`${above}/`)),
      );
      const isNumber = ({ expected, read: got }: (typeof differences)[number]) =>
        typeof expected === 'number' || typeof got === 'number';
      expect(differences.filter(isNumber)).toEqual([]);
      all.wrongTexts.push(...differences.map(({ pointer }) => `${name} ${pointer}`));
      all.texts += Object.keys(published.evaluations[at]?.evidence ?? {}).length;
    }
  });

  it.each(samples())('%s gives exactly its errors', { timeout: 120_000 }, async (name, path) => {
    const { diagnostics } = await read(path);
    for (const [at, id] of formsIn(name).entries()) {
      const { expect: wanted }: Known = JSON.parse(readFileSync(`${FOLDER}/${id}.expected.json`, 'utf8'));
      const errors = diagnostics.filter(({ level, evaluation }) => level === 'error' && evaluation === at);
      for (const { code, fields } of wanted.errors)
        expect(
          errors.some((error) => error.code === code && fields.includes(error.fields[0] ?? '')),
          `${id} ${code}`,
        ).toBe(true);
      expect(
        errors.map(({ code }) => code).filter((code) => !wanted.errors.some((error) => error.code === code)),
      ).toEqual([]);
    }
  });

  it('differs in hardly any text', () => {
    expect(all.wrongTexts.length / all.texts, all.wrongTexts.join('\n')).toBeLessThan(1 - TEXT_EXACT);
  });
});
