// What became of a child → the report of its source: no forms, and one fatal line that says what to do.

import { type Code, type Diagnostic, diagnosticOf, type Message } from '../diagnostic/index.ts';
import { type Report, reportOf } from '../record/index.ts';
import type { ContentFacts } from './content.ts';
import type { Failed } from './job.ts';

const WORDS: Readonly<Record<Failed['status'], (reason: Message) => Message>> = {
  crashed: ({ zh, en }) => ({
    zh: `读取此文件的进程异常退出（${zh}）；其他文件不受影响。请报告此问题`,
    en: `the process that read this file died (${en}); other files are not affected. Please report it`,
  }),
  'timed-out': ({ zh, en }) => ({
    zh: `超过时间限制（${zh}），已停止读取；可用 --timeout 放宽`,
    en: `took longer than allowed (${en}) and was stopped; --timeout sets the limit`,
  }),
  'over-limit': ({ zh, en }) => ({
    zh: `超过资源限制（${zh}），已停止读取；可用 --memory 等选项放宽`,
    en: `over a limit (${en}) and stopped; --memory and its like set the limits`,
  }),
  encrypted: (reason) => reason,
  unreadable: ({ zh, en }) => ({ zh: `无法读取：${zh}`, en: `cannot be read: ${en}` }),
  refused: ({ zh, en }) => ({ zh: `系统拒绝：${zh}`, en: `refused by the system: ${en}` }),
  stopped: () => ({ zh: '读取被中断', en: 'interrupted' }),
};

const CODES: Readonly<Record<Failed['status'], Code>> = {
  crashed: 'crashed',
  'timed-out': 'timed-out',
  'over-limit': 'over-limit',
  encrypted: 'encrypted',
  unreadable: 'unreadable',
  refused: 'crashed',
  stopped: 'timed-out',
};

export function fatalFrom({ status, reason }: Failed): Diagnostic {
  return diagnosticOf(CODES[status], { words: { what: WORDS[status](partedReason(reason)) } });
}

/** Standard error says a reason in both languages at once, as `中文 (English)`; a report says each in its own. */
function partedReason(reason: string): Message {
  const [, zh = reason, en = reason] = /^(.*\p{Script=Han}.*?) \((.+)\)$/u.exec(reason) ?? [];
  return { zh, en };
}

export function fatalReport(name: string, facts: ContentFacts, failed: Failed): Report {
  const source = { name, sha256: facts.sha256, bytes: facts.bytes, carrier: null, pages: null };
  return reportOf(source, [], [fatalFrom(failed)]);
}
