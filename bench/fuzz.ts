// npm run fuzz -- COUNT [SEED [FOLDER]]: documents of every carrier (or the cases of FOLDER), mutated COUNT times, each read in a child under limits.
// Tells what crashed, hung or swelled. One in forty is a picture.
// Surprise: a crash is a finding even though the run survives it; what is found becomes a case. The same seed gives the same files.

import { createHash } from 'node:crypto';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { extname, join } from 'node:path';
import { unzipSync, zipSync } from 'fflate';
import { DEFAULT_ALLOWANCE } from '../src/batch/allowance.ts';
import type { Job, Manner } from '../src/batch/job.ts';
import { answersOf } from '../src/batch/reports.ts';
import { DEFAULT_PROFILE } from '../src/record/index.ts';
import { allModels, casesIn, type Model } from './models.ts';

const KEPT = join(tmpdir(), 'hebiao-fuzz');
const count = Number(process.argv[2] ?? 500);
const seed = Number(process.argv[3] ?? 1);

/** Numbers in 0..1 that depend on the seed alone. */
function dice(start: number): () => number {
  let state = start >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    const mixed = Math.imul(state ^ (state >>> 15), state | 1);
    return (
      ((mixed ^ (mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)) ^ (mixed >>> 14)) >>> 0) / 2 ** 32
    );
  };
}

type Mutation = (bytes: Uint8Array, roll: () => number) => Uint8Array;
const place = (bytes: Uint8Array, roll: () => number): number => Math.floor(roll() * bytes.length);

const MUTATIONS: readonly Mutation[] = [
  function flip(bytes, roll) {
    const copy = Uint8Array.from(bytes);
    for (let times = 1 + roll() * 20; times > 0; times--) copy[place(bytes, roll)] = Math.floor(roll() * 256);
    return copy;
  },
  function cut(bytes, roll) {
    return bytes.slice(0, place(bytes, roll));
  },
  function remove(bytes, roll) {
    const from = place(bytes, roll);
    return Buffer.concat([bytes.slice(0, from), bytes.slice(from + Math.floor(roll() * 200))]);
  },
  function repeat(bytes, roll) {
    const from = place(bytes, roll);
    const part = bytes.slice(from, from + Math.floor(roll() * 400));
    return Buffer.concat([
      bytes.slice(0, from),
      ...Array.from({ length: 1 + Math.floor(roll() * 30) }, () => part),
      bytes.slice(from),
    ]);
  },
  function blank(bytes, roll) {
    const from = place(bytes, roll);
    return Uint8Array.from(bytes).fill(0, from, from + Math.floor(roll() * 500));
  },
  function insert(bytes, roll) {
    const from = place(bytes, roll);
    const odd = [
      '\t',
      '\n',
      '9'.repeat(50),
      '</td>',
      '<table>',
      '"',
      '总分',
      '分值',
      '\u0000',
      '-',
      '合计\t',
      'rowspan="65000"',
      '99999999',
    ];
    return Buffer.concat([
      bytes.slice(0, from),
      Buffer.from(odd[Math.floor(roll() * odd.length)] ?? ''),
      bytes.slice(from),
    ]);
  },
];

function mutated(bytes: Uint8Array, roll: () => number): Uint8Array {
  const mutation = MUTATIONS[Math.floor(roll() * MUTATIONS.length)];
  return mutation ? mutation(bytes, roll) : bytes;
}

/** Half of the archives are mutated inside, where the parsers are. */
function mutatedInside(bytes: Uint8Array, roll: () => number): Uint8Array {
  const parts = unzipSync(bytes);
  const names = Object.keys(parts).filter((name) => name.endsWith('.xml'));
  const name = names[Math.floor(roll() * names.length)] ?? '';
  return zipSync({ ...parts, [name]: mutated(parts[name] ?? new Uint8Array(), roll) }, { level: 1 });
}

/** Pictures are mostly mutated near their start, where the headers are: a body that is only noise takes seconds and tells little. */
function mutatedPicture(bytes: Uint8Array, roll: () => number): Uint8Array {
  const head = roll() < 0.7 ? 400 : bytes.length;
  return Buffer.concat([mutated(bytes.slice(0, head), roll), bytes.slice(head)]);
}

function damaged({ ending, bytes, share }: Model, roll: () => number): Uint8Array {
  if (share === 'rare') return mutatedPicture(bytes, roll);
  if (/docx|xlsx/.test(ending) && roll() < 0.5) return mutatedInside(bytes, roll);
  let copy = mutated(bytes, roll);
  while (roll() < 0.4) copy = mutated(copy, roll);
  return copy;
}

const PICTURED = 40;

function* jobs(models: readonly Model[]): Generator<Job> {
  const roll = dice(seed);
  const usual = models.filter(({ share }) => share === 'usual');
  const rare = models.filter(({ share }) => share === 'rare');
  for (let index = 0; index < count; index++) {
    const isPicture = rare.length > 0 && index % PICTURED === 0;
    const model = isPicture ? rare[(index / PICTURED) % rare.length] : usual[index % usual.length];
    if (!model) return;
    const content = { bytes: damaged(model, roll) };
    const kind = model.ending === '.zip' ? 'unpack' : 'report';
    const into = kind === 'unpack' ? join(KEPT, 'unpacked', String(index)) : null;
    yield { kind, name: `${model.name}-${index}${model.ending}`, content, into };
  }
}

const manner: Manner = {
  settings: { profile: DEFAULT_PROFILE },
  allowance: { ...DEFAULT_ALLOWANCE, seconds: 60, memory: 1024 * 1024 * 1024 },
  password: null,
  pages: null,
};

const models = process.argv[4] === undefined ? await allModels() : casesIn(process.argv[4]);
rmSync(join(KEPT, 'unpacked'), { recursive: true, force: true });
mkdirSync(KEPT, { recursive: true });
const tally = new Map<string, number>();
const slowest = { ms: 0, name: '' };
const digest = createHash('sha256');
for await (const { job, answer } of answersOf(jobs(models), manner, 2)) {
  const fatal = answer.status === 'done' && answer.counts.fatal > 0 ? ' (fatal)' : '';
  const outcome = `${extname(job.name)} ${answer.status}${fatal}`;
  tally.set(outcome, (tally.get(outcome) ?? 0) + 1);
  if (answer.ms > slowest.ms) Object.assign(slowest, { ms: answer.ms, name: job.name });
  if (answer.status === 'done') digest.update(answer.text);
  else if ('bytes' in job.content) {
    writeFileSync(join(KEPT, job.name), job.content.bytes);
    console.log(`${join(KEPT, job.name)}: ${answer.status}: ${answer.reason}`);
  }
}
for (const [outcome, times] of [...tally].toSorted()) console.log(`${outcome.padEnd(20)} ${times}`);
console.log(`slowest ${slowest.name} ${slowest.ms} ms; all answers ${digest.digest('hex').slice(0, 12)}`);
