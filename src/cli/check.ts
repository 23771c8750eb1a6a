// hebiao check: the findings of each source for people.

import { Command, Option } from 'commander';
import { countsOf } from '../batch/counts.ts';
import { type Pictured, pageOver } from '../batch/page.ts';
import { answersOf, reportFor } from '../batch/reports.ts';
import type { Level } from '../diagnostic/index.ts';
import type { Report } from '../record/index.ts';
import { VERSION } from '../version.ts';
import { diagnosticsJson, type Language, letterOf, NO_PHOTOS, sarifOf } from '../write/index.ts';
import { shown } from './columns.ts';
import { EXIT, type ExitCode, exitCodeOf, worst } from './exit.ts';
import { jobsFrom } from './given.ts';
import { failOnOption, languageOption, mannerFrom, type ReadingOptions, withReading } from './options.ts';
import { print, terminalPaint } from './streams.ts';

const FORMATS = ['text', 'json', 'sarif', 'html'] as const;
type Format = (typeof FORMATS)[number];

interface Options extends ReadingOptions {
  readonly format: Format;
  readonly lang: Language;
  /** Null where none was asked for: a page is read on other machines, too, and can speak its reader's language. */
  readonly pageLanguage: Language | null;
  readonly failOn: Level;
}

export function checkCommand(end: (code: ExitCode) => void): Command {
  return withReading(new Command('check'))
    .description('核对，说明哪里不符、为什么 what does not add up, where, and why')
    .argument('<source...>', '文件，- 为标准输入 files, or - for standard input')
    .addOption(formatOption())
    .addOption(languageOption())
    .addOption(failOnOption())
    .addHelpText(
      'after',
      '\n例 Example:\n  hebiao check 自评表.docx --lang zh\n  hebiao check 自评表.pdf --format html > 核对.html',
    )
    .action(async (sources: string[], options: Options, command: Command) => {
      const isAsked = command.getOptionValueSource('lang') === 'cli';
      end(await check(sources, { ...options, pageLanguage: isAsked ? options.lang : null }));
    });
}

function formatOption(): Option {
  return new Option(
    '--format <format>',
    '文字、JSON、SARIF 2.1.0 或网页 text, the diagnostics as JSON, SARIF 2.1.0, or a page',
  )
    .choices([...FORMATS])
    .default('text' satisfies Format);
}

/** A name may hold what a terminal takes for commands. */
function withShownName(report: Report): Report {
  return { ...report, source: { ...report.source, name: shown(report.source.name) } };
}

/** Text comes source by source; the other formats are one document over all of them, and wait for the last. */
async function check(sources: readonly string[], options: Options): Promise<ExitCode> {
  const manner = await mannerFrom(options);
  const pictured: Pictured[] = [];
  let code: ExitCode = EXIT.fine;
  const jobs = await jobsFrom(sources, options.format === 'html' ? 'pictured' : 'report');
  for await (const answered of answersOf(jobs, manner, options.jobs)) {
    const report = await reportFor(answered);
    const photos = answered.answer.status === 'done' ? answered.answer.photos : NO_PHOTOS;
    if (options.format === 'text') await print(letterOf(withShownName(report), options.lang, terminalPaint));
    else pictured.push({ report, photos });
    code = worst(code, exitCodeOf(countsOf(report), options.failOn));
  }
  if (options.format !== 'text') await print(await documentOver(pictured, options.format, options));
  return code;
}

async function documentOver(
  pictured: readonly Pictured[],
  format: Exclude<Format, 'text'>,
  { lang, pageLanguage }: Options,
): Promise<string> {
  const reports = pictured.map(({ report }) => report);
  switch (format) {
    case 'json':
      return diagnosticsJson(reports);
    case 'sarif':
      return sarifOf(reports, { language: lang, version: VERSION });
    case 'html':
      return pageOver(pictured, pageLanguage);
  }
}
