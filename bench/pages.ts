// PDF pages per second, and of a page's time the share that is ours: everything after pdf.js has given its operators. Run by bench.ts.
// Surprise: pdf.js alone is timed by opening the same document and asking for the same operators, turn about with the whole, document by document, so that
// a machine that is slow for a while slows both; and both are warmed up long, since the compiler works on our part for some hundred documents.

import { opened } from '../src/ingest/pdf/open.ts';
import { operatorsOf } from '../src/ingest/pdf/operators.ts';
import type { Source } from '../src/ingest/source.ts';
import { outcomeOf } from '../src/pipeline.ts';
import { DEFAULT_PROFILE } from '../src/record/index.ts';
import { compared } from './clock.ts';
import { fixturesOf } from './fixtures.ts';

/** Rounds over all PDF fixtures: from 40 on the share stays where it is. */
const WARM = 40;
const ROUNDS = 60;

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

const sources = fixturesOf('pdf');
let pages = 0;
for (const source of sources) pages += await operatorsIn(source);
const [theirs, whole] = await compared(
  sources,
  [operatorsIn, (source) => outcomeOf(source, { profile: DEFAULT_PROFILE })],
  { warm: WARM, rounds: ROUNDS },
);
console.log(
  `pdf        ${(pages / whole).toFixed(0).padStart(7)} pages/s  pdf.js alone ${(pages / theirs).toFixed(0)}; ours ${(100 * (1 - theirs / whole)).toFixed(0)} % of a page's time`,
);
process.exit(0);
