// Damages PDFs many times over and reads them: node tests/fuzz/pdf.ts [COUNT] [FILE...]. Ends with 1 where a reading threw or took over 10 s.
// Surprise: a reading that never ends cannot be stopped from inside; the last line printed names the seed that is being read.

import { readFileSync } from 'node:fs';
import { drawnPdf } from '../support/pdf/grid.ts';
import { mutated } from '../support/pdf/mutate.ts';
import { located, readingOf } from '../support/pdf/read.ts';

const SLOWEST = 10_000;
const cells = Array.from({ length: 12 }, (_, at) => ({
  row: Math.floor(at / 3),
  column: at % 3,
  rowSpan: 1,
  columnSpan: 1,
  text: `c${at}`,
}));
const drawn = {
  widths: [80, 60, 90],
  heights: [20, 30, 20, 24],
  cells,
  line: 1,
  gap: 0,
  offset: [30, 30] as const,
  rotate: 0 as const,
};

const [count = '2000', ...files] = process.argv.slice(2);
const sources =
  files.length > 0
    ? files.map((file) => new Uint8Array(readFileSync(file)))
    : [drawnPdf({ ...drawn, way: 'strokes' }), drawnPdf({ ...drawn, way: 'slivers' })];
const ends = { read: 0, fatal: 0, threw: 0, slow: 0, slowest: 0 };

process.on('unhandledRejection', (reason) => {
  if (reason instanceof Error && /pdfjs-dist/.test(reason.stack ?? '')) return;
  ends.threw++;
  console.error('unhandled', reason);
});

for (let seed = 0; seed < Number(count); seed++) {
  const source = sources[seed % sources.length] ?? new Uint8Array();
  const begun = performance.now();
  process.stderr.write(`\r${seed} `);
  try {
    const { said, document } = await readingOf(mutated(source, seed));
    if (document) located(document);
    if (document) ends.read++;
    else if (said.filter((each) => each.level === 'fatal').length === 1) ends.fatal++;
    else throw new Error('neither a document nor one fatal');
  } catch (error) {
    ends.threw++;
    console.error(`\nseed ${seed}:`, error);
  }
  const took = performance.now() - begun;
  ends.slowest = Math.max(ends.slowest, took);
  if (took > SLOWEST) ends.slow++;
}
console.log(JSON.stringify(ends));
process.exit(ends.threw + ends.slow > 0 ? 1 : 0);
