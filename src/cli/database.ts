// What the commands that use a database share: the option, and telling what is wrong with it.
// Surprise: the address may come from the environment, where `ps` does not show its password; it is forgotten there once it is read,
// so that the children that read documents do not inherit it.

import { Option } from 'commander';
import { DatabaseProblem, NoAddress } from '../database/index.ts';
import { EXIT, type ExitCode, UsageError } from './exit.ts';
import { tell } from './streams.ts';

const VARIABLE = 'HEBIAO_DATABASE';

export function databaseOption(): Option {
  return new Option(
    '--database <url>',
    `postgres://用户:密码@主机/库 address of a PostgreSQL; default: the environment's ${VARIABLE}`,
  );
}

/** The address that was given, or the environment's. */
export function addressGiven(database: string | undefined): string {
  const address = database ?? process.env[VARIABLE];
  delete process.env[VARIABLE];
  if (address === undefined || address === '') {
    throw new UsageError(`需要 --database 或 ${VARIABLE} (--database or ${VARIABLE} is needed)`);
  }
  return address;
}

/** A problem of the database or the folder, in one line; anything else is a bug of ours. */
export async function toldWhere(work: () => Promise<ExitCode>): Promise<ExitCode> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof NoAddress) throw new UsageError(error.message);
    if (!(error instanceof DatabaseProblem)) throw error;
    tell(`hebiao: ${error.message}`);
    return EXIT.unread;
  }
}
