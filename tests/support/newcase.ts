// npm run case -- FILE NAME: makes fixtures/NAME from a document, runs everything over it, and leaves its goldens to read.

import { copyFileSync, existsSync, mkdirSync } from 'node:fs';
import { extname, join } from 'node:path';
import { FIXTURES, goldensOf, outcomeOfCase, writeGoldens } from './case.ts';

const [file, name] = process.argv.slice(2);
if (file === undefined || name === undefined || !/^[\w.-]+$/.test(name)) {
  console.error('npm run case -- FILE NAME   (NAME: letters, digits, - and .)');
  process.exit(2);
}
const folder = join(FIXTURES, name);
if (existsSync(folder)) {
  console.error(`${folder} is there already; UPDATE=1 npx vitest run tests/cases.test.ts rewrites goldens`);
  process.exit(2);
}
if (!existsSync(file)) {
  console.error(`${file}: no such file`);
  process.exit(2);
}
mkdirSync(folder, { recursive: true });
copyFileSync(file, join(folder, `source${extname(file)}`));
const outcome = await outcomeOfCase(folder);
writeGoldens(folder, goldensOf(outcome));
const { evaluations, diagnostics } = outcome.report;
console.log(
  `${folder}: ${evaluations.length} forms, ${diagnostics.length} findings. Read the goldens before you commit them.`,
);
