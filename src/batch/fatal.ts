// What became of a child → the report of its source: no forms, and one fatal line that says what to do.

import { type Code, type Diagnostic, diagnosticOf, type Message } from '../diagnostic/index.ts';
import { type Report, reportOf } from '../record/index.ts';
import type { ContentFacts } from './content.ts';
import type { Failed } from './job.ts';

const WORDS: Readonly<Record<Failed['status'], (reason: string) => Message>> = {
  crashed: (reason) => ({
    zh: `读取此文件的进程异常退出（${reason}）；其他文件不受影响。请报告此问题`,
    en: `the process that read this file died (${reason}); other files are not affected. Please report it`,
  }),
  'timed-out': (reason) => ({
    zh: `超过时间限制（${reason}），已停止读取；可用 --timeout 放宽`,
    en: `took longer than allowed (${reason}) and was stopped; --timeout sets the limit`,
  }),
  'over-limit': (reason) => ({
    zh: `超过资源限制（${reason}），已停止读取；可用 --memory 等选项放宽`,
    en: `over a limit (${reason}) and stopped; --memory and its like set the limits`,
  }),
  unreadable: (reason) => ({ zh: `无法读取：${reason}`, en: `cannot be read: ${reason}` }),
  refused: (reason) => ({ zh: `系统拒绝：${reason}`, en: `refused by the system: ${reason}` }),
  stopped: () => ({ zh: '读取被中断', en: 'interrupted' }),
};

const CODES: Readonly<Record<Failed['status'], Code>> = {
  crashed: 'crashed',
  'timed-out': 'timed-out',
  'over-limit': 'over-limit',
  unreadable: 'unreadable',
  refused: 'crashed',
  stopped: 'timed-out',
};

export function fatalFrom({ status, reason }: Failed): Diagnostic {
  return diagnosticOf(CODES[status], { words: { what: WORDS[status](reason) } });
}

export function fatalReport(name: string, facts: ContentFacts, failed: Failed): Report {
  const source = { name, sha256: facts.sha256, bytes: facts.bytes, carrier: null, pages: null };
  return reportOf(source, [], [fatalFrom(failed)]);
}
