// The campaign: made-up forms that add up give no error; with one injected error they give that error, pointing first where it is.
// Surprise: "adds up" covers every custom of rounding. FORMS=5000 runs more forms, FIRST=100 begins at another seed.

import { describe, expect, it } from 'vitest';
import { FLATTENED, isFair, WRITERS, type Writer } from '../support/carriers/index.ts';
import { type ReadDiagnostic, reportOn } from '../support/carriers/reading.ts';
import { type DrawnForm, ERROR_CODES, randomForm, withError } from '../support/forms/index.ts';

const FORMS = Number(process.env.FORMS ?? 60);
const FIRST = Number(process.env.FIRST ?? 0);
const SEEDS = Array.from({ length: FORMS }, (_, at) => FIRST + at);
const LONG = { timeout: 3_600_000 };

/** Carriers in which a drawn form stands whole; each seed takes the next. */
const CARRIERS = WRITERS.filter(({ showsMerges }) => showsMerges);

function writerOf(seed: number): Writer {
  return CARRIERS[seed % CARRIERS.length] ?? raise('no carriers');
}

function raise(words: string): never {
  throw new Error(words);
}

async function errorsIn(form: DrawnForm, writer = writerOf(form.seed)): Promise<readonly ReadDiagnostic[]> {
  const { diagnostics } = await reportOn(`form.${writer.extension}`, writer.write(form));
  return diagnostics.filter(({ level }) => level === 'error' || level === 'fatal');
}

function told(form: DrawnForm, { code, fields, message }: ReadDiagnostic): string {
  return `seed ${form.seed}, ${form.family}, ${writerOf(form.seed).name}: ${code} at ${fields[0]}: ${message.zh}`;
}

describe('forms that add up', () => {
  it('give no error', LONG, async () => {
    const found: string[] = [];
    for (const form of SEEDS.map((seed) => randomForm(seed)))
      found.push(...(await errorsIn(form)).map((error) => told(form, error)));
    expect(found).toEqual([]);
  });

  it('give no error where merged cells are lost', LONG, async () => {
    const found: string[] = [];
    const flat = [...WRITERS, ...FLATTENED].filter(({ showsMerges }) => !showsMerges);
    for (const form of SEEDS.map((seed) => randomForm(seed))) {
      const writer = flat[form.seed % flat.length] ?? raise('no flat carriers');
      if (!isFair(writer, form)) continue;
      found.push(...(await errorsIn(form, writer)).map((error) => `${writer.name}: ${told(form, error)}`));
    }
    expect(found).toEqual([]);
  });
});

describe.each(ERROR_CODES)('one %s', (code) => {
  it('is found where it is, and nothing else', LONG, async () => {
    const missed: string[] = [];
    let injected = 0;
    for (const seed of SEEDS) {
      const error = withError(randomForm(seed), code, seed);
      if (error === null) continue;
      injected += 1;
      const errors = await errorsIn(error.form);
      const isFound = errors.some((found) => found.code === code && found.fields[0] === error.field);
      if (!isFound) missed.push(`seed ${seed}, ${error.form.family}: missed at ${error.field}`);
      const others = errors.filter((found) => found.code !== code);
      missed.push(...others.map((other) => `besides ${code}: ${told(error.form, other)}`));
    }
    expect(missed).toEqual([]);
    expect(injected).toBeGreaterThan(0);
  });
});
