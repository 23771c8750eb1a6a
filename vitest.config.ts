// All tests, in child processes of their own; slow ones (OCR, child processes) get a minute.

import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['tests/**/*.test.ts'],
    testTimeout: 60_000,
    hookTimeout: 60_000,
    pool: 'forks',
    env: { ORT_DISABLE_TELEMETRY: '1' }, // as in src/cli.ts
  },
});
