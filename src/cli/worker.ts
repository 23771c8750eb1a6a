// hebiao worker: reads what was submitted, beside any number of others, until it is told to stop.
// Surprise: SIGTERM lets it finish what it is reading; a second signal ends it at once, and others read on after --silence.

import { setTimeout as pause } from 'node:timers/promises';
import { Command, InvalidArgumentError } from 'commander';
import { type Address, addressOf, DatabaseProblem } from '../database/index.ts';
import type { Level } from '../diagnostic/index.ts';
import { Queue, type QueueOrder, type Reading, Work } from '../queue/index.ts';
import { addressGiven, databaseOption, toldWhere } from './database.ts';
import { EXIT, type ExitCode, exitCodeOf, worst } from './exit.ts';
import { failOnOption, mannerFrom, type ReadingOptions, withReading } from './options.ts';
import { NO_FOLDER, PooledReader } from './reader.ts';
import { onInterruption } from './signals.ts';
import { print, tell } from './streams.ts';

interface Options extends ReadingOptions {
  readonly database?: string;
  readonly shared?: string;
  readonly drain?: true;
  readonly wait: number;
  readonly failOn: Level;
}

export function workerCommand(end: (code: ExitCode) => void): Command {
  return withReading(new Command('worker'))
    .description('读取队列中的文件 reads what was submitted, beside any number of other workers')
    .addOption(databaseOption())
    .option('--shared <dir>', '共享文件夹在本机的位置 where the shared folder of submit is on this machine')
    .option('--drain', '全部读完即退出 end when nothing is left to read')
    .option(
      '--wait <seconds>',
      '启动时等待数据库多久 how long to wait for the database at the start',
      seconds,
      30,
    )
    .addOption(failOnOption())
    .addHelpText('after', '\n例 Example:\n  HEBIAO_DATABASE=postgres://核表@db/核表 hebiao worker --jobs 8')
    .action(async (options: Options) => end(await toldWhere(() => work(options))));
}

function seconds(text: string): number {
  if (!/^\d{1,6}$/.test(text)) throw new InvalidArgumentError('a whole number is needed (须为整数)');
  return Number(text);
}

/** Beside one for each report that is stored: pg-boss's own. */
const SPARE_CONNECTIONS = 2;
/** A database that starts is asked so often. */
const ASK_AGAIN_MILLISECONDS = 1_000;

async function work(options: Options): Promise<ExitCode> {
  const address = addressOf(addressGiven(options.database));
  const manner = await mannerFrom(options);
  const diary = new Diary(options.failOn, options.quiet === true);
  const order = {
    connections: options.jobs + SPARE_CONNECTIONS,
    watchful: true,
    troubled: (problem: Error) => diary.troubled(problem),
  };
  const queue = await opened(address, order, performance.now() + options.wait * 1000);
  const reader = new PooledReader(manner, options.jobs, options.shared ?? null);
  try {
    if (options.shared === undefined && (await queue.needsSharedFolder()))
      throw new DatabaseProblem(NO_FOLDER);
    await run(
      new Work(queue, reader, { jobs: options.jobs, drain: options.drain === true, ...diary.ears() }),
    );
  } finally {
    reader.stop();
    await queue.close();
  }
  await diary.print();
  return options.drain ? diary.code : EXIT.fine;
}

/** A worker that starts together with its database, or while that restarts, waits for it. */
async function opened(address: Address, order: QueueOrder, deadline: number): Promise<Queue> {
  for (;;) {
    try {
      return await Queue.open(address, order);
    } catch (error) {
      const isOver = performance.now() >= deadline;
      if (isOver || !(error instanceof DatabaseProblem && error.passing)) throw error;
      order.troubled(error);
      await pause(ASK_AGAIN_MILLISECONDS);
    }
  }
}

async function run(work: Work): Promise<void> {
  const stop = () => {
    process.once('SIGINT', atOnce).once('SIGTERM', atOnce);
    tell('hebiao: 正在读的读完即退出 (ends when what is being read is stored)');
    work.stop();
  };
  onInterruption(stop);
  await work.run();
}

function atOnce(): void {
  process.exit(EXIT.interrupted);
}

/** What a worker has done, for its operator. */
class Diary {
  readonly #failOn: Level;
  readonly #quiet: boolean;
  readonly #counts = { read: 0, failed: 0, again: 0, dropped: 0 };
  #code: ExitCode = EXIT.fine;
  #trouble = '';

  constructor(failOn: Level, quiet: boolean) {
    this.#failOn = failOn;
    this.#quiet = quiet;
  }

  get code(): ExitCode {
    return this.#code;
  }

  ears() {
    return {
      ended: (name: string, reading: Reading, fate: 'stored' | 'dropped' | 'again') =>
        this.#ended(name, reading, fate),
      troubled: (problem: Error) => this.troubled(problem),
    };
  }

  /** The same trouble is told once. */
  troubled({ message }: Error): void {
    if (message !== this.#trouble) tell(`hebiao: ${message}`);
    this.#trouble = message;
  }

  #ended(name: string, reading: Reading, fate: 'stored' | 'dropped' | 'again'): void {
    this.#trouble = '';
    if (fate !== 'stored') this.#counts[fate] += 1;
    else this.#counts[reading.outcome === 'read' ? 'read' : 'failed'] += 1;
    if (fate === 'stored') this.#code = worst(this.#code, exitCodeOf(reading.diagnostics, this.#failOn));
    if (reading.reason !== '' && !this.#quiet) tell(`hebiao: ${name}: ${reading.reason}`);
  }

  async print(): Promise<void> {
    for (const [name, count] of Object.entries(this.#counts)) await print(`${name}\t${count}\n`);
  }
}
