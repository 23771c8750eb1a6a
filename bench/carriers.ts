// Forms per second by carrier, and of a PDF page's time the share that is ours: everything after pdf.js has given its operators.
// Surprise: pdf.js alone is timed by opening the same pages and asking for the same operators, so the share holds on any machine.

import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { opened } from '../src/ingest/pdf/open.ts';
import { DEFAULT_LIMITS, type Source } from '../src/ingest/source.ts';
import { outcomeOf } from '../src/pipeline.ts';
import { DEFAULT_PROFILE } from '../src/record/index.ts';
import { measured } from './clock.ts';

const FIXTURES = new URL('../fixtures/', import.meta.url).pathname;
const settings = { profile: DEFAULT_PROFILE };

function sourcesOf(ending: string): readonly Source[] {
  const paths = globSync(`*/source.${ending}`, { cwd: FIXTURES })
    .toSorted()
    .map((file) => join(FIXTURES, file));
  return paths.map((name) => ({
    name,
    bytes: new Uint8Array(readFileSync(name)),
    limits: DEFAULT_LIMITS,
    password: null,
    pages: null,
  }));
}

async function formsIn(sources: readonly Source[]): Promise<number> {
  let forms = 0;
  for (const source of sources) forms += (await outcomeOf(source, settings)).evaluations.length;
  return forms;
}

async function pagesIn(sources: readonly Source[]): Promise<number> {
  let pages = 0;
  for (const source of sources)
    pages += (await outcomeOf(source, settings)).trees?.ingested.pages.length ?? 0;
  return pages;
}

async function operatorsIn(sources: readonly Source[]): Promise<number> {
  let pages = 0;
  for (const source of sources) {
    const pdf = await opened(source);
    for (let number = 1; number <= pdf.numPages; number++)
      await (await pdf.getPage(number)).getOperatorList();
    pages += pdf.numPages;
    await pdf.loadingTask.destroy();
  }
  return pages;
}

const ENDINGS = ['txt', 'html', 'docx', 'xlsx', 'pdf'];
console.log('\nby carrier, all fixtures of each, in one process');
for (const ending of ENDINGS) {
  const sources = sourcesOf(ending);
  const { perSecond } = await measured(ending, () => formsIn(sources));
  console.log(`${ending.padEnd(10)} ${perSecond.toFixed(0).padStart(7)} forms/s  ${sources.length} files`);
}
const pdfs = sourcesOf('pdf');
const whole = await measured('pdf', () => pagesIn(pdfs));
const theirs = await measured('pdf.js', () => operatorsIn(pdfs));
const ours = 1 - whole.perSecond / theirs.perSecond;
console.log(
  `pdf        ${whole.perSecond.toFixed(0).padStart(7)} pages/s  pdf.js alone ${theirs.perSecond.toFixed(0)}; ours ${(100 * ours).toFixed(0)} % of a page's time`,
);
