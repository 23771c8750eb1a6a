// One form of the campaign through the whole program: one that adds up must give no error, one with an injected error that error alone.
// Surprise: what is wrong is told as sentences with the seed, the family and the carrier, which are enough to see it again.

import { FLATTENED, isFair, PROSE_BELOW, WRITERS, type Writer } from './carriers/index.ts';
import { type ReadDiagnostic, reportOn } from './carriers/reading.ts';
import { type DrawnForm, type ErrorCode, FAMILIES, randomForm, withError } from './forms/index.ts';

/** A form as bytes, in a carrier that is fair to it; null where there is none for this seed. */
export type Print = (
  form: DrawnForm,
) => Promise<{ readonly name: string; readonly bytes: Uint8Array } | null>;

/** Each seed takes the next carrier, and each round of the families begins with another one. */
export function printIn(writers: readonly Writer[]): Print {
  return async (form) => {
    const at = form.seed + Math.floor(form.seed / FAMILIES.length);
    const writer = writers[at % writers.length];
    if (writer === undefined || !isFair(writer, form)) return null;
    return { name: `${writer.name}.${writer.extension}`, bytes: writer.write(form) };
  };
}

/** What the office carriers are called in tables, and who writes each; flattened text asks for no errors, since its cells may be doubted. */
export const GROUPS: Readonly<
  Record<string, { readonly clean: readonly Writer[]; readonly wrong: readonly Writer[] }>
> = {
  text: {
    clean: [...writersOf('txt', 'csv', 'md'), ...FLATTENED],
    wrong: writersOf('txt', 'csv', 'md'),
  },
  // A lone figure below a table, if it is wrong, could as well be of something else: it is not held against the form.
  html: { clean: writersOf('html'), wrong: writersOf('html').filter(({ name }) => name !== PROSE_BELOW) },
  docx: { clean: writersOf('docx'), wrong: writersOf('docx') },
  xlsx: { clean: writersOf('xlsx', 'xls'), wrong: writersOf('xlsx', 'xls') },
};

function writersOf(...extensions: readonly string[]): readonly Writer[] {
  return WRITERS.filter(({ extension }) => extensions.includes(extension));
}

/** `wrong` is empty where the program said what it should. */
export interface Trial {
  readonly wrong: readonly string[];
}

/** Null where the carrier is not fair to the form. */
export async function cleanTrial(seed: number, print: Print): Promise<Trial | null> {
  const form = randomForm(seed);
  const errors = await errorsIn(form, print);
  return errors && { wrong: errors.map(({ told }) => told) };
}

/** Null where the form has no place for such an error, too. */
export async function errorTrial(seed: number, code: ErrorCode, print: Print): Promise<Trial | null> {
  const error = withError(randomForm(seed), code, seed);
  const errors = error && (await errorsIn(error.form, print));
  if (!errors) return null;
  const isFound = errors.some((found) => found.code === code && found.fields[0] === error.field);
  const missed = isFound ? [] : [`seed ${seed}, ${error.form.family}: ${code} missed at ${error.field}`];
  const others = errors.filter((found) => found.code !== code).map(({ told }) => `besides: ${told}`);
  return { wrong: [...missed, ...others] };
}

async function errorsIn(form: DrawnForm, print: Print) {
  const printed = await print(form);
  if (printed === null) return null;
  const { diagnostics } = await reportOn(printed.name, printed.bytes);
  return diagnostics
    .filter(({ level }) => level === 'error' || level === 'fatal')
    .map((error) => ({ ...error, told: told(form, printed.name, error) }));
}

function told({ seed, family }: DrawnForm, name: string, { code, fields, message }: ReadDiagnostic): string {
  return `seed ${seed}, ${family}, ${name}: ${code} at ${fields[0]}: ${message.zh}`;
}
