// hebiao load: a run's results, or a queue's, into a warehouse.

import { Command } from 'commander';
import { addressOf, Database } from '../database/index.ts';
import { storedReports } from '../queue/index.ts';
import {
  type LoadTally,
  load,
  openWarehouse,
  type SavedReport,
  savedReports,
  type Target,
  targetOf,
} from '../warehouse/index.ts';
import { addressGiven, databaseOption, toldWhere } from './database.ts';
import { EXIT, type ExitCode } from './exit.ts';
import { print, tell } from './streams.ts';

interface Options {
  readonly into: string;
  readonly database?: string;
  readonly quiet?: true;
}

export function loadCommand(end: (code: ExitCode) => void): Command {
  return new Command('load')
    .description('结果入库 a run’s results into a warehouse; prints how many rows each table holds')
    .argument(
      '[dir]',
      'run 的结果文件夹；不给则取 --database 中的结果 what a run left under --out; without it, the results in --database',
    )
    .requiredOption(
      '--into <target>',
      'duckdb:文件 | parquet:文件夹 | postgres://用户:密码@主机/库 duckdb:FILE, parquet:DIR or postgres://…',
    )
    .addOption(databaseOption())
    .option('--quiet', '只输出行数与问题 say nothing but row counts and what went wrong')
    .addHelpText('after', '\n例 Example:\n  hebiao load out --into duckdb:核表.duckdb')
    .action(async (dir: string | undefined, options: Options) =>
      end(await toldWhere(() => loadFrom(dir, options))),
    );
}

async function loadFrom(dir: string | undefined, options: Options): Promise<ExitCode> {
  const target = targetOf(options.into);
  if (dir !== undefined) return loadInto(target, await savedReports(dir), options);
  const database = await Database.at(addressOf(addressGiven(options.database)), 1);
  try {
    return await loadInto(target, reportsIn(database), options);
  } finally {
    await database.close();
  }
}

async function* reportsIn(database: Database): AsyncGenerator<SavedReport> {
  for await (const { name, report, programVersion } of storedReports(database)) {
    yield { where: name, text: report, programVersion };
  }
}

async function loadInto(
  target: Target,
  reports: AsyncIterable<SavedReport>,
  { quiet }: Options,
): Promise<ExitCode> {
  const now = new Date().toISOString();
  const warehouse = await openWarehouse(target, now);
  try {
    const tally = await load(reports, warehouse, now);
    for (const [table, rows] of Object.entries(await warehouse.counts())) await print(`${table}\t${rows}\n`);
    if (!quiet) tell(summary(tally));
  } finally {
    await warehouse.close();
  }
  return EXIT.fine;
}

function summary({ added, replaced, unchanged, older, inexact }: LoadTally): string {
  const lines = [
    `新增 added  ${added}`,
    `替换 replaced  ${replaced}`,
    `未变 unchanged  ${unchanged}`,
    ...(older > 0 ? [`库中已有更新版本的结果 left alone, read by a newer version  ${older}`] : []),
    ...(inexact > 0
      ? [`小数超过 10 位、原文见 *_text 列 numbers with more than 10 places, whole in *_text  ${inexact}`]
      : []),
  ];
  return lines.join('\n');
}
