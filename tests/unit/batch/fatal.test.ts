// What a fatal line says: the reason in the language of the sentence, whichever way it came.

import { describe, expect, it } from 'vitest';
import { fatalFrom } from '../../../src/batch/fatal.ts';
import type { Failed } from '../../../src/batch/job.ts';

function failed(status: Failed['status'], reason: string) {
  return fatalFrom({ status, reason, peak: 0, ms: 0 }).message;
}

describe('a reason', () => {
  it('in both languages is parted into them', () => {
    expect(failed('unreadable', '没有这个文件 (no such file)')).toEqual({
      zh: '无法读取：没有这个文件',
      en: 'cannot be read: no such file',
    });
  });

  it('of the system or of numbers serves for both', () => {
    expect(failed('crashed', 'SIGSEGV: error (core dumped)')).toEqual({
      zh: '读取此文件的进程异常退出（SIGSEGV: error (core dumped)）；其他文件不受影响。请报告此问题',
      en: 'the process that read this file died (SIGSEGV: error (core dumped)); other files are not affected. Please report it',
    });
    expect(failed('timed-out', '60 s').en).toContain('(60 s)');
  });
});
