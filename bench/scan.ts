// npm run bench:scan -- [FOLDER]: seconds that a scanned page takes, stage by stage, warm, alone and with two workers at a time; beside it native Tesseract.
// Surprise: FOLDER holds pages as tests/accuracy/generate.ts makes them; without it the two pages of the ratchet are read. Tesseract gets the models that we
// ship; what two of it at a time gain over one is what this machine has to give.

import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import sharp from 'sharp';
import { CHILD_FLAGS } from '../src/batch/worker.ts';
import { bind } from '../src/bind/index.ts';
import { ingest } from '../src/ingest/index.ts';
import { DEFAULT_LIMITS } from '../src/ingest/source.ts';
import { locate } from '../src/locate/index.ts';
import { normalize } from '../src/normalize/index.ts';
import { heard } from '../src/pipeline.ts';
import { recognize } from '../src/recognize/index.ts';
import { DEFAULT_PROFILE } from '../src/record/index.ts';
import { halfWidth } from '../src/text/width.ts';
import { type Document, tablesOf } from '../src/tree/index.ts';
import { validate } from '../src/validate/index.ts';

process.env.ORT_DISABLE_TELEMETRY = '1'; // as in src/cli.ts

const PICTURES = new URL('../tests/support/scan/pictures/', import.meta.url).pathname;
const DATA = new URL('../node_modules/@tesseract.js-data/', import.meta.url).pathname;
const ROUNDS = 3;
const WORKERS = 2;

const [folder = PICTURES, part = ''] = process.argv.slice(2);

interface Page {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly cells: readonly { readonly text: string; readonly kind: string | null }[];
}

function pagesIn(where: string): readonly Page[] {
  const files = readdirSync(where);
  return files
    .filter((file) => file.endsWith('.json'))
    .map((file) => {
      const name = file.replace('.json', '');
      const picture = files.find((other) => other !== file && other.startsWith(`${name}.`)) ?? '';
      const { form } = JSON.parse(readFileSync(join(where, file), 'utf8'));
      return { name, bytes: new Uint8Array(readFileSync(join(where, picture))), cells: form.cells };
    });
}

/** Milliseconds of processor time, by stage. */
type Times = Record<'ingest' | 'locate' | 'recognize' | 'rest', number>;

async function readPage({ name, bytes }: Page): Promise<{ times: Times; document: Document }> {
  const marks = [processorTime()];
  const mark = <T>(value: T) => {
    marks.push(processorTime());
    return value;
  };
  const source = { name, bytes, limits: DEFAULT_LIMITS, password: null, pages: null };
  const ingested = mark((await heard(ingest(source))).value);
  if (!ingested) throw new Error(`${name} was refused`);
  const located = mark((await heard(locate(ingested))).value);
  const document = mark((await heard(recognize(located))).value);
  if (!document) throw new Error('the models are missing or wrong');
  const { value: forms } = await heard(bind(document));
  const { value: evaluations } = await heard(normalize(forms));
  mark(await heard(validate({ evaluations, profile: DEFAULT_PROFILE })));
  const [first = 0, second = 0, third = 0, rest = 0] = marks.slice(1).map((at, i) => at - (marks[i] ?? 0));
  return { times: { ingest: first, locate: second, recognize: third, rest }, document };
}

function processorTime(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

/** Of the printed cells, how many the text holds whole, white space and width aside: numbers, words. */
function shares(text: string, { cells }: Page): { numbers: number; words: number } {
  const plain = (some: string) => halfWidth(some).replace(/\s+/g, '');
  const words = new Set(text.split(/\s+/).map(plain));
  const whole = plain(text);
  const share = (kinds: RegExp, holds: (one: string) => boolean) => {
    const asked = cells
      .filter(({ kind }) => kind !== null && kinds.test(kind))
      .map((cell) => plain(cell.text));
    return asked.filter(holds).length / asked.length;
  };
  return {
    numbers: share(/number|percent/, (one) => words.has(one)),
    words: share(/prose/, (one) => whole.includes(one)),
  };
}

/** The picture that Tesseract reads of a page. */
async function pictureOf({ name, bytes }: Page, data: string): Promise<string> {
  const picture = join(data, `${name}.png`);
  writeFileSync(picture, await sharp(bytes).png().toBuffer());
  return picture;
}

function commandOf(picture: string, data: string): string {
  return `tesseract ${picture} stdout --tessdata-dir ${data} -l chi_sim --psm 6 2>/dev/null`;
}

const ONE_THREAD = { ...process.env, OMP_THREAD_LIMIT: '1' };

async function nativeTesseract(page: Page, data: string): Promise<{ seconds: number; text: string } | null> {
  const command = `TIMEFORMAT='%U %S'; time ${commandOf(await pictureOf(page, data), data)}`;
  const { stdout, stderr, status } = spawnSync('bash', ['-c', command], {
    encoding: 'utf8',
    env: ONE_THREAD,
  });
  const seconds = stderr
    .trim()
    .split(/\s+/)
    .reduce((sum, one) => sum + Number(one), 0);
  return status === 0 && stdout !== '' ? { seconds, text: stdout } : null;
}

/** Wall seconds that so many native Tesseracts at the same time take for all pages each. */
async function nativeTogether(workers: number, data: string): Promise<number> {
  const command = pagesIn(folder)
    .map(({ name }) => commandOf(join(data, `${name}.png`), data))
    .join('; ');
  const start = performance.now();
  await Promise.all(
    Array.from({ length: workers }, () =>
      once(spawn('bash', ['-c', command], { stdio: 'ignore', env: ONE_THREAD }), 'exit'),
    ),
  );
  return (performance.now() - start) / 1000;
}

/** Wall seconds a page where so many workers read the same pages at once, each of them warm. */
async function together(workers: number): Promise<number> {
  const took = Array.from({ length: workers }, () => {
    const child = spawn(process.execPath, [
      ...CHILD_FLAGS,
      new URL(import.meta.url).pathname,
      folder,
      'worker',
    ]);
    return new Promise<number>((settle) => child.stdout.on('data', (text) => settle(Number(text))));
  });
  return Math.max(...(await Promise.all(took)));
}

async function work(): Promise<void> {
  const pages = pagesIn(folder);
  for (const page of pages) await readPage(page);
  const start = performance.now();
  for (let round = 0; round < ROUNDS; round++) for (const page of pages) await readPage(page);
  console.log((performance.now() - start) / 1000 / ROUNDS / pages.length);
  process.exit(0);
}

function textOf(document: Document): string {
  return tablesOf(document)
    .flatMap(({ cells }) => cells.map(({ text }) => text))
    .join('\n');
}

function percent(value: number): string {
  return `${(100 * value).toFixed(1)} %`;
}

async function tell(page: Page, data: string): Promise<{ ours: number; native: number }> {
  await readPage(page);
  const all: Times[] = [];
  for (let round = 1; round < ROUNDS; round++) all.push((await readPage(page)).times);
  const { times, document } = await readPage(page);
  const mean = (stage: keyof Times) =>
    [...all, times].reduce((sum, one) => sum + one[stage], 0) / ROUNDS / 1000;
  const stages = (['ingest', 'locate', 'recognize', 'rest'] as const).map(
    (stage) => [stage, mean(stage)] as const,
  );
  const ours = stages.reduce((sum, [, seconds]) => sum + seconds, 0);
  const native = await nativeTesseract(page, data);
  const own = shares(textOf(document), page);
  const other = native && shares(native.text, page);
  console.log(
    `${page.name}, ${page.cells.length} cells: ${ours.toFixed(2)} s (${stages.map(([stage, seconds]) => `${stage} ${seconds.toFixed(2)}`).join(', ')}), ` +
      `numbers ${percent(own.numbers)}, words ${percent(own.words)}; native Tesseract ` +
      (native && other
        ? `${native.seconds.toFixed(2)} s, numbers ${percent(other.numbers)}, words ${percent(other.words)}`
        : 'is not installed'),
  );
  return { ours, native: native?.seconds ?? Number.NaN };
}

if (part === 'worker') await work();
const data = mkdtempSync(join(tmpdir(), 'hebiao-tessdata-'));
for (const language of ['eng', 'chi_sim'])
  writeFileSync(
    join(data, `${language}.traineddata`),
    gunzipSync(readFileSync(join(DATA, language, '4.0.0_best_int', `${language}.traineddata.gz`))),
  );
console.log('seconds of processor time a page, warm');
const told: { ours: number; native: number }[] = [];
for (const page of pagesIn(folder)) told.push(await tell(page, data));
const sum = (who: 'ours' | 'native') => told.reduce((total, one) => total + one[who], 0);
console.log(`native Tesseract takes ${(sum('native') / sum('ours')).toFixed(1)} times as long`);
console.log(`resident: ${Math.round(process.memoryUsage.rss() / 2 ** 20)} MiB`);
const [alone, both] = [await together(1), await together(WORKERS)];
console.log(
  `on the clock for a page: ${alone.toFixed(2)} s alone, ${both.toFixed(2)} s ${WORKERS} at a time`,
);
const gain = (one: number, all: number) => ((WORKERS * one) / all).toFixed(2);
console.log(
  `${WORKERS} workers read ${gain(alone, both)} times what one does; of native Tesseract ` +
    `${gain(await nativeTogether(1, data), await nativeTogether(WORKERS, data))} times`,
);
rmSync(data, { recursive: true });
process.exit(0);
