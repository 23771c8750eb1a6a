// The tests that face mutants: those of the numbers and of the rules, and no others.

import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: { include: ['tests/unit/number-*.test.ts', 'tests/unit/validate-*.test.ts', 'tests/laws/number.test.ts'] },
});
