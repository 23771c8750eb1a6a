// Reads bytes through the whole program, as the library does, and gives back plain JSON.

import { DEFAULT_LIMITS } from '../../../src/ingest/index.ts';
import { outcomeOf } from '../../../src/pipeline.ts';
import { DEFAULT_PROFILE } from '../../../src/record/index.ts';
import type { Expected } from '../forms/index.ts';

export interface ReadDiagnostic {
  readonly level: string;
  readonly code: string;
  readonly evaluation: number | null;
  readonly fields: readonly string[];
  readonly stated: string | null;
  readonly computed: string | null;
  readonly explanation: string | null;
  readonly message: { readonly zh: string; readonly en: string };
}

export interface ReadReport {
  readonly evaluations: readonly Expected[];
  readonly diagnostics: readonly ReadDiagnostic[];
}

export async function reportOn(name: string, bytes: Uint8Array): Promise<ReadReport> {
  const source = { name, bytes, limits: DEFAULT_LIMITS, password: null, pages: null };
  const { report } = await outcomeOf(source, { profile: DEFAULT_PROFILE });
  return JSON.parse(JSON.stringify(report));
}
