// hebiao tables: every table of any document, whether a form or not.

import { Command } from 'commander';
import { fatalFrom } from '../batch/fatal.ts';
import { answersOf } from '../batch/reports.ts';
import { EXIT, type ExitCode, worst } from './exit.ts';
import { jobsFrom } from './given.ts';
import { mannerFrom, type ReadingOptions, withReading } from './options.ts';
import { print, tell } from './streams.ts';

interface Options extends ReadingOptions {
  readonly csv?: true;
}

export function tablesCommand(end: (code: ExitCode) => void): Command {
  return withReading(new Command('tables'))
    .description('任何文档中的所有表格 every table of any document, one JSON object a table')
    .argument('<source...>', '文件，- 为标准输入 files, or - for standard input')
    .option('--csv', '输出展开的网格 write the expanded grid instead')
    .addHelpText('after', '\n例 Example:\n  hebiao tables 决算.xlsx --csv > 表格.csv')
    .action(async (sources: string[], options: Options) => end(await tables(sources, options)));
}

async function tables(sources: readonly string[], options: Options): Promise<ExitCode> {
  const manner = await mannerFrom(options);
  const jobs = await jobsFrom(sources, options.csv ? 'grids' : 'tables');
  let code: ExitCode = EXIT.fine;
  let isFirst = true;
  for await (const { job, answer } of answersOf(jobs, manner, options.jobs)) {
    if (answer.status === 'done') {
      const parted = options.csv && !isFirst && answer.text !== '' ? '\n' : '';
      await print(parted + answer.text);
      isFirst &&= answer.text === '';
    } else {
      const { zh, en } = fatalFrom(answer).message;
      tell(`hebiao: ${job.name}: ${zh} (${en})`);
      code = worst(code, EXIT.unread);
    }
  }
  return code;
}
