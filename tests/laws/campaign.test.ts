// The campaign: made-up forms that add up give no error; with one injected error they give that error, pointing first where it is.
// Surprise: "adds up" covers every custom of rounding. This is a slice; npm run campaign runs thousands. FIRST=100 begins elsewhere.

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { cleanTrial, errorTrial, type Print, printIn, type Trial } from '../support/campaign.ts';
import { canPrint, FLATTENED, openPrinter, type Printer, WRITERS } from '../support/carriers/index.ts';
import { ERROR_CODES } from '../support/forms/index.ts';

const FORMS = Number(process.env.FORMS ?? 60);
const FIRST = Number(process.env.FIRST ?? 0);
const LONG = { timeout: 3_600_000 };

/** What was wrong, and in how many forms it was looked for. */
async function wrongIn(count: number, trial: (seed: number) => Promise<Trial | null>) {
  const wrong: string[] = [];
  let asked = 0;
  for (let seed = FIRST; seed < FIRST + count; seed++) {
    const done = await trial(seed);
    wrong.push(...(done?.wrong ?? []));
    asked += done ? 1 : 0;
  }
  return { wrong, asked };
}

describe('forms that add up', () => {
  it('give no error', LONG, async () => {
    const print = printIn(WRITERS.filter(({ showsMerges }) => showsMerges));
    expect((await wrongIn(FORMS, (seed) => cleanTrial(seed, print))).wrong).toEqual([]);
  });

  it('give no error where merged cells are lost', LONG, async () => {
    const print = printIn([...WRITERS, ...FLATTENED].filter(({ showsMerges }) => !showsMerges));
    expect((await wrongIn(FORMS, (seed) => cleanTrial(seed, print))).wrong).toEqual([]);
  });
});

describe.each(ERROR_CODES)('one %s', (code) => {
  it('is found where it is, and nothing else', LONG, async () => {
    const print = printIn(WRITERS);
    const { wrong, asked } = await wrongIn(FORMS, (seed) => errorTrial(seed, code, print));
    expect(wrong).toEqual([]);
    expect(asked).toBeGreaterThan(0);
  });
});

const ON_PAPER = Math.ceil(FORMS / 20);

describe.runIf(canPrint())('on paper', () => {
  let printer: Printer;
  beforeAll(async () => {
    printer = await openPrinter();
  });
  afterAll(() => printer.close());
  const print: Print = async (form) => ({ name: 'form.pdf', bytes: await printer.print(form) });

  it('forms that add up give no error', LONG, async () => {
    expect((await wrongIn(ON_PAPER, (seed) => cleanTrial(seed, print))).wrong).toEqual([]);
  });

  it.each(ERROR_CODES)('%s is found where it is, and nothing else', LONG, async (code) => {
    expect((await wrongIn(ON_PAPER, (seed) => errorTrial(seed, code, print))).wrong).toEqual([]);
  });
});
