// The folder that a command writes to: made before anything is read, and told in words where it cannot be.
// Surprise: a place where no folder can ever be is a wrong command line; one that the system closes to us now is not, and the same command goes on later.

import { codeOf, reasonOf } from '../batch/content.ts';
import { makeFolder } from '../batch/files.ts';
import { EXIT, type ExitCode, UsageError } from './exit.ts';
import { tell } from './streams.ts';

/** Nothing below such a path can be written, whoever tries it and when. */
const NO_PLACE = ['ENOTDIR', 'EEXIST', 'ENOENT', 'ENAMETOOLONG', 'ELOOP', 'EINVAL'];

/** Makes the folder and its parents. */
export async function prepareFolder(out: string): Promise<void> {
  try {
    await makeFolder(out);
  } catch (error) {
    if (!NO_PLACE.includes(codeOf(error))) throw error;
    throw new UsageError(`--out ${out || "''"}: ${FOLDER_REASONS[codeOf(error)] ?? reasonOf(error)}`);
  }
}

const FOLDER_REASONS: Readonly<Record<string, string>> = {
  EEXIST: '那里已有同名文件，不是文件夹 (a file of that name is there, not a folder)',
  ENOENT: '那里不能建立文件夹 (no folder can be made there)',
};

/** What the system refused of the results: a full disk, a read-only folder, no more file handles. Anything else is a bug of ours. */
export function toldUnwritten(error: unknown, out: string): ExitCode {
  if (!(error instanceof Error && 'syscall' in error)) throw error;
  tell(
    `hebiao: 结果无法写入 ${out}：${reasonOf(error)}；问题解决后用同样的命令可以接着运行 (cannot write the results; the same command goes on)`,
  );
  return EXIT.unread;
}
