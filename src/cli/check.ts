// hebiao check: the findings of each source for people.

import { Command } from 'commander';
import { countsOf } from '../batch/counts.ts';
import { answersOf, reportFor } from '../batch/reports.ts';
import type { Level } from '../diagnostic/index.ts';
import { type Language, letterOf } from '../write/index.ts';
import { EXIT, type ExitCode, exitCodeOf, worst } from './exit.ts';
import { jobsFrom } from './given.ts';
import { failOnOption, languageOption, mannerFrom, type ReadingOptions, withReading } from './options.ts';
import { print, terminalPaint } from './streams.ts';

interface Options extends ReadingOptions {
  readonly lang: Language;
  readonly failOn: Level;
}

export function checkCommand(end: (code: ExitCode) => void): Command {
  return withReading(new Command('check'))
    .description('核对，说明哪里不符、为什么 what does not add up, where, and why')
    .argument('<source...>', '文件，- 为标准输入 files, or - for standard input')
    .addOption(languageOption())
    .addOption(failOnOption())
    .addHelpText('after', '\n例 Example:\n  hebiao check 自评表.docx --lang zh')
    .action(async (sources: string[], options: Options) => end(await check(sources, options)));
}

async function check(sources: readonly string[], options: Options): Promise<ExitCode> {
  const manner = await mannerFrom(options);
  let code: ExitCode = EXIT.fine;
  for await (const answered of answersOf(await jobsFrom(sources, 'report'), manner, options.jobs)) {
    const report = await reportFor(answered);
    await print(letterOf(report, options.lang, terminalPaint));
    code = worst(code, exitCodeOf(countsOf(report), options.failOn));
  }
  return code;
}
