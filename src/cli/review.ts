// hebiao review: the review page over a run's results, on this machine only, until it is told to stop.
// Surprise: Ctrl-C is how it ends well: what is still to be written is written, and the exit code is 0.

import { stat } from 'node:fs/promises';
import { userInfo } from 'node:os';
import { join } from 'node:path';
import { Command, InvalidArgumentError } from 'commander';
import { reasonOf } from '../batch/content.ts';
import { exportLabels } from '../batch/labels.ts';
import { FolderShelf } from '../batch/shelf.ts';
import { addressOf, Database } from '../database/index.ts';
import { prepareTables, QueueShelf } from '../queue/index.ts';
import { Desk } from '../review/desk.ts';
import { ReviewServer } from '../review/server.ts';
import type { Shelf } from '../shelf.ts';
import type { Language } from '../write/index.ts';
import { addressGiven, databaseOption, toldWhere } from './database.ts';
import { EXIT, type ExitCode, UsageError } from './exit.ts';
import { languageOption } from './options.ts';
import { onInterruption } from './signals.ts';
import { print, tell } from './streams.ts';

interface Options {
  readonly port: number;
  readonly by: string;
  readonly lang: Language;
  readonly readOnly?: true;
  readonly export?: string;
  readonly database?: string;
}

export function reviewCommand(end: (code: ExitCode) => void): Command {
  return new Command('review')
    .description('复核页面：对照原件处理存疑、更正读法 the review page: settle doubts beside the paper')
    .argument(
      '[dir]',
      'run 的结果文件夹；不给则取 --database 中的结果 what a run left under --out; without it, the results in --database',
    )
    .addOption(databaseOption())
    .option('--port <number>', '端口，0 为任一空闲端口 port; 0 takes a free one', portNumber, 0)
    .option('--by <name>', '更正人 who corrects', userInfo().username)
    .option('--read-only', '只看不改 nothing can be corrected')
    .option(
      '--export <labels>',
      '不打开页面，把更正过的格（图与文字）写到此文件夹 no page: writes corrected cells (crop and text) to this folder',
    )
    .addOption(languageOption())
    .addHelpText('after', '\n例 Example:\n  hebiao review out --by 王芳\n  hebiao review out --export labels')
    .action(async (dir: string | undefined, options: Options) =>
      end(await toldWhere(() => review(dir, options))),
    );
}

async function review(dir: string | undefined, options: Options): Promise<ExitCode> {
  if (dir !== undefined) return reviewOf(await shelfAt(dir), options);
  const database = await Database.at(addressOf(addressGiven(options.database)), CONNECTIONS);
  try {
    await prepareTables(database);
    return await reviewOf(new QueueShelf(database), options);
  } finally {
    await database.close();
  }
}

/** A page asks for a few things at once. */
const CONNECTIONS = 4;

async function reviewOf(shelf: Shelf, options: Options): Promise<ExitCode> {
  if (options.export !== undefined) return exported(shelf, options.export);
  const server = await listening(shelf, options);
  await print(`${server.address}\n`);
  tell('hebiao: 按 Ctrl-C 结束 (Ctrl-C ends it)');
  await toldToStop();
  await server.close();
  return EXIT.fine;
}

async function exported(shelf: Shelf, folder: string): Promise<ExitCode> {
  const count = await exportLabels(shelf, folder).catch((error: unknown) =>
    refuse(`--export: ${reasonOf(error)}`),
  );
  await print(`${count}\t${join(folder, 'labels.ndjson')}\n`);
  return EXIT.fine;
}

async function shelfAt(dir: string): Promise<Shelf> {
  const found = await stat(dir).catch((error: unknown) => refuse(`${dir}: ${reasonOf(error)}`));
  if (!found.isDirectory()) refuse(`${dir} 不是文件夹 (not a folder)`);
  const shelf = await FolderShelf.at(dir);
  if ((await shelf.entries()).length === 0) {
    refuse(`${dir} 中没有结果；先运行 hebiao run … --out ${dir} (no results there; run first)`);
  }
  return shelf;
}

function refuse(what: string): never {
  throw new UsageError(what);
}

async function listening(shelf: Shelf, { by, lang, port, readOnly }: Options): Promise<ReviewServer> {
  const about = { results: shelf.name, by, language: lang, readOnly: readOnly === true || shelf.isReadOnly };
  try {
    return await ReviewServer.listen(new Desk(shelf), about, port, (line) => tell(`hebiao: ${line}`));
  } catch (error) {
    if (error instanceof Error && 'syscall' in error && error.syscall === 'listen') {
      refuse(`--port ${port}: ${reasonOf(error)}`);
    }
    throw error;
  }
}

/** A second signal ends it at once, with what is not written left for the next time. */
async function toldToStop(): Promise<void> {
  await new Promise<void>((settle) => onInterruption(settle));
  process.once('SIGINT', () => process.exit(EXIT.interrupted));
}

function portNumber(text: string): number {
  const port = /^\d{1,5}$/.test(text) ? Number(text) : Number.NaN;
  if (!(port <= 65_535)) throw new InvalidArgumentError('0–65535');
  return port;
}
