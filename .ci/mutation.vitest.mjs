// The tests that face mutants: those of the numbers and of the rules, and no others.
// Surprise: the files share one process for each mutant, and a run takes a quarter of the time; what a module remembers lives no longer than that.

import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: { include: ['tests/unit/number-*.test.ts', 'tests/unit/validate-*.test.ts', 'tests/laws/number.test.ts'], isolate: false },
});
