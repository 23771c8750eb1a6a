// hebiao status: how far the work of a queue is, who works, and what was given up.

import { Command } from 'commander';
import { addressOf } from '../database/index.ts';
import { deadLetters, Queue, type Status, statusOf } from '../queue/index.ts';
import { addressGiven, databaseOption, toldWhere } from './database.ts';
import { EXIT, type ExitCode } from './exit.ts';
import { print, tell } from './streams.ts';

interface Options {
  readonly database?: string;
  readonly json?: true;
}

export function statusCommand(end: (code: ExitCode) => void): Command {
  return new Command('status')
    .description('队列进度、工作进程、三次失败的文件 how far the work is, who works, and what was given up')
    .addOption(databaseOption())
    .option('--json', '输出 JSON')
    .addHelpText('after', '\n例 Example:\n  HEBIAO_DATABASE=postgres://核表@db/核表 hebiao status')
    .action(async (options: Options) => end(await toldWhere(() => status(options))));
}

async function status({ database, json }: Options): Promise<ExitCode> {
  const queue = await Queue.open(addressOf(addressGiven(database)), {
    connections: 2,
    watchful: false,
    troubled: ({ message }) => tell(`hebiao: ${message}`),
  });
  try {
    const found = { ...(await statusOf(queue)), dead: await deadLetters(queue.database) };
    await print(json ? `${JSON.stringify(found)}\n` : lines(found));
  } finally {
    await queue.close();
  }
  return EXIT.fine;
}

type Found = Status & { readonly dead: Awaited<ReturnType<typeof deadLetters>> };

function lines({ workers, dead, ...counts }: Found): string {
  const all = [
    ...Object.entries(counts).map(([name, count]) => `${name}\t${count}`),
    ...workers.map(({ name, lastSeen }) => `worker\t${name}\t${lastSeen}`),
    ...dead.map(({ name, sha256, attempts }) => `dead\t${name}\t${sha256}\t${attempts}`),
  ];
  return all.map((line) => `${line}\n`).join('');
}
