// Forms per second by carrier, and of a PDF page's time the share that is ours: everything after pdf.js has given its operators.
// Surprise: pdf.js alone is timed by opening the same pages and asking for the same operators, turn about with the whole, so that the share holds on any
// machine; and both are warmed up long, since the compiler works on our part for some hundred documents.

import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { opened } from '../src/ingest/pdf/open.ts';
import { operatorsOf } from '../src/ingest/pdf/operators.ts';
import { DEFAULT_LIMITS, type Source } from '../src/ingest/source.ts';
import { outcomeOf } from '../src/pipeline.ts';
import { DEFAULT_PROFILE } from '../src/record/index.ts';
import { compared, measured } from './clock.ts';

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

async function operatorsIn(source: Source): Promise<number> {
  const document = await opened(source);
  for (let number = 1; number <= document.pdf.numPages; number++) {
    const page = await document.pdf.getPage(number);
    await operatorsOf(page, document);
    page.cleanup();
  }
  const pages = document.pdf.numPages;
  await document.close();
  return pages;
}

const ENDINGS = ['txt', 'html', 'docx', 'xlsx', 'pdf'];
console.log('\nby carrier, all fixtures of each, in one process');
for (const ending of ENDINGS) {
  const sources = sourcesOf(ending);
  const { perSecond } = await measured(ending, () => formsIn(sources));
  console.log(`${ending.padEnd(10)} ${perSecond.toFixed(0).padStart(7)} forms/s  ${sources.length} files`);
}

/** Rounds over all PDF fixtures (nine pages): from 40 on the share stays where it is. */
const WARM = 40;
const ROUNDS = 40;

const pdfs = sourcesOf('pdf');
let pages = 0;
const [theirs, whole] = await compared(
  async () => {
    pages = 0;
    for (const source of pdfs) pages += await operatorsIn(source);
  },
  async () => {
    await formsIn(pdfs);
  },
  { warm: WARM, rounds: ROUNDS },
);
console.log(
  `pdf        ${(pages / whole).toFixed(0).padStart(7)} pages/s  pdf.js alone ${(pages / theirs).toFixed(0)}; ours ${(100 * (1 - theirs / whole)).toFixed(0)} % of a page's time`,
);
