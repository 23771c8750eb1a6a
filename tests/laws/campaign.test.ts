// The campaign: made-up forms that add up give no error; with one injected error they give that error, pointing first where it is.
// Surprise: "adds up" covers every custom of rounding. FORMS=5000 runs more forms (a twentieth of them on paper), FIRST=100 begins at
// another seed; both may be cut into slices that run by themselves.

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  canPrint,
  FLATTENED,
  isFair,
  openPrinter,
  type Printer,
  WRITERS,
  type Writer,
} from '../support/carriers/index.ts';
import { type ReadDiagnostic, reportOn } from '../support/carriers/reading.ts';
import {
  type DrawnForm,
  ERROR_CODES,
  type ErrorCode,
  FAMILIES,
  randomForm,
  withError,
} from '../support/forms/index.ts';

const FORMS = Number(process.env.FORMS ?? 60);
const FIRST = Number(process.env.FIRST ?? 0);
const LONG = { timeout: 3_600_000 };

function seeds(count: number): readonly number[] {
  return Array.from({ length: count }, (_, at) => FIRST + at);
}

/** A form as bytes, in a carrier that is fair to it; null where there is none for this seed. */
type Print = (form: DrawnForm) => Promise<{ readonly name: string; readonly bytes: Uint8Array } | null>;

/** Each seed takes the next carrier, and each round of the families begins with another one. */
function printIn(writers: readonly Writer[]): Print {
  return async (form) => {
    const at = form.seed + Math.floor(form.seed / FAMILIES.length);
    const writer = writers[at % writers.length];
    if (writer === undefined || !isFair(writer, form)) return null;
    return { name: `${writer.name}.${writer.extension}`, bytes: writer.write(form) };
  };
}

/** Null where the carrier is not fair to the form. */
async function errorsIn(form: DrawnForm, print: Print): Promise<readonly (ReadDiagnostic & Told)[] | null> {
  const printed = await print(form);
  if (printed === null) return null;
  const { diagnostics } = await reportOn(printed.name, printed.bytes);
  return diagnostics
    .filter(({ level }) => level === 'error' || level === 'fatal')
    .map((error) => ({ ...error, told: told(form, printed.name, error) }));
}

interface Told {
  readonly told: string;
}

function told({ seed, family }: DrawnForm, name: string, { code, fields, message }: ReadDiagnostic): string {
  return `seed ${seed}, ${family}, ${name}: ${code} at ${fields[0]}: ${message.zh}`;
}

async function falseErrors(count: number, print: Print): Promise<readonly string[]> {
  const found: string[] = [];
  for (const seed of seeds(count))
    found.push(...((await errorsIn(randomForm(seed), print)) ?? []).map((error) => error.told));
  return found;
}

/** What is wrong with the findings on forms with one error of this code, and how many were asked for. */
async function missesOf(code: ErrorCode, count: number, print: Print) {
  const missed: string[] = [];
  let injected = 0;
  for (const seed of seeds(count)) {
    const error = withError(randomForm(seed), code, seed);
    const errors = error && (await errorsIn(error.form, print));
    if (!errors) continue;
    injected += 1;
    const isFound = errors.some((found) => found.code === code && found.fields[0] === error.field);
    if (!isFound) missed.push(`seed ${seed}, ${error.form.family}: ${code} missed at ${error.field}`);
    missed.push(...errors.filter((found) => found.code !== code).map((other) => `besides: ${other.told}`));
  }
  return { missed, injected };
}

describe('forms that add up', () => {
  it('give no error', LONG, async () => {
    expect(await falseErrors(FORMS, printIn(WRITERS.filter(({ showsMerges }) => showsMerges)))).toEqual([]);
  });

  it('give no error where merged cells are lost', LONG, async () => {
    const flat = [...WRITERS, ...FLATTENED].filter(({ showsMerges }) => !showsMerges);
    expect(await falseErrors(FORMS, printIn(flat))).toEqual([]);
  });
});

describe.each(ERROR_CODES)('one %s', (code) => {
  it('is found where it is, and nothing else', LONG, async () => {
    const { missed, injected } = await missesOf(code, FORMS, printIn(WRITERS));
    expect(missed).toEqual([]);
    expect(injected).toBeGreaterThan(0);
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
    expect(await falseErrors(ON_PAPER, print)).toEqual([]);
  });

  it.each(ERROR_CODES)('%s is found where it is, and nothing else', LONG, async (code) => {
    expect((await missesOf(code, ON_PAPER, print)).missed).toEqual([]);
  });
});
