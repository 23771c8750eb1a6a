// What is known of a source before it is read: its size and the hash of its content, taken without holding it in memory.

import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { type Content, pathOf } from './job.ts';

/** `sha256` is null where there was nothing to read. */
export interface ContentFacts {
  readonly sha256: string | null;
  readonly bytes: number;
}

export const NO_CONTENT: ContentFacts = { sha256: null, bytes: 0 };

/** Rejects where a file cannot be opened. */
export async function contentFacts(content: Content): Promise<ContentFacts> {
  const hash = createHash('sha256');
  if ('bytes' in content) {
    return { sha256: hash.update(content.bytes).digest('hex'), bytes: content.bytes.length };
  }
  const stream = createReadStream(pathOf(content.path));
  await pipeline(stream, hash);
  return { sha256: hash.digest('hex'), bytes: stream.bytesRead };
}

/** What the operating system calls it: ENOENT; '' for what is no word of its. */
export function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : '';
}

/** What the operating system says about a path, in words without its jargon. */
export function reasonOf(error: unknown): string {
  return REASONS[codeOf(error)] ?? (error instanceof Error ? error.message : String(error));
}

/** Whether the system is short of something, which says nothing about the source at hand. */
export function isShortage(error: unknown): boolean {
  return ['EMFILE', 'ENFILE', 'ENOMEM', 'EAGAIN', 'ENOSPC', 'EDQUOT', 'EROFS'].includes(codeOf(error));
}

const REASONS: Readonly<Record<string, string>> = {
  ENOENT: '没有这个文件 (no such file)',
  EACCES: '没有权限 (permission denied)',
  EPERM: '没有权限 (permission denied)',
  ENOTDIR: '路径中有一段是文件，不是文件夹 (a file stands where a folder is needed)',
  EISDIR: '这是文件夹；整个文件夹请用 hebiao run (a folder; use hebiao run)',
  ELOOP: '符号链接成环 (a loop of symbolic links)',
  ENAMETOOLONG: '文件名过长 (name too long)',
  EMFILE: '打开的文件过多 (too many open files)',
  ENOSPC: '磁盘已满 (no space left on the disk)',
  EDQUOT: '磁盘配额已满 (disk quota exceeded)',
  ENOMEM: '内存不足 (out of memory)',
  EAGAIN: '进程数已达上限 (no more processes)',
  ENFILE: '系统打开的文件过多 (too many open files)',
  EROFS: '只读文件系统 (read-only file system)',
};
