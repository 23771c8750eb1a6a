// npm run bench:bulk -- COUNT [FOLDER]: makes COUNT sources of mixed carriers from the cases, reads them in bulk, and tells files per second,
// how flat the memory of the main process stays, and whether everything is accounted for. 2 % are corrupt or hostile.
// Surprise: every source has its own content (a digit, a comment, an entry more), because equal contents would be read once.

import { spawn } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { extname, join } from 'node:path';
import { unzipSync, zipSync } from 'fflate';
import { residentBytes } from '../src/batch/resident.ts';

const FIXTURES = new URL('../fixtures/', import.meta.url).pathname;
const CLI = new URL('../src/cli.ts', import.meta.url).pathname;
/** One in so many is damaged. */
const DAMAGED = 50;

const count = Number(process.argv[2] ?? 1000);
const folder = process.argv[3] ?? join(tmpdir(), 'hebiao-bulk');
const jobs = (process.argv[4] ?? '2').split(',');

interface Model {
  readonly ending: string;
  readonly bytes: Uint8Array;
}

const models: readonly Model[] = readdirSync(FIXTURES).flatMap((name) =>
  readdirSync(join(FIXTURES, name))
    .filter((file) => file.startsWith('source.'))
    .map((file) => ({
      ending: extname(file),
      bytes: new Uint8Array(readFileSync(join(FIXTURES, name, file))),
    })),
);

/** The same document with other bytes. */
function variant({ ending, bytes }: Model, index: number): Uint8Array {
  const mark = new TextEncoder().encode(`${index}`);
  if (/docx|xlsx/.test(ending))
    return zipSync({ ...unzipSync(bytes), 'docProps/mark.xml': mark }, { level: 1 });
  if (/html/.test(ending)) return joined(bytes, `<!-- ${index} -->`);
  if (/txt/.test(ending)) return joined(bytes, `\n第${index}号`);
  return joined(bytes, `\n%${index}\n`);
}

function joined(bytes: Uint8Array, text: string): Uint8Array {
  return Buffer.concat([bytes, Buffer.from(text)]);
}

/** Cut off, with bytes turned over, or something else altogether. */
function damaged(bytes: Uint8Array, index: number): Uint8Array {
  const copy = Uint8Array.from(bytes);
  for (let at = index % 97; at < copy.length; at += 997) copy[at] = (copy[at] ?? 0) ^ 0xa5;
  return index % 2 === 0 ? copy : copy.slice(0, Math.floor(copy.length / 3));
}

function make(): void {
  rmSync(folder, { recursive: true, force: true });
  for (let index = 0; index < count; index++) {
    const model = models[index % models.length];
    if (!model) throw new Error('no fixtures');
    const whole = variant(model, index);
    const bytes = index % DAMAGED === 0 ? damaged(whole, index) : whole;
    const home = join(folder, 'in', String(index % 100));
    mkdirSync(home, { recursive: true });
    writeFileSync(join(home, `${index}${model.ending}`), bytes);
  }
}

/** `own` is the processor time of the main process alone: what the running costs beside the reading. */
interface Ran {
  readonly seconds: number;
  readonly own: number;
  readonly peak: number;
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
  let peak = 0;
  let own = 0;
  const watch = setInterval(() => {
    peak = Math.max(peak, residentBytes(child.pid));
    own = Math.max(own, processorSeconds(child.pid));
  }, 200);
  return new Promise((settle) => {
    child.on('close', () => {
      clearInterval(watch);
      settle({ seconds: (performance.now() - start) / 1000, own, peak, out });
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
  readonly forms: number;
}

function told({ seconds, own, peak, out }: Ran, workers: string): void {
  const lines: Line[] = readFileSync(join(out, 'journal.ndjson'), 'utf8')
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));
  const names = new Set(lines.map(({ name }) => name));
  const rates = `${(count / seconds).toFixed(1)} files/s, main process ${((1000 * own) / count).toFixed(1)} ms a file`;
  const size = `${Math.round(peak / 2 ** 20)} MiB at most`;
  console.log(
    `${workers} workers: ${lines.length} of ${count} sources, ${names.size} names, ${rates}, ${size}`,
  );
  for (const [ending, group] of Map.groupBy(lines, ({ name }) => extname(name))) {
    const busy = group.reduce((sum, { ms }) => sum + ms, 0) / group.length;
    const failed = group.filter(({ status }) => status === 'failed').length;
    console.log(
      `  ${ending.padEnd(6)} ${group.length} files, ${failed} failed, ${busy.toFixed(0)} ms each, ${(1000 / busy).toFixed(1)} files/s a worker`,
    );
  }
}

make();
for (const workers of jobs) told(await ran(workers), workers);
