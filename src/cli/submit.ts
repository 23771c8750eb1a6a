// hebiao submit: sources become jobs of a queue in PostgreSQL.

import { Command } from 'commander';
import { addressOf, type DatabaseProblem } from '../database/index.ts';
import { Queue, reviveDead, type SubmitTally, submit } from '../queue/index.ts';
import { addressGiven, databaseOption, toldWhere } from './database.ts';
import { EXIT, type ExitCode, UsageError } from './exit.ts';
import { mannerFrom, type ReadingOptions, withReading } from './options.ts';
import { print, tell } from './streams.ts';
import { tasksFrom } from './tasks.ts';

interface Options extends ReadingOptions {
  readonly database?: string;
  readonly shared?: string;
  readonly mostBytes: string;
  readonly silence: string;
  readonly force?: true;
  readonly again?: true;
}

const MEBIBYTE = 1024 * 1024;

export function submitCommand(end: (code: ExitCode) => void): Command {
  return withReading(new Command('submit'))
    .description(
      '提交到 PostgreSQL 队列，由各台机器上的 worker 读取 sources become jobs that workers on any machine read',
    )
    .argument('[path...]', '文件、文件夹、通配符、zip files, folders, globs, zip archives')
    .addOption(databaseOption())
    .option(
      '--shared <dir>',
      '各机器共享的文件夹，其中的文件不存入库 a folder that all machines see; files in it are not copied into the database',
    )
    .option(
      '--most-bytes <MiB>',
      '经过数据库的文件大小上限 largest file that goes through the database',
      '64',
    )
    .option(
      '--silence <seconds>',
      '工作进程失联多久后改派 after so long a silent worker’s sources are given to others',
      '30',
    )
    .option('--force', '重新读取已读过的文件 read again what was read before')
    .option('--again', '失败三次的再试 try those again at which every attempt failed')
    .addHelpText('after', '\n例 Example:\n  HEBIAO_DATABASE=postgres://核表@db/核表 hebiao submit 附件/')
    .action(async (paths: string[], options: Options) =>
      end(await toldWhere(() => submitAll(paths, options))),
    );
}

async function submitAll(paths: readonly string[], options: Options): Promise<ExitCode> {
  if (paths.length === 0 && !options.again) throw new UsageError('需要路径 (a path is needed)');
  const heartbeatSeconds = numberFrom('--silence', options.silence, 10);
  const mostBytes = numberFrom('--most-bytes', options.mostBytes, 1) * MEBIBYTE;
  const queue = await Queue.open(addressOf(addressGiven(options.database)), QUIETLY);
  try {
    const revived = options.again ? await reviveDead(queue, heartbeatSeconds) : 0;
    let refusals = 0;
    const refused = (name: string, reason: string) => {
      refusals += 1;
      tell(`hebiao: ${name}: ${reason}`);
    };
    const manner = await mannerFrom(options);
    const tasks = tasksFrom(paths, { manner, shared: options.shared ?? null, mostBytes, refused });
    const tally = await submit(tasks, queue, { force: options.force === true, heartbeatSeconds });
    await printTally({ ...tally, again: tally.again + revived });
    return refusals > 0 ? EXIT.unread : EXIT.fine;
  } finally {
    await queue.close();
  }
}

const QUIETLY = {
  connections: 2,
  watchful: false,
  troubled: (problem: DatabaseProblem | Error) => tell(`hebiao: ${problem.message}`),
};

async function printTally(tally: SubmitTally): Promise<void> {
  for (const [name, count] of Object.entries(tally)) await print(`${name}\t${count}\n`);
}

function numberFrom(option: string, text: string, least: number): number {
  const number = /^\d{1,6}$/.test(text) ? Number(text) : 0;
  if (number < least)
    throw new UsageError(`${option}: 至少为 ${least} (a whole number from ${least} on is needed)`);
  return number;
}
