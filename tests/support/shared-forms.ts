// The shared sample forms with what is known about them, when that folder is at hand; announces itself when it is not.

import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

export type Json = null | string | number | boolean | readonly Json[] | { readonly [key: string]: Json };

export interface SharedForm {
  readonly id: string;
  readonly evaluation: Readonly<Record<string, Json>>;
  readonly expect: {
    readonly errors: readonly { readonly code: string; readonly fields: readonly string[] }[];
    readonly mustNot: readonly string[];
  };
  readonly notCompared: readonly string[];
}

const FOLDER = process.env.HEBIAO_FORMS ?? fileURLToPath(new URL('../../../shared/forms', import.meta.url));

/** Every form of the folder, or none (said aloud) where there is no folder. */
export function sharedForms(): readonly SharedForm[] {
  if (!existsSync(FOLDER)) {
    console.warn(`skipped: no sample forms at ${FOLDER}`);
    return [];
  }
  return readdirSync(FOLDER)
    .filter((name) => name.endsWith('.expected.json'))
    .sort()
    .map((name): SharedForm => JSON.parse(readFileSync(`${FOLDER}/${name}`, 'utf8')));
}
