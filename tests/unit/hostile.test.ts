// Hostile files: each ends as it should in under 2 s and 500 MB, measured in a child process of its own.

import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, expect, it } from 'vitest';
import { HOSTILE } from '../support/hostile/files.ts';

const MEASURE = fileURLToPath(new URL('../support/hostile/measure.ts', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'hostile-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

interface Measured {
  readonly codes: readonly string[];
  readonly ms: number;
  readonly megabytes: number;
  readonly texts: readonly string[];
}

it.each(HOSTILE)('$name is $expect', ({ name, make, expect: outcome, holds }) => {
  const file = join(folder, name);
  writeFileSync(file, make());
  const printed = execFileSync(process.execPath, [MEASURE, file], { encoding: 'utf8', timeout: 30_000 });
  const { codes, ms, megabytes, texts }: Measured = JSON.parse(printed);
  rmSync(file);
  const fatals = codes.filter((code) => code.startsWith('fatal'));
  expect(fatals).toEqual(outcome === 'right' ? [] : [`fatal ${outcome}`]);
  if (holds !== undefined) expect(texts).toContain(holds);
  expect(ms).toBeLessThan(2_000);
  expect(megabytes).toBeLessThan(500);
});
