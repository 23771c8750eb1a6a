// hebiao read: one Report a line for each source.

import { Command } from 'commander';
import { countsOf } from '../batch/counts.ts';
import { answersOf, reportFor } from '../batch/reports.ts';
import type { Level } from '../diagnostic/index.ts';
import { reportJson } from '../write/index.ts';
import { EXIT, type ExitCode, exitCodeOf, worst } from './exit.ts';
import { jobsFrom } from './given.ts';
import { failOnOption, mannerFrom, type ReadingOptions, withReading } from './options.ts';
import { print } from './streams.ts';

interface Options extends ReadingOptions {
  readonly pretty?: true;
  readonly failOn: Level;
}

export function readCommand(end: (code: ExitCode) => void): Command {
  return withReading(new Command('read'))
    .description(
      '读取并核对，每个文件输出一行 JSON 报告 extract and check each source; one Report (JSON) a line',
    )
    .argument('<source...>', '文件，- 为标准输入 files, or - for standard input')
    .option('--pretty', '缩进 indent the JSON')
    .addOption(failOnOption())
    .addHelpText('after', '\n例 Example:\n  hebiao read 自评表.pdf | jq .diagnostics')
    .action(async (sources: string[], options: Options) => end(await read(sources, options)));
}

async function read(sources: readonly string[], options: Options): Promise<ExitCode> {
  const manner = await mannerFrom(options);
  let code: ExitCode = EXIT.fine;
  for await (const answered of answersOf(await jobsFrom(sources, 'report'), manner, options.jobs)) {
    const report = await reportFor(answered);
    await print(reportJson(report, options.pretty));
    code = worst(code, exitCodeOf(countsOf(report), options.failOn));
  }
  return code;
}
