// hebiao run: files and folders in bulk; results under --out.

import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { Command } from 'commander';
import { reasonOf } from '../batch/content.ts';
import type { Line } from '../batch/journal.ts';
import { collectEarly } from '../batch/lean.ts';
import { Occupied } from '../batch/lock.ts';
import { Results } from '../batch/results.ts';
import { Run } from '../batch/run.ts';
import { NothingToRead, Refused } from '../batch/stops.ts';
import { documentsUnder, type Found } from '../batch/walk.ts';
import type { Level } from '../diagnostic/index.ts';
import { reportFrom } from '../write/index.ts';
import { columnsOf, shown } from './columns.ts';
import { EXIT, type ExitCode, exitCodeOf, UsageError } from './exit.ts';
import { failOnOption, localLanguage, mannerFrom, type ReadingOptions, withReading } from './options.ts';
import { prepareFolder, toldUnwritten } from './out.ts';
import { durationText, Progress } from './progress.ts';
import { onInterruption } from './signals.ts';
import { tell } from './streams.ts';

interface Options extends ReadingOptions {
  readonly out: string;
  readonly from?: string;
  readonly force?: true;
  readonly failOn: Level;
}

export function runCommand(end: (code: ExitCode) => void): Command {
  return withReading(new Command('run'))
    .description('批量处理：文件夹递归、相互隔离、可续跑 bulk: files and folders, isolated, resumable')
    .argument('[path...]', '文件、文件夹、通配符、zip files, folders, globs, zip archives')
    .requiredOption('--out <dir>', '结果文件夹 folder of the results')
    .option(
      '--from <file>',
      '从文件读取路径，一行一个，- 为标准输入 paths from a file, one a line; - for standard input',
    )
    .option('--force', '重新读取已读过的文件 read again what was read before')
    .addOption(failOnOption())
    .addHelpText('after', '\n例 Example:\n  hebiao run 附件/ 补充.zip --out out')
    .action(async (paths: string[], options: Options) => end(await run(paths, options)));
}

async function run(paths: readonly string[], options: Options): Promise<ExitCode> {
  if (paths.length === 0 && options.from === undefined) {
    throw new UsageError('需要路径或 --from (a path or --from is needed)');
  }
  collectEarly();
  const manner = await mannerFrom(options);
  const found = await documentsUnder([...paths, ...(await pathsListedIn(options.from))]);
  if (found.length === 0) tell('hebiao: 没有找到可读取的文件 (no documents found)');
  const order = {
    out: options.out,
    manner,
    jobs: options.jobs,
    force: options.force === true,
  };
  const progress = new Progress(process.stderr, options.quiet === true, localLanguage());
  return outcome(new Run(order, progress), found, progress, options);
}

/** `-` is standard input. */
async function pathsListedIn(list: string | undefined): Promise<readonly Buffer[]> {
  if (list === undefined) return [];
  return pathsIn(list === '-' ? await buffer(process.stdin) : await readFile(list).catch(refuseList));
}

/** A path a line, or between NULs; as bytes, since a name need not be UTF-8. */
function pathsIn(list: Buffer): readonly Buffer[] {
  const letters = list.toString('latin1').replace(/^\xef\xbb\xbf/, '');
  const paths = letters.split(letters.includes('\0') ? '\0' : /\r?\n/);
  return paths.filter((path) => path.trim() !== '').map((path) => Buffer.from(path, 'latin1'));
}

function refuseList(error: unknown): never {
  throw new UsageError(`--from: ${reasonOf(error)}`);
}

async function outcome(
  run: Run,
  found: readonly Found[],
  progress: Progress,
  options: Options,
): Promise<ExitCode> {
  const start = performance.now();
  onInterruption(() => run.stop());
  try {
    await prepareFolder(options.out);
    const lines = await run.read(found);
    progress.close();
    if (lines === null) return interrupted();
    const seconds = (performance.now() - start) / 1000;
    if (!options.quiet) tell(summary(progress, seconds, options.out));
    await tellFailed(lines, found, options.out);
    return exitCodeOf(progress.tally.counts, options.failOn);
  } catch (error) {
    progress.close();
    if (error instanceof NothingToRead) return await nothingToRead(error, found, options.out);
    return refusal(error, options.out);
  }
}

function interrupted(): ExitCode {
  tell('hebiao: 已中断；用同样的命令可以接着运行 (interrupted; the same command goes on where it stopped)');
  return EXIT.interrupted;
}

async function nothingToRead(
  { kept }: NothingToRead,
  found: readonly Found[],
  out: string,
): Promise<ExitCode> {
  tell(
    `hebiao: 没有一个来源可以打开；${out} 中先前的 ${kept} 份结果原样保留 (no source could be opened; the ${kept} reports of a former run are left as they are)`,
  );
  await tellUnread(found, async ({ problem }) => problem?.reason ?? null);
  return found.length === 0 ? EXIT.usage : EXIT.unread;
}

function refusal(error: unknown, out: string): ExitCode {
  if (error instanceof Occupied) {
    tell(`hebiao: ${out} 正被另一个进程使用：${error.message} (another run is writing there)`);
    return EXIT.usage;
  }
  if (!(error instanceof Refused)) return toldUnwritten(error, out);
  tell(
    `hebiao: ${out}：已停止：${error.message}；问题解决后用同样的命令可以接着运行 (stopped; the same command goes on)`,
  );
  return EXIT.unread;
}

function summary({ tally, withdrawn }: Progress, seconds: number, out: string): string {
  const { counts } = tally;
  const rows: readonly (readonly [string, number | string])[] = [
    ['文件 sources', tally.sources],
    ['  失败 failed', tally.failed],
    ['  重复 duplicates', tally.duplicates],
    ['  沿用 kept from before', tally.kept],
    ...(withdrawn > 0 ? [['  撤下 no longer named', withdrawn] as const] : []),
    ['表 forms', tally.forms],
    ['错误 errors', counts.error],
    ['提醒 warnings', counts.warning],
    ['存疑 doubts', counts.doubt],
    ['备注 notes', counts.note],
    ['用时 time', durationText(seconds)],
    ['结果 results', join(out, 'index.html')],
  ];
  return rows.map(([name, value]) => `${padded(name, 26)}${value}`).join('\n');
}

const MOST_NAMED = 10;

/** The sources that could not be read, by name, and why; also under --quiet, which keeps silent on what went well. */
async function tellUnread<T extends { readonly name: string }>(
  unread: readonly T[],
  reasonFor: (each: T) => Promise<string | null>,
): Promise<void> {
  for (const each of unread.slice(0, MOST_NAMED)) {
    const reason = await reasonFor(each);
    tell(`  未读 unread: ${shown(each.name)}${reason ? `: ${reason}` : ''}`);
  }
  if (unread.length > MOST_NAMED) tell(`  … ${unread.length - MOST_NAMED}`);
}

async function tellFailed(lines: readonly Line[], found: readonly Found[], out: string): Promise<void> {
  const problems = new Map(found.map(({ name, problem }) => [name, problem?.reason]));
  const results = new Results(out);
  const failed = lines.filter(({ status }) => status === 'failed');
  await tellUnread(failed, async (line) => problems.get(line.name) ?? (await fatalIn(line, results)));
}

/** What the report says, where there is one: a source that could not be opened has none. */
async function fatalIn({ name, sha256 }: Line, results: Results): Promise<string | null> {
  if (sha256 === null) return null;
  const report = reportFrom(await readFile(results.reportOf(name, sha256), 'utf8'));
  const fatal = report.diagnostics.find(({ level }) => level === 'fatal');
  return fatal ? `${fatal.message.zh} (${fatal.message.en})` : null;
}

function padded(text: string, columns: number): string {
  return text + ' '.repeat(columns - columnsOf(text));
}
