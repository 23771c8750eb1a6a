// npm run mutation: what the tests of the numbers and the rules let pass when the code is changed. Results in out/mutation/.
// Surprise: the words of messages are left as they are (see ignored.mjs beside this), and the laws of whole documents take no part; they
// would kill more, but each mutant would wait for them. One folder or file at a time: npm run mutation -- --mutate src/number/decimal.ts
export default {
  mutate: ['src/number/**/*.ts', 'src/validate/**/*.ts', '!src/validate/rules.ts'],
  testRunner: 'vitest',
  plugins: ['@stryker-mutator/vitest-runner', './.ci/mutation.ignored.mjs'],
  vitest: { configFile: '.ci/mutation.vitest.mjs', related: false },
  coverageAnalysis: 'perTest',
  ignoreStatic: true,
  ignorers: ['words'],
  incremental: true,
  incrementalFile: 'out/mutation/incremental.json',
  tempDirName: 'out/mutation/sandbox',
  // Its reader of tsconfig.json does not know TypeScript 7, and nothing here needs one.
  ignorePatterns: ['out', 'dist', 'bench', 'docs', 'schemas', 'tsconfig*.json'],
  reporters: ['clear-text', 'json'],
  clearTextReporter: { allowColor: false, reportTests: false, reportScoreTable: true },
  jsonReporter: { fileName: 'out/mutation/mutation.json' },
  thresholds: { high: 95, low: 90, break: null },
  concurrency: 2,
};
