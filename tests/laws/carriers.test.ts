// The law of carriers: one form gives one record in every carrier, and it is the record that the form states.
// Surprise: FORMS=5000 runs more forms, FIRST=100 begins at another seed; a failure names its seed, family and carrier.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { differencesOf, valuesOf } from '../support/carriers/comparison.ts';
import {
  BUNDLERS,
  canPrint,
  FLATTENED,
  isFair,
  openPrinter,
  WRITERS,
  type Writer,
} from '../support/carriers/index.ts';
import { reportOn } from '../support/carriers/reading.ts';
import { type DrawnForm, type Expected, randomForm } from '../support/forms/index.ts';

const FORMS = Number(process.env.FORMS ?? 60);
const FIRST = Number(process.env.FIRST ?? 0);

/** Seeds run through the families in turn, so that a short run meets each of them. */
const forms = fc.integer({ min: FIRST, max: FIRST + FORMS - 1 }).map((seed) => randomForm(seed));

describe.each(WRITERS)('a form as $name', (writer) => {
  it('gives the record that it states', { timeout: 600_000 }, async () => {
    const law = fc.asyncProperty(forms, async (form) => {
      fc.pre(isFair(writer, form));
      expect(await misreadings(writer, form)).toEqual([]);
    });
    await fc.assert(law, {
      numRuns: Math.ceil(FORMS / WRITERS.length),
      seed: FIRST + WRITERS.indexOf(writer),
    });
  });
});

describe.each(BUNDLERS)('three forms in $name', (bundler) => {
  it('give three records', { timeout: 600_000 }, async () => {
    const wrong: string[] = [];
    for (let seed = FIRST; seed < FIRST + FORMS / 10; seed++) {
      const forms = [seed, seed + 7, seed + 14].map((each) => randomForm(each)).filter(isWhole);
      const { evaluations } = await reportOn(`forms.${bundler.extension}`, bundler.write(forms));
      if (evaluations.length !== forms.length)
        wrong.push(`seed ${seed}: ${evaluations.length} of ${forms.length}`);
      else wrong.push(...forms.flatMap((form, at) => misread(form, evaluations[at] ?? {})));
    }
    expect(wrong).toEqual([]);
  });
});

/** Every carrier shows all of it. */
function isWhole(form: DrawnForm): boolean {
  return WRITERS.every((writer) => isFair(writer, form));
}

/** Where blanks are lost, columns can be undecidable; what is left of 1 are cells that two readings fit. */
const LEAST_RIGHT = 0.98;

describe.each(FLATTENED)('a form flattened into $name', (writer) => {
  it('gives nearly all of its values', { timeout: 600_000 }, async () => {
    let [values, wrong] = [0, 0];
    for (let seed = FIRST; seed < FIRST + FORMS / 4; seed++) {
      const form = randomForm(seed);
      if (!isFair(writer, form)) continue;
      values += valuesOf(form.evaluation);
      wrong += (await misreadings(writer, form)).length;
    }
    expect(1 - wrong / values).toBeGreaterThanOrEqual(LEAST_RIGHT);
  });
});

/** A page break may fall anywhere, also between the lines of a row. */
const LEAST_RIGHT_ON_PAPER = 0.99;

describe.runIf(canPrint())('a form printed as PDF', () => {
  it('gives nearly all of its values', { timeout: 3_600_000 }, async () => {
    const printer = await openPrinter();
    const forms = Array.from({ length: FORMS / 20 }, (_, at) => randomForm(FIRST + at));
    let [values, wrong] = [0, 0];
    for (const form of forms) {
      values += valuesOf(form.evaluation);
      wrong += (await differences(form, 'form.pdf', await printer.print(form))).length;
    }
    await printer.close();
    expect(1 - wrong / values).toBeGreaterThanOrEqual(LEAST_RIGHT_ON_PAPER);
  });
});

async function misreadings(writer: Writer, form: DrawnForm): Promise<readonly string[]> {
  return differences(form, `form.${writer.extension}`, writer.write(form));
}

async function differences(form: DrawnForm, name: string, bytes: Uint8Array): Promise<readonly string[]> {
  const { evaluations } = await reportOn(name, bytes);
  const [evaluation = {}] = evaluations;
  if (evaluations.length > 1) return [`seed ${form.seed}, ${form.family}: ${evaluations.length} forms`];
  return misread(form, evaluation);
}

function misread(form: DrawnForm, evaluation: Expected): readonly string[] {
  return differencesOf(form.evaluation, evaluation, form.plan.notCompared).map(
    ({ pointer, expected, read }) =>
      `seed ${form.seed}, ${form.family}: ${pointer} is ${JSON.stringify(expected)}, read ${JSON.stringify(read)}`,
  );
}
