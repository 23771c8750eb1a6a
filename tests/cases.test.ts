// Every case: what each stage says about its source is what its goldens hold. UPDATE=1 rewrites them; CI refuses that.

import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import {
  casesIn,
  FIXTURES,
  GOLDENS,
  goldensOf,
  outcomeOfCase,
  unclaimedIn,
  writeGoldens,
} from './support/case.ts';

const UPDATE = process.env.UPDATE === '1';

it('does not rewrite goldens in CI', () => {
  expect(UPDATE && process.env.CI !== undefined).toBe(false);
});

describe.each(casesIn(FIXTURES))('case %s', (name) => {
  const folder = join(FIXTURES, name);

  it('is what its goldens say', async () => {
    const goldens = goldensOf(await outcomeOfCase(folder));
    if (UPDATE && process.env.CI === undefined) writeGoldens(folder, goldens);
    for (const golden of GOLDENS) {
      const path = join(folder, golden);
      expect.soft(goldens[golden], path).toBe(existsSync(path) ? readFileSync(path, 'utf8') : '(missing)');
    }
  });

  it('has no golden that no stage claims', () => {
    expect(unclaimedIn(folder)).toEqual([]);
  });
});
