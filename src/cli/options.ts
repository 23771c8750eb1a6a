// Options that several commands share, and what they mean. A knob is checked here, once, and never again.

import { availableParallelism } from 'node:os';
import { type Command, InvalidArgumentError, Option } from 'commander';
import { DEFAULT_ALLOWANCE } from '../batch/allowance.ts';
import type { Manner } from '../batch/job.ts';
import { LEVELS, type Level } from '../diagnostic/index.ts';
import type { Language } from '../write/index.ts';
import { profileFrom } from './profile.ts';

export interface ReadingOptions {
  readonly profile: string;
  readonly password?: string;
  readonly pages?: readonly number[];
  readonly timeout: number;
  readonly memory: number;
  readonly maxBytes: number;
  readonly maxPages: number;
  readonly maxPixels: number;
  readonly maxInflated: number;
  readonly jobs: number;
  readonly quiet?: true;
}

const MEBIBYTE = 1024 * 1024;
const MILLION = 1_000_000;

export function withReading(command: Command): Command {
  return command
    .option('--profile <name|file>', '评分口径 scoring profile: a name, or a JSON file', 'default')
    .option('--password <password>', '打开加密文件 opens encrypted files')
    .option('--pages <list>', '只读这些页 only these pages, such as 1-3,5', pageList)
    .option(
      '--timeout <seconds>',
      '每个文件的时间上限 wall time of one source',
      wholeNumber,
      DEFAULT_ALLOWANCE.seconds,
    )
    .option('--memory <MiB>', '内存上限 resident memory', wholeNumber, DEFAULT_ALLOWANCE.memory / MEBIBYTE)
    .option(
      '--max-bytes <MiB>',
      '文件大小上限 size of one file',
      wholeNumber,
      DEFAULT_ALLOWANCE.bytes / MEBIBYTE,
    )
    .option('--max-pages <count>', '页数上限 pages of one document', wholeNumber, DEFAULT_ALLOWANCE.pages)
    .option(
      '--max-pixels <millions>',
      '每页像素上限 pixels of one page',
      wholeNumber,
      DEFAULT_ALLOWANCE.pixels / MILLION,
    )
    .option(
      '--max-inflated <MB>',
      '解压上限 after inflating',
      wholeNumber,
      DEFAULT_ALLOWANCE.inflatedBytes / MILLION,
    )
    .option('--jobs <count>', '并行进程数 processes at a time', wholeNumber, availableParallelism())
    .option('--quiet', '不显示进度 say nothing but what went wrong');
}

export function failOnOption(): Option {
  return new Option('--fail-on <level>', '达到此级别即以 1 退出 exit with 1 from this level on')
    .choices([...LEVELS])
    .default('error' satisfies Level);
}

export function languageOption(): Option {
  return new Option('--lang <language>', '语言 language').choices(['zh', 'en']).default(localLanguage());
}

export function localLanguage(): Language {
  const { LC_ALL, LC_MESSAGES, LANG } = process.env;
  return /^en/.test(LC_ALL || LC_MESSAGES || LANG || '') ? 'en' : 'zh';
}

export async function mannerFrom(options: ReadingOptions): Promise<Manner> {
  return {
    settings: { profile: await profileFrom(options.profile) },
    allowance: {
      ...DEFAULT_ALLOWANCE,
      seconds: options.timeout,
      memory: options.memory * MEBIBYTE,
      bytes: options.maxBytes * MEBIBYTE,
      pages: options.maxPages,
      pixels: options.maxPixels * MILLION,
      inflatedBytes: options.maxInflated * MILLION,
    },
    password: options.password ?? null,
    pages: options.pages ?? null,
  };
}

function wholeNumber(text: string): number {
  if (!/^[1-9]\d{0,8}$/.test(text))
    throw new InvalidArgumentError('a whole number above 0 is needed (须为正整数)');
  return Number(text);
}

/** More pages than any document has; it bounds `1-999999999`. */
const MOST_PAGES = 100_000;

export function pageList(text: string): readonly number[] {
  return text.split(',').flatMap((part) => {
    const match = /^(\d+)(?:-(\d+))?$/.exec(part.trim());
    const first = Number(match?.[1] ?? 0);
    const last = Number(match?.[2] ?? first);
    if (first < 1 || last < first || last > MOST_PAGES)
      throw new InvalidArgumentError('such as 1-3,5 (如 1-3,5)');
    return Array.from({ length: last - first + 1 }, (_, index) => first + index);
  });
}
