// npm run bench: how many forms a second of processor time one process reads from text, and where the time goes, stage by stage.
// Surprise: all figures come from one run on one machine; compare the ratios, not the figures of two machines.

import { bind } from '../src/bind/index.ts';
import { ingest } from '../src/ingest/index.ts';
import { locate } from '../src/locate/index.ts';
import { normalize } from '../src/normalize/index.ts';
import { heard, outcomeOf } from '../src/pipeline.ts';
import { DEFAULT_PROFILE } from '../src/record/index.ts';
import { validate } from '../src/validate/index.ts';
import { reportFrom, reportJson } from '../src/write/index.ts';
import { measured } from './clock.ts';
import { fixturesOf } from './fixtures.ts';

const SECONDS = 3;

const sources = fixturesOf('txt');

function ended<T>(stage: Generator<unknown, T, void>): T {
  for (;;) {
    const step = stage.next();
    if (step.done) return step.value;
  }
}

const outcomes = await Promise.all(sources.map((source) => outcomeOf(source, { profile: DEFAULT_PROFILE })));
const forms = outcomes.reduce((sum, { evaluations }) => sum + evaluations.length, 0);
const trees = outcomes.flatMap(({ trees: each }) => (each ? [each] : []));
const texts = outcomes.map(({ report }) => reportJson(report));

const results = [
  await measured('whole', async () => {
    for (const source of sources) await outcomeOf(source, { profile: DEFAULT_PROFILE });
    return forms;
  }),
  await measured('ingest', async () => {
    for (const source of sources) await heard(ingest(source));
    return forms;
  }),
  await measured('locate', () => {
    for (const tree of trees) ended(locate(tree.ingested));
    return forms;
  }),
  await measured('bind', () => {
    for (const tree of trees) ended(bind(tree.recognized));
    return forms;
  }),
  await measured('normalize', () => {
    for (const outcome of outcomes) ended(normalize(outcome.forms));
    return forms;
  }),
  await measured('validate', () => {
    for (const { evaluations } of outcomes) ended(validate({ evaluations, profile: DEFAULT_PROFILE }));
    return forms;
  }),
  await measured('write', () => {
    for (const { report } of outcomes) reportJson(report);
    return forms;
  }),
  await measured('reread', () => {
    for (const text of texts) reportFrom(text);
    return forms;
  }),
];

const whole = results[0]?.perSecond ?? 0;
console.log(`${forms} forms in ${sources.length} text fixtures, ${SECONDS} s each`);
for (const { name, perSecond } of results) {
  const share =
    name === 'whole' || name === 'reread' ? '' : `${Math.round((100 * whole) / perSecond)} % of the time`;
  console.log(`${name.padEnd(10)} ${Math.round(perSecond).toString().padStart(7)} forms/s  ${share}`);
}

await import('./carriers.ts');
await import('./review.ts');
const { benchWarehouse } = await import('./warehouse.ts');
const { loadRows, load, queue, sourcesPerSecond } = await benchWarehouse();
console.log(`\nwarehouse, ${loadRows} rows`);
for (const [target, { wallMilliseconds }] of Object.entries(load))
  console.log(`${target.padEnd(10)} ${((1000 * loadRows) / wallMilliseconds).toFixed(0).padStart(7)} rows/s`);
console.log(
  `queue      ${queue.wallMilliseconds.toFixed(1).padStart(7)} ms a source by the clock, ${queue.cpuMilliseconds.toFixed(1)} of this process's processor`,
);
for (const [workers, rate] of Object.entries(sourcesPerSecond))
  console.log(`workers ${workers}  ${rate.toFixed(0).padStart(7)} sources/s`);
