// npm run bench:bulk -- COUNT [FOLDER [JOBS,JOBS]]: makes COUNT sources of every carrier, reads them in bulk, and tells files per second by carrier,
// how flat the memory of the main process stays, and whether everything is accounted for. 2 % are corrupt or hostile, 0.5 % are pictures.
// Surprise: every source has its own content (a digit, a comment, an entry more), because equal contents would be read once.

import { spawn } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { extname, join } from 'node:path';
import { unzipSync, zipSync } from 'fflate';
import { residentBytes } from '../src/batch/resident.ts';
import { HOSTILE } from '../tests/support/hostile/files.ts';
import { allModels, type Model } from './models.ts';

const CLI = new URL('../src/cli.ts', import.meta.url).pathname;
/** One in so many is damaged or hostile, and one in so many is a picture. */
const DAMAGED = 50;
const PICTURED = 200;

const count = Number(process.argv[2] ?? 1000);
const folder = process.argv[3] ?? join(tmpdir(), 'hebiao-bulk');
const jobs = (process.argv[4] ?? '2').split(',');

/** The same document with other bytes. */
function variant({ ending, bytes }: Model, index: number): Uint8Array {
  const mark = new TextEncoder().encode(`${index}`);
  if (ending === '.zip') return zipSync(variantsIn(unzipSync(bytes), index), { level: 1 });
  if (/docx|xlsx/.test(ending))
    return zipSync({ ...unzipSync(bytes), 'docProps/mark.xml': mark }, { level: 1 });
  if (/html/.test(ending)) return joined(bytes, `<!-- ${index} -->`);
  if (/txt|csv|md/.test(ending)) return joined(bytes, `\n第${index}号`);
  return joined(bytes, `\n%${index}\n`);
}

function variantsIn(
  members: Readonly<Record<string, Uint8Array>>,
  index: number,
): Record<string, Uint8Array> {
  return Object.fromEntries(
    Object.entries(members).map(([name, bytes]) => [name, joined(bytes, `<!-- ${index} -->`)]),
  );
}

function joined(bytes: Uint8Array, text: string): Uint8Array {
  return Buffer.concat([bytes, Buffer.from(text)]);
}

/** Cut off, or with bytes turned over. */
function damaged(bytes: Uint8Array, index: number): Uint8Array {
  const copy = Uint8Array.from(bytes);
  for (let at = index % 97; at < copy.length; at += 997) copy[at] = (copy[at] ?? 0) ^ 0xa5;
  return index % 2 === 0 ? copy : copy.slice(0, Math.floor(copy.length / 3));
}

/** Made once: some hold tens of megabytes. */
const hostile = HOSTILE.filter(({ name }) =>
  /^(bomb|laughs|nested|many|spans|unclosed|endless).*(docx|xlsx|html)$/.test(name),
).map(({ name, make }): Model => ({ name, ending: extname(name), bytes: make(), share: 'rare' }));

function bytesOf(model: Model, index: number): Uint8Array {
  const turn = index / DAMAGED;
  if (!Number.isInteger(turn)) return variant(model, index);
  return damaged(variant(model, index), turn);
}

function modelOf(models: Readonly<Record<Model['share'], readonly Model[]>>, index: number): Model {
  const isHostile = index % (3 * DAMAGED) === 0;
  const isPicture = index % PICTURED === 1;
  const from = isHostile ? hostile : isPicture ? models.rare : models.usual;
  const turn = isHostile ? index / (3 * DAMAGED) : isPicture ? (index - 1) / PICTURED : index;
  const model = from[turn % from.length];
  if (!model) throw new Error('no models');
  return model;
}

async function make(): Promise<void> {
  rmSync(folder, { recursive: true, force: true });
  const models = { usual: [], rare: [], ...Object.groupBy(await allModels(), ({ share }) => share) };
  for (let index = 0; index < count; index++) {
    const model = modelOf(models, index);
    const home = join(folder, 'in', String(index % 100));
    mkdirSync(home, { recursive: true });
    const bytes = hostile.includes(model) ? model.bytes : bytesOf(model, index);
    writeFileSync(join(home, `${index}${model.ending}`), bytes);
  }
}

/** `own` is the processor time of the main process alone: what the running costs beside the reading. */
interface Ran {
  readonly seconds: number;
  readonly own: number;
  /** Of the main process, in bytes, in the order of time. */
  readonly resident: readonly number[];
  readonly out: string;
}

function ran(workers: string): Promise<Ran> {
  const out = join(folder, `out-${workers}`);
  rmSync(out, { recursive: true, force: true });
  const start = performance.now();
  const child = spawn(
    process.execPath,
    [CLI, 'run', join(folder, 'in'), '--out', out, '--jobs', workers, '--quiet'],
    { stdio: 'inherit' },
  );
  const resident: number[] = [];
  let own = 0;
  const watch = setInterval(() => {
    resident.push(residentBytes(child.pid));
    own = Math.max(own, processorSeconds(child.pid));
  }, 200);
  return new Promise((settle) => {
    child.on('close', () => {
      clearInterval(watch);
      settle({ seconds: (performance.now() - start) / 1000, own, resident, out });
    });
  });
}

/** User and system time of a process in seconds; a tick is 10 ms on every Linux that Node runs on. */
function processorSeconds(pid: number | undefined): number {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? [];
    return (Number(fields[11] ?? 0) + Number(fields[12] ?? 0)) / 100;
  } catch {
    return 0;
  }
}

interface Line {
  readonly name: string;
  readonly status: string;
  readonly ms: number;
}

function told({ seconds, own, resident, out }: Ran, workers: string): void {
  const lines: Line[] = readFileSync(join(out, 'journal.ndjson'), 'utf8')
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));
  console.log(`${workers} workers: ${accountOf(lines)}`);
  const rates = `${(count / seconds).toFixed(1)} files/s, main process ${((1000 * own) / count).toFixed(1)} ms a file`;
  console.log(`  ${rates}, ${memoryOf(resident)}`);
  for (const [ending, group] of Map.groupBy(lines, ({ name }) => extname(name))) tellCarrier(ending, group);
}

/** A member of an archive accounts for its archive. */
function accountOf(lines: readonly Line[]): string {
  const names = new Set(lines.map(({ name }) => name));
  const files = new Set(lines.map(({ name }) => name.replace(/\.zip\/.*/, '.zip')));
  const times = (status: string) => lines.filter((line) => line.status === status).length;
  const said = `${times('read')} read, ${times('failed')} failed, ${times('duplicate')} duplicates`;
  return `${files.size} of ${count} files accounted for, ${lines.length - names.size} sources twice; ${said}`;
}

/** Flat is what the last quarter holds against the second; the first one warms up. */
function memoryOf(resident: readonly number[]): string {
  const quarter = (at: number) =>
    resident.slice((at * resident.length) / 4, ((at + 1) * resident.length) / 4);
  const most = (sizes: readonly number[]) =>
    Math.round(sizes.reduce((size, each) => Math.max(size, each), 0) / 2 ** 20);
  const quarters = [0, 1, 2, 3].map((at) => most(quarter(at))).join(', ');
  return `${most(resident)} MiB at most (by quarters of the time: ${quarters})`;
}

function tellCarrier(ending: string, group: readonly Line[]): void {
  const busy = group.reduce((sum, { ms }) => sum + ms, 0) / group.length;
  const failed = group.filter(({ status }) => status === 'failed').length;
  console.log(
    `  ${ending.padEnd(6)} ${group.length} files, ${failed} failed, ${busy.toFixed(0)} ms each, ${(1000 / busy).toFixed(1)} files/s a worker`,
  );
}

await make();
for (const workers of jobs) told(await ran(workers), workers);
