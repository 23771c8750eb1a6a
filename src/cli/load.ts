// hebiao load: a run's results into a warehouse.

import { Command } from 'commander';
import { DatabaseProblem, NoAddress } from '../database/index.ts';
import {
  type LoadTally,
  load,
  NoTarget,
  openWarehouse,
  type SavedReport,
  savedReports,
  targetOf,
  WarehouseProblem,
} from '../warehouse/index.ts';
import { EXIT, type ExitCode, UsageError } from './exit.ts';
import { print, tell } from './streams.ts';

interface Options {
  readonly into: string;
  readonly quiet?: true;
}

export function loadCommand(end: (code: ExitCode) => void): Command {
  return new Command('load')
    .description('结果入库 a run’s results into a warehouse; prints how many rows each table holds')
    .argument('<dir>', 'run 的结果文件夹 what a run left under --out')
    .requiredOption(
      '--into <target>',
      'duckdb:文件 | parquet:文件夹 | postgres://用户:密码@主机/库 duckdb:FILE, parquet:DIR or postgres://…',
    )
    .option('--quiet', '只输出行数与问题 say nothing but row counts and what went wrong')
    .addHelpText('after', '\n例 Example:\n  hebiao load out --into duckdb:核表.duckdb')
    .action(async (dir: string, options: Options) => end(await loadInto(() => savedReports(dir), options)));
}

async function loadInto(
  open: () => Promise<AsyncIterable<SavedReport>>,
  { into, quiet }: Options,
): Promise<ExitCode> {
  try {
    const now = new Date().toISOString();
    const target = targetOf(into);
    const reports = await open();
    const warehouse = await openWarehouse(target, now);
    try {
      const tally = await load(reports, warehouse, now);
      for (const [table, rows] of Object.entries(await warehouse.counts()))
        await print(`${table}\t${rows}\n`);
      if (!quiet) tell(summary(tally));
    } finally {
      await warehouse.close();
    }
    return EXIT.fine;
  } catch (error) {
    return refusal(error);
  }
}

/** Problems of the target or the folder, in one line; anything else is a bug of ours. */
function refusal(error: unknown): ExitCode {
  if (error instanceof NoTarget || error instanceof NoAddress) throw new UsageError(error.message);
  if (!(error instanceof WarehouseProblem || error instanceof DatabaseProblem)) throw error;
  tell(`hebiao: ${error.message}`);
  return EXIT.unread;
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
